//! Reads the schema: one `.rs` and one `.sql` per object kind, in families.
//!
//! Adding a kind: a `.rs`, a `.sql`, one line in the family's register, one fixture under `tests/objects`.

use crate::{
    manifest::{Extension, Omission, Source, Table, TypeTable},
    object::{Edge, Key, Object},
};

mod error;
mod operators;
pub(crate) mod query;
mod reading;
mod relation_parts;
mod relations;
mod routines;
mod statement;
mod text_search;
mod types;

pub use error::CatalogError;
pub use reading::Reading;
pub use relations::{RelationName, list_relations};
pub use types::read_types;

/// Everything read from one database under one snapshot.
#[derive(Debug, Default)]
pub struct Catalog {
    /// Objects, unordered.
    pub objects: Vec<Object>,
    /// `pg_depend`, both sides known.
    pub edges: Vec<Edge>,
    /// Tables whose rows can be copied, by the key of their TABLE DATA object (`Part::Rows`).
    pub tables: Vec<(Key, TableRows)>,
    /// The types of their columns.
    pub types: TypeTable,
    /// Extensions.
    pub extensions: Vec<Extension>,
    /// Sequences whose values are dumped: key, schema, name.
    pub sequences: Vec<(Key, String, String)>,
    /// Number of large objects.
    pub large_objects: u64,
    /// What could not be read and why.
    pub omissions: Vec<Omission>,
    /// Things worth saying.
    pub warnings: Vec<String>,
}

/// A table whose rows can be copied.
#[derive(Clone, Debug)]
pub struct TableRows {
    /// As the manifest has it; `stream` is 0 and `format` binary until the flow decides.
    pub table: Table,
    /// Heap pages (`pg_relation_size / 8192`-like, current size, not the estimate).
    pub heap_pages: u32,
    /// May be split by ctid (a heap table on a server ≥ 14).
    pub splittable: bool,
    /// Unlogged.
    pub unlogged: bool,
    /// Foreign table of this server.
    pub foreign_server: Option<String>,
}
