//! Rows and post-data in parallel: connections that take the next entries whose turn has come.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Condvar, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Instant,
};

use super::{
    RestoreReport, Run,
    batch::{self, BATCH_BYTES, BATCH_ENTRIES},
    load::{Loaded, compare_rows, may_be_emptied},
    streams::Streams,
    times::{Activity, Times},
    worker::Worker,
};
use crate::{
    Error,
    manifest::{Contents, Entry, Table},
    object::Kind,
    plan::{Next, Schedule, Work},
    syntax,
};

/// The entries of a schedule and what they need.
pub(super) struct Job<'a> {
    pub(super) run: Run<'a>,
    pub(super) contents: &'a Contents,
    /// The entries that the schedule was made for.
    pub(super) entries: &'a [Entry],
    pub(super) streams: &'a dyn Streams,
    /// TABLE DATA entries whose table this restore has just created.
    pub(super) fresh: HashSet<u32>,
    /// No more rows are wanted: something has failed.
    stopped: AtomicBool,
}

/// What the workers share under a lock.
struct State {
    schedule: Schedule,
    report: RestoreReport,
    error: Option<Error>,
    /// What the workers have loaded of the streams they share, by the entry's position.
    shared: HashMap<usize, Shared>,
    /// Workers that have nothing to do.
    waiting: usize,
}

/// A stream that several workers load.
#[derive(Clone, Copy, Default)]
struct Shared {
    loaded: Loaded,
    failed: bool,
}

/// The lock and the bell that rings when something is done.
struct Board {
    state: Mutex<State>,
    changed: Condvar,
}

impl<'a> Job<'a> {
    /// A job that has not begun.
    pub(super) fn new(
        run: Run<'a>,
        contents: &'a Contents,
        entries: &'a [Entry],
        streams: &'a dyn Streams,
        fresh: HashSet<u32>,
    ) -> Self {
        Job { run, contents, entries, streams, fresh, stopped: AtomicBool::new(false) }
    }

    /// Runs the schedule on the workers and gives them back.
    pub(super) fn run(
        &self,
        schedule: Schedule,
        workers: Vec<Worker>,
        report: &mut RestoreReport,
    ) -> Result<Vec<Worker>, Error> {
        let state = State { schedule, report: std::mem::take(report), error: None, shared: HashMap::new(), waiting: 0 };
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

    /// Set once no more rows are wanted.
    pub(super) fn stopped(&self) -> &AtomicBool {
        &self.stopped
    }

    /// The stream that an entry refers to.
    pub(super) fn table(&self, stream: u32) -> Result<&'a Table, Error> {
        self.contents.table(stream).ok_or_else(|| Error::Mismatch {
            what: format!("an entry refers to stream {stream}, which does not exist"),
        })
    }

    fn work(&self, board: &Board, worker: &mut Worker) {
        let mut times = Times::default();
        loop {
            let began = Instant::now();
            let batch = self.next(board);
            times.add(Activity::Waiting, began.elapsed());
            let goes_on = match batch.as_slice() {
                [] => break,
                [work] => self.run_one(board, worker, *work, &mut times),
                batch => self.run_batch(board, worker, batch, &mut times),
            };
            if !goes_on {
                break;
            }
        }
        board.lock().report.times.merge(&times);
    }

    /// The next pieces of work, waiting for one to become ready; none when all is done or something failed.
    fn next(&self, board: &Board) -> Vec<Work> {
        let mut state = board.lock();
        loop {
            if state.error.is_some() || self.run.interrupt.is_triggered() {
                return Vec::new();
            }
            match state.schedule.next_ready() {
                Next::Run(first) => return self.gather(&mut state.schedule, first),
                Next::Finished => return Vec::new(),
                Next::Wait => {
                    state.waiting += 1;
                    state = board.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
                    state.waiting -= 1;
                }
            }
        }
    }

    /// What runs in one transaction with `first`.
    fn gather(&self, schedule: &mut Schedule, first: Work) -> Vec<Work> {
        let mut batch = vec![first];
        let mut bytes = 0;
        while batch.len() < BATCH_ENTRIES && bytes < BATCH_BYTES {
            let Some(work) = schedule.next_small(first) else { break };
            let stream = self.entries[work.position].stream;
            bytes += stream.and_then(|stream| self.streams.end(stream)).map_or(0, |end| end.raw_bytes);
            batch.push(work);
        }
        batch
    }

    /// Runs small entries together, and one by one when that fails or is not possible; says whether to go on.
    fn run_batch(&self, board: &Board, worker: &mut Worker, batch: &[Work], times: &mut Times) -> bool {
        let (together, singly): (Vec<Work>, Vec<Work>) =
            batch.iter().partition(|work| batch::fits(self, &self.entries[work.position]));
        let entries: Vec<&Entry> = together.iter().map(|work| &self.entries[work.position]).collect();
        let (began, statements) = (Instant::now(), worker.statements.clone());
        let result = batch::run(self, worker, &entries);
        times.share(entries.iter().map(|entry| Activity::of(entry.kind)), began.elapsed());
        match result {
            Ok(loaded) => {
                for (work, loaded) in together.iter().zip(loaded) {
                    self.observe(&self.entries[work.position], loaded.is_some());
                    self.finish(board, *work, Ok(loaded), false);
                }
                singly.iter().all(|work| self.run_one(board, worker, *work, times))
            }
            Err(error) if self.is_over(worker, &error) => {
                self.stop(&mut board.lock(), error);
                board.changed.notify_all();
                false
            }
            Err(_) => {
                worker.statements = statements;
                batch.iter().all(|work| self.run_one(board, worker, *work, times))
            }
        }
    }

