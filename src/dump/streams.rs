//! From catalog and order to streams: numbers, row formats, the definitions at the head of the archive.

use std::{
    collections::{BTreeSet, HashMap},
    io::Write,
};

use super::DumpOptions;
use crate::{
    Error,
    archive::ArchiveWriter,
    catalog::{Catalog, TableRows},
    codec::Digester,
    manifest::{Column, Entry, Manifest, Omission, RowFormat, Source, Table, TypeTable},
    object::Key,
    plan::{self, Choice, Ordered},
    rows::{self, Work},
    server::Session,
};

/// One piece of reading: what a reader does between two looks at the queue.
#[derive(Clone, Debug)]
pub(super) struct Job {
    /// The stream it belongs to.
    pub(super) stream: u32,
    /// What to read.
    pub(super) work: Work,
}

/// All streams of a dump and the work they are.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// The streams; stream number = position + 1.
    pub(super) tables: Vec<Table>,
    /// Their digesters, to clone, in the same order.
    pub(super) digesters: Vec<Digester>,
    /// Jobs, largest streams first, the jobs of a stream together.
    pub(super) jobs: Vec<Job>,
    /// Encoding of the rows.
    pub(super) encoding: String,
    /// Heap and TOAST bytes of the ranges that tables are read in.
    range_bytes: u64,
    /// What had to be left out.
    pub(super) omissions: Vec<Omission>,
}

/// Gives every stream its number and cuts it into jobs; sets `stream` of the entries.
pub(super) fn lay_out(
    ordered: &mut Ordered,
    catalog: &mut Catalog,
    source: &Source,
    options: &DumpOptions,
    large_object_oids: &[u32],
    session: &mut Session,
) -> Result<Layout, Error> {
    let mut layout = Layout { encoding: source.encoding.clone(), ..Layout::default() };
    let mut tables = Tables::new(std::mem::take(&mut catalog.tables));
    let all_bytes = tables.estimated_bytes();
    layout.range_bytes = plan::range_bytes(all_bytes, options.jobs);
    let mut streams: HashMap<Key, u32> = HashMap::new();
    let mut sequences: Vec<(u32, String, String)> = Vec::new();
    let mut dropped: Vec<usize> = Vec::new();
    let mut work: Vec<(u64, Vec<Job>)> = Vec::new();
    let all_sequences: HashMap<Key, (String, String)> =
        std::mem::take(&mut catalog.sequences).into_iter().map(|(key, schema, name)| (key, (schema, name))).collect();
    let mut large_objects: Option<Key> = None;

    for position in 0..ordered.entries.len() {
        let Some(key) = ordered.rows_of.get(&position).copied() else { continue };
        if let Some((schema, name)) = all_sequences.get(&key) {
            sequences.push((key.oid, schema.clone(), name.clone()));
        } else if let Some(rows) = tables.take(key) {
            match table_stream(rows, catalog, source, options.text_only, &mut layout, session)? {
                Some((stream, size, jobs)) => {
                    streams.insert(key, stream);
                    work.push((size, jobs));
                }
                None => dropped.push(position),
            }
        } else {
            large_objects = Some(key);
        }
    }
    if !sequences.is_empty() {
        let stream = layout.add(rows::sequence_table())?;
        for (oid, _, _) in &sequences {
            streams.insert(Key::new(crate::object::Class::RELATION, *oid).part(crate::object::Part::Rows), stream);
        }
        let jobs = sequences.chunks(rows::SEQUENCES_PER_JOB);
        let jobs = jobs.map(|chunk| Job { stream, work: Work::Sequences(chunk.to_vec()) }).collect();
        work.push((0, jobs));
    }
    if let Some(key) = large_objects {
        let stream = layout.add(rows::large_object_table())?;
        streams.insert(key, stream);
        let ranges = rows::ranges(large_object_oids);
        let jobs = ranges.into_iter().map(|(from, to)| Job { stream, work: Work::LargeObjects(from, to) }).collect();
        let objects = u64::try_from(large_object_oids.len()).unwrap_or(u64::MAX);
        work.push((objects.saturating_mul(rows::TYPICAL_BYTES), jobs));
    }

    for (position, entry) in ordered.entries.iter_mut().enumerate() {
        entry.stream = ordered.rows_of.get(&position).and_then(|key| streams.get(key)).copied();
    }
    remove_entries(ordered, &dropped);
    // A stable sort: equal sizes keep the order of the archive.
    work.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    layout.jobs = work.into_iter().flat_map(|(_, jobs)| jobs).collect();
    layout.omissions.append(&mut catalog.omissions);
    layout.digesters = layout.tables.iter().map(|table| rows::digester(table, &catalog.types)).collect();
    Ok(layout)
}

