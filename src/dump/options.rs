//! What a dump is asked to do and what it reports.

use std::time::Duration;

use crate::{
    archive::{Identity, Written},
    catalog::ReadOptions,
    codec::Compression,
    manifest::{Manifest, Summary, Table},
    plan::Selection,
};

/// Raw bytes of a block before encoding: 1 MiB costs about 2 % of size, more than 8 MiB gains nothing.
pub const BLOCK_BYTES: usize = 4 << 20;

/// What a dump is asked to do.
#[derive(Clone, Debug)]
pub struct DumpOptions {
    /// Which objects and rows.
    pub selection: Selection,
    /// What belongs to the whole cluster: roles, memberships, tablespaces, privileges on parameters.
    pub globals: bool,
    /// With `globals`: the roles' passwords, which few roles may read.
    pub role_passwords: bool,
    /// Connections that read rows, besides the one that holds the snapshot.
    pub jobs: usize,
    /// How blocks are compressed.
    pub compression: Compression,
    /// Raw bytes of a block.
    pub block_bytes: usize,
    /// Read all rows as text: larger and slower, but free of any type's binary form.
    pub text_only: bool,
    /// Give up when a table cannot be locked within this time.
    pub lock_timeout: Option<Duration>,
    /// Use this exported snapshot instead of taking one.
    pub snapshot: Option<String>,
    /// Wait for a snapshot that is free of serialization anomalies.
    pub serializable_deferrable: bool,
    /// Dump the rows that row-level security shows instead of failing.
    pub enable_row_security: bool,
    /// How definitions are worded.
    pub reading: ReadOptions,
    /// The environment's name, for the manifest and the file name.
    pub environment: Option<String>,
    /// Options to record in the manifest, by long name.
    pub recorded: Vec<(String, String)>,
    /// A fixed identity, for reproducible archives.
    pub identity: Option<Identity>,
    /// A fixed time, for reproducible archives.
    pub started_at: Option<jiff::Timestamp>,
}

/// How a dump ended.
#[derive(Clone, Debug)]
pub struct DumpReport {
    /// The manifest as written.
    pub manifest: Manifest,
    /// The streams as written.
    pub tables: Vec<Table>,
    /// The summary as written.
    pub summary: Summary,
    /// Size and checksums of the archive.
    pub written: Written,
}
