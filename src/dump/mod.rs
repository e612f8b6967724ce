//! The dump: lock, snapshot, read the schema, then rows of all tables through one pipeline into one archive.
//!
//! ```text
//! readers (a connection and a thread each) ─ raw blocks ─▶ encoders ─ payloads ─▶ writer ─▶ sink
//! ```
//!
//! # Invariants
//! Memory is bounded by the number of blocks in flight. Blocks are numbered when they leave the reader and
//! written in that order, so that one job gives the same bytes every time.

mod define;
mod encode;
mod files;
mod globals;
mod open;
mod options;
mod pipeline;
mod read;
mod sessions;
mod streams;
mod write;

pub use files::{Metadata, archive_name};
pub use options::{BLOCK_BYTES, DumpOptions, DumpReport};

use std::io::Write;

use crate::{
    Error,
    archive::{ArchiveWriter, Identity},
    observer::Observer,
    plan, rows,
    server::{Interrupt, Settings},
};
use define::Defined;

/// Dumps the database of `settings` into `sink` and gives the sink back, flushed but not published.
///
/// # Errors
/// Whatever stopped it; the sink then holds an incomplete archive that nothing should publish.
pub fn dump<W: Write + Send>(
    settings: &Settings,
    options: &DumpOptions,
    sink: W,
    interrupt: &Interrupt,
    observer: &dyn Observer,
) -> Result<(W, DumpReport), Error> {
    let started_at = options.started_at.unwrap_or_else(jiff::Timestamp::now);
    let Defined { mut opened, source, mut catalog } = define::define(settings, options, interrupt, observer)?;
    let large_object_oids =
        if catalog.large_objects > 0 { rows::large_object_oids(opened.snapshot.session())? } else { Vec::new() };

    if options.selection.is_rows_only() {
        // Whoever restores these rows has the foreign keys already.
        let edges = plan::foreign_key_edges(&catalog.objects, &catalog.edges);
        catalog.edges.extend(edges);
    }
    let mut objects = options.selection.select(std::mem::take(&mut catalog.objects), &opened.relations);
    if options.globals {
        objects.extend(globals::read(opened.snapshot.session(), options)?);
    }
    let mut ordered = options.selection.finish(plan::order(objects, std::mem::take(&mut catalog.edges)));
    let session = opened.snapshot.session();
    let layout = streams::lay_out(&mut ordered, &mut catalog, &source, options, &large_object_oids, session)?;
    for warning in ordered.warnings.iter().chain(&catalog.warnings).chain(&opened.warnings) {
        observer.warning(warning);
    }
    let mut warnings = opened.warnings.clone();
    warnings.extend(ordered.warnings.iter().chain(&catalog.warnings).cloned());

    observer.phase("dumping rows");
    let identity = options.identity.map_or_else(Identity::random, Ok).map_err(|error| Error::Refused {
        what: format!("the system's random source failed: {error}"),
        hint: "make /dev/urandom available to this process".to_owned(),
    })?;
    observer.expect(layout.tables.len() as u64, layout.tables.iter().map(|table| table.estimated_bytes).sum());
    let open_streams = u32::try_from(options.jobs.saturating_add(1)).unwrap_or(u32::MAX);
    let mut archive = ArchiveWriter::new(sink, identity, open_streams).map_err(Error::archive("begin the archive"))?;
    let manifest = streams::manifest(started_at, source, &catalog, &ordered, &layout, options);
    streams::write_definitions(&mut archive, &manifest, &ordered.entries, &layout.tables)?;
    // They are in the archive; the rows need the memory.
    drop(ordered);

    let outcome = pipeline::run(opened.readers, options, interrupt, observer, &layout, archive)?;
    let finished_at = options.started_at.unwrap_or_else(jiff::Timestamp::now);
    let (sink, report) = write::finish(outcome, finished_at, layout, manifest, warnings)?;
    Ok((sink, report))
}