/// Tables by key, to be taken out one by one.
struct Tables(Vec<(Key, Option<TableRows>)>);

impl Tables {
    fn new(tables: Vec<(Key, TableRows)>) -> Self {
        let mut tables: Vec<_> = tables.into_iter().map(|(key, rows)| (key, Some(rows))).collect();
        tables.sort_unstable_by_key(|(key, _)| *key);
        Tables(tables)
    }

    fn estimated_bytes(&self) -> u64 {
        let bytes = self.0.iter().filter_map(|(_, rows)| rows.as_ref()).map(|rows| rows.table.estimated_bytes);
        bytes.fold(0, u64::saturating_add)
    }

    fn take(&mut self, key: Key) -> Option<TableRows> {
        let place = self.0.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.0[place].1.take()
    }
}

impl Layout {
    /// Adds a stream and gives its number.
    fn add(&mut self, mut table: Table) -> Result<u32, Error> {
        let stream = u32::try_from(self.tables.len() + 1)
            .map_err(|_| Error::Mismatch { what: "the database has more than 4294967294 tables".to_owned() })?;
        table.stream = stream;
        self.tables.push(table);
        Ok(stream)
    }
}

/// The stream of one table, its size and its jobs; `None` when its rows cannot be dumped in any format.
fn table_stream(
    rows: TableRows,
    catalog: &Catalog,
    source: &Source,
    text_only: bool,
    layout: &mut Layout,
    session: &mut Session,
) -> Result<Option<(u32, u64, Vec<Job>)>, Error> {
    let mut table = rows.table;
    match choose(&table, catalog, source, session)? {
        Choice::Binary | Choice::BinaryWithOids if text_only => {
            table.format = RowFormat::Text;
            table.format_reason = Some("asked for with --copy-format text".to_owned());
        }
        // Who dumps a server before 14 may well restore into one.
        Choice::BinaryWithOids if source.server_version_num < 140_000 => {
            table.format = RowFormat::Text;
            table.format_reason = Some(
                "arrays and composites of user-defined types hold OIDs of this database, which servers before 14 refuse"
                    .to_owned(),
            );
        }
        Choice::Binary | Choice::BinaryWithOids => table.format = RowFormat::Binary,
        Choice::Text { reason } => {
            table.format = RowFormat::Text;
            table.format_reason = Some(reason);
        }
        Choice::Unrestorable { reason } => {
            layout.omissions.push(Omission {
                kind: "TABLE DATA".to_owned(),
                name: crate::syntax::qualified(&table.schema, &table.name),
                reason,
            });
            return Ok(None);
        }
    }
    table.load_last = plan::has_object_reference(&table.columns, &catalog.types);
    let size = table.estimated_bytes;
    let splittable = rows.splittable && table.condition.is_none();
    let ranges = if splittable { plan::split(rows.heap_pages, size, layout.range_bytes) } else { Vec::new() };
    let stream = layout.add(table)?;
    let jobs = if ranges.len() > 1 {
        ranges.into_iter().map(|range| Job { stream, work: Work::Table(Some(range)) }).collect()
    } else {
        vec![Job { stream, work: Work::Table(None) }]
    };
    Ok(Some((stream, size, jobs)))
}

