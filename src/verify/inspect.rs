//! What an archive says of itself, without reading rows.

use std::path::Path;

use crate::{
    Error,
    manifest::{Contents, ContentsError, Summary, hex},
    opened,
};

/// The documents of an archive.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// Manifest, entries, tables.
    pub contents: Contents,
    /// How the dump went.
    pub summary: Summary,
    /// Size of the file.
    pub bytes: u64,
    /// SHA-256 of the index, hex.
    pub index_sha256: String,
}

/// Reads an archive's documents.
///
/// # Errors
/// The archive is damaged, unsupported or incomplete.
pub fn inspect(path: &Path) -> Result<Inspection, Error> {
    let (archive, contents) = opened::open(path)?;
    let summary = archive.summary().map_err(Error::archive(format!("read {}", path.display())))?;
    let summary = serde_json::from_slice(&summary)
        .map_err(|source| Error::Contents(ContentsError::Json { document: "summary", source }))?;
    Ok(Inspection { contents, summary, bytes: archive.bytes(), index_sha256: hex(&archive.index_sha256()) })
}

/// Reads manifest, entries and tables.
///
/// # Errors
/// As [`inspect`].
pub fn read_contents(path: &Path) -> Result<Contents, Error> {
    opened::open(path).map(|(_, contents)| contents)
}
