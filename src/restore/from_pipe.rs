//! Restores a pipe in one pass: each open stream has a connection and a thread of its own.
//!
//! The writer declares how many streams are open at once, and that many connections are enough.

mod crew;
mod head;
mod rows;
mod spool;
mod stream;

use std::{
    collections::{HashMap, HashSet},
    io::Read,
};

use super::{
    database::{self, Arrival},
    parallel::Job,
    phases::{self, Phased},
    report::{Phases, RestoreReport},
    run::Run,
    statistics,
};
use crate::{
    Error,
    archive::SequentialReader,
    plan::{self, Load, Schedule},
};
use crew::Crew;
use head::Head;
use rows::{PipeRows, Wanted};
use spool::Spool;

/// Most connections a pipe may ask for, whatever it declares.
const MAX_OPEN_STREAMS: u32 = 256;

/// Restores the archive that `source` delivers.
pub(super) fn restore(run: Run<'_>, source: impl Read) -> Result<RestoreReport, Error> {
    // Nobody asks for the hash of the whole file, and every record is checked by its own.
    let mut reader = SequentialReader::without_file_hash(source);
    let Head { open_streams, mut contents, next } = head::read(&mut reader)?;
    let structure = plan::structure(&contents.entries);
    let mut report = RestoreReport::default();
    let mut phase = Phases::new(run);
    phase.begin("checking the target", &mut report);
    let (globals, entries) = phases::select(run, &mut contents, &mut report)?;
    let Arrival { settings, mut main, entries } = database::arrive(run, &contents, &globals, entries, &mut report)?;
    if run.options.dry_run {
        return Ok(report);
    }

    phase.begin("creating objects", &mut report);
    phases::clean(run, &mut main.session, &entries, &mut report)?;
    let mut phased = Phased::new(entries);
    let mut workers = main.and_others(run, &settings)?;
    phases::define(run, &mut workers, &mut phased, &contents, &mut report)?;
    let main = workers.remove(0);

    phase.begin("loading rows", &mut report);
    let mut spool = Spool::default();
    let limit = open_streams.clamp(1, MAX_OPEN_STREAMS) as usize;
    let rows = PipeRows {
        run,
        contents: &contents,
        wanted: Wanted::new(&contents, &phased),
        crew: Crew::new(run, &settings, limit, workers),
        main,
        spool: &mut spool,
    };
    let mut workers = rows.load_all(&mut reader, next, &mut report)?;

    phase.begin("building indexes and constraints", &mut report);
    workers.truncate(run.options.jobs.max(1));
    let is_late = |stream| contents.table(stream).is_some_and(|table| table.load_last);
    let streams = phased.row_streams();
    let mut scheduled = std::mem::take(&mut phased.scheduled);
    scheduled.retain(|entry| entry.stream.is_none_or(is_late));
    let loads: HashMap<u32, Load> = contents.tables.iter().map(|table| (table.stream, Load::of(table))).collect();
    let split = plan::split_keys(&mut scheduled, &loads);
    plan::hash_foreign_keys(&mut scheduled, &structure, &loads);
    let schedule = Schedule::new(&scheduled, &structure, &loads, workers.len());
    let job = Job::new(run, &contents, &scheduled, &spool, HashSet::new());
    let workers = job.run(schedule, workers, &mut report)?;
    report.entries = report.entries.saturating_sub(split);

    phase.begin("granting privileges and refreshing views", &mut report);
    let mut workers = phases::conclude(run, &contents, &phased, workers, &mut report)?;

    phase.begin("collecting planner statistics", &mut report);
    let known = statistics::put_back(run, phases::first(&mut workers)?, &phased.statistics, &mut report)?;
    statistics::analyze(run, &mut workers, &contents, &streams, &known, &spool, &mut report)?;
    database::flush(run, &mut phases::first(&mut workers)?.session)?;
    phase.end(&mut report);
    Ok(report)
}
