//! Which definitions several connections may create at the same time.
//!
//! ```text
//! schemas, types, functions │ tables, sequences ┬ group ┐ │ views │ comments ┬ group ┐
//!                           │                   └ group ┘ │       │          └ group ┘
//! ```
//!
//! A database of thousands of objects has mostly tables, and creating them is most of what a restore of small tables does
//! before it loads rows. Kinds whose hidden needs are unknown (what a function's text names) stay in the archive's order.

use std::collections::{HashMap, HashSet};

use super::together::Together;
use crate::{manifest::Entry, object::Kind};

/// A run of definitions, in the archive's order.
#[derive(Debug, Eq, PartialEq)]
pub enum Stretch<'e> {
    /// One after the other.
    InOrder(Vec<&'e Entry>),
    /// Groups that neither need nor lock what another of them makes; each in order.
    Apart(Vec<Vec<&'e Entry>>),
}

/// Fewer entries are not worth a second transaction.
const WORTH_SHARING: usize = 64;

/// What an entry takes beside the bytes of its statements, in such bytes.
const ENTRY: usize = 1000;

/// Cuts the definitions into stretches for so many connections.
pub fn stretches<'e>(entries: &[&'e Entry], connections: usize) -> Vec<Stretch<'e>> {
    // What is not among the definitions may be anything, a table that is there already included.
    let lockless: HashSet<u32> =
        entries.iter().filter(|entry| !may_be_apart(entry.kind)).map(|entry| entry.id).collect();
    let mut stretches = Vec::new();
    let mut in_order: Vec<&Entry> = Vec::new();
    for run in entries.chunk_by(|a, b| may_be_apart(a.kind) == may_be_apart(b.kind)) {
        let shares = connections > 1 && run.len() >= WORTH_SHARING && run.iter().all(|entry| may_be_apart(entry.kind));
        let groups = if shares { groups(run, connections, &lockless) } else { Vec::new() };
        if groups.len() < 2 {
            in_order.extend_from_slice(run);
            continue;
        }
        if !in_order.is_empty() {
            stretches.push(Stretch::InOrder(std::mem::take(&mut in_order)));
        }
        stretches.push(Stretch::Apart(groups));
    }
    if !in_order.is_empty() {
        stretches.push(Stretch::InOrder(in_order));
    }
    stretches
}

/// The server keeps record of all that these need, and they lock nothing but tables, sequences and themselves.
fn may_be_apart(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Table
            | Kind::Sequence
            | Kind::SequenceOwnedBy
            | Kind::TableAttach
            | Kind::Default
            | Kind::LargeObject
            | Kind::Comment
    )
}

/// Groups of about the same size, at most as many as there are connections: entries that are about the same thing are in
/// one group.
fn groups<'e>(run: &[&'e Entry], connections: usize, lockless: &HashSet<u32>) -> Vec<Vec<&'e Entry>> {
    let mut together = Together::default();
    for entry in run {
        let about = entry.belongs_to.iter().chain(&entry.depends_on).filter(|id| !lockless.contains(id));
        for &other in about {
            together.join(entry.id, other);
        }
    }
    let size = |entry: &Entry| ENTRY + entry.create.len();
    let mut sizes: HashMap<u32, usize> = HashMap::new();
    for entry in run {
        *sizes.entry(together.top(entry.id)).or_default() += size(entry);
    }
    let mut group_of: HashMap<u32, usize> = HashMap::new();
    let mut loads = vec![0; connections];
    let mut groups = vec![Vec::new(); connections];
    for &entry in run {
        let top = together.top(entry.id);
        let group = *group_of.entry(top).or_insert_with(|| {
            let least = (0..connections).min_by_key(|&group| loads[group]).unwrap_or_default();
            loads[least] += sizes[&top];
            least
        });
        groups[group].push(entry);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::selection::entry;

    fn tables(ids: std::ops::Range<u32>) -> Vec<Entry> {
        ids.map(|id| entry(id, Kind::Table, "t")).collect()
    }

    fn apart(entries: &[Entry], connections: usize) -> Vec<Stretch<'_>> {
        stretches(&entries.iter().collect::<Vec<_>>(), connections)
    }

    fn ids(group: &[&Entry]) -> Vec<u32> {
        group.iter().map(|entry| entry.id).collect()
    }

    #[test]
    fn tables_are_shared_and_the_rest_stays_in_order() {
        let mut entries = vec![entry(1, Kind::Schema, "s"), entry(2, Kind::Function, "f")];
        entries.extend(tables(10..110));
        entries.push(entry(200, Kind::View, "v"));
        entries.extend(tables(300..310));
        let stretches = apart(&entries, 2);
        let [Stretch::InOrder(before), Stretch::Apart(groups), Stretch::InOrder(after)] = &stretches[..] else {
            panic!("{stretches:?}")
        };
        assert_eq!(ids(before), [1, 2]);
        assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50]);
        assert_eq!(ids(after), std::iter::once(200).chain(300..310).collect::<Vec<_>>(), "too few to share");
    }

    #[test]
    fn what_is_about_one_table_stays_together_and_in_order() {
        let mut entries = vec![entry(1, Kind::Schema, "s"), entry(2, Kind::Table, "parent")];
        entries.extend((10..110).map(|id| {
            // All are in one schema, which is no reason; every third is a child of the same table.
            let parent = if id % 3 == 0 { 2 } else { 1 };
            Entry { depends_on: [1, parent].into(), ..entry(id, Kind::Table, "t") }
        }));
        entries
            .extend((10..110).map(|id| Entry { belongs_to: Some(id), ..entry(id + 1000, Kind::Comment, "TABLE t") }));
        let stretches = apart(&entries, 3);
        let Some(Stretch::Apart(groups)) = stretches.last() else { panic!("{stretches:?}") };
        assert_eq!(groups.len(), 3);
        let group_of: HashMap<u32, usize> = groups
            .iter()
            .zip(0..)
            .flat_map(|(group, number)| ids(group).into_iter().map(move |id| (id, number)))
            .collect();
        assert_eq!(group_of.len(), 201, "each is in one group");
        for id in 10..110 {
            assert_eq!(group_of[&id], group_of[&(id + 1000)], "a comment and its table");
            if id % 3 == 0 {
                assert_eq!(group_of[&id], group_of[&2], "a child and its parent");
            }
        }
        for group in groups {
            let positions: Vec<usize> =
                group.iter().filter_map(|entry| entries.iter().position(|other| other.id == entry.id)).collect();
            assert!(positions.is_sorted());
        }
    }

    #[test]
    fn what_the_archive_does_not_define_may_be_a_table() {
        let entries: Vec<Entry> =
            (10..110).map(|id| Entry { depends_on: [5].into(), ..entry(id, Kind::Comment, "COLUMN t.a") }).collect();
        assert_eq!(apart(&entries, 2), [Stretch::InOrder(entries.iter().collect())]);
    }

    #[test]
    fn one_connection_shares_nothing() {
        let entries = tables(1..200);
        assert_eq!(apart(&entries, 1), [Stretch::InOrder(entries.iter().collect())]);
    }
}
