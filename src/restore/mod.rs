//! The restore: definitions in order, rows and post-data in parallel, privileges and refreshes last.
//!
//! ```text
//! from_file, from_pipe   the two ways in: through the index, over several connections; or as the archive arrives
//!   phases               which entry belongs to which phase, and what both ways do alike
//!     database/          connections, and what the target is and can hold: all asked before the first change
//!     definitions/       statements in the archive's order, over one connection
//!     parallel/          rows and post-data: every connection takes the next entry whose turn has come
//!       load/            blocks ─ decoding thread ─ rows ─▶ a table, large objects, sequences
//!     statistics/        the planner's: put back from the archive, or collected
//!   report/              what was done, how long it took, what was passed over
//! script                 the definitions as text, for psql
//! ```
//!
//! # Invariants
//! Nothing is changed before the checks are through. Row counts are always compared with the archive's.

mod database;
mod definitions;
mod from_file;
mod from_pipe;
mod load;
mod options;
mod parallel;
mod phases;
mod report;
mod run;
mod script;
mod statistics;

pub use options::RestoreOptions;
pub use report::{RestoreReport, Times};
pub use script::{ScriptOptions, script};

use std::{io::Read, path::Path};

use crate::{
    Error,
    observer::Observer,
    server::{Interrupt, Settings},
};
use run::Run;

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
