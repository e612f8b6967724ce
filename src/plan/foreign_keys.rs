//! Foreign keys of large tables, checked by hashing.
//!
//! The server checks all rows with one join, which it plans before the tables have statistics: for a key of several columns it
//! sorts both tables then, or probes an index row by row. What is referenced is unique, so a hash has no crowded places,
//! and batches of it go to the disk when it is larger than `maintenance_work_mem`.

use std::{collections::HashMap, hash::BuildHasher};

use super::{Load, Outline};
use crate::{manifest::Entry, object::Kind};

/// Rows from which on it matters.
const LARGE_BYTES: u64 = 16 << 20;

/// How many times larger the referenced table may be. It is read whole, which probes for a few rows would spare.
const MOST_TIMES: u64 = 8;

const BY_HASHING: &str = "SET enable_mergejoin = off;\nSET enable_nestloop = off;\n";
const AS_BEFORE: &str = "RESET enable_mergejoin;\nRESET enable_nestloop;\n";

/// Has the foreign keys of large tables checked by hashing; `structure` of the whole archive.
pub fn hash_foreign_keys<S: BuildHasher>(entries: &mut [Entry], structure: &[Outline], loads: &HashMap<u32, Load, S>) {
    let bytes = bytes_of_tables(entries, loads);
    let owners: HashMap<u32, u32> = structure.iter().filter_map(|part| Some((part.id, part.belongs_to?))).collect();
    for key in entries.iter_mut().filter(|entry| entry.kind == Kind::ForeignKey && !entry.create.is_empty()) {
        let Some(table) = key.belongs_to else { continue };
        let own = bytes.get(&table).copied().unwrap_or_default();
        let others = key.depends_on.iter().flat_map(|id| [Some(*id), owners.get(id).copied()]).flatten();
        let referenced = others.filter_map(|other| bytes.get(&other)).max().copied().unwrap_or_default();
        if own >= LARGE_BYTES && referenced / MOST_TIMES <= own {
            let end = if key.create.ends_with('\n') { "" } else { "\n" };
            key.create = format!("{BY_HASHING}{}{end}{AS_BEFORE}", key.create);
        }
    }
}

/// The bytes of the rows of each table, by the table's entry number.
fn bytes_of_tables<S: BuildHasher>(entries: &[Entry], loads: &HashMap<u32, Load, S>) -> HashMap<u32, u64> {
    let mut bytes: HashMap<u32, u64> = HashMap::new();
    for rows in entries.iter().filter(|entry| entry.kind == Kind::TableData) {
        let own = rows.stream.and_then(|stream| loads.get(&stream)).map_or(0, |load| load.bytes);
        for &table in rows.belongs_to.iter().chain(&rows.depends_on) {
            let known = bytes.entry(table).or_default();
            *known = own.max(*known);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{selection::entry, structure};

    fn rows(id: u32, table: u32, stream: u32) -> Entry {
        Entry { depends_on: [table].into(), stream: Some(stream), ..entry(id, Kind::TableData, "t") }
    }

    /// The foreign key of a table with `own` bytes that needs the primary key of one with `referenced` bytes.
    fn key(own: u64, referenced: u64) -> String {
        let primary = Entry { belongs_to: Some(2), ..entry(5, Kind::Constraint, "b b_pkey") };
        let create = "ALTER TABLE ONLY a ADD CONSTRAINT f FOREIGN KEY (x, y) REFERENCES b(x, y);".to_owned();
        let key = Entry { belongs_to: Some(1), depends_on: [1, 5].into(), create, ..entry(6, Kind::ForeignKey, "a f") };
        let mut entries = vec![rows(3, 1, 1), rows(4, 2, 2), primary.clone(), key];
        let structure = structure(&[entry(1, Kind::Table, "a"), entry(2, Kind::Table, "b"), primary]);
        let load = |bytes| Load { bytes, ..Load::default() };
        let loads = HashMap::from([(1, load(own)), (2, load(referenced))]);
        hash_foreign_keys(&mut entries, &structure, &loads);
        entries.pop().map(|key| key.create).unwrap_or_default()
    }

    #[test]
    fn large_tables_are_hashed_and_the_session_is_left_as_it_was() {
        let hashed = key(LARGE_BYTES, LARGE_BYTES);
        assert!(
            hashed.starts_with(BY_HASHING) && hashed.ends_with(";\nRESET enable_mergejoin;\nRESET enable_nestloop;\n")
        );
    }

    #[test]
    fn the_server_decides_for_few_rows() {
        for (own, referenced) in [(LARGE_BYTES - 1, 0), (LARGE_BYTES, (LARGE_BYTES + 1) * MOST_TIMES)] {
            assert!(key(own, referenced).starts_with("ALTER TABLE"), "{own} {referenced}");
        }
    }
}
