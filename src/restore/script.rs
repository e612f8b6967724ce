//! The schema as SQL text that psql runs.
//!
//! psql reads `\` commands inside a script, and a hostile source can hide them in an object's name or definition. So the
//! text stands between `\restrict` and `\unrestrict` with a random key, which only psql of the last minor releases
//! knows; an older psql stops there with an error.

use std::fmt::Write as _;

use super::definitions::Statements;
use crate::{
    Error,
    manifest::{Entry, hex},
    object::{Kind, Pass},
    plan,
    syntax::raw_bytes,
};

/// Settings that every script begins with.
const SETTINGS: &str = "\
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
";

/// What the text holds besides the definitions.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ScriptOptions {
    /// Drop the objects first, last one first; with the database among the entries, drop that instead.
    pub clean: bool,
    /// Drop only what exists.
    pub if_exists: bool,
    /// The key of `\restrict`, letters and digits; not said: a random one.
    pub restrict_key: Option<String>,
}

/// The definitions of the entries as SQL, in restore order; rows are left out. Bytes that are not UTF-8 stand as
/// [`raw_bytes`] says; whoever writes the text to a file writes [`raw_bytes::to_bytes`] of it.
///
/// # Errors
/// The key is not one, the database's name cannot stand in a script, or the system's random source fails.
pub fn script(entries: &[Entry], options: &ScriptOptions) -> Result<String, Error> {
    let key = match &options.restrict_key {
        Some(key) if !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric()) => key.clone(),
        Some(_) => {
            return Err(Error::Refused {
                what: "the restrict key has other characters than letters and digits".to_owned(),
                hint: "give another one, or none for a random one".to_owned(),
            });
        }
        None => random_key()?,
    };
    let passes = plan::passes(entries);
    // In a database without an encoding, text may be bytes of any.
    let is_raw = |entry: &Entry| raw_bytes::has_marks(&entry.create) || raw_bytes::has_marks(&entry.name);
    let encoding = if entries.iter().any(is_raw) { "SQL_ASCII" } else { "UTF8" };
    let settings = format!("{SETTINGS}SET client_encoding = '{encoding}';\n");
    let mut text = format!("\\restrict {key}\n\n{settings}");
    let mut statements = Statements::default();
    let database = entries.iter().find(|entry| entry.kind == Kind::Database);
    if options.clean {
        let dropped = database.map_or(entries, std::slice::from_ref);
        for entry in dropped.iter().rev() {
            if let Some(sql) = Statements::drop(entry, options.if_exists) {
                let _ = write!(text, "\n-- drop {}\n{sql}\n", one_line(&entry.label()));
            }
        }
    }
    if let Some(database) = database {
        add(&mut text, &mut statements, database);
        let target = connect(&database.name)?;
        let _ = write!(text, "\n\\unrestrict {key}\n{target}\n\\restrict {key}\n\n{settings}");
    }
    for pass in [Pass::Main, Pass::Acl, Pass::Last] {
        let own = entries.iter().zip(&passes).filter(|(entry, own)| **own == pass && entry.kind != Kind::Database);
        for (entry, _) in own {
            add(&mut text, &mut statements, entry);
        }
    }
    let _ = write!(text, "\n\\unrestrict {key}\n");
    Ok(text)
}

fn add(text: &mut String, statements: &mut Statements, entry: &Entry) {
    let sql = statements.create(entry);
    if !sql.is_empty() {
        let _ = write!(text, "\n-- {}\n{sql}", one_line(&entry.label()));
    }
}

/// psql's command that goes on in another database of the same server, as the same user.
fn connect(database: &str) -> Result<String, Error> {
    // A meta-command ends with its line, and what followed would be read as the next command.
    if database.contains(['\n', '\r', '\0']) {
        return Err(Error::Refused {
            what: "the database's name has a line break, which psql's \\connect cannot hold".to_owned(),
            hint: "leave --create out and connect to the database yourself".to_owned(),
        });
    }
    if database.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !database.is_empty() {
        return Ok(format!("\\connect {database}"));
    }
    // A connection string inside of a double-quoted argument of psql.
    let value = database.replace('\\', "\\\\").replace('\'', "\\'");
    Ok(format!("\\connect -reuse-previous=on {}", quoted_argument(&format!("dbname='{value}'"))))
}

/// An argument of a meta-command in double quotes: `""` is one of them.
fn quoted_argument(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn random_key() -> Result<String, Error> {
    let mut key = [0_u8; 16];
    getrandom::fill(&mut key).map_err(|error| Error::Refused {
        what: format!("the system's random source failed: {error}"),
        hint: "make /dev/urandom available to this process".to_owned(),
    })?;
    Ok(hex(&key))
}

/// A name cannot end the comment it stands in.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::{DropStatements, Section};

    fn entry(kind: Kind, name: &str, create: &str) -> Entry {
        let drop = DropStatements::new(format!("DROP {} x;", kind.label()), String::new());
        Entry {
            id: 1,
            kind,
            section: Section::PreData,
            schema: None,
            name: name.to_owned(),
            owner: None,
            address: None,
            belongs_to: None,
            tablespace: None,
            access_method: None,
            partitioned: false,
            create: create.to_owned(),
            drop: Some(drop),
            requires: [].into(),
            older: [].into(),
            depends_on: [].into(),
            stream: None,
        }
    }

    fn with_key(clean: bool) -> ScriptOptions {
        ScriptOptions { clean, if_exists: false, restrict_key: Some("k".to_owned()) }
    }

    #[test]
    fn names_with_newlines_stay_in_their_comment() -> Result<(), Error> {
        let schema = entry(Kind::Schema, "a\n\\! touch /tmp/x", "CREATE SCHEMA a;");
        let text = script(&[schema], &with_key(false))?;
        assert!(text.starts_with("\\restrict k\n") && text.ends_with("\\unrestrict k\n"));
        assert!(text.contains("\n-- SCHEMA a \\! touch /tmp/x\nCREATE SCHEMA a;\n"));
        Ok(())
    }

    #[test]
    fn the_database_is_dropped_made_and_connected_to() -> Result<(), Error> {
        let entries =
            [entry(Kind::Database, "shop", "CREATE DATABASE shop;"), entry(Kind::Schema, "a", "CREATE SCHEMA a;")];
        let text = script(&entries, &with_key(true))?;
        let places = [
            "DROP DATABASE x;",
            "CREATE DATABASE shop;",
            "\\unrestrict k\n\\connect shop\n\\restrict k\n",
            "CREATE SCHEMA a;",
        ];
        let places: Vec<Option<usize>> = places.iter().map(|place| text.find(place)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {text}");
        assert!(!text.contains("DROP SCHEMA"), "{text}");
        assert!(script(&entries[1..], &with_key(true))?.contains("DROP SCHEMA x;"));
        Ok(())
    }

    #[test]
    fn names_cannot_leave_the_connect_command() {
        assert_eq!(
            connect("a'b\\ \"c").ok().as_deref(),
            Some("\\connect -reuse-previous=on \"dbname='a\\'b\\\\ \"\"c'\"")
        );
        assert!(connect("a\n\\! true").is_err());
    }

    #[test]
    fn a_key_is_letters_and_digits() {
        let options = ScriptOptions { restrict_key: Some("a b".to_owned()), ..ScriptOptions::default() };
        assert!(script(&[], &options).is_err());
    }
}
