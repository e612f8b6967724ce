//! What each connection does: takes the next entries whose turn has come, until there are none.

use std::{thread, time::Instant};

use super::{
    batch::{self, BATCH_BYTES, BATCH_ENTRIES},
    board::Board,
    job::Job,
};
use crate::{
    Error,
    manifest::Entry,
    plan::{Next, Schedule, Work},
    restore::{
        database::Worker,
        report::{Activity, RestoreReport, Times},
    },
};

impl Job<'_> {
    /// Runs the schedule on the workers and gives them back.
    pub(in crate::restore) fn run(
        &self,
        schedule: Schedule,
        workers: Vec<Worker>,
        report: &mut RestoreReport,
    ) -> Result<Vec<Worker>, Error> {
        let board = Board::new(schedule, std::mem::take(report));
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
        let state = board.into_state();
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
                    state = board.wait(state);
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
                board.ring();
                false
            }
            Err(_) => {
                worker.statements = statements;
                batch.iter().all(|work| self.run_one(board, worker, *work, times))
            }
        }
    }

    /// Runs one entry, or a part of one; says whether to go on.
    fn run_one(&self, board: &Board, worker: &mut Worker, work: Work, times: &mut Times) -> bool {
        let entry = &self.entries[work.position];
        let (began, statements) = (Instant::now(), worker.statements.clone());
        let helpers = worker.helpers_for(entry.kind, || board.waiting());
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
}
