//! The relations of a database, listed before any is locked: plain catalog columns, nothing that looks at the
//! newest catalog instead of the snapshot.
//!
//! # Neighbours
//! The flow selects from this list, locks, and hands the OIDs to [`Reading::new`](crate::catalog::Reading::new).

use std::collections::HashSet;

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::CatalogRow,
    },
    server::Session,
};

pub(super) const QUERY: Query = query!("relations", "listing.sql");
pub(super) const VISIBLE: Query = query!("relations", "visible.sql");

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
    /// The tables it inherits from or the one it is a partition of.
    pub parents: Vec<u32>,
    /// The extension that brings it.
    pub extension: Option<String>,
    /// The table whose column owns this sequence.
    pub owned_by: Option<u32>,
    /// The sequence is an identity column's.
    pub identity: bool,
    /// The server of a foreign table.
    pub foreign_server: Option<String>,
}

/// Lists the relations of the database: no temporary ones, none of the system's own schemas. By schema and name.
pub fn list_relations(session: &mut Session) -> Result<Vec<RelationName>, CatalogError> {
    Reading::new(session, Vec::new()).rows(QUERY)?.map(|row| RelationName::read(&row)).collect()
}

/// OIDs of the relations that a name without a schema reaches under the user's own search path.
///
/// `search_path` is the user's for this one query, which therefore holds no operator and no unqualified name.
pub fn visible_relations(session: &mut Session) -> Result<HashSet<u32>, CatalogError> {
    let failed = |source| CatalogError::Query { what: VISIBLE.name, source };
    session.execute("RESET search_path").map_err(failed)?;
    let rows = Reading::new(session, Vec::new()).rows(VISIBLE);
    session.execute("SET search_path = ''").map_err(failed)?;
    rows?.map(|row| row.get("oid")).collect()
}

impl RelationName {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(RelationName {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            kind: row.char("kind")?,
            persistence: row.char("persistence")?,
            parents: row.get("parents")?,
            extension: row.get("extension")?,
            owned_by: row.get("owned_by")?,
            identity: row.get("identity")?,
            foreign_server: row.get("foreign_server")?,
        })
    }
}
