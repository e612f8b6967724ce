//! Random access through the index.
use super::{ArchiveError, BlockHeader, Identity, StreamEnd};
use std::{fs::File, path::Path};

/// Where one block stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct BlockRef {
    /// Its header's fields.
    pub header: BlockHeader,
    /// Offset of its record.
    pub offset: u64,
    /// Stored payload bytes.
    pub stored_bytes: u32,
    /// SHA-256 of the payload as the index states it.
    pub sha256: [u8; 32],
}

/// An archive opened through its trailer and index. Shareable between threads (positioned reads).
pub struct Archive {
    _file: File,
}

impl Archive {
    /// Opens: preamble, trailer, index (checked against its hash).
    pub fn open(_path: &Path) -> Result<Self, ArchiveError> {
        todo!()
    }
    /// Identity.
    pub fn identity(&self) -> Identity {
        todo!()
    }
    /// The manifest JSON.
    pub fn manifest(&self) -> Result<Vec<u8>, ArchiveError> {
        todo!()
    }
    /// The batches of entries (each a JSON array).
    pub fn entries(&self) -> Result<Vec<Vec<u8>>, ArchiveError> {
        todo!()
    }
    /// The batches of tables (each a JSON array).
    pub fn tables(&self) -> Result<Vec<Vec<u8>>, ArchiveError> {
        todo!()
    }
    /// The summary JSON.
    pub fn summary(&self) -> Result<Vec<u8>, ArchiveError> {
        todo!()
    }
    /// The blocks of a stream, in block order.
    pub fn blocks(&self, _stream: u32) -> &[BlockRef] {
        todo!()
    }
    /// How a stream ended.
    pub fn stream_end(&self, _stream: u32) -> Option<StreamEnd> {
        todo!()
    }
    /// Reads one block's payload, checks record header and payload hash against the index.
    pub fn read_block(&self, _block: &BlockRef, _payload: &mut Vec<u8>) -> Result<(), ArchiveError> {
        todo!()
    }
    /// SHA-256 of the index.
    pub fn index_sha256(&self) -> [u8; 32] {
        todo!()
    }
    /// Size of the file.
    pub fn bytes(&self) -> u64 {
        todo!()
    }
}
