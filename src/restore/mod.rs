//! The restore: definitions in order, rows and post-data in parallel, privileges and refreshes last.
//!
//! A file is restored through its index by several connections; a pipe is restored as it arrives, each open
//! stream over a connection of its own, and post-data in parallel afterwards.
//!
//! ```text
//! blocks ─ decoding thread ─ rows ─▶ worker (a connection and a thread each) ◀─ schedule: what runs next
//! ```
//!
//! # Invariants
//! Nothing is changed before the checks are through. Row counts are always compared with the archive's.

mod analyze;
mod batch;
mod decode;
mod definitions;
mod execute;
mod from_file;
mod from_pipe;
mod globals;
mod job;
mod large_objects;
mod load;
mod managed;
mod options;
mod other_version;
mod phases;
mod progress;
mod script;
mod side_streams;
mod spool;
mod statements;
mod stepwise;
mod streams;
mod target;
mod times;
mod worker;

pub use options::{RestoreOptions, RestoreReport};
pub use script::{ScriptOptions, script};
pub(crate) use side_streams::sequence_names;
pub use times::Times;

use std::{io::Read, path::Path};

use crate::{
    Error,
    observer::Observer,
    server::{Interrupt, ServerError, Settings},
};

/// What every part of a restore needs.
#[derive(Clone, Copy)]
pub(crate) struct Run<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) options: &'a RestoreOptions,
    pub(crate) interrupt: &'a Interrupt,
    pub(crate) observer: &'a dyn Observer,
}

impl Run<'_> {
    /// Wraps what the server said while something was created; a missing privilege names the role and ways out.
    pub(crate) fn refused(&self, doing: impl Into<String>) -> impl FnOnce(ServerError) -> Error {
        let (doing, role) = (doing.into(), self.settings.acting_role().to_owned());
        move |source| match source.sqlstate() {
            Some(INSUFFICIENT_PRIVILEGE) => Error::Denied { what: format!("the role {role} may not {doing}"), source },
            _ => Error::server(doing)(source),
        }
    }
}

/// SQLSTATE of a missing privilege.
const INSUFFICIENT_PRIVILEGE: &str = "42501";

/// Restores an archive file.
///
/// # Errors
/// The first thing that failed; with `keep_going` the report holds the errors instead.
pub fn restore_file(
    settings: &Settings,
    options: &RestoreOptions,
    path: &Path,
    interrupt: &Interrupt,
    observer: &dyn Observer,
) -> Result<RestoreReport, Error> {
    from_file::restore(Run { settings, options, interrupt, observer }, path)
}

/// Restores an archive from a pipe, in one pass.
///
/// # Errors
/// As [`restore_file`]; an archive that ends early is only noticed at its end, after rows were loaded.
pub fn restore_pipe(
    settings: &Settings,
    options: &RestoreOptions,
    source: impl Read,
    interrupt: &Interrupt,
    observer: &dyn Observer,
) -> Result<RestoreReport, Error> {
    from_pipe::restore(Run { settings, options, interrupt, observer }, source)
}
