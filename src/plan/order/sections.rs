//! Puts every object into a section no earlier than what it needs.
//!
//! A view that groups by a primary key needs a constraint, and constraints are restored after the rows.
//! The view is then created as a dummy, a function or materialized view moves to post-data, and what
//! stands on a moved object follows it.
//!
//! # Invariants
//! Afterwards no node needs a node of a later section, so loops remain only inside one section.

use std::collections::VecDeque;

use super::graph::{Graph, NodeId, State};
use super::repair;
use crate::object::{Kind, Repair, Section};

/// Moves, splits or, when nothing else helps, disconnects whatever needs something of a later section.
pub(super) fn settle(graph: &mut Graph) {
    let mut queue: VecDeque<NodeId> = (0..graph.nodes.len()).filter(|&id| latest_need(graph, id).is_some()).collect();
    let mut dependents = None;
    while let Some(id) = queue.pop_front() {
        let Some(latest) = latest_need(graph, id) else { continue };
        let before = graph.nodes[id].section;
        if let State::Inlined(_) = graph.nodes[id].state {
            graph.force_out(id);
            graph.nodes[id].section = graph.nodes[id].section.max(latest);
        } else if before == Section::PreData && can_be_dummy(graph, id) {
            let late: Vec<NodeId> =
                graph.needs[id].iter().copied().filter(|&need| graph.nodes[need].section > before).collect();
            repair::make_dummy(graph, id, &late);
        } else if can_follow(graph, id) {
            graph.nodes[id].section = Section::PostData;
        } else {
            disconnect(graph, id);
        }
        if graph.nodes[id].section > before {
            let dependents: &Vec<Vec<NodeId>> = dependents.get_or_insert_with(|| graph.dependents());
            // A view's redefinition is newer than the list; nothing needs it.
            queue.extend(dependents.get(id).into_iter().flatten());
        }
    }
}

/// The latest section among what it needs, when that is later than its own.
fn latest_need(graph: &Graph, id: NodeId) -> Option<Section> {
    let own = graph.nodes[id].section;
    graph.needs[id].iter().map(|&need| graph.nodes[need].section).filter(|&section| section > own).max()
}

fn can_be_dummy(graph: &Graph, id: NodeId) -> bool {
    matches!(graph.object(id).repair, Repair::Dummy(_)) && matches!(graph.nodes[id].state, State::Apart | State::Dummy)
}

/// Whether it may be restored after the rows: rows need types and tables, not these.
fn can_follow(graph: &Graph, id: NodeId) -> bool {
    let object = graph.object(id);
    object.repair == Repair::Postpone
        || matches!(
            object.kind,
            Kind::MaterializedView
                | Kind::View
                | Kind::Function
                | Kind::Procedure
                | Kind::Aggregate
                | Kind::Cast
                | Kind::Transform
                | Kind::Operator
                | Kind::OperatorFamily
                | Kind::OperatorClass
                | Kind::Conversion
                | Kind::TextSearchDictionary
                | Kind::TextSearchConfiguration
                | Kind::Default
                | Kind::CheckConstraint
                | Kind::StatisticsData
                | Kind::Comment
                | Kind::SecurityLabel
                | Kind::Acl
        )
}

/// Gives up the needs that come too late.
fn disconnect(graph: &mut Graph, id: NodeId) {
    let own = graph.nodes[id].section;
    let needs = std::mem::take(&mut graph.needs[id]);
    let (late, kept): (Vec<NodeId>, Vec<NodeId>) = needs.into_iter().partition(|&need| graph.nodes[need].section > own);
    graph.needs[id] = kept;
    let late: Vec<String> = late.into_iter().map(|need| graph.describe(need)).collect();
    let warning =
        format!("{} needs {}, which is restored later: restoring it may fail", graph.describe(id), late.join(", "));
    graph.warnings.push(warning);
}
