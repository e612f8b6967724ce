//! The edges of the graph: those that were given and those that follow from keys, parts and kinds.

use super::{Graph, NodeId, is_remark};
use crate::object::{Class, Edge, Key, KeyMap, KeySet, Part};

impl Graph {
    /// Adds the edges that were given and those that follow from keys, parts and kinds.
    pub(super) fn add_edges(&mut self, edges: &[Edge]) {
        // Keys that no object has stand for something that is not dumped: a table's row type, an array
        // type, a deselected object. What they need is needed by whoever needs them.
        let mut beyond: KeyMap<Vec<Key>> = KeyMap::default();
        let mut open = Vec::new();
        for edge in edges {
            match (self.node(edge.from), self.node(edge.to)) {
                (Some(from), Some(to)) => self.connect(from, to),
                (Some(from), None) => open.push((from, edge.to)),
                (None, _) => beyond.entry(edge.from).or_default().push(edge.to),
            }
        }
        let mut wanted: Vec<Key> = Vec::new();
        for id in 0..self.nodes.len() {
            let object = self.object(id);
            let key = object.key;
            let sibling = match key.part {
                Part::Definition if key.class == Class::TYPE => Some(key.part(Part::Shell)),
                Part::Definition | Part::Shell => None,
                _ => Some(key.part(Part::Definition)),
            };
            wanted.extend(object.needs.iter().copied().chain(sibling).chain(object.belongs_to));
            for to in wanted.drain(..) {
                match self.node(to) {
                    Some(to) => self.connect(id, to),
                    None => open.push((id, to)),
                }
            }
        }
        let mut seen = KeySet::default();
        for (from, to) in open {
            seen.clear();
            let mut stack = vec![to];
            while let Some(key) = stack.pop() {
                if let Some(to) = self.node(key) {
                    self.connect(from, to);
                } else if let Some(further) = beyond.get(&key)
                    && seen.insert(key)
                {
                    stack.extend(further);
                }
            }
        }
    }

    /// Adds one edge, unless it would make an earlier restore pass wait for a later one. What needs a
    /// remark needs what the remark is about.
    fn connect(&mut self, from: NodeId, to: NodeId) {
        let kind = self.object(from).kind;
        let mut to = to;
        if !is_remark(kind) && is_remark(self.object(to).kind) {
            let Some(subject) = self.nodes[to].subject else { return };
            to = subject;
        }
        // A comment may speak of an event trigger: it then runs in that pass.
        if from != to && (is_remark(kind) || kind.pass() >= self.object(to).kind.pass()) {
            self.needs[from].push(to);
        }
    }
}
