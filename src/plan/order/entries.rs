//! From ordered nodes to entries: rendering, numbering, direct dependencies.

use std::collections::HashSet;

use thin_vec::ThinVec;

use super::Ordered;
use super::graph::{Graph, NodeId, State};
use crate::manifest::{Entry, OlderForm, Requirement};
use crate::object::{Definition, Feature, Inline, KeyMap, Object, Repair};

/// How many objects are made into entries before the memory of their places is given back.
const OBJECTS_FREED_AT_ONCE: usize = 4096;

/// The number of the entry at this position.
pub(super) fn id(position: usize) -> u32 {
    // An archive holds at most a million objects; 2³² of them would not fit into memory.
    u32::try_from(position).unwrap_or(u32::MAX).saturating_add(1)
}

/// Makes the entries.
pub(super) fn entries(mut graph: Graph, walk: &[NodeId]) -> Ordered {
    let mut ids = vec![None; graph.nodes.len()];
    let mut count = 0;
    for &node in walk {
        if matches!(graph.nodes[node].state, State::Apart | State::Dummy) {
            ids[node] = Some(id(count));
            count += 1;
        }
    }
    let mut ordered = Ordered { warnings: std::mem::take(&mut graph.warnings), ..Ordered::default() };
    ordered.entries.reserve(count);
    ordered.keys.reserve(count);
    let inlined = inlined(&mut graph);
    let mut objects = graph.take_objects(walk);
    for &node in walk {
        let Some(mut object) = objects.pop() else { break };
        // With many objects, they and their entries are the peak of a dump's memory.
        if objects.len().is_multiple_of(OBJECTS_FREED_AT_ONCE) {
            objects.shrink_to_fit();
        }
        let Some(id) = ids[node] else { continue };
        let depends_on = direct(&graph, &ids, node);
        let belongs_to = object.belongs_to.and_then(|key| {
            let owner = graph.node(key)?;
            ids[graph.parent(owner).unwrap_or(owner)]
        });
        let (create, older) = render(&mut object, graph.nodes[node].state, &inlined);
        let section = graph.nodes[node].section;
        let drop = object.drop_statements();
        if let Some(rows) = object.rows_of {
            ordered.rows_of.insert(ordered.entries.len(), rows);
        }
        ordered.keys.push(object.key);
        ordered.entries.push(Entry {
            id,
            kind: object.kind,
            section,
            schema: object.schema,
            name: object.name,
            owner: object.owner,
            address: object.address,
            belongs_to,
            tablespace: object.tablespace,
            access_method: object.access_method,
            partitioned: object.partitioned,
            create,
            requires: object.requires.iter().map(|feature| requirement(*feature)).collect(),
            older,
            drop,
            depends_on: depends_on.into(),
            stream: None,
        });
    }
    ordered
}

/// What stands inside the statements of others, by the key of the object it stands for.
fn inlined(graph: &mut Graph) -> KeyMap<Box<Inline>> {
    let mut inlined = KeyMap::default();
    for node in 0..graph.nodes.len() {
        if graph.parent(node).is_some() {
            let object = graph.object_mut(node);
            inlined.extend(object.inline.take().map(|inline| (object.key, inline)));
        }
    }
    inlined
}

/// Its statement and that for older servers, with the objects that are written inside it.
fn render(object: &mut Object, state: State, inlined: &KeyMap<Box<Inline>>) -> (String, ThinVec<OlderForm>) {
    let key = object.key;
    if state == State::Dummy
        && let Repair::Dummy(dummy) = &mut object.repair
    {
        return (std::mem::take(&mut dummy.create), ThinVec::new());
    }
    let text = |definition: Definition| {
        if definition.list.is_none() {
            return definition.head;
        }
        definition.render(|part| {
            let inline = inlined.get(&part).filter(|inline| inline.into == key)?;
            Some(inline.text.as_str())
        })
    };
    let older = std::mem::take(&mut object.older).into_iter();
    let older = older.map(|form| OlderForm { below: form.below, create: text(form.create), loses: form.loses });
    (text(std::mem::take(&mut object.create)), older.collect())
}

fn requirement(feature: Feature) -> Requirement {
    Requirement { feature: feature.words().to_owned(), server: feature.since() }
}

/// The entries it needs: nodes without an entry are replaced by what they need.
fn direct(graph: &Graph, ids: &[Option<u32>], node: NodeId) -> Vec<u32> {
    let mut found = Vec::new();
    let mut hidden = Vec::new();
    let mut look = |needs: &[NodeId], hidden: &mut Vec<NodeId>| {
        for &need in needs {
            match ids[need] {
                Some(id) => found.push(id),
                None => hidden.push(need),
            }
        }
    };
    look(&graph.needs[node], &mut hidden);
    let mut seen = HashSet::new();
    while let Some(need) = hidden.pop() {
        if seen.insert(need) {
            look(&graph.needs[need], &mut hidden);
        }
    }
    found.retain(|&id| ids[node] != Some(id));
    found.sort_unstable();
    found.dedup();
    found
}
