//! From ordered nodes to entries: rendering, numbering, direct dependencies.

use std::collections::HashSet;

use thin_vec::ThinVec;

use super::Ordered;
use super::graph::{Graph, NodeId, State};
use crate::manifest::{Entry, OlderForm, Requirement};
use crate::object::{Definition, DropStatements, Feature, Repair};

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
    for &node in walk {
        let Some(id) = ids[node] else { continue };
        let depends_on = direct(&graph, &ids, node);
        let belongs_to = graph.object(node).belongs_to.and_then(|key| {
            let owner = graph.node(key)?;
            ids[graph.parent(owner).unwrap_or(owner)]
        });
        let (create, older) = render(&mut graph, node);
        let section = graph.nodes[node].section;
        let object = graph.object_mut(node);
        let DropStatements { plain, if_exists } = object.drop_statements().unwrap_or_default();
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        if let Some(rows) = object.rows_of {
            ordered.rows_of.insert(ordered.entries.len(), rows);
        }
        ordered.keys.push(object.key);
        ordered.entries.push(Entry {
            id,
            kind: object.kind,
            section,
            schema: object.schema.take(),
            name: std::mem::take(&mut object.name),
            owner: object.owner.take(),
            address: object.address.take(),
            belongs_to,
            tablespace: object.tablespace.take(),
            access_method: object.access_method.take(),
            partitioned: object.partitioned,
            create,
            requires: object.requires.iter().map(|feature| requirement(*feature)).collect(),
            older,
            drop: filled(plain),
            drop_if_exists: filled(if_exists),
            depends_on,
            stream: None,
        });
    }
    ordered
}

/// Its statement and that for older servers, with the objects that are written inside it.
fn render(graph: &mut Graph, node: NodeId) -> (String, ThinVec<OlderForm>) {
    if graph.nodes[node].state == State::Dummy
        && let Repair::Dummy(dummy) = &mut graph.object_mut(node).repair
    {
        return (std::mem::take(&mut dummy.create), ThinVec::new());
    }
    let definition = std::mem::take(&mut graph.object_mut(node).create);
    let older = std::mem::take(&mut graph.object_mut(node).older);
    let older = older.into_iter().map(|form| OlderForm {
        below: form.below,
        create: text(graph, node, form.create),
        loses: form.loses,
    });
    let older = older.collect();
    (text(graph, node, definition), older)
}

fn requirement(feature: Feature) -> Requirement {
    Requirement { feature: feature.words().to_owned(), server: feature.since() }
}

fn text(graph: &Graph, node: NodeId, definition: Definition) -> String {
    if definition.list.is_none() {
        return definition.head;
    }
    definition.render(|key| {
        let child = graph.node(key)?;
        let inline = graph.object(child).inline.as_ref()?;
        (graph.parent(child) == Some(node)).then_some(inline.text.as_str())
    })
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
