//! Collects planner statistics for the loaded tables, over all connections, the largest tables first.

use std::{
    collections::{HashSet, VecDeque},
    sync::{Mutex, PoisonError},
    thread,
    time::Instant,
};

use crate::{
    Error,
    manifest::{Contents, LoadTarget, StreamContent, Table},
    restore::{
        database::Worker,
        load::Streams,
        report::{Activity, RestoreReport, Times},
        run::Run,
    },
    server::Session,
    syntax,
};

/// Tables that one statement analyzes in one transaction.
const TABLES_PER_STATEMENT: usize = 50;

/// Raw bytes of the tables that one statement analyzes, unless it is one table.
const BYTES_PER_STATEMENT: u64 = 8 << 20;

/// Analyzes the tables of these streams, but for those whose statistics are `known` (schema and name). One that cannot be analyzed (a child of it is foreign, and its server is not there)
/// is a warning: nothing of the archive is lost.
pub(in crate::restore) fn analyze(
    run: Run<'_>,
    workers: &mut [Worker],
    contents: &Contents,
    streams: &HashSet<u32>,
    known: &HashSet<(String, String)>,
    source: &dyn Streams,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    if !run.options.analyze {
        return Ok(());
    }
    let queue = Mutex::new(statements(contents, streams, known, source));
    let first_error: Mutex<Option<Error>> = Mutex::new(None);
    let times = Mutex::new(Times::default());
    thread::scope(|scope| {
        for worker in workers {
            let (queue, first_error, times) = (&queue, &first_error, &times);
            scope.spawn(move || {
                let began = Instant::now();
                while let Some(tables) = next(queue) {
                    if let Err(error) = analyze_together(run, &mut worker.session, &tables) {
                        first_error.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
                        queue.lock().unwrap_or_else(PoisonError::into_inner).clear();
                    }
                }
                times.lock().unwrap_or_else(PoisonError::into_inner).add(Activity::Statistics, began.elapsed());
            });
        }
    });
    report.times.merge(&times.into_inner().unwrap_or_else(PoisonError::into_inner));
    first_error.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)
}

fn next(queue: &Mutex<VecDeque<Vec<String>>>) -> Option<Vec<String>> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
}

/// The tables of each statement. Those known to be empty are left out: there is nothing to learn from them.
fn statements(
    contents: &Contents,
    streams: &HashSet<u32>,
    known: &HashSet<(String, String)>,
    source: &dyn Streams,
) -> VecDeque<Vec<String>> {
    let tables = streams.iter().filter_map(|stream| contents.table(*stream));
    let is_known = |table: &Table| known.contains(&(table.schema.clone(), table.name.clone()));
    let tables = tables.filter(|table| table.content == StreamContent::Table && !is_known(table));
    let mut sized: Vec<(u64, u32, String)> = tables
        .filter_map(|table| {
            let end = source.end(table.stream);
            let is_empty = end.is_some_and(|end| end.rows == 0);
            let bytes = end.map_or(table.estimated_bytes, |end| end.raw_bytes);
            (!is_empty).then(|| (bytes, table.stream, target_name(table)))
        })
        .collect();
    sized.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    let mut named: HashSet<String> = HashSet::new();
    let mut statements: VecDeque<Vec<String>> = VecDeque::new();
    let mut bytes_in_last = u64::MAX;
    for (bytes, _, name) in sized {
        // Partitions that are loaded through one root bear its name.
        if !named.insert(name.clone()) {
            continue;
        }
        match statements.back_mut() {
            Some(last)
                if last.len() < TABLES_PER_STATEMENT && bytes_in_last.saturating_add(bytes) <= BYTES_PER_STATEMENT =>
            {
                last.push(name);
                bytes_in_last += bytes;
            }
            _ => {
                statements.push_back(vec![name]);
                bytes_in_last = bytes;
            }
        }
    }
    statements
}

fn analyze_together(run: Run<'_>, session: &mut Session, tables: &[String]) -> Result<(), Error> {
    // Inside a transaction one commit is for all of them.
    let sql = format!("BEGIN; ANALYZE {}; COMMIT", tables.join(", "));
    match session.execute(&sql) {
        Ok(()) => return Ok(()),
        Err(error) if error.sqlstate().is_some() && !run.interrupt.is_triggered() => {
            session.execute("ROLLBACK").map_err(Error::server("roll back"))?;
        }
        Err(error) => return Err(Error::server("collect planner statistics")(error)),
    }
    for table in tables {
        match session.execute(&format!("ANALYZE {table}")) {
            Ok(()) => {}
            Err(error) if error.sqlstate().is_some() && !run.interrupt.is_triggered() => {
                run.observer.warning(&format!("no planner statistics for {table}: {error}"));
            }
            Err(error) => return Err(Error::server("collect planner statistics")(error)),
        }
    }
    Ok(())
}

fn target_name(table: &Table) -> String {
    match (&table.root, table.load) {
        (Some((schema, name)), LoadTarget::PartitionRoot) => syntax::qualified(schema, name),
        _ => syntax::qualified(&table.schema, &table.name),
    }
}
