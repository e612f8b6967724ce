//! Proves an archive: its structure, every byte, every row; and that a live database holds the same rows.

mod against;
mod checksums;
mod inspect;
mod metadata;
mod report;
mod rows;
mod structure;

pub use against::{Difference, verify_against};
pub use inspect::{Inspection, inspect, read_contents};
pub use metadata::check_metadata;
pub use report::{Level, StreamVerdict, VerifyReport};

use std::path::Path;

use crate::{Error, observer::Observer, server::Interrupt};

/// Verifies an archive file up to a level; `threads` decode rows.
///
/// # Errors
/// The first damage found, with its place; I/O errors.
pub fn verify_file(
    path: &Path,
    level: Level,
    threads: usize,
    interrupt: &Interrupt,
    observer: &dyn Observer,
) -> Result<VerifyReport, Error> {
    match level {
        Level::Structure => structure::verify(path),
        Level::Checksums => checksums::verify(path, interrupt, observer),
        Level::Rows => {
            let sha256 = checksums::verify(path, interrupt, observer)?.sha256;
            let report = rows::verify(path, threads, interrupt, observer)?;
            Ok(VerifyReport { sha256, ..report })
        }
    }
}
