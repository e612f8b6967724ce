//! Reads the schema: one `.rs` and one `.sql` per object kind, in families.
//!
//! Adding a kind: a `.rs`, a `.sql`, one line in the family's register, one fixture under `tests/objects`.

use std::thread;

use crate::{
    manifest::{Extension, Omission, Table, TypeTable},
    object::{Edge, Key, Object},
    server::Session,
    syntax,
};
use ahead::Ahead;
use reading::KindReader;

mod access;
mod ahead;
mod database;
mod depend;
mod error;
mod foreign;
mod globals;
mod operators;
pub(crate) mod query;
mod reading;
mod relation_parts;
mod relations;
mod replication;
mod routines;
mod stamps;
mod statement;
mod statistics;
mod text_search;
mod types;
mod uncovered;

pub use database::{create_database, read_source};
pub use error::CatalogError;
pub use globals::read_globals;
pub(crate) use globals::{before_16, without_words};
pub use query::Query;
pub use reading::{ReadOptions, Reading};
pub use relations::{RelationName, TableExtent, list_relations, table_extents, visible_relations};
pub use stamps::{changed_since, transactions};
pub use statistics::read_statistics;
pub use types::read_types;

/// Every reader, in the order in which they run: first what tells extensions' objects from the user's own, then the
/// families, then what speaks of objects found before.
const REGISTER: &[&[KindReader]] = &[
    database::MEMBERS,
    database::READERS,
    types::READERS,
    routines::READERS,
    operators::READERS,
    text_search::READERS,
    relations::READERS,
    relation_parts::READERS,
    foreign::READERS,
    replication::READERS,
    database::LARGE_OBJECTS,
    access::READERS,
    uncovered::READERS,
    depend::READERS,
];

/// Reads the schema of the database that `session` is connected to, under its snapshot. `helpers` share the snapshot and
/// run large queries meanwhile.
///
/// # Errors
/// A query fails, or a row is not what its query promises.
pub fn read(
    session: &mut Session,
    helpers: Vec<&mut Session>,
    wanted: &Wanted,
    options: ReadOptions,
) -> Result<Catalog, CatalogError> {
    let queries = REGISTER.iter().copied().flatten().flat_map(|reader| reader.queries).copied();
    // Without rows nobody asks for the types of their columns.
    let queries = queries.filter(|query| query.name != types::TREE.name || !wanted.rows.is_empty());
    let ahead = Ahead::new(queries);
    let mut reading = Reading::new(session, wanted.relations.clone());
    reading.options = options;
    reading.rows_of.clone_from(&wanted.rows);
    if !helpers.is_empty() {
        reading.ahead = Some(&ahead);
    }
    thread::scope(|scope| {
        for helper in helpers {
            scope.spawn(|| {
                ahead.work(helper, |session, query| {
                    options.prepare(session)?;
                    reading::run(session, query, &wanted.relations, &wanted.rows)
                });
            });
        }
        let catalog = read_all(reading);
        ahead.close();
        catalog
    })
}

/// What a reading is to look at.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// OIDs of the relations whose definitions or rows are wanted; those that can be locked are.
    pub relations: Vec<u32>,
    /// OIDs of those whose rows are wanted.
    pub rows: Vec<u32>,
}

fn read_all(mut reading: Reading<'_>) -> Result<Catalog, CatalogError> {
    reading.prepare()?;
    let quotes_all = reading.options.quote_all_identifiers;
    let mut run = || REGISTER.iter().copied().flatten().try_for_each(|reader| (reader.read)(&mut reading));
    if quotes_all { syntax::quoting_all(run) } else { run() }?;
    Ok(reading.catalog)
}

/// Every query of this room, so that a test can prepare them on every server.
pub fn all_queries() -> Vec<Query> {
    let queries = REGISTER.iter().copied().flatten().flat_map(|reader| reader.queries).copied();
    let others = [database::SOURCE, relations::EXTENT];
    queries.chain(globals::queries()).chain(statistics::QUERIES).chain(stamps::QUERIES.to_vec()).chain(others).collect()
}

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
