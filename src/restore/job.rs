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
    decode::About,
    load::{LoadMode, Loaded, WORTH_A_NEW_FILE, compare_rows, load, may_be_emptied},
    streams::Streams,
    times::{Activity, Times},
    worker::Worker,
};
use crate::{
    Error,
    manifest::{Contents, Entry, Table},
    object::Kind,
    plan::{Next, Schedule, Work},
    rows::describe,
    syntax,
};

/// How often an entry that ended in a deadlock is run again.
const DEADLOCK_RETRIES: usize = 10;

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
                for (entry, loaded) in entries.iter().zip(&loaded) {
                    self.observe(entry, loaded.is_some());
                }
                for (work, loaded) in together.iter().zip(loaded) {
                    self.finish(board, *work, Ok(loaded));
                }
                singly.iter().all(|work| self.run_one(board, worker, *work, times))
            }
            Err(Error::Server { source, .. }) if source.sqlstate().is_some() && !self.run.interrupt.is_triggered() => {
                worker.statements = statements;
                if let Err(error) = worker.session.execute("ROLLBACK") {
                    board.fail(self, Error::server("roll back")(error));
                    return false;
                }
                batch.iter().all(|work| self.run_one(board, worker, *work, times))
            }
            Err(error) => {
                board.fail(self, error);
                false
            }
        }
    }

    /// Runs one entry, or a part of one; says whether to go on.
    fn run_one(&self, board: &Board, worker: &mut Worker, work: Work, times: &mut Times) -> bool {
        let entry = &self.entries[work.position];
        let (began, statements) = (Instant::now(), worker.statements.clone());
        let helpers = self.helpers(board, worker, entry);
        let result = self.execute(worker, entry, work, helpers);
        times.add(Activity::of(entry.kind), began.elapsed());
        let failed = result.is_err();
        if failed {
            worker.statements = statements;
        }
        if let (true, Some(stream)) = (failed && work.parts > 1, entry.stream) {
            self.streams.abandon(stream);
        }
        // A failed load leaves its transaction open; where there is none, ROLLBACK only gives a notice.
        let may_go_on = match &result {
            Ok(_) => true,
            Err(error) => self.may_pass_over(error) && worker.session.execute("ROLLBACK").is_ok(),
        };
        if work.parts > 1 {
            self.finish_part(board, worker, work, result);
        } else {
            self.finish(board, work, result);
        }
        may_go_on && board.lock().error.is_none()
    }

    /// Takes an entry from the schedule and counts it.
    fn finish(&self, board: &Board, work: Work, result: Result<Option<Loaded>, Error>) {
        let mut state = board.lock();
        state.schedule.done(work);
        match result {
            Ok(loaded) => state.report.count(loaded),
            Err(error) => self.note(&mut state, error),
        }
        drop(state);
        board.changed.notify_all();
    }

    /// As [`Self::finish`], for a part of a stream. The last one looks whether all rows are in. When a part has failed, the
    /// others have been committed: the table is emptied, as it would be had one worker loaded it.
    fn finish_part(&self, board: &Board, worker: &mut Worker, work: Work, result: Result<Option<Loaded>, Error>) {
        let mut state = board.lock();
        let shared = state.shared.entry(work.position).or_default();
        match &result {
            Ok(loaded) => {
                let loaded = loaded.unwrap_or_default();
                shared.loaded.rows += loaded.rows;
                shared.loaded.raw_bytes += loaded.raw_bytes;
            }
            Err(_) => shared.failed = true,
        }
        let shared = *shared;
        if let Err(error) = result {
            self.note(&mut state, error);
        }
        let is_last = state.schedule.is_last_part(work);
        if is_last && shared.failed && state.error.is_none() {
            drop(state);
            let emptied = self.empty(worker, work);
            state = board.lock();
            if let Err(error) = emptied {
                self.note(&mut state, error);
            }
        } else if is_last && !shared.failed {
            match self.compare(work, shared.loaded) {
                Ok(()) => state.report.count(Some(shared.loaded)),
                Err(error) => self.note(&mut state, error),
            }
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

    /// Passes an error over, or keeps it as the one that ends the restore.
    fn note(&self, state: &mut State, error: Error) {
        if self.may_pass_over(&error) {
            state.report.pass_over(self.run, &error);
        } else {
            self.stopped.store(true, Ordering::Relaxed);
            state.error.get_or_insert(error);
        }
    }

    fn may_pass_over(&self, error: &Error) -> bool {
        self.run.options.keep_going
            && !self.run.options.single_transaction
            && match error {
                Error::Server { source, .. } | Error::Denied { source, .. } => source.sqlstate().is_some(),
                Error::Refused { .. } => true,
                _ => false,
            }
    }

    fn execute(
        &self,
        worker: &mut Worker,
        entry: &Entry,
        work: Work,
        helpers: Option<usize>,
    ) -> Result<Option<Loaded>, Error> {
        let (Kind::TableData | Kind::LargeObjectData, Some(stream)) = (entry.kind, entry.stream) else {
            let mut sql = worker.statements.create(entry);
            if let Some(helpers) = helpers.filter(|_| !sql.is_empty()) {
                sql.insert_str(0, &format!("SET max_parallel_maintenance_workers = {helpers};\n"));
            }
            if !sql.is_empty() {
                self.create(worker, entry, &sql)?;
                worker.helpers = helpers.or(worker.helpers);
            }
            return Ok(None);
        };
        let table = self.table(stream)?;
        let is_fresh = self.fresh.contains(&entry.id);
        let end = self.streams.end(stream);
        if is_fresh && end.is_some_and(|end| end.rows == 0) {
            return Ok(Some(Loaded::default()));
        }
        let shared = work.parts > 1;
        let is_large = end.is_none_or(|end| end.raw_bytes >= WORTH_A_NEW_FILE);
        let mode = LoadMode {
            fresh: is_fresh,
            frozen: is_fresh && is_large && !shared && may_be_emptied(table),
            shared,
            in_transaction: self.run.options.single_transaction,
        };
        let mut blocks = if shared { self.streams.shared(stream) } else { self.streams.blocks(stream) };
        let about = About { table, observer: self.run.observer, stopped: &self.stopped };
        let manifest = &self.contents.manifest;
        let loaded = load(&mut worker.session, manifest, blocks.as_mut(), mode, self.run.options, about)?;
        if work.part == 0 {
            self.observe(entry, true);
        }
        Ok(Some(loaded))
    }

    fn observe(&self, entry: &Entry, is_loaded: bool) {
        let table = entry.stream.filter(|_| is_loaded).and_then(|stream| self.contents.table(stream));
        if let Some(table) = table {
            self.run.observer.done(&describe(table));
        }
    }

    /// How many processes may help the server to build this index, when that has to be said.
    fn helpers(&self, board: &Board, worker: &Worker, entry: &Entry) -> Option<usize> {
        let spare = worker.spare.filter(|_| matches!(entry.kind, Kind::Index | Kind::Constraint))?;
        let helpers = spare.most.min(spare.processors + board.lock().waiting);
        (worker.helpers != Some(helpers)).then_some(helpers)
    }

    /// An index that its table is clustered on or identified by takes a second, stronger lock on the table, and may meet
    /// another index of that table in a deadlock. Its statements have then been rolled back, and can be run again.
    fn create(&self, worker: &mut Worker, entry: &Entry, sql: &str) -> Result<(), Error> {
        for _ in 0..DEADLOCK_RETRIES {
            match worker.session.execute(sql) {
                Err(error) if error.sqlstate() == Some("40P01") && !self.run.options.single_transaction => {}
                result => return result.map_err(self.run.refused(format!("create {}", entry.label()))),
            }
        }
        worker.session.execute(sql).map_err(self.run.refused(format!("create {}", entry.label())))
    }
}

impl Board {
    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the restore.
    fn fail(&self, job: &Job<'_>, error: Error) {
        job.stopped.store(true, Ordering::Relaxed);
        self.lock().error.get_or_insert(error);
        self.changed.notify_all();
    }
}
