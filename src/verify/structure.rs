//! Level structure: opens through trailer and index, parses the documents, no rows.

use std::path::Path;

use super::{Level, StreamVerdict, VerifyReport};
use crate::{
    Error,
    archive::Archive,
    manifest::{Contents, hex},
    opened,
    rows::describe,
};

/// Verifies the structure of the archive at `path`.
pub(super) fn verify(path: &Path) -> Result<VerifyReport, Error> {
    let (archive, contents) = opened::open(path)?;
    report(&archive, contents, Level::Structure)
}

/// What the index says of the archive's streams.
pub(super) fn report(archive: &Archive, contents: Contents, level: Level) -> Result<VerifyReport, Error> {
    let mut streams = Vec::with_capacity(contents.tables.len());
    for table in &contents.tables {
        let end = archive.stream_end(table.stream).ok_or_else(|| Error::Mismatch {
            what: format!("the rows of {} have no end in the index", describe(table)),
        })?;
        streams.push(StreamVerdict {
            name: describe(table),
            rows: end.rows,
            raw_bytes: end.raw_bytes,
            digest: format!("{:032x}", end.digest),
        });
    }
    Ok(VerifyReport {
        level,
        bytes: archive.bytes(),
        sha256: None,
        index_sha256: hex(&archive.index_sha256()),
        entries: contents.entries.len(),
        rows: streams.iter().map(|stream| stream.rows).sum(),
        streams,
        manifest: contents.manifest,
        tables: contents.tables,
    })
}
