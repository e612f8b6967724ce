//! Puts the archive's optimizer statistics back.

use std::collections::HashSet;

use crate::{
    Error,
    manifest::Entry,
    restore::{database::Worker, definitions, report::RestoreReport, run::Run},
};

/// The first version whose functions take statistics back.
const STATISTICS_SINCE: u32 = 18;

/// Puts the archive's optimizer statistics back; gives the tables that need no ANALYZE any more.
pub(in crate::restore) fn put_back(
    run: Run<'_>,
    worker: &mut Worker,
    entries: &[Entry],
    report: &mut RestoreReport,
) -> Result<HashSet<(String, String)>, Error> {
    if entries.is_empty() {
        return Ok(HashSet::new());
    }
    let version = worker.session.version();
    if version.major() < STATISTICS_SINCE {
        let count = entries.len();
        report.lost.push(format!(
            "optimizer statistics of {count} relations: only servers from {STATISTICS_SINCE} on take them, this is {version} \
             (--no-statistics leaves them out; ANALYZE collects new ones)"
        ));
        return Ok(HashSet::new());
    }
    worker.session.take_notices();
    definitions::create_all(run, &mut worker.session, &mut worker.statements, entries, report)?;
    // A value that the server cannot take is a warning of its own.
    for notice in worker.session.take_notices().iter().filter(|notice| notice.severity == "WARNING") {
        report.lost.push(format!("a part of the optimizer statistics: {}", notice.message));
    }
    let tables =
        entries.iter().map(|entry| (entry.schema.as_deref().unwrap_or_default().to_owned(), entry.name.clone()));
    Ok(tables.collect())
}
