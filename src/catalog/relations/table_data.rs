//! TABLE DATA: the rows of ordinary and foreign tables.
//!
//! Partitioned tables and views have none of their own. Foreign tables are listed with their server: whether
//! their rows are wanted is for the flow to say.

use super::{column::Attribute, relation::Relation};
use crate::{
    catalog::{
        CatalogError, Reading, TableRows,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    manifest::{Column, LoadTarget, RowFormat, StreamContent, Table},
    object::{Kind, Object, Part},
};

pub(super) const QUERY: Query = query!("relations", "table_data.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.data_rows(QUERY)? {
        let row = Row::read(&row)?;
        // An extension's tables are not dumped; `configuration` knows those whose rows it wants dumped.
        if !reading.members.contains(&row.relation.key()) {
            add(reading, row, None);
        }
    }
    Ok(())
}

/// Adds the object that stands for a table's rows, and the table to the list of those whose rows are read.
pub(super) fn add(reading: &mut Reading<'_>, mut row: Row, condition: Option<String>) {
    let columns = reading.attributes.get(&row.relation.oid).map_or(&[][..], Vec::as_slice);
    let via_root = row.is_unstable || reading.options.load_via_partition_root;
    let root = row.root.take().filter(|_| via_root);
    // COPY takes a foreign table's rows only from a SELECT; an empty condition asks for one.
    let condition = condition.or_else(|| row.server.is_some().then(String::new));
    let (object, rows) = (object(&row), rows(row, root, columns, condition));
    reading.catalog.tables.push((object.key, rows));
    reading.push(object);
}

pub(super) struct Row {
    pub(super) relation: Relation,
    owner: String,
    persistence: char,
    server: Option<String>,
    splittable: bool,
    heap_bytes: i64,
    toast_bytes: i64,
    block_bytes: i64,
    /// The root of its partition tree.
    root: Option<(String, String)>,
    /// Its rows may belong into other partitions once types and objects have other OIDs.
    is_unstable: bool,
}

impl Row {
    pub(super) fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let root_schema: Option<String> = row.get("root_schema")?;
        let root_name: Option<String> = row.get("root_name")?;
        Ok(Row {
            relation: Relation::read(row)?,
            owner: row.get("owner")?,
            persistence: row.char("persistence")?,
            server: row.get("server")?,
            splittable: row.get("splittable")?,
            heap_bytes: row.get("heap_bytes")?,
            toast_bytes: row.get("toast_bytes")?,
            block_bytes: row.get("block_bytes")?,
            root: root_schema.zip(root_name),
            is_unstable: row.get("is_unstable")?,
        })
    }
}

fn object(row: &Row) -> Object {
    let relation = &row.relation;
    let key = relation.key().part(Part::Rows);
    Object {
        owner: Some(row.owner.as_str().into()),
        belongs_to: Some(relation.key()),
        rows_of: Some(key),
        ..Object::new(key, Kind::TableData, Some(relation.schema.clone()), relation.name.clone())
    }
}

fn rows(row: Row, root: Option<(String, String)>, columns: &[Attribute], condition: Option<String>) -> TableRows {
    let mut columns: Vec<Column> = columns
        .iter()
        .filter(|column| column.generated.is_none())
        .map(|column| Column {
            name: column.name.clone(),
            type_name: column.type_name.clone(),
            type_oid: column.type_oid,
            collation: column.collation.clone(),
        })
        .collect();
    columns.shrink_to_fit();
    let estimated_bytes = u64::try_from(row.heap_bytes.saturating_add(row.toast_bytes)).unwrap_or(0);
    let heap_pages = row.heap_bytes.checked_div(row.block_bytes).unwrap_or(0);
    TableRows {
        table: Table {
            stream: 0,
            content: StreamContent::Table,
            schema: row.relation.schema,
            name: row.relation.name,
            columns,
            format: RowFormat::Binary,
            format_reason: None,
            load: if root.is_some() { LoadTarget::PartitionRoot } else { LoadTarget::Itself },
            root,
            load_last: false,
            condition,
            estimated_bytes,
        },
        heap_pages: u32::try_from(heap_pages).unwrap_or(u32::MAX),
        splittable: row.splittable && row.relation.kind == 'r',
        unlogged: row.persistence == 'u',
        foreign_server: row.server,
    }
}
