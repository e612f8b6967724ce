//! Rows and post-data in parallel: connections that take the next entry whose turn has come.

use std::{
    collections::HashSet,
    sync::{Condvar, Mutex, PoisonError},
    thread,
};

use super::{
    RestoreReport, Run,
    definitions::label,
    load::{Blocks, LoadMode, Piece, load},
    statements::Statements,
    target,
};
use crate::{
    Error,
    manifest::{Contents, Entry, Table},
    object::Kind,
    plan::{Next, Schedule, Work},
    rows::describe,
    server::{Session, Settings},
};

/// How often an entry that ended in a deadlock is run again.
const DEADLOCK_RETRIES: usize = 10;

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

/// For schedules without rows.
pub(super) struct NoRows;

impl Streams for NoRows {
    fn blocks<'a>(&'a self, stream: u32) -> Box<dyn Blocks + 'a> {
        Box::new(NoBlocks { stream })
    }
}

struct NoBlocks {
    stream: u32,
}

impl Blocks for NoBlocks {
    fn next(&mut self, _payload: &mut Vec<u8>) -> Result<Piece, Error> {
        Err(Error::Mismatch { what: format!("stream {} belongs to an entry that should have no rows", self.stream) })
    }
}

impl Worker {
    /// Opens a connection to the target.
    pub(super) fn open(run: Run<'_>, settings: &Settings) -> Result<Self, Error> {
        Ok(Worker::new(target::open(run, settings)?))
    }

    /// A worker on a connection to the target.
    pub(super) fn new(session: Session) -> Self {
        Worker { session, statements: Statements::default() }
    }
}

/// The entries of a schedule and what they need.
pub(super) struct Job<'a> {
    pub(super) run: Run<'a>,
    pub(super) contents: &'a Contents,
    /// The entries that the schedule was made for.
    pub(super) entries: &'a [Entry],
    pub(super) streams: &'a dyn Streams,
    /// TABLE DATA entries whose table this restore has just created.
    pub(super) fresh: HashSet<u32>,
}

/// What the workers share under a lock.
struct State {
    schedule: Schedule,
    report: RestoreReport,
    error: Option<Error>,
}

/// The lock and the bell that rings when something is done.
struct Board {
    state: Mutex<State>,
    changed: Condvar,
}

impl Job<'_> {
    /// Runs the schedule on the workers and gives them back.
    pub(super) fn run(
        &self,
        schedule: Schedule,
        workers: Vec<Worker>,
        report: &mut RestoreReport,
    ) -> Result<Vec<Worker>, Error> {
        let state = State { schedule, report: std::mem::take(report), error: None };
        let board = Board { state: Mutex::new(state), changed: Condvar::new() };
        let workers: Vec<Worker> = thread::scope(|scope| {
            let threads: Vec<_> = workers
                .into_iter()
                .map(|mut worker| {
                    let board = &board;
                    scope.spawn(move || {
                        self.work(board, &mut worker);
                        worker
                    })
                })
                .collect();
            threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
        });
        let state = board.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        *report = state.report;
        if let Some(error) = state.error {
            return Err(error);
        }
        if self.run.interrupt.is_triggered() {
            return Err(Error::Interrupted);
        }
        Ok(workers)
    }

    fn work(&self, board: &Board, worker: &mut Worker) {
        while let Some(work) = self.next(board) {
            let result = self.execute(worker, &self.entries[work.position]);
            let failed_in_transaction = result.is_err();
            let mut state = board.state.lock().unwrap_or_else(PoisonError::into_inner);
            state.schedule.done(work);
            match result {
                Ok(loaded) => state.report.count(loaded),
                Err(error) if self.may_pass_over(&error) => state.report.pass_over(self.run, &error),
                Err(error) => {
                    state.error.get_or_insert(error);
                }
            }
            let go_on = state.error.is_none();
            drop(state);
            board.changed.notify_all();
            // A failed load leaves its transaction open; where there is none, ROLLBACK only gives a notice.
            if go_on && failed_in_transaction && worker.session.execute("ROLLBACK").is_err() {
                return;
            }
        }
    }

    /// The next piece of work, waiting for one to become ready; `None` when all is done or something failed.
    fn next(&self, board: &Board) -> Option<Work> {
        let mut state = board.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if state.error.is_some() || self.run.interrupt.is_triggered() {
                return None;
            }
            match state.schedule.next_ready() {
                Next::Run(work) => return Some(work),
                Next::Finished => return None,
                Next::Wait => state = board.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn may_pass_over(&self, error: &Error) -> bool {
        self.run.options.keep_going
            && !self.run.options.single_transaction
            && match error {
                Error::Server { source, .. } => source.sqlstate().is_some(),
                Error::Refused { .. } => true,
                _ => false,
            }
    }

    fn execute(&self, worker: &mut Worker, entry: &Entry) -> Result<Option<(u64, u64)>, Error> {
        if let (Kind::TableData | Kind::LargeObjectData, Some(stream)) = (entry.kind, entry.stream) {
            let table = self.table(stream)?;
            let mode =
                LoadMode { fresh: self.fresh.contains(&entry.id), in_transaction: self.run.options.single_transaction };
            let mut blocks = self.streams.blocks(stream);
            let manifest = &self.contents.manifest;
            let observer = self.run.observer;
            let loaded = load(&mut worker.session, table, manifest, blocks.as_mut(), mode, self.run.options, observer)?;
            observer.done(&describe(table));
            Ok(Some(loaded))
        } else {
            let sql = worker.statements.create(entry);
            if !sql.is_empty() {
                self.create(worker, entry, &sql)?;
            }
            Ok(None)
        }
    }

    /// An index that its table is clustered on or identified by takes a second, stronger lock on the table, and may meet
    /// another index of that table in a deadlock. Its statements have then been rolled back, and can be run again.
    fn create(&self, worker: &mut Worker, entry: &Entry, sql: &str) -> Result<(), Error> {
        for _ in 0..DEADLOCK_RETRIES {
            match worker.session.execute(sql) {
                Err(error) if error.sqlstate() == Some("40P01") && !self.run.options.single_transaction => {}
                result => return result.map_err(Error::server(format!("create {}", label(entry)))),
            }
        }
        worker.session.execute(sql).map_err(Error::server(format!("create {}", label(entry))))
    }

    fn table(&self, stream: u32) -> Result<&Table, Error> {
        self.contents.table(stream).ok_or_else(|| Error::Mismatch {
            what: format!("an entry refers to stream {stream}, which does not exist"),
        })
    }
}
