//! Ordinary, partitioned and foreign tables: what the catalog says of them. `create_table` makes the statement.

use std::{collections::HashSet, sync::Arc};

use super::{check, create_table::Table, relation::Relation};
use crate::catalog::{
    CatalogError, Reading,
    query::{Query, query},
    reading::{CatalogRow, KindReader},
};

const QUERY: Query = query!("relations", "table.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, check::QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let rows = reading.relation_rows(QUERY)?;
    let mut checks = check::read(reading)?;
    let attributes = std::mem::take(&mut reading.attributes);
    let wanted: HashSet<u32> = reading.relations.iter().copied().collect();
    for row in rows {
        let row = Row::read(&row)?;
        // An extension brings its tables whole; only the table itself is listed as a member.
        if !reading.members.contains(&row.relation.key()) {
            let checks = checks.remove(&row.relation.oid).unwrap_or_default();
            let table = Table::new(row, &attributes, checks, &wanted);
            for (row, object) in table.aliases() {
                reading.aliases.insert(row, object);
            }
            for object in table.objects() {
                reading.add(object);
            }
        }
    }
    reading.attributes = attributes;
    Ok(())
}

/// A table as the catalog has it.
pub(super) struct Row {
    pub(super) relation: Relation,
    pub(super) owner: String,
    pub(super) persistence: char,
    pub(super) is_partition: bool,
    pub(super) replica_identity: char,
    pub(super) force_row_security: bool,
    pub(super) access_method: Option<Arc<str>>,
    pub(super) tablespace: Option<Arc<str>>,
    pub(super) options: Vec<String>,
    pub(super) toast_options: Vec<String>,
    pub(super) of_type: Option<String>,
    pub(super) partition_key: Option<String>,
    pub(super) partition_bound: Option<String>,
    pub(super) server: Option<String>,
    pub(super) foreign_options: Vec<String>,
    pub(super) parents: Vec<Relation>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let oids: Vec<u32> = row.get("parent_oids")?;
        let schemas: Vec<String> = row.get("parent_schemas")?;
        let names: Vec<String> = row.get("parent_names")?;
        // Only the name of a parent is used, and only tables have children: the kind does not matter.
        let parents = oids.into_iter().zip(schemas).zip(names);
        let parents = parents.map(|((oid, schema), name)| Relation { oid, schema, name, kind: 'r' }).collect();
        Ok(Row {
            relation: Relation::read(row)?,
            owner: row.get("owner")?,
            persistence: row.char("persistence")?,
            is_partition: row.get("is_partition")?,
            replica_identity: row.char("replica_identity")?,
            force_row_security: row.get("force_row_security")?,
            access_method: row.get("access_method")?,
            tablespace: row.get("tablespace")?,
            options: row.get("options")?,
            toast_options: row.get("toast_options")?,
            of_type: row.get("of_type")?,
            partition_key: row.get("partition_key")?,
            partition_bound: row.get("partition_bound")?,
            server: row.get("server")?,
            foreign_options: row.get("foreign_options")?,
            parents,
        })
    }
}
