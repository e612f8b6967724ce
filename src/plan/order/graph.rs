//! The dependency graph: one node per object, numbered in sorted order.
//!
//! # Invariants
//! A node's number is its place in the sorted list, so that "the first of several" never depends on the
//! order objects were read in. Only nodes that a loop repair adds stand behind the sorted ones.

mod edges;

use std::collections::HashSet;

use thin_vec::ThinVec;

use super::priority;
use crate::object::{Class, Drop, Edge, Key, KeyMap, Kind, Object, Part, Section};

/// A node's number.
pub(super) type NodeId = usize;

/// One object in the graph.
pub(super) struct Node {
    /// Its position among the objects. They are large and stay where they are.
    place: usize,
    pub(super) section: Section,
    pub(super) state: State,
    /// For comments, labels and privileges: the object they speak of.
    pub(super) subject: Option<NodeId>,
}

/// How an object appears in the archive.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum State {
    /// As an entry of its own.
    Apart,
    /// Inside the statement of this object.
    Inlined(NodeId),
    /// As a view of NULLs that a later entry replaces.
    Dummy,
    /// Not at all: a shell type that nothing needs.
    Unused,
}

/// The dependency graph.
pub(super) struct Graph {
    objects: Vec<Object>,
    pub(super) nodes: Vec<Node>,
    /// What each node needs, by node number; sorted, without repetition, without itself.
    pub(super) needs: Vec<Vec<NodeId>>,
    /// Loops broken without a known repair.
    pub(super) warnings: Vec<String>,
    by_key: KeyMap<NodeId>,
}

impl Graph {
    /// Sorts the objects and connects them.
    pub(super) fn new(mut objects: Vec<Object>, edges: &[Edge]) -> Graph {
        let nodes: Vec<Node> = priority::sorted(&objects)
            .into_iter()
            .map(|place| Node { place, section: objects[place].section, state: State::Apart, subject: None })
            .collect();
        // What was read for the last time makes room for what comes: with many objects, all of it together is the peak.
        for object in &mut objects {
            object.sort_key = Box::default();
        }
        let by_key = nodes.iter().enumerate().map(|(id, node)| (objects[node.place].key, id)).collect();
        let needs = vec![Vec::new(); nodes.len()];
        let mut graph = Graph { objects, nodes, needs, warnings: Vec::new(), by_key };
        graph.name_subjects();
        graph.add_edges(edges);
        for object in &mut graph.objects {
            object.needs = ThinVec::new();
        }
        graph.release_owned_sequences();
        graph.inline_children();
        graph.tidy();
        graph.hide_shells();
        super::refresh::follow_views(&mut graph);
        graph
    }

    /// The node of the object with this key.
    pub(super) fn node(&self, key: Key) -> Option<NodeId> {
        self.by_key.get(&key).copied()
    }

    /// The object of a node.
    pub(super) fn object(&self, id: NodeId) -> &Object {
        &self.objects[self.nodes[id].place]
    }

    /// The object of a node.
    pub(super) fn object_mut(&mut self, id: NodeId) -> &mut Object {
        &mut self.objects[self.nodes[id].place]
    }

    /// Takes the objects of these nodes out, the last one of the order first.
    pub(super) fn take_objects(&mut self, order: &[NodeId]) -> Vec<Object> {
        let mut objects = std::mem::take(&mut self.objects);
        let mut wanted = vec![None; objects.len()];
        for (place, &id) in order.iter().rev().enumerate() {
            wanted[self.nodes[id].place] = Some(place);
        }
        // In place: a second list of them would be a good part of all memory. Each exchange brings one where it belongs.
        for place in 0..objects.len() {
            while let Some(other) = wanted[place].filter(|&other| other != place) {
                objects.swap(place, other);
                wanted.swap(place, other);
            }
        }
        objects.truncate(order.len());
        objects
    }

    /// Adds a node that no other node needs.
    pub(super) fn push(&mut self, object: Object, needs: Vec<NodeId>) -> NodeId {
        let id = self.nodes.len();
        self.by_key.insert(object.key, id);
        self.nodes.push(Node {
            place: self.objects.len(),
            section: object.section,
            state: State::Apart,
            subject: None,
        });
        self.objects.push(object);
        self.needs.push(needs);
        id
    }

    /// Adds `to` to what `from` needs.
    pub(super) fn need(&mut self, from: NodeId, to: NodeId) {
        if from != to
            && let Err(place) = self.needs[from].binary_search(&to)
        {
            self.needs[from].insert(place, to);
        }
    }

    /// For each node, the nodes that need it.
    pub(super) fn dependents(&self) -> Vec<Vec<NodeId>> {
        let mut dependents = vec![Vec::new(); self.nodes.len()];
        for (id, needs) in self.needs.iter().enumerate() {
            for &need in needs {
                dependents[need].push(id);
            }
        }
        dependents
    }

