//! Definitions that the server has to print: asked for in one query per kind, for those that need it.

use std::collections::HashMap;

use crate::catalog::{
    CatalogError, Reading,
    query::{Query, query},
};

pub(super) const OF_INDEXES: Query = query!("relation_parts", "index_definition.sql");
pub(super) const OF_CONSTRAINTS: Query = query!("relation_parts", "constraint_definition.sql");

/// The server's definitions of the objects with these OIDs, by OID.
pub(super) fn printed(
    reading: &mut Reading<'_>,
    query: Query,
    oids: &[u32],
) -> Result<HashMap<u32, String>, CatalogError> {
    if oids.is_empty() {
        return Ok(HashMap::new());
    }
    reading.rows_with(query, &[oids])?.map(|row| Ok((row.get("oid")?, row.get("definition")?))).collect()
}

/// That of one of them.
pub(super) fn definition(printed: &mut HashMap<u32, String>, query: Query, oid: u32) -> Result<String, CatalogError> {
    let missing = || CatalogError::Row { what: query.name, detail: format!("no definition of {oid}") };
    printed.remove(&oid).ok_or_else(missing)
}
