//! The phases of a restore and which entries belong to each.

use std::collections::{HashMap, HashSet};

use super::{RestoreOptions, RestoreReport, Run, definitions, workers::Worker};
use crate::{
    Error,
    manifest::{Contents, Entry, LoadTarget, Table},
    object::{Kind, Pass, Section},
    syntax,
};

/// The entries of a restore by phase, each in archive order.
pub(super) struct Phased<'e> {
    /// Definitions before rows, and the large objects' own.
    pub(super) definitions: Vec<&'e Entry>,
    /// Rows and post-data, for the schedule.
    pub(super) parallel: Vec<&'e Entry>,
    /// Rows that name objects which post-data creates.
    pub(super) late_rows: Vec<&'e Entry>,
    /// Sequence values.
    pub(super) sequence_values: Vec<&'e Entry>,
    /// Privileges.
    pub(super) privileges: Vec<&'e Entry>,
    /// Event triggers, refreshes.
    pub(super) last: Vec<&'e Entry>,
}

impl<'e> Phased<'e> {
    /// Sorts entries into phases.
    pub(super) fn new(contents: &Contents, entries: &[&'e Entry]) -> Self {
        let mut phased = Phased {
            definitions: Vec::new(),
            parallel: Vec::new(),
            late_rows: Vec::new(),
            sequence_values: Vec::new(),
            privileges: Vec::new(),
            last: Vec::new(),
        };
        let mut passes: HashMap<u32, Pass> = HashMap::new();
        let large_object_parts: HashSet<u32> =
            entries.iter().filter(|entry| entry.kind == Kind::LargeObject).map(|entry| entry.id).collect();
        for entry in entries {
            // A comment on an event trigger runs after it.
            let parent = entry.belongs_to.and_then(|id| passes.get(&id)).copied().unwrap_or(Pass::Main);
            let pass = entry.kind.pass().max(parent);
            passes.insert(entry.id, pass);
            let of_large_object = entry.belongs_to.is_some_and(|id| large_object_parts.contains(&id));
            let list = match (pass, entry.section, entry.kind) {
                (_, _, Kind::Database | Kind::DatabaseProperties) => continue,
                (Pass::Acl, ..) => &mut phased.privileges,
                (Pass::Last, ..) => &mut phased.last,
                (Pass::Main, _, Kind::SequenceSet) => &mut phased.sequence_values,
                (Pass::Main, Section::PreData, _) | (Pass::Main, _, Kind::LargeObject) => &mut phased.definitions,
                (Pass::Main, ..) if of_large_object => &mut phased.definitions,
                (Pass::Main, ..) if is_late(contents, entry) => &mut phased.late_rows,
                (Pass::Main, ..) => &mut phased.parallel,
            };
            list.push(entry);
        }
        phased
    }

    /// The streams that are loaded as rows.
    pub(super) fn row_streams(&self) -> HashSet<u32> {
        self.parallel.iter().chain(&self.late_rows).filter_map(|entry| entry.stream).collect()
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
        self.parallel
            .iter()
            .filter(|entry| entry.kind == Kind::TableData)
            .filter(|entry| created.contains(&(entry.schema.as_deref(), entry.name.as_str())))
            .map(|entry| entry.id)
            .collect()
    }
}

fn is_late(contents: &Contents, entry: &Entry) -> bool {
    entry.stream.and_then(|stream| contents.table(stream)).is_some_and(|table| table.load_last)
}

/// Drops (`--clean`) and definitions.
pub(super) fn define(
    run: Run<'_>,
    worker: &mut Worker,
    all: &[&Entry],
    phased: &Phased<'_>,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    if run.options.clean && !run.options.create {
        definitions::drop_all(run, &mut worker.session, all, report)?;
    }
    definitions::create_all(run, &mut worker.session, &mut worker.statements, &phased.definitions, report)
}

/// Privileges, event triggers, refreshes.
pub(super) fn conclude(
    run: Run<'_>,
    worker: &mut Worker,
    phased: &Phased<'_>,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    definitions::create_all(run, &mut worker.session, &mut worker.statements, &phased.privileges, report)?;
    definitions::create_all(run, &mut worker.session, &mut worker.statements, &phased.last, report)
}

/// Tables analyzed by one statement.
const TABLES_PER_ANALYZE: usize = 200;

/// Collects planner statistics for the loaded tables.
pub(super) fn analyze(
    options: &RestoreOptions,
    worker: &mut Worker,
    contents: &Contents,
    streams: &HashSet<u32>,
) -> Result<(), Error> {
    if !options.analyze {
        return Ok(());
    }
    let mut streams: Vec<u32> = streams.iter().copied().collect();
    streams.sort_unstable();
    let tables: Vec<String> =
        streams.iter().filter_map(|stream| contents.table(*stream)).filter(|table| is_table(table)).map(target_name).collect();
    for chunk in tables.chunks(TABLES_PER_ANALYZE) {
        worker
            .session
            .execute(&format!("ANALYZE {}", chunk.join(", ")))
            .map_err(Error::server("collect planner statistics"))?;
    }
    Ok(())
}

fn is_table(table: &Table) -> bool {
    table.content == crate::manifest::StreamContent::Table
}

fn target_name(table: &Table) -> String {
    match (&table.root, table.load) {
        (Some((schema, name)), LoadTarget::PartitionRoot) => syntax::qualified(schema, name),
        _ => syntax::qualified(&table.schema, &table.name),
    }
}
