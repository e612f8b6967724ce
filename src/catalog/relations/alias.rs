//! Catalog rows that have no object of their own but appear in `pg_depend`: a view's query is a rule, an index
//! may be a constraint's. Generation expressions, NOT NULL and inherited CHECK constraints are told by `table`.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::KindReader,
    },
    object::{Class, Key, KeyMap},
};

const QUERY: Query = query!("relations", "alias.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut aliases = KeyMap::default();
    for row in reading.relation_rows(QUERY)? {
        let from = Key::new(Class(row.get("class")?), row.get("oid")?);
        let to = Key::new(Class(row.get("to_class")?), row.get("to_oid")?);
        aliases.insert(from, to);
    }
    for (&from, &to) in &aliases {
        reading.aliases.insert(from, resolved(&aliases, to));
    }
    Ok(())
}

/// The end of a chain: the share of a foreign key in a partition of a partition is the foreign key of the root.
fn resolved(aliases: &KeyMap<Key>, mut key: Key) -> Key {
    // No chain is longer than the list; one that is goes in a circle.
    for _ in 0..aliases.len() {
        match aliases.get(&key) {
            Some(&next) => key = next,
            None => break,
        }
    }
    key
}
