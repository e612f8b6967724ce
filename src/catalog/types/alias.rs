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
        let (class, to_class) = (Class(row.get("class")?), Class(row.get("to_class")?));
        let (oids, to_oids): (Vec<u32>, Vec<u32>) = (row.get("oids")?, row.get("to_oids")?);
        let pairs = oids.into_iter().zip(to_oids);
        reading.aliases.extend(pairs.map(|(oid, to)| (Key::new(class, oid), Key::new(to_class, to))));
    }
    Ok(())
}
