//! Rows that came through a pipe before their turn, kept in an unnamed temporary file.

use std::{
    collections::HashMap,
    fs::File,
    io::{Seek, SeekFrom, Write},
    os::unix::fs::FileExt,
    path::PathBuf,
};

use crate::{
    Error,
    archive::{BlockHeader, StreamEnd},
    restore::load::{Blocks, Piece, Streams, missing_end},
};

/// Blocks of streams that are loaded last.
#[derive(Default)]
pub(super) struct Spool {
    file: Option<File>,
    blocks: HashMap<u32, Vec<(BlockHeader, u64, usize)>>,
    ends: HashMap<u32, StreamEnd>,
}

impl Spool {
    /// Keeps a block.
    pub(super) fn block(&mut self, header: BlockHeader, payload: &[u8]) -> Result<(), Error> {
        let failed = |source| Error::File { path: std::env::temp_dir(), source };
        let mut file = match self.file.take() {
            Some(file) => file,
            None => tempfile::tempfile().map_err(failed)?,
        };
        let offset = file.seek(SeekFrom::End(0)).map_err(failed)?;
        file.write_all(payload).map_err(failed)?;
        self.file = Some(file);
        self.blocks.entry(header.stream).or_default().push((header, offset, payload.len()));
        Ok(())
    }

    /// Notes how a stream ended.
    pub(super) fn end(&mut self, end: StreamEnd) {
        self.ends.insert(end.stream, end);
    }
}

impl Streams for Spool {
    fn blocks<'a>(&'a self, stream: u32) -> Box<dyn Blocks + 'a> {
        Box::new(SpoolBlocks { spool: self, stream, position: 0 })
    }

    fn end(&self, stream: u32) -> Option<StreamEnd> {
        self.ends.get(&stream).copied()
    }
}

struct SpoolBlocks<'a> {
    spool: &'a Spool,
    stream: u32,
    position: usize,
}

impl Blocks for SpoolBlocks<'_> {
    fn next(&mut self, payload: &mut Vec<u8>) -> Result<Piece, Error> {
        let block = self.spool.blocks.get(&self.stream).and_then(|blocks| blocks.get(self.position));
        let (Some((header, offset, length)), Some(file)) = (block, &self.spool.file) else {
            return self.spool.ends.get(&self.stream).copied().map(Piece::End).ok_or_else(|| missing_end(self.stream));
        };
        self.position += 1;
        payload.resize(*length, 0);
        file.read_exact_at(payload, *offset)
            .map_err(|source| Error::File { path: PathBuf::from("temporary file"), source })?;
        Ok(Piece::Block(*header))
    }
}
