//! Which tables an entry touches: what it locks, and whose rows it waits for.

use std::{collections::HashMap, sync::Arc};

use thin_vec::ThinVec;

use crate::{manifest::Entry, object::Kind, plan::together::Together};

/// What an entry is and what it is a part of, without its words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Outline {
    pub(in crate::plan) id: u32,
    kind: Kind,
    pub(in crate::plan) belongs_to: Option<u32>,
    depends_on: ThinVec<u32>,
    /// Schema and name of a table.
    table: Option<(Arc<str>, Box<str>)>,
}

/// What of an archive says which tables there are, what they are parts of and what is built on them. A schedule needs all
/// of it, whichever entries were selected and whichever have run.
pub fn structure(entries: &[Entry]) -> Vec<Outline> {
    let tells = |kind| is_table(kind) || matches!(kind, Kind::TableAttach | Kind::Index | Kind::Constraint);
    let outline = |entry: &Entry| Outline {
        id: entry.id,
        kind: entry.kind,
        belongs_to: entry.belongs_to,
        depends_on: entry.depends_on.clone(),
        table: (entry.kind == Kind::Table)
            .then(|| (entry.schema.clone().unwrap_or_default(), entry.name.as_str().into())),
    };
    entries.iter().filter(|entry| tells(entry.kind)).map(outline).collect()
}

/// How long a chain of parts may be; longer ones are a circle in a damaged archive.
const LONGEST_CHAIN: usize = 16;

/// An entry's place among the others.
#[derive(Clone, Copy)]
struct Part<'a> {
    id: u32,
    kind: Kind,
    belongs_to: Option<u32>,
    depends_on: &'a [u32],
}

impl<'a> From<&'a Entry> for Part<'a> {
    fn from(entry: &'a Entry) -> Self {
        Part { id: entry.id, kind: entry.kind, belongs_to: entry.belongs_to, depends_on: &entry.depends_on }
    }
}

impl<'a> From<&'a Outline> for Part<'a> {
    fn from(outline: &'a Outline) -> Self {
        let Outline { id, kind, belongs_to, ref depends_on, .. } = *outline;
        Part { id, kind, belongs_to, depends_on }
    }
}

/// The tables of a list of entries and the partition trees they form.
pub(super) struct Tables<'a> {
    by_id: HashMap<u32, Part<'a>>,
    by_name: HashMap<(&'a str, &'a str), u32>,
    /// By the number of each table that is attached to another: its tree's number.
    trees: HashMap<u32, u32>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(entries: &'a [Entry], structure: &'a [Outline]) -> Tables<'a> {
        // The entries' own words count before those of the structure.
        let all = || structure.iter().map(Part::from).chain(entries.iter().map(Part::from));
        let by_id = all().map(|part| (part.id, part)).collect();
        let own = entries
            .iter()
            .filter(|entry| entry.kind == Kind::Table)
            .map(|entry| ((entry.schema.as_deref().unwrap_or_default(), entry.name.as_str()), entry.id));
        let others = structure.iter().filter_map(|outline| {
            let (schema, name) = outline.table.as_ref()?;
            Some(((&**schema, &**name), outline.id))
        });
        let by_name = others.chain(own).collect();
        let mut tables = Tables { by_id, by_name, trees: HashMap::new() };
        let mut together = Together::default();
        for attach in all().filter(|part| part.kind == Kind::TableAttach) {
            let mut ends = tables.touched_by(attach).into_iter();
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

    /// The tables an entry is about, by entry number, ascending: what it belongs to, what it needs, and the
    /// tables of indexes and constraints it needs. A table outside of the list is known by number only.
    pub(super) fn touched(&self, entry: &Entry) -> Vec<u32> {
        self.touched_by(entry.into())
    }

    fn touched_by(&self, part: Part<'_>) -> Vec<u32> {
        let mut touched: Vec<u32> = Vec::new();
        touched.extend(self.table_of(part));
        for &need in part.depends_on.iter().filter_map(|id| self.by_id.get(id)) {
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
            next = self.by_id.get(&owner).and_then(|owner| owner.belongs_to);
        }
        id
    }

    /// The table an entry is or belongs to.
    fn table_of(&self, part: Part<'_>) -> Option<u32> {
        let mut part = part;
        for _ in 0..LONGEST_CHAIN {
            if is_table(part.kind) {
                return Some(part.id);
            }
            let owner = part.belongs_to?;
            match self.by_id.get(&owner) {
                Some(owner) => part = *owner,
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