    /// `TABLE public.orders`: for messages.
    pub(super) fn describe(&self, id: NodeId) -> String {
        let object = self.object(id);
        match &object.schema {
            Some(schema) => format!("{} {}.{}", object.kind.label(), schema, object.name),
            None => format!("{} {}", object.kind.label(), object.name),
        }
    }

    /// Writes an inlined object as an entry of its own, behind the object it stood in.
    pub(super) fn force_out(&mut self, child: NodeId) {
        let State::Inlined(parent) = self.nodes[child].state else { return };
        self.needs[parent].retain(|&need| need != child);
        self.need(child, parent);
        let object = self.object(child);
        let section = object.inline.as_ref().map_or(object.section, |inline| inline.separate_section);
        self.nodes[child].section = section;
        self.nodes[child].state = State::Apart;
    }

    /// Finds what comments, labels and privileges speak of; they are restored in the section of that.
    fn name_subjects(&mut self) {
        for id in 0..self.nodes.len() {
            let object = self.object(id);
            if is_remark(object.kind) {
                let definition = object.key.part(Part::Definition);
                let subject = object.belongs_to.and_then(|key| self.node(key)).or_else(|| self.node(definition));
                self.nodes[id].subject = subject;
                if let Some(subject) = subject {
                    self.nodes[id].section = self.nodes[subject].section;
                }
            }
        }
    }

    /// A sequence whose ownership is an entry of its own does not need its table. Without that edge the
    /// column's `DEFAULT nextval(…)` can stay inside CREATE TABLE. Dropping the table drops the sequence.
    fn release_owned_sequences(&mut self) {
        for id in 0..self.nodes.len() {
            let object = self.object(id);
            if object.kind != Kind::Sequence || self.node(object.key.part(Part::OwnedBy)).is_none() {
                continue;
            }
            let mut needs = std::mem::take(&mut self.needs[id]);
            let before = needs.len();
            needs.retain(|&need| !matches!(self.object(need).kind, Kind::Table | Kind::ForeignTable));
            if needs.len() < before
                && let Some(drop) = self.object(id).drop_statements()
            {
                self.object_mut(id).drop = Some(Drop::both(String::new(), drop.if_exists().into_owned()));
            }
            self.needs[id] = needs;
        }
    }

    /// Turns every object with a place inside another one's statement into a part of it: the parent
    /// needs what the child needs, and who needs the child needs the parent.
    fn inline_children(&mut self) {
        let mut places = HashSet::new();
        for object in &self.objects {
            places.extend(object.create.inlined().map(|key| (object.key, key)));
        }
        for id in 0..self.nodes.len() {
            let object = self.object(id);
            let Some(inline) = &object.inline else { continue };
            match self.node(inline.into).filter(|_| places.contains(&(inline.into, object.key))) {
                Some(parent) if parent != id => {
                    self.nodes[id].state = State::Inlined(parent);
                    self.nodes[id].section = self.nodes[parent].section;
                    self.needs[parent].push(id);
                    self.needs[id].retain(|&need| need != parent);
                }
                _ => self.nodes[id].section = inline.separate_section,
            }
        }
        for id in 0..self.nodes.len() {
            let parents: Vec<NodeId> = self.needs[id].iter().filter_map(|&need| self.parent(need)).collect();
            self.needs[id].extend(parents.into_iter().filter(|&parent| parent != id));
        }
    }

    /// The object that this one is written inside of.
    pub(super) fn parent(&self, id: NodeId) -> Option<NodeId> {
        match self.nodes[id].state {
            State::Inlined(parent) => Some(parent),
            _ => None,
        }
    }

    fn tidy(&mut self) {
        for needs in &mut self.needs {
            needs.sort_unstable();
            needs.dedup();
        }
    }

    /// Shell types are written only when a function has to be declared with one; a type alone is not.
    fn hide_shells(&mut self) {
        let mut used = HashSet::new();
        for (id, needs) in self.needs.iter().enumerate() {
            let key = self.object(id).key;
            used.extend(needs.iter().copied().filter(|&need| {
                let shell = self.object(need).key;
                shell.part == Part::Shell && shell.part(Part::Definition) != key
            }));
        }
        for id in 0..self.nodes.len() {
            let key = self.object(id).key;
            if key.part == Part::Shell && key.class == Class::TYPE && !used.contains(&id) {
                self.nodes[id].state = State::Unused;
            }
        }
    }
}

/// Whether it is said of another object: such entries stand right behind what they speak of.
pub(super) fn is_remark(kind: Kind) -> bool {
    matches!(kind, Kind::Comment | Kind::SecurityLabel | Kind::Acl)
}
