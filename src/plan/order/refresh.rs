//! The order of REFRESH: a materialized view is filled after those it reads, directly or through views.

use super::graph::{Graph, NodeId};
use crate::object::{Kind, Part};

/// Makes each REFRESH need the REFRESH of every materialized view below its own.
pub(super) fn follow_views(graph: &mut Graph) {
    let refreshes: Vec<NodeId> = (0..graph.nodes.len()).filter(|&id| graph.object(id).kind == Kind::Refresh).collect();
    if refreshes.len() < 2 {
        return;
    }
    // `seen[id]` is the last refresh whose search came by, plus one.
    let mut seen = vec![0; graph.nodes.len()];
    for &refresh in &refreshes {
        let Some(view) = graph.node(graph.object(refresh).key.part(Part::Definition)) else { continue };
        let mut stack = vec![view];
        let mut below = Vec::new();
        while let Some(id) = stack.pop() {
            for &need in &graph.needs[id] {
                if std::mem::replace(&mut seen[need], refresh + 1) == refresh + 1 {
                    continue;
                }
                let object = graph.object(need);
                match object.kind {
                    Kind::MaterializedView => below.extend(graph.node(object.key.part(Part::Refresh))),
                    Kind::View | Kind::Function => stack.push(need),
                    _ => {}
                }
            }
        }
        for other in below {
            graph.need(refresh, other);
        }
    }
}
