//! Which object brings a type that has no statement of its own: an array its element, a row type its table, a
//! multirange its range; and a range's constructor functions and casts the range itself.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::KindReader,
    },
    object::{Class, Key},
};

const QUERY: Query = query!("types", "alias.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let from = Key::new(Class(row.get("class")?), row.get("oid")?);
        let to = Key::new(Class(row.get("to_class")?), row.get("to_oid")?);
        reading.aliases.insert(from, to);
    }
    Ok(())
}
