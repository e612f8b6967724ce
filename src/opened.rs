//! An archive file opened, its documents parsed.

use std::path::Path;

use crate::{
    Error,
    archive::{Archive, DocumentKind},
    manifest::{Contents, ContentsReader},
};

/// Opens the archive at `path` through its index and parses manifest, entries and tables.
pub(crate) fn open(path: &Path) -> Result<(Archive, Contents), Error> {
    let reading = || format!("read {}", path.display());
    let archive = Archive::open(path).map_err(Error::archive(reading()))?;
    let manifest = archive.manifest().map_err(Error::archive(reading()))?;
    let mut contents = ContentsReader::new(&manifest)?;
    for batch in archive.documents(DocumentKind::Entries) {
        contents.add_entries(&batch.map_err(Error::archive(reading()))?)?;
    }
    for batch in archive.documents(DocumentKind::Tables) {
        contents.add_tables(&batch.map_err(Error::archive(reading()))?)?;
    }
    let contents = contents.finish()?;
    Ok((archive, contents))
}
