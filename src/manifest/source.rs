//! The first document of an archive (what was dumped, from where) and the last (how it went).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Encodings, TypeTable};

/// The archive's first document.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Manifest {
    /// Version of the dumpr that wrote the archive.
    pub dumpr_version: String,
    /// When the dump began, RFC 3339, UTC.
    pub started_at: String,
    /// The environment the user named: `production`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environment: Option<String>,
    /// The database and its server.
    pub source: Source,
    /// Options that shaped the content, by their long names.
    pub options: BTreeMap<String, String>,
    /// Extensions installed in the source.
    pub extensions: Vec<Extension>,
    /// Roles that entries name: owners, grantees, grantors.
    pub roles: Vec<String>,
    /// The types of dumped columns.
    pub types: TypeTable,
    /// Number of entries in the archive.
    pub entry_count: u32,
    /// Number of streams in the archive.
    pub stream_count: u32,
    /// What the database holds and the archive does not, though nobody asked to leave it out.
    pub omissions: Vec<Omission>,
}

/// The database and its server.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Source {
    /// Database name.
    pub database: String,
    /// `server_version`: `18.4`.
    pub server_version: String,
    /// `server_version_num`: 180004.
    pub server_version_num: u32,
    /// Encoding of the database.
    pub encoding: String,
    /// `datcollate`.
    pub collate: String,
    /// `datctype`.
    pub ctype: String,
    /// `c` (libc), `i` (ICU) or `b` (builtin).
    pub locale_provider: String,
    /// ICU or builtin locale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// ICU collation rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icu_rules: Option<String>,
    /// Name of the exported snapshot.
    pub snapshot: String,
    /// WAL position right after the snapshot was taken.
    pub lsn: String,
    /// The server was a standby.
    pub in_recovery: bool,
    /// `cash_send(1::numeric::money)` in hex: how this server scales money.
    pub money_probe: String,
}

/// An extension installed in the source.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Extension {
    /// Its name.
    pub name: String,
    /// Its version at the source; not asked for at restore.
    pub version: String,
    /// The schema of its objects.
    pub schema: String,
}

/// Something the database holds and the archive does not.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Omission {
    /// What kind of thing: a kind's label.
    pub kind: String,
    /// Its name, qualified.
    pub name: String,
    /// Why it was left out and what to do.
    pub reason: String,
}

/// The archive's last document.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Summary {
    /// When the last row was written, RFC 3339, UTC.
    pub finished_at: String,
    /// Rows of all tables.
    pub rows: u64,
    /// Raw bytes of all streams before encoding.
    pub raw_bytes: u64,
    /// Stored bytes of all blocks.
    pub stored_bytes: u64,
    /// Warnings given while dumping.
    pub warnings: Vec<String>,
    /// Per stream, in stream order.
    pub streams: Vec<StreamSummary>,
}

/// How one stream ended.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct StreamSummary {
    /// The stream.
    pub stream: u32,
    /// Its rows.
    pub rows: u64,
    /// Raw bytes before encoding.
    pub raw_bytes: u64,
    /// Stored bytes of its blocks.
    pub stored_bytes: u64,
    /// Its digest, 32 hex digits.
    pub digest: String,
    /// Encodings chosen, per column, with the number of blocks.
    #[serde(default, skip_serializing_if = "Encodings::is_empty")]
    pub encodings: Encodings,
}
