//! After an entry: it is counted and makes others ready, or it ends the restore.

use std::sync::atomic::Ordering;

use super::{
    board::{Board, State},
    job::Job,
};
use crate::{
    Error,
    object::Kind,
    plan::Work,
    restore::{
        database::Worker,
        load::{compare_rows, may_be_emptied, missing_end},
        report::Loaded,
    },
    syntax,
};

impl Job<'_> {
    /// After an error: whether the connection is of no more use. If it is, the failed transaction is rolled back; where there is
    /// none, ROLLBACK only gives a notice.
    pub(super) fn is_over(&self, worker: &mut Worker, error: &Error) -> bool {
        let is_refusal = match error {
            Error::Server { source, .. } | Error::Denied { source, .. } => source.sqlstate().is_some(),
            Error::Refused { .. } => true,
            _ => false,
        };
        !is_refusal || self.run.interrupt.is_triggered() || worker.session.execute("ROLLBACK").is_err()
    }

    /// Takes an entry from the schedule and counts it. An error that does not pass ends the restore.
    pub(super) fn finish(&self, board: &Board, work: Work, result: Result<Option<Loaded>, Error>, passes: bool) {
        let mut state = board.lock();
        state.schedule.done(work);
        match result {
            Ok(loaded) => state.report.count(loaded),
            Err(error) if passes => state.report.pass_over(self.run, &error),
            Err(error) => self.stop(&mut state, error),
        }
        drop(state);
        board.ring();
    }

    /// As [`Self::finish`], for a part of a stream. The last one looks whether all rows are in. When a part has failed, the
    /// others have been committed: the table is emptied, as it would be had one worker loaded it.
    pub(super) fn finish_part(
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
        board.ring();
    }

    fn compare(&self, work: Work, loaded: Loaded) -> Result<(), Error> {
        let Some(stream) = self.entries[work.position].stream else { return Ok(()) };
        let end = self.streams.end(stream).ok_or_else(|| missing_end(stream))?;
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
    pub(super) fn stop(&self, state: &mut State, error: Error) {
        self.stopped.store(true, Ordering::Relaxed);
        state.error.get_or_insert(error);
    }
}
