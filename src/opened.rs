//! An archive file opened, its documents parsed.

use std::path::Path;

use crate::{Error, archive::Archive, manifest::Contents};

/// Opens the archive at `path` through its index and parses manifest, entries and tables.
pub(crate) fn open(path: &Path) -> Result<(Archive, Contents), Error> {
    let reading = || format!("read {}", path.display());
    let archive = Archive::open(path).map_err(Error::archive(reading()))?;
    let manifest = archive.manifest().map_err(Error::archive(reading()))?;
    let entries = archive.entries().map_err(Error::archive(reading()))?;
    let tables = archive.tables().map_err(Error::archive(reading()))?;
    let contents = Contents::parse(&manifest, &entries, &tables)?;
    Ok((archive, contents))
}
