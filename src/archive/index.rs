//! The index: one line for every record before it, in file order.
//!
//! Spec chapter 8. A line is the record's header without marker and CRC (56 bytes). Offsets are not written: records
//! stand side by side, so each starts where the one before ends. The hash of preamble and lines vouches for the archive.

use sha2::{Digest as _, Sha256};

use super::{
    checksum::{self, Hash},
    limits::{Limits, size},
    preamble::Preamble,
    record::{Header, LINE_BYTES, RecordType},
};

/// The running hash of preamble and lines: all a reader needs to keep of the records it has seen.
#[derive(Clone, Debug)]
pub(super) struct IndexHash(Sha256);

impl IndexHash {
    pub(super) fn new(preamble: &Preamble) -> Self {
        IndexHash(Sha256::new_with_prefix(preamble.bytes()))
    }

    /// Adds the lines of an index record, or of one record.
    pub(super) fn add(&mut self, lines: &[u8]) {
        self.0.update(lines);
    }

    pub(super) fn finish(&self) -> Hash {
        self.0.clone().finalize().into()
    }
}

/// The lines a writer collects.
#[derive(Debug)]
pub(super) struct IndexLines {
    lines: Vec<u8>,
    hash: IndexHash,
}

impl IndexLines {
    pub(super) fn new(preamble: &Preamble) -> Self {
        IndexLines { lines: Vec::new(), hash: IndexHash::new(preamble) }
    }

    pub(super) fn add(&mut self, header: &Header) {
        let line = header.line();
        self.lines.extend_from_slice(&line);
        self.hash.add(&line);
    }

    pub(super) fn hash(&self) -> Hash {
        self.hash.finish()
    }

    /// The index records: all full but the last.
    pub(super) fn records(&self, archive_id: [u8; 16]) -> impl Iterator<Item = (Header, &[u8])> {
        (0..).zip(self.lines.chunks(size(Limits::INDEX_LINES) * LINE_BYTES)).map(move |(number, lines)| {
            // A chunk has at most 65 536 lines of 56 bytes.
            let bytes = u32::try_from(lines.len()).unwrap_or(u32::MAX);
            let mut header = Header {
                record_type: RecordType::INDEX,
                flags: 0,
                stream: 0,
                number,
                rows: 0,
                raw_bytes: bytes,
                stored_bytes: bytes,
                checksum: [0; 32],
            };
            header.checksum = checksum::record(archive_id, &header, &checksum::sha256(lines));
            (header, lines)
        })
    }
}

/// The headers that some index lines hold.
pub(super) fn headers(lines: &[u8]) -> impl Iterator<Item = Header> {
    lines.as_chunks::<LINE_BYTES>().0.iter().map(Header::from_line)
}
