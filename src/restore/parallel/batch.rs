//! Small entries in one transaction and one round trip: their rows and their statements. 2 000 small tables would spend most of
//! their time on round trips, on commits, and on the files that TRUNCATE makes.

use std::fmt::Write as _;

use super::job::Job;
use crate::{
    Error,
    manifest::{Entry, RowFormat, StreamContent, Table},
    object::Kind,
    restore::{
        database::Worker,
        load::{About, BINARY_HEADER, BINARY_TRAILER, Rewriting, compare_rows, may_be_emptied, with_rows},
        report::Loaded,
    },
    rows::copy_in_sql,
};

/// Raw bytes of the rows in one batch, about.
pub(in crate::restore) const BATCH_BYTES: u64 = 4 << 20;

/// Entries in one batch: bounds the locks its transaction holds.
pub(in crate::restore) const BATCH_ENTRIES: usize = 64;

/// Whether an entry can be a part of a batch. Rows are when they go into a table that nothing else has touched.
pub(in crate::restore) fn fits(job: &Job<'_>, entry: &Entry) -> bool {
    if job.run.options.single_transaction {
        return false;
    }
    match (entry.kind, entry.stream) {
        (Kind::TableData, Some(stream)) => {
            let fresh = job.fresh.contains(&entry.id) && !job.run.options.disable_triggers;
            let is_plain = |table: &Table| table.content == StreamContent::Table && may_be_emptied(table);
            fresh && job.streams.end(stream).is_some() && job.contents.table(stream).is_some_and(is_plain)
        }
        (_, stream) => stream.is_none(),
    }
}

/// Runs the entries; all of them, or none with an error that does not say which of them it was.
pub(in crate::restore) fn run(
    job: &Job<'_>,
    worker: &mut Worker,
    entries: &[&Entry],
) -> Result<Vec<Option<Loaded>>, Error> {
    let mut sql = String::new();
    let mut rows: Vec<Vec<u8>> = Vec::new();
    let mut tables: Vec<(&Table, u64)> = Vec::new();
    let mut done = Vec::with_capacity(entries.len());
    for entry in entries {
        let Some(stream) = entry.stream else {
            sql.push_str(&worker.statements.create(entry));
            done.push(None);
            continue;
        };
        let table = job.table(stream)?;
        let expected = job.streams.end(stream).map_or(0, |end| end.rows);
        let rewriting = Rewriting::of(&mut worker.session, table, &job.contents.manifest)?;
        let (payload, loaded) = decoded(job, table, stream, rewriting)?;
        done.push(Some(loaded));
        if expected > 0 {
            let _ = writeln!(sql, "{};", copy_in_sql(table, &job.contents.manifest.source.encoding, false));
            rows.push(payload);
            tables.push((table, expected));
        }
    }
    if sql.is_empty() {
        return Ok(done);
    }
    let text = format!("BEGIN;\n{sql}");
    let counts = worker.session.batch(&text, &rows).map_err(Error::server(doing(entries)))?;
    for ((table, expected), count) in tables.into_iter().zip(counts) {
        compare_rows(table, expected, count)?;
    }
    worker.session.execute("COMMIT").map_err(Error::server(doing(entries)))?;
    Ok(done)
}

/// All rows of a stream as one COPY takes them.
fn decoded(job: &Job<'_>, table: &Table, stream: u32, rewriting: Rewriting) -> Result<(Vec<u8>, Loaded), Error> {
    let mut blocks = job.streams.blocks(stream);
    let about = About { table, observer: job.run.observer, stopped: job.stopped() };
    let binary = table.format == RowFormat::Binary;
    with_rows(blocks.as_mut(), about, rewriting, |rows| {
        let mut payload = if binary { BINARY_HEADER.to_vec() } else { Vec::new() };
        let mut raw_bytes = 0;
        while let Ok(block) = rows.next()? {
            raw_bytes += block.len() as u64;
            payload.extend_from_slice(block);
        }
        if binary {
            payload.extend_from_slice(BINARY_TRAILER);
        }
        Ok((payload, Loaded { rows: rows.seen_rows(), raw_bytes }))
    })
}

/// What a batch does, for an error that is not about one of its entries.
fn doing(entries: &[&Entry]) -> String {
    match entries {
        [] => "restore nothing".to_owned(),
        [first, rest @ ..] => {
            format!("restore {} and {} more small entries", first.label(), rest.len())
        }
    }
}
