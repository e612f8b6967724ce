//! One pass from front to back: pipes, and `verify` of every byte.
use super::{ArchiveError, BlockHeader, Identity, StreamEnd, Written};
use std::io::Read;

/// What comes next in an archive.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Event {
    /// The preamble.
    Begin { identity: Identity, open_streams: u32 },
    /// The manifest JSON.
    Manifest(Vec<u8>),
    /// A batch of entries.
    Entries(Vec<u8>),
    /// A batch of tables.
    Tables(Vec<u8>),
    /// A block; its payload's hash was checked.
    Block { header: BlockHeader, payload: Vec<u8> },
    /// The end of a stream; counts were checked against its blocks.
    StreamEnd(StreamEnd),
    /// The summary JSON.
    Summary(Vec<u8>),
    /// Index and trailer were read, checked against everything before, and nothing follows.
    End(Written),
}

/// Reads an archive front to back, checking everything on the way (including that index and records agree).
pub struct SequentialReader<R: Read> {
    _source: R,
}

impl<R: Read> SequentialReader<R> {
    /// stub
    pub fn new(_source: R) -> Self {
        todo!()
    }
    /// The next event; `None` after `End`.
    pub fn next_event(&mut self) -> Result<Option<Event>, ArchiveError> {
        todo!()
    }
    /// Byte offset of the next record, for messages and progress.
    pub fn offset(&self) -> u64 {
        todo!()
    }
}
