//! From an entry to the SQL that restores it.

use crate::{manifest::Entry, object::Kind, syntax};

/// Writes entries as SQL; remembers the session's default tablespace and table access method, which are
/// set only when they change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Statements {
    tablespace: Option<String>,
    access_method: Option<String>,
    /// The role that runs the statements: what it creates is its own already.
    current_user: Option<String>,
}

impl Statements {
    /// For a session of this role.
    pub(crate) fn for_owner(current_user: String) -> Self {
        Statements { current_user: Some(current_user), ..Statements::default() }
    }

    /// The statements that create the entry and give it its owner.
    pub(crate) fn create(&mut self, entry: &Entry) -> String {
        let mut sql = self.definition(entry);
        if entry.kind.has_owner()
            && !(entry.owner == self.current_user && is_created_with_owner(entry))
            && let (Some(owner), Some(address)) = (&entry.owner, &entry.address)
        {
            let owner = syntax::identifier(owner);
            for address in addresses(entry.kind, address) {
                sql.extend(["ALTER ", address, " OWNER TO ", &owner, ";\n"]);
            }
        }
        sql
    }

    /// The statements that create the entry.
    pub(in crate::restore) fn definition(&mut self, entry: &Entry) -> String {
        let mut sql = String::new();
        if has_storage(entry.kind) {
            if entry.tablespace != self.tablespace {
                let value = entry.tablespace.as_deref().unwrap_or_default();
                sql.extend(["SET default_tablespace = ", &syntax::literal(value), ";\n"]);
                self.tablespace.clone_from(&entry.tablespace);
            }
            // The default for new tables does not reach partitioned ones: they have no storage (17).
            let by_default = entry.access_method.is_some() && !entry.partitioned;
            if by_default && entry.access_method != self.access_method {
                let value = entry.access_method.as_deref().unwrap_or("heap");
                sql.extend(["SET default_table_access_method = ", &syntax::identifier(value), ";\n"]);
                self.access_method.clone_from(&entry.access_method);
            }
        }
        sql.push_str(&entry.create);
        if !sql.is_empty() && !sql.ends_with('\n') {
            sql.push('\n');
        }
        if let (true, Some(method), Some(address)) = (entry.partitioned, &entry.access_method, &entry.address) {
            // ONLY: partitions that are there by then keep theirs.
            let table = address.strip_prefix("TABLE ").unwrap_or(address);
            sql.extend(["ALTER TABLE ONLY ", table, " SET ACCESS METHOD ", &syntax::identifier(method), ";\n"]);
        }
        sql
    }

    /// The statement that drops the entry first (`--clean`).
    pub(crate) fn drop(entry: &Entry, if_exists: bool) -> Option<&str> {
        if if_exists { entry.drop_if_exists.as_deref() } else { entry.drop.as_deref() }
    }
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
