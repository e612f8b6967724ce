//! Appends records; never seeks.
use super::ArchiveError;
use std::io::Write;

/// What makes this archive itself; random in production, fixed in tests.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Identity {
    /// Archive id.
    pub id: [u8; 16],
    /// Resync marker.
    pub marker: [u8; 16],
}

/// Header fields of one block.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct BlockHeader {
    /// Stream number, from 1.
    pub stream: u32,
    /// Block number in the stream, from 0. The writer checks that they come in order.
    pub number: u32,
    /// Rows that end in this block.
    pub rows: u32,
    /// Raw bytes.
    pub raw_bytes: u32,
    /// The last row goes on in the next block.
    pub continued: bool,
}

/// How a stream ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct StreamEnd {
    /// Stream number.
    pub stream: u32,
    /// Number of blocks.
    pub blocks: u32,
    /// Rows.
    pub rows: u64,
    /// Raw bytes.
    pub raw_bytes: u64,
    /// Digest of the rows.
    pub digest: u128,
}

/// What was written, once finished.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Written {
    /// Bytes of the whole archive.
    pub bytes: u64,
    /// SHA-256 of the whole archive.
    pub sha256: [u8; 32],
    /// SHA-256 of the index: vouches for the whole archive.
    pub index_sha256: [u8; 32],
}

/// Writes one archive. Stays broken after its first error; `finish` is the only way to a valid file.
pub struct ArchiveWriter<W: Write> {
    _sink: W,
}

impl<W: Write> ArchiveWriter<W> {
    /// Writes the preamble. `open_streams`: the greatest number of streams whose blocks will interleave.
    pub fn new(_sink: W, _identity: Identity, _open_streams: u32) -> Result<Self, ArchiveError> {
        todo!()
    }
    /// The manifest (JSON), once, first.
    pub fn manifest(&mut self, _json: &[u8]) -> Result<(), ArchiveError> {
        todo!()
    }
    /// A batch of entries (a JSON array), in order; then tables; all before the first block.
    pub fn entries(&mut self, _json: &[u8]) -> Result<(), ArchiveError> {
        todo!()
    }
    /// A batch of tables (a JSON array), in stream order.
    pub fn tables(&mut self, _json: &[u8]) -> Result<(), ArchiveError> {
        todo!()
    }
    /// One block.
    pub fn block(&mut self, _header: BlockHeader, _payload: &[u8]) -> Result<(), ArchiveError> {
        todo!()
    }
    /// The end of a stream; every stream of the manifest has one.
    pub fn end_stream(&mut self, _end: StreamEnd) -> Result<(), ArchiveError> {
        todo!()
    }
    /// Summary (JSON), index, trailer. Flushes the sink and gives it back.
    pub fn finish(self, _summary_json: &[u8]) -> Result<(W, Written), ArchiveError> {
        todo!()
    }
}
