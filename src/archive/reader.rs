//! Random access through the index.
//!
//! # Invariants
//! - After [`Archive::open`] the whole layout is known to be right: every record's place, order and counts come from an
//!   index that the trailer vouches for. What is read later is compared with it.
//! - Every byte is covered by `open`, [`Archive::read_block`] or [`Archive::check_block`] over all blocks, and [`Archive::check_documents`].

mod loader;

use std::{fs::File, path::Path};

use super::{
    ArchiveError, BlockHeader, DocumentKind, Identity, StreamEnd, checksum::Hash, document, fault::Fault,
    positioned::Positioned, preamble::Preamble, record::Header,
};
use loader::{Loader, why_no_trailer};

/// Where one block stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct BlockRef {
    /// Its header's fields.
    pub header: BlockHeader,
    /// Offset of its record.
    pub offset: u64,
    /// Stored payload bytes.
    pub stored_bytes: u32,
    /// The record's checksum as the index states it: SHA-256 over the archive's id, the header's fields and the
    /// payload's SHA-256.
    pub sha256: [u8; 32],
}

/// An archive opened through its trailer and index. Shareable between threads (positioned reads).
#[derive(Debug)]
pub struct Archive {
    file: Positioned,
    preamble: Preamble,
    index_sha256: Hash,
    /// Sorted by stream, then number.
    blocks: Vec<BlockRef>,
    /// Sorted by stream.
    ends: Vec<StreamEnd>,
    /// Everything else, in file order.
    others: Vec<(u64, Header)>,
}

impl Archive {
    /// Opens: preamble, trailer, index (checked against its hash), the ends of all streams.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        Archive::from_file(File::open(path).map_err(|source| ArchiveError::read(0, source))?)
    }

    /// Opens an archive in an open file. It must be a file that can be read at offsets: not a pipe.
    pub fn from_file(file: File) -> Result<Self, ArchiveError> {
        let file = Positioned::new(file)?;
        let preamble = file.preamble()?;
        let trailer = match file.trailer()? {
            Some((marker, trailer))
                if marker == preamble.identity.marker
                    && trailer.archive_id == preamble.identity.id
                    && trailer.archive_bytes == file.bytes() =>
            {
                trailer
            }
            _ => return Err(why_no_trailer(&file, &preamble)?),
        };
        Loader::new(file, preamble).load(&trailer)
    }

    /// Identity.
    pub fn identity(&self) -> Identity {
        self.preamble.identity
    }

    /// The greatest number of streams whose blocks interleave.
    pub fn open_streams(&self) -> u32 {
        self.preamble.open_streams
    }

    /// The number of streams; they are numbered from 1 without gaps.
    pub fn stream_count(&self) -> u32 {
        self.ends.last().map_or(0, |end| end.stream)
    }

    /// The manifest JSON.
    pub fn manifest(&self) -> Result<Vec<u8>, ArchiveError> {
        self.single(DocumentKind::Manifest)
    }

    /// The summary JSON.
    pub fn summary(&self) -> Result<Vec<u8>, ArchiveError> {
        self.single(DocumentKind::Summary)
    }

    /// The documents of a kind (batches of entries or tables are JSON arrays), read one at a time.
    pub fn documents(&self, kind: DocumentKind) -> impl Iterator<Item = Result<Vec<u8>, ArchiveError>> + '_ {
        let record_type = kind.record_type();
        self.others.iter().filter(move |(_, header)| header.record_type == record_type).map(|(offset, header)| {
            let mut payload = Vec::new();
            self.file.stated_payload(*offset, header, self.preamble.identity, &mut payload)?;
            document::unpack(&payload, header.raw_bytes).map_err(|fault| corrupt(*offset, header, fault))
        })
    }

    /// The blocks of a stream, in block order.
    pub fn blocks(&self, stream: u32) -> &[BlockRef] {
        let from = self.blocks.partition_point(|block| block.header.stream < stream);
        let count = self.blocks[from..].partition_point(|block| block.header.stream == stream);
        &self.blocks[from..from + count]
    }

    /// The blocks of all streams, by stream and number.
    pub fn all_blocks(&self) -> &[BlockRef] {
        &self.blocks
    }

    /// How a stream ended.
    pub fn stream_end(&self, stream: u32) -> Option<StreamEnd> {
        let found = self.ends.binary_search_by_key(&stream, |end| end.stream);
        found.ok().and_then(|position| self.ends.get(position)).copied()
    }

    /// Reads one block's payload, checks record header and payload hash against the index.
    pub fn read_block(&self, block: &BlockRef, payload: &mut Vec<u8>) -> Result<(), ArchiveError> {
        let header = block.header.header(block.stored_bytes, block.sha256);
        self.file.stated_payload(block.offset, &header, self.preamble.identity, payload)
    }

    /// Checks one block as [`Archive::read_block`] does, without keeping its payload; `buffer` is scratch space.
    pub fn check_block(&self, block: &BlockRef, buffer: &mut Vec<u8>) -> Result<(), ArchiveError> {
        let header = block.header.header(block.stored_bytes, block.sha256);
        self.file.check_stated(block.offset, &header, self.preamble.identity, buffer)
    }

    /// SHA-256 of the whole file, in one pass from front to back. It proves nothing beyond the other checks: it is for
    /// comparing with a figure that was kept elsewhere. `go_on` is asked before each piece; `None` when it says no.
    pub fn file_sha256(&self, go_on: impl Fn() -> bool) -> Result<Option<[u8; 32]>, ArchiveError> {
        self.file.sha256(go_on)
    }

    /// Reads and checks every record that is neither a block nor a stream end (those `open` has checked).
    pub fn check_documents(&self) -> Result<(), ArchiveError> {
        let mut payload = Vec::new();
        for (offset, header) in &self.others {
            self.file.stated_payload(*offset, header, self.preamble.identity, &mut payload)?;
            if DocumentKind::of(header.record_type).is_some() {
                document::unpack(&payload, header.raw_bytes).map_err(|fault| corrupt(*offset, header, fault))?;
            }
        }
        Ok(())
    }

    /// SHA-256 of preamble and index.
    pub fn index_sha256(&self) -> [u8; 32] {
        self.index_sha256
    }

    /// Size of the file.
    pub fn bytes(&self) -> u64 {
        self.file.bytes()
    }

    fn single(&self, kind: DocumentKind) -> Result<Vec<u8>, ArchiveError> {
        // `open` has seen exactly one of them in the index.
        self.documents(kind).next().unwrap_or(Err(ArchiveError::Broken))
    }
}

fn corrupt(offset: u64, header: &Header, fault: Fault) -> ArchiveError {
    ArchiveError::Corrupt { offset, place: header.place(), fault }
}
