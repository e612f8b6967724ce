//! The phases of a restore and which entries belong to each.

use std::collections::{HashMap, HashSet};

use super::{
    RestoreReport, Run, definitions, target,
    workers::{Job, NoRows, Worker},
};
use crate::{
    Error,
    manifest::{Contents, Entry, LoadTarget, StreamContent, Table},
    object::{Kind, Pass, Section},
    plan::{self, Load, Schedule},
    syntax,
};

/// The entries of a restore by phase, each in archive order.
pub(super) struct Phased<'e> {
    /// Definitions before rows, and the large objects' own: one by one, in order.
    pub(super) definitions: Vec<&'e Entry>,
    /// Sequence values.
    pub(super) sequence_values: Vec<&'e Entry>,
    /// Rows and post-data, for a schedule.
    pub(super) scheduled: Vec<Entry>,
    /// Privileges: one by one, in order. A grantor may need what an earlier GRANT gave.
    pub(super) privileges: Vec<&'e Entry>,
    /// Refreshes and event triggers, for a schedule.
    pub(super) last: Vec<Entry>,
}

impl<'e> Phased<'e> {
    /// Sorts entries into phases.
    pub(super) fn new(entries: &'e [Entry]) -> Self {
        let mut phased = Phased {
            definitions: Vec::new(),
            sequence_values: Vec::new(),
            scheduled: Vec::new(),
            privileges: Vec::new(),
            last: Vec::new(),
        };
        let large_objects: HashSet<u32> =
            entries.iter().filter(|entry| entry.kind == Kind::LargeObject).map(|entry| entry.id).collect();
        for (entry, pass) in entries.iter().zip(plan::passes(entries)) {
            let of_large_object = entry.belongs_to.is_some_and(|id| large_objects.contains(&id));
            match (pass, entry.section, entry.kind) {
                (_, _, Kind::Database | Kind::DatabaseProperties) => {}
                (Pass::Main, _, Kind::SequenceSet) => phased.sequence_values.push(entry),
                (Pass::Main, Section::PreData, _) | (Pass::Main, _, Kind::LargeObject) => {
                    phased.definitions.push(entry);
                }
                (Pass::Main, ..) if of_large_object => phased.definitions.push(entry),
                (Pass::Main, ..) => phased.scheduled.push(entry.clone()),
                (Pass::Acl, ..) => phased.privileges.push(entry),
                (Pass::Last, ..) => phased.last.push(entry.clone()),
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
            .map(|entry| (entry.schema.clone().unwrap_or_default(), entry.name.clone()))
            .collect()
    }

    /// TABLE DATA entries whose table this restore creates.
    pub(super) fn fresh(&self) -> HashSet<u32> {
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

/// What the schedule has to know of the streams.
pub(super) fn loads(contents: &Contents, bytes: impl Fn(u32) -> u64) -> HashMap<u32, Load> {
    contents.tables.iter().map(|table| (table.stream, Load { bytes: bytes(table.stream), ..Load::of(table) })).collect()
}

/// Drops (`--clean`) and definitions; then looks whether the rows fit what is there.
pub(super) fn define(
    run: Run<'_>,
    worker: &mut Worker,
    all: &[Entry],
    phased: &mut Phased<'_>,
    contents: &Contents,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    if run.options.clean && !run.options.create {
        definitions::drop_all(run, &mut worker.session, all, report)?;
    }
    definitions::create_all(run, &mut worker.session, &mut worker.statements, &phased.definitions, report)?;

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
    for other in target::other_types(&mut worker.session, contents, &streams)? {
        if !run.options.keep_going {
            return Err(other.error);
        }
        report.pass_over(run, &other.error);
        phased.scheduled.retain(|entry| entry.stream != Some(other.stream));
    }
    Ok(())
}

/// Privileges, then refreshes and event triggers; gives the first worker back.
pub(super) fn conclude(
    run: Run<'_>,
    contents: &Contents,
    phased: &Phased<'_>,
    mut workers: Vec<Worker>,
    report: &mut RestoreReport,
) -> Result<Worker, Error> {
    if let Some(main) = workers.first_mut() {
        definitions::create_all(run, &mut main.session, &mut main.statements, &phased.privileges, report)?;
    }
    let job = Job { run, contents, entries: &phased.last, streams: &NoRows, fresh: HashSet::new() };
    let workers = job.run(Schedule::new(&phased.last, &HashMap::new()), workers, report)?;
    workers.into_iter().next().ok_or_else(|| Error::Mismatch { what: "no worker thread came to its end".to_owned() })
}

/// Tables analyzed by one statement.
const TABLES_PER_ANALYZE: usize = 200;

/// Collects planner statistics for the loaded tables. A table that cannot be analyzed (a child of it is foreign, and its
/// server is not there) is a warning: nothing of the archive is lost.
pub(super) fn analyze(
    run: Run<'_>,
    worker: &mut Worker,
    contents: &Contents,
    streams: &HashSet<u32>,
) -> Result<(), Error> {
    if !run.options.analyze {
        return Ok(());
    }
    let mut streams: Vec<u32> = streams.iter().copied().collect();
    streams.sort_unstable();
    let tables = streams.iter().filter_map(|stream| contents.table(*stream)).filter(|table| is_table(table));
    let tables: Vec<String> = tables.map(target_name).collect();
    let mut analyze = |list: &[String]| worker.session.execute(&format!("ANALYZE {}", list.join(", ")));
    for chunk in tables.chunks(TABLES_PER_ANALYZE) {
        match analyze(chunk) {
            Ok(()) => continue,
            Err(error) if error.sqlstate().is_some() && !run.interrupt.is_triggered() => {}
            Err(error) => return Err(Error::server("collect planner statistics")(error)),
        }
        for table in chunk {
            match analyze(std::slice::from_ref(table)) {
                Ok(()) => {}
                Err(error) if error.sqlstate().is_some() && !run.interrupt.is_triggered() => {
                    run.observer.warning(&format!("no planner statistics for {table}: {error}"));
                }
                Err(error) => return Err(Error::server("collect planner statistics")(error)),
            }
        }
    }
    Ok(())
}

fn is_table(table: &Table) -> bool {
    table.content == StreamContent::Table
}

fn target_name(table: &Table) -> String {
    match (&table.root, table.load) {
        (Some((schema, name)), LoadTarget::PartitionRoot) => syntax::qualified(schema, name),
        _ => syntax::qualified(&table.schema, &table.name),
    }
}
