//! Where rows come from: the blocks of a stream, for one worker or shared by several.

use std::{
    collections::HashMap,
    ops::Range,
    sync::{Mutex, PoisonError},
};

use crate::{
    Error,
    archive::{Archive, BlockHeader, BlockRef, StreamEnd},
};

/// Gives the blocks of a stream one after the other.
pub(in crate::restore) trait Blocks: Send {
    /// The next block's header and payload, or how the stream ended.
    fn next(&mut self, payload: &mut Vec<u8>) -> Result<Piece, Error>;

    /// So few blocks that it does not pay to decode the next while one is sent.
    fn is_short(&self) -> bool {
        false
    }
}

/// What comes next in a stream.
pub(in crate::restore) enum Piece {
    /// A block; its payload was put into the buffer.
    Block(BlockHeader),
    /// The end of the stream.
    End(StreamEnd),
}

/// The streams of an archive; shared by all workers.
pub(in crate::restore) trait Streams: Sync {
    /// All blocks of a stream.
    fn blocks<'a>(&'a self, stream: u32) -> Box<dyn Blocks + 'a>;

    /// The blocks of a stream that no other worker has taken.
    fn shared<'a>(&'a self, stream: u32) -> Box<dyn Blocks + 'a> {
        self.blocks(stream)
    }

    /// Leaves the rest of a shared stream: one of its parts has failed.
    fn abandon(&self, _stream: u32) {}

    /// How a stream ends, when that is known before it is read.
    fn end(&self, _stream: u32) -> Option<StreamEnd> {
        None
    }
}

/// For schedules without rows.
pub(in crate::restore) struct NoRows;

impl Streams for NoRows {
    fn blocks<'a>(&'a self, stream: u32) -> Box<dyn Blocks + 'a> {
        Box::new(NoBlocks { stream })
    }
}

struct NoBlocks {
    stream: u32,
}

impl Blocks for NoBlocks {
    fn next(&mut self, _payload: &mut Vec<u8>) -> Result<Piece, Error> {
        Err(Error::Contradiction {
            what: format!("stream {} belongs to an entry that should have no rows", self.stream),
        })
    }
}

/// The streams of an archive file, read at offsets by any number of workers.
pub(in crate::restore) struct FileStreams<'a> {
    archive: &'a Archive,
    doing: String,
    /// How many blocks of each stream have been taken by those who share it.
    taken: Mutex<HashMap<u32, usize>>,
}

impl<'a> FileStreams<'a> {
    /// The streams of `archive`; `doing` says in errors what reading them is.
    pub(in crate::restore) fn new(archive: &'a Archive, doing: String) -> Self {
        FileStreams { archive, doing, taken: Mutex::new(HashMap::new()) }
    }

    /// Positions of the next blocks that belong together: a row larger than a block goes through several.
    fn take(&self, stream: u32) -> Range<usize> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let next = taken.entry(stream).or_default();
        let from = *next;
        let rest = self.archive.blocks(stream).get(from..).unwrap_or_default();
        *next += together(rest);
        from..*next
    }
}

/// How many of the blocks, from the first on, hold whole rows between them.
fn together(blocks: &[BlockRef]) -> usize {
    match blocks.iter().position(|block| !block.header.continued) {
        Some(last) => last + 1,
        None => blocks.len(),
    }
}

impl Streams for FileStreams<'_> {
    fn blocks<'a>(&'a self, stream: u32) -> Box<dyn Blocks + 'a> {
        let all = self.archive.blocks(stream);
        Box::new(FileBlocks { streams: self, stream, now: 0..all.len(), shared: false })
    }

    fn shared<'a>(&'a self, stream: u32) -> Box<dyn Blocks + 'a> {
        Box::new(FileBlocks { streams: self, stream, now: 0..0, shared: true })
    }

    fn abandon(&self, stream: u32) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.insert(stream, self.archive.blocks(stream).len());
    }

    fn end(&self, stream: u32) -> Option<StreamEnd> {
        self.archive.stream_end(stream)
    }
}

struct FileBlocks<'a> {
    streams: &'a FileStreams<'a>,
    stream: u32,
    /// Positions of the blocks to give now.
    now: Range<usize>,
    shared: bool,
}

impl Blocks for FileBlocks<'_> {
    fn next(&mut self, payload: &mut Vec<u8>) -> Result<Piece, Error> {
        let streams = self.streams;
        if self.shared && self.now.is_empty() {
            self.now = streams.take(self.stream);
        }
        match self.now.next().and_then(|position| streams.archive.blocks(self.stream).get(position)) {
            Some(block) => {
                streams.archive.read_block(block, payload).map_err(Error::archive(streams.doing.clone()))?;
                Ok(Piece::Block(block.header))
            }
            None => streams.end(self.stream).map(Piece::End).ok_or_else(|| missing_end(self.stream)),
        }
    }

    fn is_short(&self) -> bool {
        !self.shared && self.now.len() < 2
    }
}

/// A stream without its end record.
pub(in crate::restore) fn missing_end(stream: u32) -> Error {
    Error::Contradiction { what: format!("stream {stream} has no end in the archive") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_row_stay_together() {
        let block = |continued: bool| BlockRef {
            header: BlockHeader { stream: 1, number: 0, rows: u32::from(!continued), raw_bytes: 9, continued },
            offset: 0,
            stored_bytes: 9,
            sha256: [0; 32],
        };
        assert_eq!(together(&[block(false), block(false)]), 1);
        assert_eq!(together(&[block(true), block(true), block(false), block(false)]), 3);
        assert_eq!(together(&[]), 0);
    }
}
