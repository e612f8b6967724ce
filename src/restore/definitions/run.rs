//! Runs definitions in order: many in one round trip, one by one when something fails, so that the error names its entry.

use std::num::NonZeroUsize;

use super::statements::Statements;
use crate::{
    Error,
    manifest::Entry,
    restore::{report::RestoreReport, run::Run},
    server::{ServerError, Session},
};

/// Entries of one transaction, unless the options say: bounds the locks it holds.
const BATCH_ENTRIES: usize = 200;

/// SQL bytes of one transaction.
const BATCH_BYTES: usize = 1 << 20;

/// Runs the drops of the entries, last first (`--clean`).
pub(in crate::restore) fn drop_all(
    run: Run<'_>,
    session: &mut Session,
    entries: &[Entry],
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let pieces = entries.iter().rev().filter_map(|entry| {
        Statements::drop(entry, run.options.if_exists)
            .map(|sql| (format!("drop {}", entry.label()), format!("{sql}\n")))
    });
    run_pieces(run, session, pieces, report)
}

/// Creates the entries, in order.
pub(in crate::restore) fn create_all(
    run: Run<'_>,
    session: &mut Session,
    statements: &mut Statements,
    entries: &[&Entry],
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let pieces = entries.iter().map(|entry| (creating(entry), statements.create(entry)));
    run_pieces(run, session, pieces, report)?;
    report.entries += entries.len() as u64;
    Ok(())
}

/// What is being done while an entry is created.
pub(in crate::restore) fn creating(entry: &Entry) -> String {
    format!("create {}", entry.label())
}

/// Runs `pieces` in order: what is done and the statement that does it.
pub(in crate::restore) fn run_pieces(
    run: Run<'_>,
    session: &mut Session,
    pieces: impl Iterator<Item = (String, String)>,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let most = run.options.transaction_size.map_or(BATCH_ENTRIES, NonZeroUsize::get);
    let mut batch: Vec<(String, String)> = Vec::new();
    let mut bytes = 0;
    for piece in pieces.filter(|(_, sql)| !sql.is_empty()) {
        bytes += piece.1.len();
        batch.push(piece);
        if batch.len() >= most || bytes >= BATCH_BYTES {
            run_batch(run, session, &batch, report)?;
            batch.clear();
            bytes = 0;
        }
    }
    run_batch(run, session, &batch, report)
}

fn run_batch(
    run: Run<'_>,
    session: &mut Session,
    batch: &[(String, String)],
    report: &mut RestoreReport,
) -> Result<(), Error> {
    if batch.is_empty() {
        return Ok(());
    }
    if run.options.single_transaction {
        // No second try inside a transaction that is already broken: one by one from the start.
        return run_singly(run, session, batch, report);
    }
    let mut sql = String::from("BEGIN;\n");
    for (_, piece) in batch {
        sql.push_str(piece);
    }
    sql.push_str("COMMIT;");
    match session.execute(&sql) {
        Ok(()) => Ok(()),
        Err(error) if worth_a_second_try(&error) => {
            session.execute("ROLLBACK").map_err(Error::server("roll back"))?;
            run_singly(run, session, batch, report)
        }
        Err(error) => Err(run.refused("create objects")(error)),
    }
}

/// The server refused something and the connection is alive: one by one tells which entry it was.
fn worth_a_second_try(error: &ServerError) -> bool {
    error.sqlstate().is_some() && !error.is_interrupted()
}

fn run_singly(
    run: Run<'_>,
    session: &mut Session,
    batch: &[(String, String)],
    report: &mut RestoreReport,
) -> Result<(), Error> {
    for (doing, sql) in batch {
        if let Err(error) = session.execute(sql) {
            let passed_over = run.options.keep_going && !run.options.single_transaction && worth_a_second_try(&error);
            let error = run.refused(doing.clone())(error);
            if !passed_over {
                return Err(error);
            }
            report.pass_over(run, &error);
            report.failed.push(doing.clone());
        }
    }
    Ok(())
}
