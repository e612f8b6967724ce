//! How large the tables of a database are that can be read in ranges of pages.
//!
//! # Neighbours
//! `table_data` says the same of the tables of a dump, by OID; a comparison knows its tables by name.

use std::collections::HashMap;

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::CatalogRow,
    },
    server::Session,
};

pub(in crate::catalog) const QUERY: Query = query!("relations", "extent.sql");

/// The size of a table that can be read in ranges of pages.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TableExtent {
    /// Heap pages.
    pub heap_pages: u32,
    /// Heap and TOAST bytes.
    pub total_bytes: u64,
}

/// The heap tables by schema and name; none on servers before 14, which read a range by going through all pages.
pub fn table_extents(session: &mut Session) -> Result<HashMap<(String, String), TableExtent>, CatalogError> {
    Reading::new(session, Vec::new()).rows(QUERY)?.map(|row| read(&row)).collect()
}

fn read(row: &CatalogRow) -> Result<((String, String), TableExtent), CatalogError> {
    let (heap, toast, block): (i64, i64, i64) =
        (row.get("heap_bytes")?, row.get("toast_bytes")?, row.get("block_bytes")?);
    let pages = heap.checked_div(block).unwrap_or(0);
    let extent = TableExtent {
        heap_pages: u32::try_from(pages).unwrap_or(u32::MAX),
        total_bytes: u64::try_from(heap.saturating_add(toast)).unwrap_or(0),
    };
    Ok(((row.get("schema")?, row.get("name")?), extent))
}
