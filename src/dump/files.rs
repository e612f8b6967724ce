//! Names of backups and the JSON metadata beside them.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::DumpReport;
use crate::manifest::{StreamContent, hex};

/// The metadata file beside a backup: see [`Metadata::path_for`].
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Metadata {
    /// When the dump began, RFC 3339, UTC.
    pub backup_timestamp: String,
    /// The environment the user named.
    pub environment: Option<String>,
    /// Database name.
    pub database_name: String,
    /// File name of the archive, without its folder.
    pub backup_file: String,
    /// Size of the archive.
    pub backup_size_bytes: u64,
    /// SHA-256 of the archive, as `sha256sum` prints it.
    pub checksum_sha256: String,
    /// Rows per table, `schema.table`.
    pub table_counts: BTreeMap<String, u64>,
    /// Version of the dumpr that wrote the archive.
    pub dumpr_version: String,
    /// Version of the server.
    pub postgresql_version: String,
}

impl Metadata {
    /// The metadata of a finished dump.
    pub fn new(report: &DumpReport, backup_file: String) -> Self {
        let counts = report
            .tables
            .iter()
            .zip(&report.summary.streams)
            .filter(|(table, _)| table.content == StreamContent::Table)
            .map(|(table, stream)| (format!("{}.{}", table.schema, table.name), stream.rows))
            .collect();
        Metadata {
            backup_timestamp: report.manifest.started_at.clone(),
            environment: report.manifest.environment.clone(),
            database_name: report.manifest.source.database.clone(),
            backup_file,
            backup_size_bytes: report.written.bytes,
            checksum_sha256: hex(&report.written.sha256),
            table_counts: counts,
            dumpr_version: report.manifest.dumpr_version.clone(),
            postgresql_version: report.manifest.source.server_version.clone(),
        }
    }

    /// Where the metadata of an archive lives: `shop.dump` → `shop.metadata.json`, any other name with the
    /// ending appended.
    pub fn path_for(archive: &Path) -> PathBuf {
        if archive.extension().is_some_and(|extension| extension == "dump") {
            return archive.with_extension("metadata.json");
        }
        let mut name = archive.as_os_str().to_owned();
        name.push(".metadata.json");
        PathBuf::from(name)
    }
}

/// `{database}_{environment}_{timestamp}.dump`, the timestamp as `2025-01-27T14-30-00Z`.
///
/// Characters that a file name cannot hold or a shell trips over become `-`.
pub fn archive_name(database: &str, environment: &str, started_at: jiff::Timestamp) -> String {
    let timestamp = started_at.strftime("%Y-%m-%dT%H-%M-%SZ");
    format!("{}_{}_{timestamp}.dump", file_part(database), file_part(environment))
}

fn file_part(text: &str) -> String {
    let part: String =
        text.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' }).collect();
    match part.strip_prefix('.') {
        Some(rest) => format!("-{rest}"),
        None => part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_database_environment_and_utc_time() {
        let time = jiff::Timestamp::from_second(1_737_988_200).unwrap_or_default();
        assert_eq!(archive_name("shop", "production", time), "shop_production_2025-01-27T14-30-00Z.dump");
        assert_eq!(archive_name("../a b", "x/y", time), "-.-a-b_x-y_2025-01-27T14-30-00Z.dump");
    }
}
