//! The phases of a restore and which entries belong to each.

use std::collections::{HashMap, HashSet};

use super::{
    database::{self, Globals, Worker},
    definitions,
    load::{NoRows, may_be_emptied},
    parallel::{self, Job},
    report::RestoreReport,
    run::Run,
};
use crate::{
    Error,
    archive::Archive,
    manifest::{Contents, Entry, StreamContent, Table},
    object::{Kind, Pass, Section},
    plan::{self, Load, Schedule},
    server::Session,
};

/// The entries of a restore by phase, each in archive order.
pub(super) struct Phased {
    /// Definitions before rows, and the large objects' own: one by one, in order. None are left once they are made.
    pub(super) definitions: Vec<Entry>,
    /// Sequence values.
    pub(super) sequence_values: Vec<Entry>,
    /// Rows and post-data, for a schedule.
    pub(super) scheduled: Vec<Entry>,
    /// Privileges: one by one, in order. A grantor may need what an earlier GRANT gave.
    pub(super) privileges: Vec<Entry>,
    /// Refreshes and event triggers, for a schedule.
    pub(super) last: Vec<Entry>,
    /// Optimizer statistics.
    pub(super) statistics: Vec<Entry>,
    /// TABLE DATA entries whose table this restore has created.
    pub(super) fresh: HashSet<u32>,
}

impl Phased {
    /// Sorts entries into phases.
    pub(super) fn new(entries: Vec<Entry>) -> Self {
        let mut phased = Phased {
            definitions: Vec::new(),
            sequence_values: Vec::new(),
            scheduled: Vec::new(),
            privileges: Vec::new(),
            last: Vec::new(),
            statistics: Vec::new(),
            fresh: HashSet::new(),
        };
        let large_objects: HashSet<u32> =
            entries.iter().filter(|entry| entry.kind == Kind::LargeObject).map(|entry| entry.id).collect();
        let passes = plan::passes(&entries);
        for (entry, pass) in entries.into_iter().zip(passes) {
            let of_large_object = entry.belongs_to.is_some_and(|id| large_objects.contains(&id));
            match (pass, entry.section, entry.kind) {
                (_, _, Kind::Database | Kind::DatabaseProperties) => {}
                (_, _, Kind::StatisticsData) => phased.statistics.push(entry),
                (Pass::Main, _, Kind::SequenceSet) => phased.sequence_values.push(entry),
                (Pass::Main, Section::PreData, _) | (Pass::Main, _, Kind::LargeObject) => {
                    phased.definitions.push(entry);
                }
                (Pass::Main, ..) if of_large_object => phased.definitions.push(entry),
                (Pass::Main, ..) => phased.scheduled.push(entry),
                (Pass::Acl, ..) => phased.privileges.push(entry),
                (Pass::Last, ..) => phased.last.push(entry),
            }
        }
        phased
    }

    /// The streams that are loaded as rows.
    pub(super) fn row_streams(&self) -> HashSet<u32> {
        self.scheduled.iter().filter_map(|entry| entry.stream).collect()
    }

    /// The sequences whose values are wanted: schema and name.
    pub(super) fn wanted_sequences(&self) -> HashSet<(String, String)> {
        self.sequence_values
            .iter()
            .map(|entry| (entry.schema.as_deref().unwrap_or_default().to_owned(), entry.name.clone()))
            .collect()
    }

    /// TABLE DATA entries whose table is among the definitions.
    fn rows_of_definitions(&self) -> HashSet<u32> {
        let created: HashSet<(Option<&str>, &str)> = self
            .definitions
            .iter()
            .filter(|entry| entry.kind == Kind::Table)
            .map(|entry| (entry.schema.as_deref(), entry.name.as_str()))
            .collect();
        self.scheduled
            .iter()
            .filter(|entry| entry.kind == Kind::TableData)
            .filter(|entry| created.contains(&(entry.schema.as_deref(), entry.name.as_str())))
            .map(|entry| entry.id)
            .collect()
    }
}

/// The entries that the options choose, those of the cluster apart.
pub(super) fn select(
    run: Run<'_>,
    contents: &mut Contents,
    report: &mut RestoreReport,
) -> Result<(Globals, Vec<Entry>), Error> {
    let held = std::mem::take(&mut contents.entries);
    let kept = database::count_globals(&held).filter(|_| run.options.selection.globals == plan::Globals::Without);
    report.notes.extend(kept.map(|kept| format!("the archive also holds {kept}: --globals restores them")));
    let (globals, entries) = Globals::split(run.options.selection.select(held)?);
    let entries = database::take_out(run, entries, report)?;
    Ok((globals, entries))
}

