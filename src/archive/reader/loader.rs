//! Reads what lies around the blocks, through the index that the trailer points to.

use super::{Archive, BlockRef, corrupt};
use crate::archive::{
    ArchiveError, BlockHeader, StreamEnd,
    decoder::judge,
    fault::{Fault, Place},
    index::{self, IndexHash},
    limits::Limits,
    order::Order,
    positioned::Positioned,
    preamble::{PREAMBLE_BYTES, Preamble},
    record::{HEADER_BYTES, Header, LINE_BYTES, RecordType},
    trailer::{TRAILER_BYTES, Trailer},
};

/// Reads the index and builds the tables of an [`Archive`] from it.
pub(super) struct Loader {
    archive: Archive,
    order: Order,
    hash: IndexHash,
    /// Where the record of the next line starts.
    offset: u64,
    payload: Vec<u8>,
}

impl Loader {
    pub(super) fn new(file: Positioned, preamble: Preamble) -> Self {
        let (order, hash) = (Order::new(preamble.open_streams), IndexHash::new(&preamble));
        let index_sha256 = [0; 32];
        let (blocks, ends, others) = (Vec::new(), Vec::new(), Vec::new());
        let archive = Archive { file, preamble, index_sha256, blocks, ends, others };
        Loader { archive, order, hash, offset: PREAMBLE_BYTES as u64, payload: Vec::new() }
    }

    pub(super) fn load(mut self, trailer: &Trailer) -> Result<Archive, ArchiveError> {
        let (header, _) = trailer.record();
        // `trailer` was found in the last bytes, so the file is that long.
        let trailer_offset = self.archive.file.bytes() - TRAILER_BYTES as u64;
        if !counts_fit(trailer, trailer_offset) {
            return Err(corrupt(trailer_offset, &header, Fault::TrailerCounts));
        }
        let mut at = trailer.index_offset;
        let mut cut = Vec::new();
        while at < trailer_offset {
            let index_header = self.index_record(at, trailer_offset)?;
            let lines = std::mem::take(&mut self.payload);
            self.hash.add(&lines);
            for line in index::headers(&lines) {
                self.line(&line, trailer.index_offset)?;
            }
            self.payload = lines;
            cut.push((at, index_header));
            at += index_header.record_bytes();
        }
        if self.hash.finish() != trailer.index_sha256 {
            return Err(corrupt(trailer_offset, &header, Fault::IndexHash));
        }
        for (offset, index_header) in &cut {
            self.order.admit(index_header).map_err(|fault| corrupt(*offset, index_header, fault))?;
        }
        self.order.admit(&header).map_err(|fault| corrupt(trailer_offset, &header, fault))?;
        if self.offset != trailer.index_offset || self.order.records() != trailer.records {
            return Err(corrupt(trailer_offset, &header, Fault::TrailerCounts));
        }
        // Stable, and the order of records has made sure that a stream's blocks come by their numbers.
        self.archive.blocks.sort_by_key(|block| block.header.stream);
        self.archive.ends.sort_by_key(|end| end.stream);
        self.archive.index_sha256 = trailer.index_sha256;
        Ok(self.archive)
    }

    /// Reads the payload of the index record at `at` into the buffer.
    fn index_record(&mut self, at: u64, trailer_offset: u64) -> Result<Header, ArchiveError> {
        let Archive { file, preamble, .. } = &self.archive;
        let unreadable = |fault| ArchiveError::Corrupt { offset: at, place: Place::Record, fault };
        let header = match file.header(at, preamble.identity.marker)? {
            Some(header) => header.map_err(unreadable)?,
            None => return Err(unreadable(Fault::IndexCut)),
        };
        judge(&header, at, preamble)?;
        if header.record_type != RecordType::INDEX {
            return Err(corrupt(at, &header, Fault::Order));
        }
        if header.record_bytes() > trailer_offset - at {
            return Err(corrupt(at, &header, Fault::IndexCut));
        }
        file.payload(at, &header, preamble.identity.id, &mut self.payload)?;
        Ok(header)
    }

    /// Takes one line: the record it speaks of starts at `self.offset`.
    fn line(&mut self, header: &Header, index_offset: u64) -> Result<(), ArchiveError> {
        let offset = self.offset;
        judge(header, offset, &self.archive.preamble)?;
        let room = index_offset.saturating_sub(offset);
        if matches!(header.record_type, RecordType::INDEX | RecordType::TRAILER) || header.record_bytes() > room {
            return Err(corrupt(offset, header, Fault::IndexDisagrees));
        }
        self.order.admit(header).map_err(|fault| corrupt(offset, header, fault))?;
        let archive = &mut self.archive;
        match header.record_type {
            RecordType::BLOCK => archive.blocks.push(BlockRef {
                header: BlockHeader::of(header),
                offset,
                stored_bytes: header.stored_bytes,
                sha256: header.checksum,
            }),
            RecordType::STREAM_END => {
                archive.file.stated_payload(offset, header, archive.preamble.identity, &mut self.payload)?;
                let end = StreamEnd::parse(header, &self.payload).map_err(|fault| corrupt(offset, header, fault))?;
                self.order.settle(&end).map_err(|fault| corrupt(offset, header, fault))?;
                archive.ends.push(end);
            }
            _ => archive.others.push((offset, *header)),
        }
        self.offset += header.record_bytes();
        Ok(())
    }
}

/// Whether index and records of the stated number have room where the trailer says they are: known before any memory
/// is taken for them.
fn counts_fit(trailer: &Trailer, trailer_offset: u64) -> bool {
    let index_bytes = trailer_offset.checked_sub(trailer.index_offset);
    let cuts = trailer.records.div_ceil(u64::from(Limits::INDEX_LINES));
    let lines = trailer.records.checked_mul(LINE_BYTES as u64);
    let stated = lines.and_then(|lines| lines.checked_add(cuts.checked_mul(HEADER_BYTES as u64)?));
    stated.is_some() && stated == index_bytes
}

/// Goes through the headers from the front to learn why the last bytes are not this archive's trailer: they were never
/// written, are damaged, or others follow. Headers alone decide, so this is quick on any size.
pub(super) fn why_no_trailer(file: &Positioned, preamble: &Preamble) -> Result<ArchiveError, ArchiveError> {
    let mut offset = PREAMBLE_BYTES as u64;
    loop {
        let header = match file.header(offset, preamble.identity.marker)? {
            None => {
                let place = (offset < file.bytes()).then_some(Place::Record);
                return Ok(ArchiveError::Incomplete { offset: file.bytes(), place });
            }
            Some(Err(fault)) => return Ok(ArchiveError::Corrupt { offset, place: Place::Record, fault }),
            Some(Ok(header)) => header,
        };
        judge(&header, offset, preamble)?;
        let next = offset + header.record_bytes();
        if next > file.bytes() {
            return Ok(ArchiveError::Incomplete { offset: file.bytes(), place: Some(header.place()) });
        }
        if header.record_type == RecordType::TRAILER {
            file.payload(offset, &header, preamble.identity.id, &mut Vec::new())?;
            return Ok(if next < file.bytes() {
                ArchiveError::Corrupt { offset: next, place: Place::AfterTrailer, fault: Fault::TrailingBytes }
            } else {
                corrupt(offset, &header, Fault::TrailerCounts)
            });
        }
        offset = next;
    }
}
