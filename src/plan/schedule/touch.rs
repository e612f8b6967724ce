//! Which tables an entry touches: what it locks, and whose rows it waits for.

use std::collections::HashMap;

use crate::{manifest::Entry, object::Kind, plan::together::Together};

/// What of an archive says which tables there are, what they are parts of and what is built on them, without the text. A
/// schedule needs all of it, whichever entries were selected and whichever have run.
pub fn structure(entries: &[Entry]) -> Vec<Entry> {
    let tells = |kind| is_table(kind) || matches!(kind, Kind::TableAttach | Kind::Index | Kind::Constraint);
    let bare = |entry: &Entry| Entry {
        owner: None,
        address: None,
        tablespace: None,
        access_method: None,
        create: String::new(),
        requires: [].into(),
        older: [].into(),
        drop: None,
        schema: entry.schema.clone(),
        name: entry.name.clone(),
        depends_on: entry.depends_on.clone(),
        ..*entry
    };
    entries.iter().filter(|entry| tells(entry.kind)).map(bare).collect()
}

/// How long a chain of parts may be; longer ones are a circle in a damaged archive.
const LONGEST_CHAIN: usize = 16;

/// The tables of a list of entries and the partition trees they form.
pub(super) struct Tables<'a> {
    by_id: HashMap<u32, &'a Entry>,
    by_name: HashMap<(&'a str, &'a str), u32>,
    /// By the number of each table that is attached to another: its tree's number.
    trees: HashMap<u32, u32>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(entries: &'a [Entry], structure: &'a [Entry]) -> Tables<'a> {
        // The entries' own words count before those of the structure.
        let all = || structure.iter().chain(entries);
        let by_id = all().map(|entry| (entry.id, entry)).collect();
        let by_name = all()
            .filter(|entry| entry.kind == Kind::Table)
            .map(|entry| ((entry.schema.as_deref().unwrap_or_default(), entry.name.as_str()), entry.id))
            .collect();
        let mut tables = Tables { by_id, by_name, trees: HashMap::new() };
        let mut together = Together::default();
        for attach in all().filter(|entry| entry.kind == Kind::TableAttach) {
            let mut ends = tables.touched(attach).into_iter();
            if let Some(first) = ends.next() {
                for other in ends {
                    together.join(first, other);
                }
            }
        }
        tables.trees = together.tops();
        tables
    }

    /// The number of the table of this name.
    pub(super) fn named(&self, schema: &str, name: &str) -> Option<u32> {
        self.by_name.get(&(schema, name)).copied()
    }

    /// The entry with this number, when it is known.
    pub(super) fn entry(&self, id: u32) -> Option<&'a Entry> {
        self.by_id.get(&id).copied()
    }

    /// The tables an entry is about, by entry number, ascending: what it belongs to, what it needs, and the
    /// tables of indexes and constraints it needs. A table outside of the list is known by number only.
    pub(super) fn touched(&self, entry: &Entry) -> Vec<u32> {
        let mut touched: Vec<u32> = Vec::new();
        touched.extend(self.table_of(entry));
        for need in entry.depends_on.iter().filter_map(|&id| self.entry(id)) {
            if is_table(need.kind) || matches!(need.kind, Kind::Index | Kind::Constraint) {
                touched.extend(self.table_of(need));
            }
        }
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    /// The outermost object that an entry is a part of, or itself.
    pub(super) fn root_of(&self, entry: &Entry) -> u32 {
        let mut id = entry.id;
        let mut next = entry.belongs_to;
        for _ in 0..LONGEST_CHAIN {
            let Some(owner) = next else { break };
            id = owner;
            next = self.entry(owner).and_then(|owner| owner.belongs_to);
        }
        id
    }

    /// The table an entry is or belongs to.
    fn table_of(&self, entry: &Entry) -> Option<u32> {
        let mut part = entry;
        for _ in 0..LONGEST_CHAIN {
            if is_table(part.kind) {
                return Some(part.id);
            }
            let owner = part.belongs_to?;
            match self.entry(owner) {
                Some(entry) => part = entry,
                None => return Some(owner),
            }
        }
        None
    }

    /// The number of the partition tree that a table is part of.
    pub(super) fn tree(&self, table: u32) -> Option<usize> {
        self.trees.get(&table).map(|&tree| usize::try_from(tree).unwrap_or(usize::MAX))
    }
}

/// Whether objects of this kind hold rows or show them: what indexes, triggers and rules belong to.
pub(super) fn is_table(kind: Kind) -> bool {
    matches!(kind, Kind::Table | Kind::ForeignTable | Kind::View | Kind::MaterializedView)
}
