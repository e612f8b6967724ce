//! Definitions over several connections: tables that have nothing to do with each other are created side by side.
//!
//! Only what works at once is done here. A connection to which the server refuses something stops, and everything that is
//! left goes the ordinary way over one connection, in order, where an error names its entry.

use std::thread;

use crate::{
    Error,
    manifest::Entry,
    plan::{self, Stretch},
    restore::{database::Worker, definitions, report::RestoreReport, run::Run},
};

/// Entries of one transaction of all connections together: bounds the locks they hold.
const BATCH_ENTRIES: usize = 200;

/// Creates the entries, on all of these connections where that makes no difference to the result; the first has
/// those that must be in order.
pub(in crate::restore) fn create_definitions(
    run: Run<'_>,
    workers: &mut [Worker],
    entries: &[&Entry],
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let connections = if run.options.single_transaction { 1 } else { workers.len() };
    for stretch in plan::stretches(entries, connections) {
        let rest = match stretch {
            Stretch::InOrder(entries) => entries,
            Stretch::Apart(groups) => side_by_side(run, workers, &groups, report)?,
        };
        if let Some(main) = workers.first_mut() {
            definitions::create_all(run, &mut main.session, &mut main.statements, &rest, report)?;
        }
    }
    Ok(())
}

/// Creates each group over a connection of its own; gives what is left to do, one group after the other.
fn side_by_side<'e>(
    run: Run<'_>,
    workers: &mut [Worker],
    groups: &[Vec<&'e Entry>],
    report: &mut RestoreReport,
) -> Result<Vec<&'e Entry>, Error> {
    let most = run.options.transaction_size.map_or(BATCH_ENTRIES, usize::from).div_ceil(groups.len());
    let done: Vec<Result<usize, Error>> = thread::scope(|scope| {
        let threads: Vec<_> = workers
            .iter_mut()
            .zip(groups)
            .map(|(worker, group)| scope.spawn(move || create(run, worker, group, most)))
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err(Error::thread_died("worker")))).collect()
    });
    let mut left: Vec<&Entry> = Vec::new();
    for (group, done) in groups.iter().zip(done) {
        let done = done?;
        report.entries += done as u64;
        left.extend(&group[done..]);
    }
    Ok(left)
}

/// Creates entries in order until the server refuses some; how many are created.
fn create(run: Run<'_>, worker: &mut Worker, entries: &[&Entry], most: usize) -> Result<usize, Error> {
    let mut done = 0;
    for batch in entries.chunks(most.max(1)) {
        let before = worker.statements.clone();
        if !definitions::create_at_once(run, &mut worker.session, &mut worker.statements, batch)? {
            worker.statements = before;
            break;
        }
        done += batch.len();
    }
    Ok(done)
}
