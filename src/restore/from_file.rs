//! Restores a file through its index: any number of connections read any stream.

use std::{collections::HashSet, path::Path};

use super::{
    database::{self, Arrival, Worker},
    load::{self, FileStreams},
    parallel::Job,
    phases::{self, Phased},
    report::{Phases, RestoreReport},
    run::Run,
    statistics,
};
use crate::{
    Error,
    archive::Archive,
    manifest::{Contents, StreamContent},
    opened,
    plan::{self, Schedule},
};

/// Restores the archive at `path`.
pub(super) fn restore(run: Run<'_>, path: &Path) -> Result<RestoreReport, Error> {
    let reading = || format!("read {}", path.display());
    let (archive, mut contents) = opened::open(path)?;
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
    if run.options.single_transaction {
        main.session.execute("BEGIN").map_err(Error::server("begin the transaction"))?;
    }
    phases::clean(run, &mut main.session, &entries, &mut report)?;
    let mut phased = Phased::new(entries);
    let mut workers = main.and_others(run, &settings)?;
    phases::define(run, &mut workers, &mut phased, &contents, &mut report)?;
    set_sequences(run, &archive, &contents, &phased, phases::first(&mut workers)?, &mut report)?;

    phase.begin("loading rows and building indexes", &mut report);
    let streams = phased.row_streams();
    expect(run, &archive, &streams);
    let loads = phases::loads(run, &contents, &phased, &archive);
    let split = plan::split_keys(&mut phased.scheduled, &loads);
    plan::hash_foreign_keys(&mut phased.scheduled, &structure, &loads);
    let source = FileStreams::new(&archive, reading());
    let job = Job::new(run, &contents, &phased.scheduled, &source, phased.fresh.clone());
    let workers = job.run(Schedule::new(&phased.scheduled, &structure, &loads, workers.len()), workers, &mut report)?;
    report.entries = report.entries.saturating_sub(split);

    phase.begin("granting privileges and refreshing views", &mut report);
    let mut workers = phases::conclude(run, &contents, &phased, workers, &mut report)?;

    let known = statistics::put_back(run, phases::first(&mut workers)?, &phased.statistics, &mut report)?;
    if run.options.single_transaction {
        phases::first(&mut workers)?.session.execute("COMMIT").map_err(Error::server("commit"))?;
    }
    phase.begin("collecting planner statistics", &mut report);
    statistics::analyze(run, &mut workers, &contents, &streams, &known, &source, &mut report)?;
    database::flush(run, &mut phases::first(&mut workers)?.session)?;
    phase.end(&mut report);
    Ok(report)
}

fn expect(run: Run<'_>, archive: &Archive, streams: &HashSet<u32>) {
    let raw_bytes = streams.iter().filter_map(|stream| archive.stream_end(*stream)).map(|end| end.raw_bytes).sum();
    run.observer.expect(streams.len() as u64, raw_bytes);
}

fn set_sequences(
    run: Run<'_>,
    archive: &Archive,
    contents: &Contents,
    phased: &Phased,
    main: &mut Worker,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let wanted = phased.wanted_sequences();
    if wanted.is_empty() {
        return Ok(());
    }
    let mut payload = Vec::new();
    for table in contents.tables.iter().filter(|table| table.content == StreamContent::SequenceValues) {
        for block in archive.blocks(table.stream) {
            archive.read_block(block, &mut payload).map_err(Error::archive("read sequence values"))?;
            load::set_values(run, &mut main.session, (block.header, &payload), &wanted, report)?;
        }
    }
    Ok(())
}
