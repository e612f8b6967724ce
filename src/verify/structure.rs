//! Level structure: what is known once the archive is open and its documents are parsed, no rows.

use super::{Level, StreamVerdict, VerifyReport};
use crate::{
    Error,
    archive::Archive,
    manifest::{Contents, hex},
    rows::describe,
};

/// What the index says of the archive's streams.
pub(super) fn report(
    archive: &Archive,
    contents: Contents,
    level: Level,
    sha256: Option<String>,
) -> Result<VerifyReport, Error> {
    let mut streams = Vec::with_capacity(contents.tables.len());
    for table in &contents.tables {
        let end = archive.stream_end(table.stream).ok_or_else(|| Error::Contradiction {
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
        sha256,
        index_sha256: hex(&archive.index_sha256()),
        entries: contents.entries.len(),
        rows: streams.iter().map(|stream| stream.rows).sum(),
        streams,
        manifest: contents.manifest,
        tables: contents.tables,
    })
}
