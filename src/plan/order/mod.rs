//! From unordered objects to the table of contents.
//!
//! ```text
//! objects ─ sort ─▶ graph ─ sections ─▶ no need of a later section ─ loops ─▶ no loops ─ walk ─▶ entries
//! ```
//!
//! # Invariants
//! The result depends on the objects and edges alone: not on the order they come in, not on OIDs.
//! Every entry stands behind the entries it depends on.

mod entries;
mod graph;
mod loops;
mod priority;
mod refresh;
mod repair;
mod rows;
mod sections;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::HashMap;

use crate::{
    manifest::Entry,
    object::{Edge, Key, Object},
};

pub use rows::foreign_key_edges;

/// The table of contents and what had to be said about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ordered {
    /// Entries in restore order, numbered from 1; `depends_on` holds the direct dependencies that are in the archive; `stream` is not set.
    pub entries: Vec<Entry>,
    /// The key each entry was made from, in the same order.
    pub keys: Vec<Key>,
    /// The object whose rows it stands for, by entry position.
    pub rows_of: HashMap<usize, Key>,
    /// Loops that had to be broken with no known repair.
    pub warnings: Vec<String>,
}

/// Sorts by natural keys, topologically; repairs loops. `edges` come from `pg_depend`.
///
/// A key without an object stands for something that is not dumped: an edge that leads to it leads on to
/// whatever it needs itself.
pub fn order(objects: Vec<Object>, edges: Vec<Edge>) -> Ordered {
    let mut graph = graph::Graph::new(objects, &edges);
    drop(edges);
    sections::settle(&mut graph);
    repair::break_loops(&mut graph);
    let walk = walk::walk(&mut graph);
    entries::entries(graph, &walk)
}

impl Ordered {
    /// Leaves out entries, numbers the others anew, and lets dependencies pass through what was left out.
    pub fn retain(self, keep: impl Fn(&Entry) -> bool) -> Ordered {
        let mut kept = Ordered { warnings: self.warnings, ..Ordered::default() };
        // For each old entry, what stands for it now: itself, or what it depended on.
        let mut stands_for: Vec<Vec<u32>> = Vec::with_capacity(self.entries.len());
        let mut number: Vec<Option<u32>> = Vec::with_capacity(self.entries.len());
        for (position, (mut entry, key)) in self.entries.into_iter().zip(self.keys).enumerate() {
            let old = |id: &u32| usize::try_from(*id).ok().and_then(|id| id.checked_sub(1));
            let mut depends_on: Vec<u32> =
                entry.depends_on.iter().filter_map(|id| stands_for.get(old(id)?)).flatten().copied().collect();
            depends_on.sort_unstable();
            depends_on.dedup();
            if !keep(&entry) {
                stands_for.push(depends_on);
                number.push(None);
                continue;
            }
            entry.id = entries::id(kept.entries.len());
            entry.depends_on = depends_on.into();
            entry.belongs_to = entry.belongs_to.and_then(|id| *number.get(old(&id)?)?);
            stands_for.push(vec![entry.id]);
            number.push(Some(entry.id));
            if let Some(rows) = self.rows_of.get(&position) {
                kept.rows_of.insert(kept.entries.len(), *rows);
            }
            kept.keys.push(key);
            kept.entries.push(entry);
        }
        kept
    }
}
