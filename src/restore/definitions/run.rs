//! Runs definitions in order: many in one round trip, one by one when something fails, so that the error names its entry.

use std::{borrow::Borrow, num::NonZeroUsize};

use super::{
    statements::Statements,
    stepwise::{self, Stepwise},
};
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

/// Statements that belong together.
struct Piece<'e> {
    /// `create TABLE public.orders`
    doing: String,
    sql: String,
    /// The entry that they create.
    creates: Option<&'e Entry>,
}

/// Runs the drops of the entries, last first (`--clean`).
pub(in crate::restore) fn drop_all(
    run: Run<'_>,
    session: &mut Session,
    entries: &[Entry],
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let pieces = entries.iter().rev().filter_map(|entry| {
        let sql = Statements::drop(entry, run.options.if_exists)?;
        Some(Piece { doing: format!("drop {}", entry.label()), sql: format!("{sql}\n"), creates: None })
    });
    run_pieces(run, session, pieces, report)
}

/// Creates the entries, in order.
pub(in crate::restore) fn create_all(
    run: Run<'_>,
    session: &mut Session,
    statements: &mut Statements,
    entries: &[impl Borrow<Entry>],
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let pieces = entries.iter().map(Borrow::borrow).map(|entry| Piece {
        doing: creating(entry),
        sql: statements.create(entry),
        creates: Some(entry),
    });
    run_pieces(run, session, pieces, report)?;
    report.entries += entries.len() as u64;
    Ok(())
}

/// Runs statements that create no entry, in order: what is done and the statement that does it.
pub(in crate::restore) fn run_statements(
    run: Run<'_>,
    session: &mut Session,
    statements: impl Iterator<Item = (String, String)>,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let pieces = statements.map(|(doing, sql)| Piece { doing, sql, creates: None });
    run_pieces(run, session, pieces, report)
}

/// What is being done while an entry is created.
pub(in crate::restore) fn creating(entry: &Entry) -> String {
    format!("create {}", entry.label())
}

fn run_pieces<'e>(
    run: Run<'_>,
    session: &mut Session,
    pieces: impl Iterator<Item = Piece<'e>>,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let most = run.options.transaction_size.map_or(BATCH_ENTRIES, NonZeroUsize::get);
    let mut batch: Vec<Piece<'_>> = Vec::new();
    let mut bytes = 0;
    for piece in pieces.filter(|piece| !piece.sql.is_empty()) {
        bytes += piece.sql.len();
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
    batch: &[Piece<'_>],
    report: &mut RestoreReport,
) -> Result<(), Error> {
    if batch.is_empty() {
        return Ok(());
    }
    if run.options.single_transaction {
        // No second try inside a transaction that is already broken: one by one from the start.
        return run_singly(run, session, batch, report);
    }
    if at_once(run, session, batch.iter().map(|piece| piece.sql.as_str()))? {
        return Ok(());
    }
    run_singly(run, session, batch, report)
}

/// Creates the entries in one transaction, or none of them: says whether the server took them all.
pub(in crate::restore) fn create_at_once(
    run: Run<'_>,
    session: &mut Session,
    statements: &mut Statements,
    entries: &[&Entry],
) -> Result<bool, Error> {
    at_once(run, session, entries.iter().map(|entry| statements.create(entry)))
}

/// Runs statements in one transaction, or none of them: says whether the server took them all.
fn at_once(
    run: Run<'_>,
    session: &mut Session,
    statements: impl Iterator<Item = impl AsRef<str>>,
) -> Result<bool, Error> {
    let mut sql = String::from("BEGIN;\n");
    for statement in statements {
        sql.push_str(statement.as_ref());
    }
    sql.push_str("COMMIT;");
    match session.execute(&sql) {
        Ok(()) => Ok(true),
        Err(error) if worth_a_second_try(&error) => {
            session.execute("ROLLBACK").map_err(Error::server("roll back"))?;
            Ok(false)
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
    batch: &[Piece<'_>],
    report: &mut RestoreReport,
) -> Result<(), Error> {
    for piece in batch {
        let Err(error) = session.execute(&piece.sql) else { continue };
        let passed_over = run.options.keep_going && !run.options.single_transaction && worth_a_second_try(&error);
        if !passed_over {
            return Err(run.refused(piece.doing.clone())(error));
        }
        let made = match piece.creates {
            Some(entry) => stepwise::create(run, session, entry, error)?,
            None => Stepwise { errors: vec![run.refused(piece.doing.clone())(error)], is_made: false },
        };
        for error in &made.errors {
            report.pass_over(run, error);
        }
        if !made.is_made {
            report.failed.push(piece.doing.clone());
        }
    }
    Ok(())
}
