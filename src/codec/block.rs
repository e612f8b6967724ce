//! Encoding and decoding of one block.
use super::{CodecError, RowBlock};

/// A compression method and its level.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Compression {
    /// Method.
    pub method: Method,
    /// Level, in the method's own range.
    pub level: i32,
}

/// How byte streams of a block are compressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Method {
    /// Not at all.
    None,
    /// Gzip (deflate).
    Gzip,
    /// Zstandard.
    Zstd,
}

/// What one encoded block holds; goes into the block record's header.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct BlockInfo {
    /// Rows that end in this block.
    pub rows: u32,
    /// Raw bytes that decoding gives back.
    pub raw_bytes: u32,
    /// The last row goes on in the next block (a row larger than a block).
    pub continued: bool,
}

/// Encodes blocks; keeps its buffers and compression contexts between calls.
pub struct Encoder {}

impl Encoder {
    /// stub
    pub fn new(_compression: Compression) -> Self {
        todo!()
    }
    /// Encodes rows; `emit` gets one payload, or several when a single row is larger than the block limit.
    pub fn encode(&mut self, _block: &RowBlock, _emit: &mut dyn FnMut(BlockInfo, &[u8])) -> Result<(), CodecError> {
        todo!()
    }
    /// Names of the encodings chosen for the columns of the last block, in column order.
    pub fn chosen(&self) -> &[&'static str] {
        todo!()
    }
}

/// Decodes blocks; keeps its buffers between calls. Never panics and never allocates beyond the limits, whatever the payload.
#[derive(Default)]
pub struct Decoder {}

impl Decoder {
    /// The raw rows' bytes of one payload, appended to `out`; must be exactly `info.raw_bytes`.
    pub fn decode(&mut self, _info: BlockInfo, _payload: &[u8], _out: &mut Vec<u8>) -> Result<(), CodecError> {
        todo!()
    }
}