    /// After an error: whether the connection is of no more use. If it is, the failed transaction is rolled back; where there is
    /// none, ROLLBACK only gives a notice.
    fn is_over(&self, worker: &mut Worker, error: &Error) -> bool {
        let is_refusal = match error {
            Error::Server { source, .. } | Error::Denied { source, .. } => source.sqlstate().is_some(),
            Error::Refused { .. } => true,
            _ => false,
        };
        !is_refusal || self.run.interrupt.is_triggered() || worker.session.execute("ROLLBACK").is_err()
    }

    /// Runs one entry, or a part of one; says whether to go on.
    fn run_one(&self, board: &Board, worker: &mut Worker, work: Work, times: &mut Times) -> bool {
        let entry = &self.entries[work.position];
        let (began, statements) = (Instant::now(), worker.statements.clone());
        let helpers = worker.helpers_for(entry.kind, || board.lock().waiting);
        let result = self.execute(worker, entry, work, helpers);
        times.add(Activity::of(entry.kind), began.elapsed());
        let mut passes = false;
        if let Err(error) = &result {
            worker.statements = statements;
            if let (2.., Some(stream)) = (work.parts, entry.stream) {
                self.streams.abandon(stream);
            }
            let options = self.run.options;
            passes = options.keep_going && !options.single_transaction && !self.is_over(worker, error);
        }
        if work.parts > 1 {
            self.finish_part(board, worker, work, result, passes);
        } else {
            self.finish(board, work, result, passes);
        }
        board.lock().error.is_none()
    }

    /// Takes an entry from the schedule and counts it. An error that does not pass ends the restore.
    fn finish(&self, board: &Board, work: Work, result: Result<Option<Loaded>, Error>, passes: bool) {
        let mut state = board.lock();
        state.schedule.done(work);
        match result {
            Ok(loaded) => state.report.count(loaded),
            Err(error) if passes => state.report.pass_over(self.run, &error),
            Err(error) => self.stop(&mut state, error),
        }
        drop(state);
        board.changed.notify_all();
    }

    /// As [`Self::finish`], for a part of a stream. The last one looks whether all rows are in. When a part has failed, the
    /// others have been committed: the table is emptied, as it would be had one worker loaded it.
    fn finish_part(
        &self,
        board: &Board,
        worker: &mut Worker,
        work: Work,
        result: Result<Option<Loaded>, Error>,
        passes: bool,
    ) {
        let mut state = board.lock();
        let shared = state.shared.entry(work.position).or_default();
        match &result {
            Ok(loaded) => shared.loaded.add(loaded.unwrap_or_default()),
            Err(_) => shared.failed = true,
        }
        let shared = *shared;
        match result {
            Ok(_) => {}
            Err(error) if passes => state.report.pass_over(self.run, &error),
            Err(error) => self.stop(&mut state, error),
        }
        let is_last = state.schedule.is_last_part(work) && state.error.is_none();
        let outcome = if is_last && shared.failed {
            drop(state);
            let emptied = self.empty(worker, work);
            state = board.lock();
            emptied
        } else if is_last {
            let compared = self.compare(work, shared.loaded);
            if compared.is_ok() {
                state.report.count(Some(shared.loaded));
            }
            compared
        } else {
            Ok(())
        };
        if let Err(error) = outcome {
            self.stop(&mut state, error);
        }
        state.schedule.done(work);
        drop(state);
        board.changed.notify_all();
    }

    fn compare(&self, work: Work, loaded: Loaded) -> Result<(), Error> {
        let Some(stream) = self.entries[work.position].stream else { return Ok(()) };
        let end = self.streams.end(stream).ok_or_else(|| super::streams::missing_end(stream))?;
        compare_rows(self.table(stream)?, end.rows, loaded.rows)
    }

    fn empty(&self, worker: &mut Worker, work: Work) -> Result<(), Error> {
        let Some(stream) = self.entries[work.position].stream else { return Ok(()) };
        let table = self.table(stream)?;
        if !may_be_emptied(table) || self.entries[work.position].kind != Kind::TableData {
            return Ok(());
        }
        let name = syntax::qualified(&table.schema, &table.name);
        let sql = format!("TRUNCATE TABLE ONLY {name}");
        worker.session.execute(&sql).map_err(Error::server(format!("empty {name} after a failed load")))
    }

    /// Keeps the first error, which ends the restore.
    fn stop(&self, state: &mut State, error: Error) {
        self.stopped.store(true, Ordering::Relaxed);
        state.error.get_or_insert(error);
    }
}

impl Board {
    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
