//! One entry on one connection: its rows, or its statements.

use super::job::Job;
use crate::{
    Error,
    manifest::Entry,
    object::Kind,
    plan::Work,
    restore::{
        database::Worker,
        definitions::stepwise,
        load::{About, LoadMode, WORTH_A_NEW_FILE, load, may_be_emptied},
        report::Loaded,
    },
    rows::describe,
    server::ServerError,
};

/// How often an entry that ended in a deadlock is run again.
const DEADLOCK_RETRIES: usize = 10;

impl Job<'_> {
    /// Runs an entry, or a part of one, on a connection.
    pub(in crate::restore) fn execute(
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
        let about = About { table, observer: self.run.observer, stopped: self.stopped() };
        let manifest = &self.contents.manifest;
        let loaded = load(&mut worker.session, manifest, blocks.as_mut(), mode, self.run.options, about)?;
        if work.part == 0 {
            self.observe(entry, true);
        }
        Ok(Some(loaded))
    }

    /// Tells that the rows of an entry are in.
    pub(in crate::restore) fn observe(&self, entry: &Entry, is_loaded: bool) {
        let table = entry.stream.filter(|_| is_loaded).and_then(|stream| self.contents.table(stream));
        if let Some(table) = table {
            self.run.observer.done(&describe(table));
        }
    }

    /// An index that its table is clustered on or identified by takes a second, stronger lock on the table, and may meet
    /// another index of that table in a deadlock. Its statements have then been rolled back, and can be run again.
    fn create(&self, worker: &mut Worker, entry: &Entry, sql: &str) -> Result<(), Error> {
        for _ in 0..DEADLOCK_RETRIES {
            match worker.session.execute(sql) {
                Err(error) if error.sqlstate() == Some("40P01") && !self.run.options.single_transaction => {}
                result => return self.or_stepwise(worker, entry, result),
            }
        }
        let result = worker.session.execute(sql);
        self.or_stepwise(worker, entry, result)
    }

    /// With `--keep-going`, makes what failed without its place or owner; that is an error still.
    fn or_stepwise(&self, worker: &mut Worker, entry: &Entry, result: Result<(), ServerError>) -> Result<(), Error> {
        match result {
            Ok(()) => Ok(()),
            Err(error) if self.run.options.keep_going && error.sqlstate().is_some() && !error.is_interrupted() => {
                let made = stepwise::create(self.run, &mut worker.session, entry, error)?;
                made.errors.into_iter().next().map_or(Ok(()), Err)
            }
            Err(error) => Err(self.run.refused(format!("create {}", entry.label()))(error)),
        }
    }
}
