//! What an archive says of itself, without reading rows.

use std::path::Path;

use crate::{
    Error,
    archive::Archive,
    dump::hex,
    manifest::{Contents, ContentsError, Summary},
    restore::archive_contents,
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
    let (archive, contents) = open(path)?;
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
    open(path).map(|(_, contents)| contents)
}

/// Opens an archive and parses its documents.
pub(super) fn open(path: &Path) -> Result<(Archive, Contents), Error> {
    let reading = || format!("read {}", path.display());
    let archive = Archive::open(path).map_err(Error::archive(reading()))?;
    let contents = archive_contents(&archive).map_err(|error| error.in_file(reading))?;
    Ok((archive, contents))
}
