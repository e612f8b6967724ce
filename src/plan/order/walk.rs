//! The topological order that disturbs the sorted order least.
//!
//! Built from the end: of all objects that nothing unplaced needs, the one that stands last in the sorted
//! list is placed last, and so on. An object that is needed early is thereby pulled forward, to right
//! before the first that needs it, and everything else stays where it was. Comments, labels and
//! privileges take no part in that: each stands right behind the last object it needs.

use std::collections::{BinaryHeap, VecDeque};

use super::graph::{Graph, NodeId, is_remark};
use crate::object::{Kind, Part, Section};

/// Nodes in restore order: all of them, also those without an entry. The graph has no loops.
pub(super) fn walk(graph: &mut Graph) -> Vec<NodeId> {
    let sorted = sorted(graph);
    let follows: Vec<bool> =
        (0..sorted.len()).map(|id| is_remark(graph.object(id).kind) && !graph.needs[id].is_empty()).collect();
    let leaders = from_the_end(graph, &sorted, &follows);
    let mut followers = Followers::new(graph, &sorted, &follows);
    let mut order = Vec::with_capacity(sorted.len());
    for id in leaders {
        order.push(id);
        followers.place_behind(graph, id, &mut order);
    }
    order
}

/// All nodes by section, kind and number.
fn sorted(graph: &Graph) -> Vec<NodeId> {
    let mut sorted: Vec<(Section, Kind, NodeId)> = graph
        .nodes
        .iter()
        .enumerate()
        .map(|(id, node)| {
            // The redefinition of a view is what a rule is elsewhere.
            let object = graph.object(id);
            let kind = if object.key.part == Part::Redefinition { Kind::Rule } else { object.kind };
            (node.section, kind, id)
        })
        .collect();
    sorted.sort_unstable();
    sorted.into_iter().map(|(_, _, id)| id).collect()
}

/// The order of the nodes that do not follow others.
fn from_the_end(graph: &Graph, sorted: &[NodeId], follows: &[bool]) -> Vec<NodeId> {
    let mut place = vec![0; sorted.len()];
    for (position, &id) in sorted.iter().enumerate() {
        place[id] = position;
    }
    let mut dependents = vec![0_usize; sorted.len()];
    for (id, needs) in graph.needs.iter().enumerate().filter(|&(id, _)| !follows[id]) {
        debug_assert!(!needs.contains(&id), "no node needs itself");
        for &need in needs {
            dependents[need] += 1;
        }
    }
    let mut free: BinaryHeap<usize> =
        (0..sorted.len()).filter(|&position| dependents[sorted[position]] == 0 && !follows[sorted[position]]).collect();
    let mut order = Vec::with_capacity(sorted.len());
    while let Some(position) = free.pop() {
        let id = sorted[position];
        order.push(id);
        for &need in &graph.needs[id] {
            dependents[need] -= 1;
            if dependents[need] == 0 && !follows[need] {
                free.push(place[need]);
            }
        }
    }
    order.reverse();
    order
}

/// Comments, labels and privileges on their way to a place.
struct Followers {
    /// By node, what waits for it, in sorted order.
    waiting: Vec<Vec<NodeId>>,
    /// By node, how many of its needs have no place yet.
    missing: Vec<usize>,
}

impl Followers {
    fn new(graph: &Graph, sorted: &[NodeId], follows: &[bool]) -> Followers {
        let mut waiting = vec![Vec::new(); sorted.len()];
        let mut missing = vec![0; sorted.len()];
        for &id in sorted.iter().filter(|&&id| follows[id]) {
            missing[id] = graph.needs[id].len();
            for &need in &graph.needs[id] {
                waiting[need].push(id);
            }
        }
        Followers { waiting, missing }
    }

    /// Places what waited for nothing but this node, and what waited for that.
    fn place_behind(&mut self, graph: &mut Graph, placed: NodeId, order: &mut Vec<NodeId>) {
        let mut queue = VecDeque::from([placed]);
        while let Some(id) = queue.pop_front() {
            for follower in std::mem::take(&mut self.waiting[id]) {
                self.missing[follower] -= 1;
                if self.missing[follower] == 0 {
                    graph.nodes[follower].section = graph.nodes[placed].section;
                    order.push(follower);
                    queue.push_back(follower);
                }
            }
        }
    }
}
