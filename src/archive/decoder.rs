//! Reads an archive front to back without doing I/O: says how many bytes it wants, checks what it is given.
//!
//! All rules of the format are applied here or in what it calls; [`super::SequentialReader`] only fetches bytes.

use super::{
    ArchiveError, BlockHeader, DocumentKind, Identity, StreamEnd, checksum, document,
    fault::{Fault, Place},
    index::IndexHash,
    limits::size,
    order::Order,
    preamble::{PREAMBLE_BYTES, Preamble},
    record::{HEADER_BYTES, Header, RecordType, Refusal},
    trailer::Trailer,
};

/// What the bytes just given were.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Step {
    /// A header, a piece of the index or a record that may be skipped: nothing to report yet.
    More,
    /// The preamble.
    Begin {
        /// Who the archive is.
        identity: Identity,
        /// The greatest number of streams that are open at once.
        open_streams: u32,
    },
    /// A document, inflated.
    Document {
        /// Which.
        kind: DocumentKind,
        /// Its JSON.
        json: Vec<u8>,
    },
    /// A block; the bytes given were its payload.
    Block(BlockHeader),
    /// The end of a stream.
    StreamEnd(StreamEnd),
    /// The trailer. Nothing may follow.
    End {
        /// Bytes of the archive.
        bytes: u64,
        /// SHA-256 of preamble and index.
        index_sha256: [u8; 32],
    },
}

/// The state between two steps.
#[derive(Clone, Copy, Debug)]
enum Await {
    Preamble,
    Header,
    Payload(Header),
    Nothing,
    /// An error was reported.
    Broken,
}

/// Everything that depends on the preamble.
#[derive(Debug)]
struct Progress {
    preamble: Preamble,
    order: Order,
    seen: IndexHash,
    stated: IndexHash,
    index_offset: Option<u64>,
}

/// A decoder for one archive.
#[derive(Debug)]
pub struct Decoder {
    awaits: Await,
    progress: Option<Progress>,
    /// Where the record (or the preamble) starts whose bytes come next or are coming.
    offset: u64,
}

impl Default for Decoder {
    fn default() -> Self {
        Decoder::new()
    }
}

impl Decoder {
    /// At the start of an archive.
    pub fn new() -> Self {
        Decoder { awaits: Await::Preamble, progress: None, offset: 0 }
    }

    /// How many bytes the next [`Decoder::accept`] must be given. 0 while an empty payload is due, and at the end.
    pub fn wants(&self) -> usize {
        match self.awaits {
            Await::Preamble => PREAMBLE_BYTES,
            Await::Header => HEADER_BYTES,
            Await::Payload(header) => size(header.stored_bytes),
            Await::Nothing | Await::Broken => 0,
        }
    }

    /// Whether the archive was read to its end.
    pub fn is_over(&self) -> bool {
        matches!(self.awaits, Await::Nothing)
    }

    /// Byte offset of the record whose bytes come next or are coming.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// Takes exactly the bytes it wants. With fewer, the input has ended: the error says where. With more, after the
    /// end, bytes follow the trailer. After an error every call is an error.
    pub fn accept(&mut self, bytes: &[u8]) -> Result<Step, ArchiveError> {
        let result = self.advance(bytes);
        if result.is_err() {
            self.awaits = Await::Broken;
        }
        result
    }

    fn advance(&mut self, bytes: &[u8]) -> Result<Step, ArchiveError> {
        if let Await::Broken = self.awaits {
            return Err(ArchiveError::Broken);
        }
        if bytes.len() < self.wants() {
            return Err(self.cut(bytes));
        }
        match self.awaits {
            Await::Broken => Err(ArchiveError::Broken),
            Await::Nothing if bytes.is_empty() => Ok(Step::More),
            Await::Nothing => Err(self.corrupt(Place::AfterTrailer, Fault::TrailingBytes)),
            Await::Preamble => self.preamble(bytes),
            Await::Header => self.header(bytes),
            Await::Payload(header) => {
                self.awaits = Await::Header;
                let step = self.payload(&header, bytes)?;
                self.offset += header.record_bytes();
                Ok(step)
            }
        }
    }

    /// The error for an input that ends with these bytes.
    fn cut(&self, bytes: &[u8]) -> ArchiveError {
        let given = super::limits::length(bytes.len());
        match self.awaits {
            Await::Preamble => Preamble::refuse_short(bytes),
            Await::Payload(header) => ArchiveError::Incomplete {
                offset: self.offset + HEADER_BYTES as u64 + given,
                place: Some(header.place()),
            },
            _ => {
                let place = (!bytes.is_empty()).then_some(Place::Record);
                ArchiveError::Incomplete { offset: self.offset + given, place }
            }
        }
    }

