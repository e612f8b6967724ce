//! The relations of a database, listed before any is locked: plain catalog columns, nothing that looks at the
//! newest catalog instead of the snapshot.
//!
//! # Neighbours
//! The flow selects from this list, locks, and hands the OIDs to [`Reading::new`](crate::catalog::Reading::new).

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::CatalogRow,
    },
    server::Session,
};

pub(super) const QUERY: Query = query!("relations", "listing.sql");

/// A table, view, sequence or the like, as it is known before it is locked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RelationName {
    /// `pg_class.oid`
    pub oid: u32,
    /// Schema, unquoted.
    pub schema: String,
    /// Name, unquoted.
    pub name: String,
    /// `pg_class.relkind`: r, p, f, v, m or S.
    pub kind: char,
    /// `pg_class.relpersistence`: p or u.
    pub persistence: char,
    /// It is a partition.
    pub is_partition: bool,
    /// The tables it inherits from or the one it is a partition of.
    pub parents: Vec<u32>,
    /// An extension brings it.
    pub extension_member: bool,
    /// An extension asks for its rows to be dumped.
    pub extension_configuration: bool,
    /// Owner.
    pub owner: String,
    /// `pg_class.relfilenode`: changes when the table is rewritten or truncated.
    pub relfilenode: u32,
}

/// Lists the relations of the database: no temporary ones, none of the system's own schemas. By schema and name.
pub fn list_relations(session: &mut Session) -> Result<Vec<RelationName>, CatalogError> {
    Reading::new(session, Vec::new()).rows(QUERY)?.iter().map(RelationName::read).collect()
}

impl RelationName {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(RelationName {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            kind: row.char("kind")?,
            persistence: row.char("persistence")?,
            is_partition: row.get("is_partition")?,
            parents: row.get("parents")?,
            extension_member: row.get("extension_member")?,
            extension_configuration: row.get("extension_configuration")?,
            owner: row.get("owner")?,
            relfilenode: row.get("relfilenode")?,
        })
    }
}