/// Blocks of a stream for each worker that loads it.
const BLOCKS_PER_PART: usize = 4;

/// What the schedule has to know of the streams of a file. Several workers load a table that this restore creates: nobody
/// misses the rows of a part when another one fails.
pub(super) fn loads(run: Run<'_>, contents: &Contents, phased: &Phased, archive: &Archive) -> HashMap<u32, Load> {
    let scheduled = phased.scheduled.iter().filter(|entry| phased.fresh.contains(&entry.id));
    let fresh: HashSet<u32> = scheduled.filter_map(|entry| entry.stream).collect();
    let load = |table: &Table| {
        let bytes = archive.stream_end(table.stream).map_or(0, |end| end.raw_bytes);
        let may_share = match table.content {
            StreamContent::Table => {
                fresh.contains(&table.stream) && may_be_emptied(table) && !run.options.disable_triggers
            }
            StreamContent::LargeObjects => true,
            StreamContent::SequenceValues => false,
        };
        let parts = (archive.blocks(table.stream).len() / BLOCKS_PER_PART).clamp(1, run.options.jobs.max(1));
        let parts = if may_share { u32::try_from(parts).unwrap_or(1) } else { 1 };
        Load { bytes, parts, ..Load::of(table) }
    };
    contents.tables.iter().map(|table| (table.stream, load(table))).collect()
}

/// Drops what these entries make (`--clean`).
pub(super) fn clean(
    run: Run<'_>,
    session: &mut Session,
    entries: &[Entry],
    report: &mut RestoreReport,
) -> Result<(), Error> {
    if run.options.clean && !run.options.create {
        definitions::drop_all(run, session, entries, report)?;
    }
    Ok(())
}

/// Definitions; then looks whether the rows fit what is there.
pub(super) fn define(
    run: Run<'_>,
    workers: &mut [Worker],
    phased: &mut Phased,
    contents: &Contents,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let definitions: Vec<&Entry> = phased.definitions.iter().collect();
    parallel::create_definitions(run, workers, &definitions, report)?;

    if !run.options.data_for_failed_tables && !report.failed.is_empty() {
        let failed: HashSet<&str> = report.failed.iter().map(String::as_str).collect();
        let lost = phased.definitions.iter().filter(|entry| entry.kind == Kind::Table);
        let lost = lost.filter(|entry| failed.contains(definitions::creating(entry).as_str()));
        let lost: HashSet<u32> = lost.map(|entry| entry.id).collect();
        phased
            .scheduled
            .retain(|entry| entry.kind != Kind::TableData || !entry.depends_on.iter().any(|id| lost.contains(id)));
    }
    let mut streams: Vec<u32> = phased.row_streams().into_iter().collect();
    streams.sort_unstable();
    for other in database::other_types(&mut first(workers)?.session, contents, &streams)? {
        if !run.options.keep_going {
            return Err(other.error);
        }
        report.pass_over(run, &other.error);
        phased.scheduled.retain(|entry| entry.stream != Some(other.stream));
    }
    phased.fresh = phased.rows_of_definitions();
    phased.definitions = Vec::new();
    Ok(())
}

/// Privileges, then refreshes and event triggers; gives the workers back.
pub(super) fn conclude(
    run: Run<'_>,
    contents: &Contents,
    phased: &Phased,
    mut workers: Vec<Worker>,
    report: &mut RestoreReport,
) -> Result<Vec<Worker>, Error> {
    let main = first(&mut workers)?;
    definitions::create_all(run, &mut main.session, &mut main.statements, &phased.privileges, report)?;
    if phased.last.is_empty() {
        return Ok(workers);
    }
    let job = Job::new(run, contents, &phased.last, &NoRows, HashSet::new());
    job.run(Schedule::new(&phased.last, &[], &HashMap::new(), workers.len()), workers, report)
}

/// The worker that runs what only one can run.
pub(super) fn first(workers: &mut [Worker]) -> Result<&mut Worker, Error> {
    workers.first_mut().ok_or_else(|| Error::Mismatch { what: "no worker thread came to its end".to_owned() })
}
