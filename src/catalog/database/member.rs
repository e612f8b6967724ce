//! Members of extensions: what CREATE EXTENSION brings, and nobody else.
//!
//! What depends on a member needs the extension.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::KindReader,
    },
    object::{Class, Key},
};

const QUERY: Query = query!("database", "member.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let member = Key::new(Class(row.get("class")?), row.get("oid")?);
        reading.members.insert(member);
        reading.aliases.insert(member, Key::new(Class::EXTENSION, row.get("extension_oid")?));
    }
    Ok(())
}
