//! The state of one reading of the catalogs: the session, what is wanted, what was found so far.

use std::collections::HashMap;

use super::{
    Catalog, CatalogError,
    ahead::{Ahead, Taken},
    query::Query,
    relations::Attribute,
};
use crate::{
    object::{Key, KeyMap, KeySet, Names, Object, Part},
    server::{Row, Rows, ServerError, ServerVersion, Session, Value},
};

/// How definitions are worded.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct ReadOptions {
    /// Quote every name: a word that a later version reserves stays a name.
    pub quote_all_identifiers: bool,
    /// Leave out how columns compress large values.
    pub no_toast_compression: bool,
    /// Load the rows of every partition through the root of its tree, which finds the partition that they belong to now.
    pub load_via_partition_root: bool,
}

impl ReadOptions {
    /// Tells a session of them, until the end of its transaction.
    pub(super) fn prepare(self, session: &mut Session) -> Result<(), ServerError> {
        if self.quote_all_identifiers { session.execute("SET LOCAL quote_all_identifiers = on") } else { Ok(()) }
    }
}

/// One kind's place in the register: its queries (for the test that prepares them on every server) and
/// the function that reads them.
pub(crate) struct KindReader {
    /// Every query that `read` may run.
    pub(crate) queries: &'static [Query],
    /// Runs the queries and adds objects to `reading.catalog`.
    pub(crate) read: fn(&mut Reading<'_>) -> Result<(), CatalogError>,
}

/// One reading of the catalogs.
pub struct Reading<'s> {
    session: &'s mut Session,
    /// How definitions are worded.
    pub(crate) options: ReadOptions,
    /// OIDs of the relations that are wanted (tables are locked). Queries about relations and their parts
    /// take it as `$1::oid[]` and join `unnest($1)`, so that `pg_get_*` sees only these.
    pub(crate) relations: Vec<u32>,
    /// OIDs of those whose rows are wanted.
    pub(crate) rows_of: Vec<u32>,
    /// Other sessions' results.
    pub(super) ahead: Option<&'s Ahead>,
    /// What was found so far.
    pub(crate) catalog: Catalog,
    /// Keys of extension members (`pg_depend.deptype = 'e'`): their objects are not dumped. Filled first.
    pub(crate) members: KeySet,
    /// Catalog rows that stand for another object: an array type for its element, a composite's `pg_class` row
    /// for its type, a `pg_amop` row for its family. An edge from or to the left is one from or to the right.
    pub(crate) aliases: KeyMap<Key>,
    /// Columns of the wanted relations and of their ancestors, by relation, in physical order. Filled by the first
    /// reader of `relations`, which the later ones and `relation_parts` look into; emptied by the last of those.
    pub(crate) attributes: HashMap<u32, Vec<Attribute>>,
    /// Names that objects and columns share.
    pub(crate) names: Names,
}

impl<'s> Reading<'s> {
    /// Begins a reading on the session that holds the snapshot.
    pub fn new(session: &'s mut Session, relations: Vec<u32>) -> Self {
        Reading {
            session,
            options: ReadOptions::default(),
            relations,
            rows_of: Vec::new(),
            ahead: None,
            catalog: Catalog::default(),
            members: KeySet::default(),
            aliases: KeyMap::default(),
            attributes: HashMap::new(),
            names: Names::default(),
        }
    }

    /// Tells the server of the options.
    pub(super) fn prepare(&mut self) -> Result<(), CatalogError> {
        self.options
            .prepare(self.session)
            .map_err(|source| CatalogError::Query { what: "quote_all_identifiers", source })
    }

    /// The server's version.
    pub(crate) fn version(&self) -> ServerVersion {
        self.session.version()
    }

    /// Runs a query without parameters.
    pub(crate) fn rows(&mut self, query: Query) -> Result<CatalogRows, CatalogError> {
        self.taken(query).unwrap_or_else(|| self.rows_with(query, &[]))
    }

    /// Runs a query whose `$1` is the OIDs of the wanted relations.
    pub(crate) fn relation_rows(&mut self, query: Query) -> Result<CatalogRows, CatalogError> {
        if let Some(rows) = self.taken(query) {
            return rows;
        }
        let relations = std::mem::take(&mut self.relations);
        let rows = self.rows_with(query, &[&relations]);
        self.relations = relations;
        rows
    }

    /// Runs a query whose `$1` is the OIDs of the relations whose rows are wanted.
    pub(crate) fn data_rows(&mut self, query: Query) -> Result<CatalogRows, CatalogError> {
        if let Some(rows) = self.taken(query) {
            return rows;
        }
        let relations = std::mem::take(&mut self.rows_of);
        let rows = self.rows_with(query, &[&relations]);
        self.rows_of = relations;
        rows
    }

