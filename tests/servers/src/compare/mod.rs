//! Whether two databases are equal: what `pg_dump` says of their schemas, and what the servers say of their rows.
//!
//! Four aspects, each turned into a map from a thing's name to its description; two maps are equal or their
//! differences are listed. The order of things never matters, the order of a table's columns does.

mod contents;
mod report;
mod schema;
mod toc;

pub use report::{Difference, Report};

use crate::{error::Result, psql::Encoding};

/// Compares everything a dump carries: definitions, rows, sequences, large objects.
///
/// # Errors
/// One of the databases could not be read.
pub fn compare(source_url: &str, target_url: &str) -> Result<Report> {
    let mut report = Report::default();
    let (source, target) = (Side::new(source_url)?, Side::new(target_url)?);
    for describe in [schema::describe, contents::tables, contents::sequences, contents::large_objects] {
        // Both sides at once: two servers, or two sessions of one.
        let (source, target) = std::thread::scope(|scope| {
            let target = scope.spawn(|| describe(target));
            (describe(source), target.join())
        });
        report.add(&source?, &target.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
    }
    Ok(report)
}

/// One of the two databases.
#[derive(Clone, Copy)]
struct Side<'url> {
    url: &'url str,
    encoding: Encoding,
}

impl Side<'_> {
    fn new(url: &str) -> Result<Side<'_>> {
        Ok(Side { url, encoding: Encoding::of(url)? })
    }
}