    fn preamble(&mut self, bytes: &[u8]) -> Result<Step, ArchiveError> {
        let Some(bytes) = bytes.first_chunk() else { return Err(self.cut(bytes)) };
        let preamble = Preamble::parse(bytes)?;
        let (seen, stated) = (IndexHash::new(&preamble), IndexHash::new(&preamble));
        let (identity, open_streams) = (preamble.identity, preamble.open_streams);
        let order = Order::new(open_streams);
        self.progress = Some(Progress { preamble, order, seen, stated, index_offset: None });
        self.offset = PREAMBLE_BYTES as u64;
        self.awaits = Await::Header;
        Ok(Step::Begin { identity, open_streams })
    }

    fn header(&mut self, bytes: &[u8]) -> Result<Step, ArchiveError> {
        let Some(frame) = bytes.first_chunk() else { return Err(self.cut(bytes)) };
        let Some(progress) = &mut self.progress else { return Err(ArchiveError::Broken) };
        let offset = self.offset;
        let header = Header::parse(frame, progress.preamble.identity.marker)
            .map_err(|fault| ArchiveError::Corrupt { offset, place: Place::Record, fault })?;
        judge(&header, offset, &progress.preamble)?;
        let admitted = progress.order.admit(&header);
        admitted.map_err(|fault| ArchiveError::Corrupt { offset, place: header.place(), fault })?;
        self.awaits = Await::Payload(header);
        Ok(Step::More)
    }

    fn payload(&mut self, header: &Header, bytes: &[u8]) -> Result<Step, ArchiveError> {
        let offset = self.offset;
        let Some(progress) = &mut self.progress else { return Err(ArchiveError::Broken) };
        let corrupt = |fault| ArchiveError::Corrupt { offset, place: header.place(), fault };
        let id = progress.preamble.identity.id;
        if bytes.len() != size(header.stored_bytes)
            || checksum::record(id, header, &checksum::sha256(bytes)) != header.checksum
        {
            return Err(corrupt(Fault::RecordChecksum));
        }
        match header.record_type {
            RecordType::INDEX => {
                progress.index_offset.get_or_insert(offset);
                progress.stated.add(bytes);
                return Ok(Step::More);
            }
            RecordType::TRAILER => {
                let step = progress.end(header, offset, bytes).map_err(corrupt)?;
                self.awaits = Await::Nothing;
                return Ok(step);
            }
            _ => progress.seen.add(&header.line()),
        }
        if let Some(kind) = DocumentKind::of(header.record_type) {
            let json = document::unpack(bytes, header.raw_bytes).map_err(corrupt)?;
            return Ok(Step::Document { kind, json });
        }
        match header.record_type {
            RecordType::BLOCK => Ok(Step::Block(BlockHeader::of(header))),
            RecordType::STREAM_END => {
                let end = StreamEnd::parse(header, bytes).map_err(corrupt)?;
                progress.order.settle(&end).map_err(corrupt)?;
                Ok(Step::StreamEnd(end))
            }
            _ => Ok(Step::More),
        }
    }

    fn corrupt(&self, place: Place, fault: Fault) -> ArchiveError {
        ArchiveError::Corrupt { offset: self.offset, place, fault }
    }
}

impl Progress {
    /// The trailer against everything before it.
    fn end(&self, header: &Header, offset: u64, payload: &[u8]) -> Result<Step, Fault> {
        let trailer = Trailer::parse(payload)?;
        let (seen, stated) = (self.seen.finish(), self.stated.finish());
        if seen != stated {
            return Err(Fault::IndexDisagrees);
        }
        if trailer.index_sha256 != stated {
            return Err(Fault::IndexHash);
        }
        let bytes = offset + header.record_bytes();
        let same = trailer.archive_id == self.preamble.identity.id
            && trailer.archive_bytes == bytes
            && Some(trailer.index_offset) == self.index_offset
            && trailer.records == self.order.records();
        if same { Ok(Step::End { bytes, index_sha256: stated }) } else { Err(Fault::TrailerCounts) }
    }
}

/// Applies the rules that need only the header.
pub(super) fn judge(header: &Header, offset: u64, preamble: &Preamble) -> Result<(), ArchiveError> {
    header.check().map_err(|refusal| match refusal {
        Refusal::Fault(fault) => ArchiveError::Corrupt { offset, place: header.place(), fault },
        Refusal::Unmet(unmet) => {
            ArchiveError::Unsupported { offset, place: header.place(), unmet, needs: preamble.needs }
        }
    })
}
