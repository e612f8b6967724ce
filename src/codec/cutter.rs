//! Cuts a COPY stream into blocks of whole rows.
use super::CodecError;

/// How rows are written.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Rows {
    /// COPY (FORMAT binary)
    Binary,
    /// COPY (FORMAT text)
    Text,
}

/// Whole rows of one stream, without the stream's header and trailer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RowBlock {
    /// How the rows are written.
    pub format: Rows,
    /// Columns of every row.
    pub columns: u16,
    /// Number of rows.
    pub rows: u32,
    /// The rows' bytes.
    pub bytes: Vec<u8>,
}

/// Cuts the bytes of one COPY OUT into [`RowBlock`]s of about `target_bytes`, at row ends.
/// Sans I/O; any chunking of the input gives the same blocks.
pub struct RowCutter {}

impl RowCutter {
    /// stub
    pub fn new(_format: Rows, _columns: u16, _target_bytes: usize) -> Self {
        todo!()
    }
    /// Takes bytes; calls `emit` for each block that is full.
    pub fn push(&mut self, _bytes: &[u8], _emit: &mut dyn FnMut(RowBlock)) -> Result<(), CodecError> {
        todo!()
    }
    /// The end of the stream: the last block, if any, and the number of rows seen. An error when the stream stops inside a row or
    /// (binary) without its trailer.
    pub fn finish(self) -> Result<(Option<RowBlock>, u64), CodecError> {
        todo!()
    }
}
