//! Checks the JSON metadata beside an archive against the archive itself.

use std::path::Path;

use super::VerifyReport;
use crate::{Error, dump::Metadata, manifest::StreamContent};

/// Largest metadata file that is read: 100 000 table names fit.
const MAX_BYTES: u64 = 64 << 20;

/// Whether there is a metadata file beside the archive.
pub(super) fn is_beside(archive: &Path) -> bool {
    Metadata::path_for(archive).exists()
}

/// Compares the metadata file of `archive`, when there is one, with what was verified; gives its path.
///
/// # Errors
/// The file cannot be read or contradicts the archive.
pub fn check_metadata(archive: &Path, report: &VerifyReport) -> Result<Option<std::path::PathBuf>, Error> {
    let path = Metadata::path_for(archive);
    let failed = |source| Error::File { path: path.clone(), source };
    match std::fs::metadata(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
        Ok(file) if file.len() > MAX_BYTES => {
            return Err(Error::Mismatch { what: format!("{} is too large to be a metadata file", path.display()) });
        }
        Ok(_) => {}
    }
    let text = std::fs::read(&path).map_err(failed)?;
    let metadata: Metadata = serde_json::from_slice(&text)
        .map_err(|error| Error::Mismatch { what: format!("{} is not valid metadata: {error}", path.display()) })?;
    let contradiction = |what: String| Err(Error::Mismatch { what: format!("{}: {what}", path.display()) });
    if metadata.backup_size_bytes != report.bytes {
        let stated = metadata.backup_size_bytes;
        return contradiction(format!("states a size of {stated} bytes, the archive has {}", report.bytes));
    }
    if let Some(sha256) = report.sha256.as_ref().filter(|sha256| **sha256 != metadata.checksum_sha256) {
        return contradiction(format!("states SHA-256 {}, the archive has {sha256}", metadata.checksum_sha256));
    }
    for (table, stream) in report.tables.iter().zip(&report.streams) {
        if table.content != StreamContent::Table {
            continue;
        }
        let name = format!("{}.{}", table.schema, table.name);
        if metadata.table_counts.get(&name) != Some(&stream.rows) {
            let stated = metadata.table_counts.get(&name).map_or("none".to_owned(), u64::to_string);
            return contradiction(format!("states {stated} rows for {name}, the archive has {}", stream.rows));
        }
    }
    Ok(Some(path))
}