    /// The rows of a query that was run ahead. While another session is at it, this one runs those that come next.
    fn taken(&mut self, query: Query) -> Option<Result<CatalogRows, CatalogError>> {
        let ahead = self.ahead?;
        loop {
            match ahead.take(query) {
                Taken::Rows(rows) => return Some(catalog_rows(query, rows)),
                Taken::Own => return None,
                Taken::Meanwhile(next) => {
                    let rows = run(self.session, next, &self.relations, &self.rows_of);
                    if let Err(source) = rows {
                        // The transaction is broken, and nothing that comes after would say why.
                        return Some(Err(CatalogError::Query { what: next.name, source }));
                    }
                    ahead.finish(next, rows);
                }
            }
        }
    }

    /// Runs a query with parameters, each of them OIDs.
    pub(crate) fn rows_with(&mut self, query: Query, parameters: &[&[u32]]) -> Result<CatalogRows, CatalogError> {
        let sql = query.render(self.session.version());
        catalog_rows(query, self.session.rows(&sql, parameters))
    }

    /// Adds an object, unless an extension brings it or what it is a part of (an index of an extension's table).
    pub(crate) fn add(&mut self, object: Object) {
        let is_member = |key: Key| self.members.contains(&key.part(Part::Definition));
        if !is_member(object.key) && !object.belongs_to.is_some_and(is_member) {
            self.push(object);
        }
    }

    /// Adds an object, whoever brings it.
    pub(crate) fn push(&mut self, mut object: Object) {
        for name in [&mut object.schema, &mut object.owner, &mut object.tablespace, &mut object.access_method] {
            self.names.share(name);
        }
        object.name.shrink_to_fit();
        object.address.iter_mut().for_each(String::shrink_to_fit);
        object.create.settle();
        object.older.iter_mut().for_each(|older| older.create.settle());
        self.catalog.objects.push(object);
    }

    /// The columns of a relation for who makes definitions of them in the server's words. None when they were not read,
    /// and on a server that may have words which nobody here knows.
    pub(crate) fn columns_of(&self, relation: u32) -> Option<&[Attribute]> {
        let is_known = !self.session.version().is_newer_than_tested();
        self.attributes.get(&relation).filter(|_| is_known).map(Vec::as_slice)
    }

    /// What stands for this key in dependencies: itself, or the end of its chain of aliases.
    pub(crate) fn resolve(&self, key: Key) -> Key {
        resolve(&self.aliases, key)
    }
}

/// Runs a query of [`Ahead`].
pub(super) fn run(
    session: &mut Session,
    query: Query,
    relations: &[u32],
    rows_of: &[u32],
) -> Result<Rows, ServerError> {
    let sql = query.render(session.version());
    let parameters: &[&[u32]] = match query.name {
        "relations/table_data.sql" => &[rows_of],
        _ if sql.contains("$1") => &[relations],
        _ => &[],
    };
    session.rows(&sql, parameters)
}

fn catalog_rows(query: Query, rows: Result<Rows, ServerError>) -> Result<CatalogRows, CatalogError> {
    let rows = rows.map_err(|source| CatalogError::Query { what: query.name, source })?;
    Ok(CatalogRows { rows, what: query.name })
}

/// The end of a key's chain of aliases.
pub(super) fn resolve(aliases: &KeyMap<Key>, key: Key) -> Key {
    // The longest seen: array of a multirange, multirange, range, extension. The bound is for loops.
    let mut resolved = key;
    for _ in 0..8 {
        match aliases.get(&resolved) {
            Some(&next) => resolved = next,
            None => break,
        }
    }
    resolved
}

/// The rows of a catalog query, one after the other: hundreds of thousands of them at once would be a good part of all
/// memory.
pub(crate) struct CatalogRows {
    rows: Rows,
    what: &'static str,
}

impl Iterator for CatalogRows {
    type Item = CatalogRow;

    fn next(&mut self) -> Option<CatalogRow> {
        Some(CatalogRow { row: self.rows.next()?, what: self.what })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

impl ExactSizeIterator for CatalogRows {}

/// One row of a catalog query, read by column name.
pub(crate) struct CatalogRow {
    row: Row,
    what: &'static str,
}

impl CatalogRow {
    /// The value of a column. Types are those of `postgres-types`: `oid` → u32, `name`/`text` → String,
    /// `"char"` → i8, `text[]` → Vec<String>; nullable columns → Option.
    pub(crate) fn get<T: Value>(&self, column: &str) -> Result<T, CatalogError> {
        self.row
            .get(column)
            .map_err(|error| CatalogError::Row { what: self.what, detail: format!("column {column}: {error}") })
    }

    /// An `objsubid`, which has the type `int4` and holds the `int2` that numbers a column.
    pub(crate) fn column_number(&self, column: &str) -> Result<i16, CatalogError> {
        let number: i32 = self.get(column)?;
        number.try_into().map_err(|_| self.unexpected(format!("column {column}: {number}")))
    }

    /// The error of a row that is not what the query promises.
    pub(crate) fn unexpected(&self, detail: String) -> CatalogError {
        CatalogError::Row { what: self.what, detail }
    }

    /// A `"char"` column as a character.
    pub(crate) fn char(&self, column: &str) -> Result<char, CatalogError> {
        let value: i8 = self.get(column)?;
        Ok(char::from(value.cast_unsigned()))
    }
}
