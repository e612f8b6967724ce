//! Repairs dependency loops, the shortest first.
//!
//! | loop | repair |
//! |---|---|
//! | type ↔ its input, output, canonical function | the function needs the shell type instead |
//! | index of a partitioned table ↔ index of its partition | the edge is dropped |
//! | table or domain ↔ default or CHECK, directly or not | the default or CHECK becomes a statement of its own |
//! | view in any loop | the view is created as a dummy and redefined in post-data |
//! | rows ↔ rows, through circular foreign keys | warning, broken |
//! | anything else | warning, broken |

use thin_vec::ThinVec;

use super::graph::{Graph, NodeId, State};
use super::{loops, sections};
use crate::object::{Class, Definition, Drop, Kind, Part, Repair, Section};

/// Breaks loops until none is left.
pub(super) fn break_loops(graph: &mut Graph) {
    let mut suspects: Vec<NodeId> = (0..graph.nodes.len()).collect();
    loop {
        // Every repair takes an edge out of its loop and adds none that could close another with nodes
        // outside of the component: the next round looks only at these.
        let components = loops::components(&graph.needs, &suspects);
        if components.is_empty() {
            return;
        }
        for component in &components {
            for members in loops::shortest(&graph.needs, component) {
                repair(graph, &members, component);
            }
        }
        sections::settle(graph);
        suspects = components.concat();
        suspects.sort_unstable();
    }
}

/// Repairs one loop in the way that changes least.
fn repair(graph: &mut Graph, members: &[NodeId], component: &[NodeId]) {
    let _ = use_shell(graph, members)
        || drop_index_edge(graph, members)
        || force_out(graph, members)
        || use_dummy(graph, members, component)
        || give_up(graph, members);
}

/// Each member with the next one, which it needs.
fn pairs(members: &[NodeId]) -> impl Iterator<Item = (NodeId, NodeId)> {
    members.iter().copied().zip(members.iter().copied().cycle().skip(1))
}

fn use_shell(graph: &mut Graph, members: &[NodeId]) -> bool {
    for (function, of_type) in pairs(members) {
        let key = graph.object(of_type).key;
        if graph.object(function).kind != Kind::Function || key.class != Class::TYPE {
            continue;
        }
        let Some(shell) = graph.node(key.part(Part::Shell)).filter(|&shell| shell != of_type) else { continue };
        graph.nodes[shell].state = State::Apart;
        graph.needs[function].retain(|&need| need != of_type);
        graph.need(function, shell);
        return true;
    }
    false
}

fn drop_index_edge(graph: &mut Graph, members: &[NodeId]) -> bool {
    let is_index = |&id: &NodeId| matches!(graph.object(id).kind, Kind::Index | Kind::Constraint);
    let &[a, b] = members else { return false };
    if !members.iter().all(is_index) {
        return false;
    }
    // The partition's index is the one that is attached; it is created without knowing the other.
    let attached = |id: NodeId| graph.node(graph.object(id).key.part(Part::Attach)).is_some();
    let (partition, parent) = if attached(a) && !attached(b) { (a, b) } else { (b, a) };
    graph.needs[partition].retain(|&need| need != parent);
    true
}

fn force_out(graph: &mut Graph, members: &[NodeId]) -> bool {
    let separate = |graph: &Graph, id: NodeId| graph.object(id).inline.as_ref().map(|it| it.separate_section);
    let child = pairs(members)
        .filter(|&(parent, child)| graph.parent(child) == Some(parent))
        .map(|(_, child)| child)
        .min_by_key(|&child| (separate(graph, child), child));
    if let Some(child) = child {
        graph.force_out(child);
    }
    child.is_some()
}

fn use_dummy(graph: &mut Graph, members: &[NodeId], component: &[NodeId]) -> bool {
    for (view, _) in pairs(members).filter(|&(view, _)| graph.nodes[view].section == Section::PreData) {
        // A dummy names only the types of its columns.
        let given_up: Vec<NodeId> = graph.needs[view]
            .iter()
            .copied()
            .filter(|need| component.binary_search(need).is_ok())
            .filter(|&need| graph.object(need).key.class != Class::TYPE)
            .collect();
        let (_, next) = pairs(members).find(|&(id, _)| id == view).unwrap_or((view, view));
        if matches!(graph.object(view).repair, Repair::Dummy(_)) && given_up.contains(&next) {
            make_dummy(graph, view, &given_up);
            return true;
        }
    }
    false
}

/// Creates a view as a dummy that does not need `given_up`, and redefines it in post-data.
pub(super) fn make_dummy(graph: &mut Graph, view: NodeId, given_up: &[NodeId]) {
    let needs = graph.needs[view].clone();
    graph.needs[view].retain(|need| !given_up.contains(need));
    if graph.nodes[view].state == State::Dummy {
        return;
    }
    graph.nodes[view].state = State::Dummy;
    let object = graph.object(view);
    let Repair::Dummy(dummy) = &object.repair else { return };
    let mut redefinition = object.clone();
    redefinition.key = object.key.part(Part::Redefinition);
    redefinition.section = Section::PostData;
    redefinition.create = Definition::sql(dummy.replace.clone());
    redefinition.belongs_to = Some(object.key);
    redefinition.address = None;
    redefinition.inline = None;
    redefinition.repair = Repair::None;
    redefinition.older = ThinVec::new();
    // Dropping it takes the view back to the dummy, which what depends on the view can live with.
    redefinition.drop = dummy.create.strip_prefix("CREATE VIEW ").map(|rest| {
        let text = format!("CREATE OR REPLACE VIEW {rest}");
        Drop::marked(text)
    });
    let redefinition = graph.push(redefinition, needs);
    graph.need(redefinition, view);
}

/// Breaks a loop anywhere and says so.
fn give_up(graph: &mut Graph, members: &[NodeId]) -> bool {
    let names: Vec<String> = members.iter().map(|&id| graph.describe(id)).collect();
    let names = names.join(", ");
    let warning = if members.iter().all(|&id| graph.object(id).kind == Kind::TableData) {
        format!(
            "circular foreign keys between these tables: {names}; restoring only their rows needs the keys dropped or triggers disabled"
        )
    } else {
        format!("these objects need each other: {names}; restoring some of them may fail")
    };
    graph.warnings.push(warning);
    if let Some((from, to)) = pairs(members).next() {
        graph.needs[from].retain(|&need| need != to);
    }
    true
}