/// The format of a table's rows. Columns that no server reads back do no harm as long as they hold nothing.
fn choose(table: &Table, catalog: &Catalog, source: &Source, session: &mut Session) -> Result<Choice, Error> {
    let format = |columns: &[Column]| plan::row_format(columns, &catalog.types, &source.encoding);
    let Choice::Unrestorable { reason } = format(&table.columns) else { return Ok(format(&table.columns)) };
    let write_only: Vec<&Column> = table
        .columns
        .iter()
        .filter(|column| matches!(format(std::slice::from_ref(column)), Choice::Unrestorable { .. }))
        .collect();
    if rows::has_values(session, table, &write_only)? {
        return Ok(Choice::Unrestorable { reason });
    }
    Ok(Choice::Text { reason: format!("{reason}; there are none") })
}

/// Takes entries out whose rows cannot be dumped; nothing depends on the rows of a table but post-data order.
fn remove_entries(ordered: &mut Ordered, positions: &[usize]) {
    if positions.is_empty() {
        return;
    }
    let gone: std::collections::HashSet<u32> =
        positions.iter().filter_map(|position| ordered.entries.get(*position)).map(|entry| entry.id).collect();
    ordered.entries.retain(|entry| !gone.contains(&entry.id));
    for entry in &mut ordered.entries {
        entry.depends_on.retain(|id| !gone.contains(id));
    }
}

/// The archive's first document.
pub(super) fn manifest(
    started_at: jiff::Timestamp,
    source: Source,
    catalog: &Catalog,
    ordered: &Ordered,
    layout: &Layout,
    options: &DumpOptions,
) -> Manifest {
    let mut used = TypeTable::default();
    for column in layout.tables.iter().flat_map(|table| &table.columns) {
        catalog.types.copy_tree(column.type_oid, &mut used);
    }
    let roles: BTreeSet<&str> = ordered.entries.iter().filter_map(|entry| entry.owner.as_deref()).collect();
    Manifest {
        dumpr_version: env!("CARGO_PKG_VERSION").to_owned(),
        started_at: started_at.to_string(),
        environment: options.environment.clone(),
        source,
        options: options.recorded.iter().cloned().collect(),
        extensions: catalog.extensions.clone(),
        roles: roles.into_iter().map(str::to_owned).collect(),
        types: used,
        entry_count: u32::try_from(ordered.entries.len()).unwrap_or(u32::MAX),
        stream_count: u32::try_from(layout.tables.len()).unwrap_or(u32::MAX),
        omissions: layout.omissions.clone(),
    }
}

/// JSON bytes of one batch of entries or tables.
const BATCH_BYTES: usize = 4 << 20;

/// Writes manifest, entries and tables.
pub(super) fn write_definitions<W: Write>(
    archive: &mut ArchiveWriter<W>,
    manifest: &Manifest,
    entries: &[Entry],
    tables: &[Table],
) -> Result<(), Error> {
    let json = serde_json::to_vec(manifest).map_err(Error::document("manifest"))?;
    archive.manifest(&json).map_err(Error::archive("write the manifest"))?;
    batches(entries, "entries", |json| archive.entries(json).map_err(Error::archive("write the entries")))?;
    batches(tables, "tables", |json| archive.tables(json).map_err(Error::archive("write the tables")))
}

fn batches<T: serde::Serialize>(
    items: &[T],
    document: &'static str,
    mut write: impl FnMut(&[u8]) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut json = vec![b'['];
    for item in items {
        if json.len() > BATCH_BYTES {
            json.push(b']');
            write(&json)?;
            json.clear();
            json.push(b'[');
        }
        if json.len() > 1 {
            json.push(b',');
        }
        serde_json::to_writer(&mut json, item).map_err(Error::document(document))?;
    }
    if json.len() > 1 {
        json.push(b']');
        write(&json)?;
    }
    Ok(())
}
