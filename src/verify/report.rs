//! What a verification found.

use serde::Serialize;

use crate::manifest::{Manifest, Table};

/// How deep a verification goes. Each level includes the ones before it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Preamble, trailer, index and documents: what `pg_restore --list` checks.
    Structure,
    /// Every byte: all records, their checksums, agreement with the index.
    Checksums,
    /// Every row: blocks are decoded, counts and digests computed again.
    Rows,
}

/// What a verification is asked to do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct VerifyOptions {
    /// How deep.
    pub level: Level,
    /// Threads that read, hash and decode.
    pub threads: usize,
    /// Compute the SHA-256 of the whole file even where no metadata file states one. Not at level structure.
    pub sha256: bool,
}

/// What one stream holds.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct StreamVerdict {
    /// The stream's name: `public.orders`.
    pub name: String,
    /// Rows.
    pub rows: u64,
    /// Raw bytes.
    pub raw_bytes: u64,
    /// Digest, 32 hex digits.
    pub digest: String,
}

/// A verified archive.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VerifyReport {
    /// The level reached.
    pub level: Level,
    /// Size of the file.
    pub bytes: u64,
    /// SHA-256 of the file; computed when it is asked for or a metadata file states it, not at level structure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// SHA-256 of the index: vouches for the whole archive.
    pub index_sha256: String,
    /// Number of entries.
    pub entries: usize,
    /// Rows of all streams.
    pub rows: u64,
    /// Per stream.
    pub streams: Vec<StreamVerdict>,
    /// The archive's manifest.
    #[serde(skip)]
    pub manifest: Manifest,
    /// The archive's streams.
    #[serde(skip)]
    pub tables: Vec<Table>,
}
