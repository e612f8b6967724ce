//! A target of another version: definitions in its words, and what it cannot hold named before the first change.
//!
//! Two nets. The marks that the dump left in the archive say which definitions need which server and how older servers
//! are told the same ([`forms`]). What nobody marked (a function that is gone, a view in newer syntax, an operator that was
//! dropped) shows up when all definitions run in one transaction that is rolled back ([`rehearsal`]).
//!
//! # Neighbours
//! `object::Feature` lists the features; `target` asks here before anything is changed.

mod forms;
mod intervals;
mod oids;
mod rehearsal;
mod rows;

pub(super) use forms::{Fitted, check_bytes, fit};
pub(super) use rehearsal::rehearse;
pub(super) use rows::Rewriting;

use super::Run;
use crate::{
    Error,
    manifest::Source,
    server::{ServerVersion, Session},
};

/// Objects that the error itself names; all of them are warned about before.
const NAMED: usize = 3;

/// Whether the target may refuse what the source has held: another major version, another encoding.
pub(super) fn differs(source: &Source, target: &Session) -> bool {
    ServerVersion(source.server_version_num).major() != target.version().major() || source.encoding != target.encoding()
}

/// Warns of everything that the target cannot hold; the error that says so.
pub(super) fn refusal(run: Run<'_>, source: &Source, target: &Session, unheld: &[String]) -> Error {
    for line in unheld {
        run.observer.warning(&format!("the target cannot hold {line}"));
    }
    let named: Vec<&str> = unheld.iter().take(NAMED).map(String::as_str).collect();
    let more = unheld.len().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!("; and {more} more") };
    Error::Refused {
        what: format!(
            "the target (PostgreSQL {}, {}) cannot hold everything that the archive has from PostgreSQL {} ({}): {}{more}",
            target.version().major(),
            target.encoding(),
            source.server_version,
            source.encoding,
            named.join("; ")
        ),
        hint: "restore into a server of the archive's version, or change these objects at the source; --keep-going \
               restores what the target can hold and lists the rest (exit code 3)"
            .to_owned(),
    }
}
