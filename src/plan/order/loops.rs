//! Finds dependency loops: strongly connected components, and the shortest loops inside one.

use std::collections::HashMap;

use super::graph::NodeId;

/// Steps that one search for shortest loops may take before it is content with those found so far.
/// Real loops have two to four members; only a schema made to be difficult comes near it.
const SEARCH_STEPS: usize = 4_000_000;

/// The strongly connected components of more than one node among `suspects`, each in ascending order,
/// by their smallest node. Tarjan's algorithm with its own stack: chains may be a million objects long.
pub(super) fn components(needs: &[Vec<NodeId>], suspects: &[NodeId]) -> Vec<Vec<NodeId>> {
    const OUTSIDE: usize = usize::MAX;
    const UNSEEN: usize = usize::MAX - 1;
    let mut order = vec![OUTSIDE; needs.len()];
    for &id in suspects {
        order[id] = UNSEEN;
    }
    let mut low = vec![0; needs.len()];
    let mut open = vec![false; needs.len()];
    let mut path = Vec::new();
    let mut calls: Vec<(NodeId, usize)> = Vec::new();
    let mut next = 0;
    let mut found = Vec::new();
    for &root in suspects {
        if order[root] != UNSEEN {
            continue;
        }
        calls.push((root, 0));
        while let Some((id, place)) = calls.last_mut() {
            let id = *id;
            if *place == 0 {
                order[id] = next;
                low[id] = next;
                next += 1;
                open[id] = true;
                path.push(id);
            }
            if let Some(&need) = needs[id].get(*place) {
                *place += 1;
                if order[need] == UNSEEN {
                    calls.push((need, 0));
                } else if open[need] {
                    low[id] = low[id].min(order[need]);
                }
                // A node without needs is entered once only, so `place` is never 0 twice with needs left.
                continue;
            }
            calls.pop();
            if let Some(&(caller, _)) = calls.last() {
                low[caller] = low[caller].min(low[id]);
            }
            if low[id] == order[id] {
                let mut component = Vec::new();
                while let Some(member) = path.pop() {
                    open[member] = false;
                    component.push(member);
                    if member == id {
                        break;
                    }
                }
                if component.len() > 1 {
                    component.sort_unstable();
                    found.push(component);
                }
            }
        }
    }
    found.sort_unstable();
    found
}

/// The shortest loops of a component, no two sharing a node. A loop `[a, b, c]` means that a needs b,
/// b needs c and c needs a; it begins with its smallest node.
pub(super) fn shortest(needs: &[Vec<NodeId>], component: &[NodeId]) -> Vec<Vec<NodeId>> {
    let places: HashMap<NodeId, usize> = component.iter().enumerate().map(|(place, &id)| (id, place)).collect();
    let inside: Vec<Vec<usize>> =
        component.iter().map(|&id| needs[id].iter().filter_map(|need| places.get(need).copied()).collect()).collect();
    let mut best = usize::MAX;
    let mut steps = 0;
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut search = Search { came_from: vec![usize::MAX; component.len()], visited: Vec::new() };
    for start in 0..component.len() {
        if let Some(path) = search.through(start, &inside, best, &mut steps) {
            if path.len() < best {
                best = path.len();
                found.clear();
            }
            found.push(path);
        }
        if steps > SEARCH_STEPS && !found.is_empty() {
            break;
        }
    }
    let mut taken = vec![false; component.len()];
    let mut loops = Vec::new();
    for mut path in found {
        if path.iter().any(|&place| taken[place]) {
            continue;
        }
        for &place in &path {
            taken[place] = true;
        }
        let smallest = path.iter().enumerate().min_by_key(|&(_, place)| place).map_or(0, |(position, _)| position);
        path.rotate_left(smallest);
        loops.push(path.into_iter().map(|place| component[place]).collect());
    }
    loops
}

/// Breadth-first search inside a component; its memory is used again for every start.
struct Search {
    came_from: Vec<usize>,
    visited: Vec<usize>,
}

impl Search {
    /// The shortest loop through `start` of at most `longest` nodes.
    fn through(
        &mut self,
        start: usize,
        inside: &[Vec<usize>],
        longest: usize,
        steps: &mut usize,
    ) -> Option<Vec<usize>> {
        for place in self.visited.drain(..) {
            self.came_from[place] = usize::MAX;
        }
        self.visited.push(start);
        self.came_from[start] = start;
        let mut head = 0;
        let mut length = 1;
        while head < self.visited.len() && length <= longest {
            let level_end = self.visited.len();
            while head < level_end {
                let place = self.visited[head];
                head += 1;
                for &need in &inside[place] {
                    *steps += 1;
                    if need == start {
                        return Some(self.path(start, place));
                    }
                    if self.came_from[need] == usize::MAX {
                        self.came_from[need] = place;
                        self.visited.push(need);
                    }
                }
            }
            length += 1;
        }
        None
    }

    fn path(&self, start: usize, end: usize) -> Vec<usize> {
        let mut path = vec![end];
        let mut place = end;
        while place != start {
            place = self.came_from[place];
            path.push(place);
        }
        path.reverse();
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(needs: &[Vec<NodeId>]) -> Vec<NodeId> {
        (0..needs.len()).collect()
    }

    #[test]
    fn components_are_the_loops_and_nothing_else() {
        let needs = vec![vec![1], vec![2], vec![0, 3], vec![4], vec![3], vec![0]];
        assert_eq!(components(&needs, &all(&needs)), vec![vec![0, 1, 2], vec![3, 4]]);
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        let mut needs: Vec<Vec<NodeId>> = (0..200_000).map(|id| vec![id + 1]).collect();
        needs.push(vec![]);
        assert!(components(&needs, &all(&needs)).is_empty());
    }

    #[test]
    fn shorter_loops_hide_longer_ones() {
        // 0 → 1 → 2 → 0 and 2 → 3 → 2.
        let needs = vec![vec![1], vec![2], vec![0, 3], vec![2]];
        assert_eq!(shortest(&needs, &all(&needs)), vec![vec![2, 3]]);
    }

    #[test]
    fn loops_without_common_nodes_are_found_together() {
        let needs = vec![vec![1, 2], vec![0], vec![3], vec![2, 0]];
        assert_eq!(shortest(&needs, &all(&needs)), vec![vec![0, 1], vec![2, 3]]);
    }
}
