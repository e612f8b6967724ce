//! The schema as SQL text that psql runs.
//!
//! psql reads `\` commands inside a script, and a hostile source can hide them in an object's name or definition. So the
//! text stands between `\restrict` and `\unrestrict` with a random key, which only psql of the last minor releases
//! knows; an older psql stops there with an error.

use std::fmt::Write as _;

use super::{definitions::label, statements::Statements};
use crate::{
    Error,
    manifest::{Entry, hex},
    object::Pass,
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

/// The definitions of the entries as SQL, in restore order; rows are left out. Bytes that are not UTF-8 stand as
/// [`raw_bytes`] says; whoever writes the text to a file writes [`raw_bytes::to_bytes`] of it.
///
/// # Errors
/// The system's random source fails.
pub fn script(entries: &[Entry]) -> Result<String, Error> {
    let mut key = [0_u8; 16];
    getrandom::fill(&mut key).map_err(|error| Error::Refused {
        what: format!("the system's random source failed: {error}"),
        hint: "make /dev/urandom available to this process".to_owned(),
    })?;
    Ok(script_with_key(entries, &hex(&key)))
}

fn script_with_key(entries: &[Entry], key: &str) -> String {
    // In a database without an encoding, text may be bytes of any.
    let is_raw = |entry: &Entry| raw_bytes::has_marks(&entry.create) || raw_bytes::has_marks(&entry.name);
    let encoding = if entries.iter().any(is_raw) { "SQL_ASCII" } else { "UTF8" };
    let mut text = format!("\\restrict {key}\n\n{SETTINGS}SET client_encoding = '{encoding}';\n");
    let mut statements = Statements::default();
    let passes = plan::passes(entries);
    for pass in [Pass::Main, Pass::Acl, Pass::Last] {
        for (entry, _) in entries.iter().zip(&passes).filter(|(_, own)| **own == pass) {
            let sql = statements.create(entry);
            if !sql.is_empty() {
                let _ = write!(text, "\n-- {}\n{sql}", one_line(&label(entry)));
            }
        }
    }
    let _ = write!(text, "\n\\unrestrict {key}\n");
    text
}

/// A name cannot end the comment it stands in.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::{Kind, Section};

    #[test]
    fn names_with_newlines_stay_in_their_comment() {
        let entry = Entry {
            id: 1,
            kind: Kind::Schema,
            section: Section::PreData,
            schema: None,
            name: "a\n\\! touch /tmp/x".to_owned(),
            owner: None,
            address: None,
            belongs_to: None,
            tablespace: None,
            access_method: None,
            create: "CREATE SCHEMA a;".to_owned(),
            requires: Vec::new(),
            older: Vec::new(),
            drop: None,
            drop_if_exists: None,
            depends_on: Vec::new(),
            stream: None,
        };
        let text = script_with_key(&[entry], "k");
        assert!(text.starts_with("\\restrict k\n") && text.ends_with("\\unrestrict k\n"));
        assert!(text.contains("\n-- SCHEMA a \\! touch /tmp/x\nCREATE SCHEMA a;\n"));
    }
}
