//! Rows and post-data in parallel: connections that take the next entry whose turn has come.

use std::{
    collections::{HashMap, HashSet},
    sync::{Condvar, Mutex, PoisonError},
    thread,
};

use super::{
    RestoreReport, Run,
    definitions::label,
    load::{Blocks, LoadMode, load},
    statements::Statements,
};
use crate::{
    Error,
    dump::describe,
    manifest::{Contents, Entry, Table},
    object::Kind,
    plan::{Next, Schedule},
    server::Session,
};

/// One connection of a restore.
pub(super) struct Worker {
    pub(super) session: Session,
    pub(super) statements: Statements,
}

/// Where the rows of a stream come from; shared by all workers.
pub(super) trait Streams: Sync {
    /// The blocks of one stream.
    fn blocks<'a>(&'a self, stream: u32) -> Box<dyn Blocks + 'a>;
}

/// A restore whose rows are loaded elsewhere.
pub(super) struct NoStreams;

impl Streams for NoStreams {
    fn blocks<'a>(&'a self, _stream: u32) -> Box<dyn Blocks + 'a> {
        Box::new(NoBlocks)
    }
}

struct NoBlocks;

impl Blocks for NoBlocks {
    fn next(&mut self, _payload: &mut Vec<u8>) -> Result<super::load::Piece, Error> {
        Err(Error::Mismatch { what: "rows were asked for that the pipe has already passed".to_owned() })
    }
}

/// What the workers of one schedule share.
struct Shared<'a> {
    run: Run<'a>,
    contents: &'a Contents,
    entries: HashMap<u32, &'a Entry>,
    streams: &'a dyn Streams,
    fresh: HashSet<u32>,
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    schedule: Schedule,
    report: RestoreReport,
    error: Option<Error>,
}

/// Runs the entries of a schedule on the workers and gives the workers back.
pub(super) fn run_all(
    run: Run<'_>,
    contents: &Contents,
    entries: &[&Entry],
    schedule: Schedule,
    streams: &dyn Streams,
    fresh: HashSet<u32>,
    workers: Vec<Worker>,
    report: &mut RestoreReport,
) -> Result<Vec<Worker>, Error> {
    let shared = Shared {
        run,
        contents,
        entries: entries.iter().map(|entry| (entry.id, *entry)).collect(),
        streams,
        fresh,
        state: Mutex::new(State { schedule, report: std::mem::take(report), error: None }),
        changed: Condvar::new(),
    };
    let workers = thread::scope(|scope| {
        let threads: Vec<_> = workers
            .into_iter()
            .map(|mut worker| {
                let shared = &shared;
                scope.spawn(move || {
                    shared.work(&mut worker);
                    worker
                })
            })
            .collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    let state = shared.state.into_inner().unwrap_or_else(PoisonError::into_inner);
    *report = state.report;
    match state.error {
        Some(error) => Err(error),
        None if run.interrupt.is_triggered() => Err(Error::Interrupted),
        None => Ok(workers),
    }
}

impl Shared<'_> {
    fn work(&self, worker: &mut Worker) {
        while let Some(id) = self.next() {
            let Some(entry) = self.entries.get(&id).copied() else { continue };
            let result = self.execute(worker, entry);
            let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            state.schedule.done(id);
            match result {
                Ok(loaded) => {
                    state.report.entries += 1;
                    if let Some((rows, raw_bytes)) = loaded {
                        state.report.tables += 1;
                        state.report.rows += rows;
                        state.report.raw_bytes += raw_bytes;
                    }
                }
                Err(error) if self.may_pass_over(&error) => {
                    state.report.pass_over(self.run, &error);
                    drop(state);
                    // A failed load leaves its transaction open; nothing to roll back is not an error.
                    if worker.session.execute("ROLLBACK").is_err() {
                        return;
                    }
                    self.changed.notify_all();
                    continue;
                }
                Err(error) => {
                    if state.error.is_none() {
                        state.error = Some(error);
                    }
                }
            }
            drop(state);
            self.changed.notify_all();
        }
    }

    /// The next entry, waiting for one to become ready; `None` when all are done or something failed.
    fn next(&self) -> Option<u32> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if state.error.is_some() || self.run.interrupt.is_triggered() {
                return None;
            }
            match state.schedule.next() {
                Next::Run(id) => return Some(id),
                Next::Finished => return None,
                Next::Wait => state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn may_pass_over(&self, error: &Error) -> bool {
        self.run.options.keep_going
            && !self.run.options.single_transaction
            && matches!(error, Error::Server { source, .. } if source.sqlstate().is_some())
    }

    fn execute(&self, worker: &mut Worker, entry: &Entry) -> Result<Option<(u64, u64)>, Error> {
        match (entry.kind, entry.stream) {
            (Kind::TableData | Kind::LargeObjectData, Some(stream)) => {
                let table = self.table(stream)?;
                let mode = LoadMode {
                    fresh: self.fresh.contains(&entry.id),
                    in_transaction: self.run.options.single_transaction,
                };
                let mut blocks = self.streams.blocks(stream);
                let encoding = &self.contents.manifest.source.encoding;
                let observer = self.run.observer;
                let loaded =
                    load(&mut worker.session, table, encoding, blocks.as_mut(), mode, self.run.options, observer)?;
                observer.done(&describe(table));
                Ok(Some(loaded))
            }
            _ => {
                let sql = worker.statements.create(entry, self.run.options);
                if !sql.is_empty() {
                    worker.session.execute(&sql).map_err(Error::server(format!("create {}", label(entry))))?;
                }
                Ok(None)
            }
        }
    }

    fn table(&self, stream: u32) -> Result<&Table, Error> {
        self.contents
            .table(stream)
            .ok_or_else(|| Error::Mismatch { what: format!("an entry refers to stream {stream}, which does not exist") })
    }
}
