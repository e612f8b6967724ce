//! Proves an archive: its structure, every byte, every row; and that a live database holds the same rows.

mod against;
mod bytes;
mod inspect;
mod metadata;
mod parallel;
mod pieces;
mod report;
mod rows;
mod structure;

pub use against::{Difference, verify_against};
pub use inspect::{Inspection, inspect, read_contents};
pub use metadata::check_metadata;
pub use report::{Level, StreamVerdict, VerifyOptions, VerifyReport};

use std::path::Path;

use crate::{Error, observer::Observer, opened, server::Interrupt};

/// Verifies an archive file up to a level.
///
/// # Errors
/// The damage that comes first in the file (at level rows, in the order of the streams), with its place; I/O errors.
pub fn verify_file(
    path: &Path,
    options: &VerifyOptions,
    interrupt: &Interrupt,
    observer: &dyn Observer,
) -> Result<VerifyReport, Error> {
    let (archive, contents) = opened::open(path)?;
    let check = bytes::Check { archive: &archive, path, threads: options.threads, interrupt, observer };
    let mut sha256 = None;
    if options.level >= Level::Checksums {
        check.documents()?;
        let blocks = options.level == Level::Checksums;
        sha256 = check.blocks(blocks, options.sha256 || metadata::is_beside(path))?;
    }
    if options.level >= Level::Rows {
        rows::verify(&archive, &contents, options.threads, interrupt, observer)?;
    }
    structure::report(&archive, contents, options.level, sha256)
}
