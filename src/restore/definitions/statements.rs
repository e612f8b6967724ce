//! From an entry to the SQL that restores it.

use std::{borrow::Cow, sync::Arc};

use crate::{manifest::Entry, object::Kind, syntax};

/// Writes entries as SQL; remembers the session's default tablespace and table access method, which are
/// set only when they change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Statements {
    tablespace: Option<Arc<str>>,
    access_method: Option<Arc<str>>,
    /// The role that runs the statements: what it creates is its own already.
    current_user: Option<String>,
    /// Sets the defaults for every entry: where errors are passed over, a statement that failed has taken them back.
    repeats: bool,
}

/// What restores one entry, apart: an object whose place or owner is missing can still be made.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Steps {
    /// The session's defaults for where it is stored.
    pub(super) places: Vec<String>,
    /// The object itself.
    pub(super) create: String,
    /// What is said of it once it is there: access method of a partitioned table, owner.
    pub(super) afterwards: Vec<String>,
}

impl Statements {
    /// For a session of this role; `repeats` where errors are passed over.
    pub(crate) fn for_session(current_user: String, repeats: bool) -> Self {
        Statements { current_user: Some(current_user), repeats, ..Statements::default() }
    }

    /// The statements that create the entry and give it its owner.
    pub(crate) fn create(&mut self, entry: &Entry) -> String {
        let mut sql = self.definition(entry);
        sql.extend(self.owner(entry));
        sql
    }

    /// The statements that create the entry.
    pub(in crate::restore) fn definition(&mut self, entry: &Entry) -> String {
        let mut sql: String = self.places(entry).concat();
        sql.push_str(&entry.create);
        if !sql.is_empty() && !sql.ends_with('\n') {
            sql.push('\n');
        }
        sql.extend(partitioned_method(entry));
        sql
    }

    /// The same as [`Self::create`], in steps that may fail each for itself.
    pub(super) fn steps(&mut self, entry: &Entry) -> Steps {
        let afterwards = partitioned_method(entry).into_iter().chain(self.owner(entry)).collect();
        Steps { places: self.places(entry), create: entry.create.clone(), afterwards }
    }

    /// Sets where the entry will be stored, as far as that differs from the entry before.
    fn places(&mut self, entry: &Entry) -> Vec<String> {
        let mut places = Vec::new();
        if !has_storage(entry.kind) {
            return places;
        }
        if self.repeats || entry.tablespace != self.tablespace {
            let value = entry.tablespace.as_deref().unwrap_or_default();
            places.push(format!("SET default_tablespace = {};\n", syntax::literal(value)));
            self.tablespace.clone_from(&entry.tablespace);
        }
        // The default for new tables does not reach partitioned ones: they have no storage (17).
        let method = entry.access_method.as_deref().filter(|_| !entry.partitioned);
        if let Some(method) = method.filter(|_| self.repeats || entry.access_method != self.access_method) {
            places.push(format!("SET default_table_access_method = {};\n", syntax::identifier(method)));
            self.access_method.clone_from(&entry.access_method);
        }
        places
    }

    /// Gives the entry its owner.
    fn owner(&self, entry: &Entry) -> Vec<String> {
        let is_own = entry.owner.as_deref() == self.current_user.as_deref() && is_created_with_owner(entry);
        let (Some(owner), Some(address)) = (&entry.owner, &entry.address) else { return Vec::new() };
        if is_own || !entry.kind.has_owner() {
            return Vec::new();
        }
        let owner = syntax::identifier(owner);
        addresses(entry.kind, address).map(|address| format!("ALTER {address} OWNER TO {owner};\n")).collect()
    }

    /// The statement that drops the entry first (`--clean`).
    pub(crate) fn drop(entry: &Entry, if_exists: bool) -> Option<Cow<'_, str>> {
        let drop = entry.drop.as_ref()?;
        let statement = if if_exists { drop.if_exists() } else { drop.plain() };
        Some(statement).filter(|statement| !statement.is_empty())
    }
}

/// Gives a partitioned table its access method.
fn partitioned_method(entry: &Entry) -> Option<String> {
    let (true, Some(method), Some(address)) = (entry.partitioned, &entry.access_method, &entry.address) else {
        return None;
    };
    // ONLY: partitions that are there by then keep theirs.
    let table = address.strip_prefix("TABLE ").unwrap_or(address);
    Some(format!("ALTER TABLE ONLY {table} SET ACCESS METHOD {};\n", syntax::identifier(method)))
}

/// An entry for many large objects has one address a line; all others have one, and names may hold line breaks.
fn addresses(kind: Kind, address: &str) -> impl Iterator<Item = &str> {
    let separator = if kind == Kind::LargeObject { Some('\n') } else { None };
    address.split(move |c| Some(c) == separator)
}

/// Kinds that are stored somewhere: the session's defaults decide where.
fn has_storage(kind: Kind) -> bool {
    matches!(kind, Kind::Table | Kind::MaterializedView | Kind::Index | Kind::Constraint)
}

/// Its statements create it whatever was there before, and nothing else says whose it is. Not so for the schema `public`.
fn is_created_with_owner(entry: &Entry) -> bool {
    let words: &[&str] = match entry.kind {
        Kind::Table => &["CREATE TABLE ", "CREATE UNLOGGED TABLE "],
        Kind::Sequence => &["CREATE SEQUENCE ", "CREATE UNLOGGED SEQUENCE "],
        Kind::LargeObject => &["SELECT pg_catalog.lo_create("],
        _ => &[],
    };
    words.iter().any(|words| entry.create.starts_with(words))
}
