//! Appends records; never seeks.

use std::io::Write;

use sha2::{Digest as _, Sha256};

use super::{
    ArchiveError, BlockHeader, DocumentKind, Identity, Misuse, Payload, StreamEnd,
    checksum::{self, Hash},
    document,
    fault::{Fault, Place},
    index::IndexLines,
    limits::{Limits, length},
    order::Order,
    preamble::Preamble,
    record::{Header, RecordType, Refusal},
    stream::END_BYTES,
    trailer::{TRAILER_BYTES, Trailer},
};

/// What was written, once finished.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Written {
    /// Bytes of the whole archive.
    pub bytes: u64,
    /// SHA-256 of the whole archive.
    pub sha256: [u8; 32],
    /// SHA-256 of preamble and index: vouches for the whole archive.
    pub index_sha256: [u8; 32],
}

/// Writes one archive. Stays broken after its first error; `finish` is the only way to a valid file.
///
/// Calls are checked against the same rules that readers apply: a call that would make an archive no reader accepts is
/// [`ArchiveError::Misuse`], and breaks the writer like any other error.
pub struct ArchiveWriter<W: Write> {
    sink: W,
    identity: Identity,
    order: Order,
    index: IndexLines,
    file_hash: Sha256,
    offset: u64,
    entries: u32,
    tables: u32,
    is_broken: bool,
}

impl<W: Write> ArchiveWriter<W> {
    /// Writes the preamble. `open_streams`: the greatest number of streams whose blocks will interleave.
    pub fn new(sink: W, identity: Identity, open_streams: u32) -> Result<Self, ArchiveError> {
        if open_streams > Limits::OPEN_STREAMS {
            let misuse = Misuse::Rule(Fault::OpenStreamsLimit);
            return Err(ArchiveError::Misuse { place: Place::Preamble, misuse });
        }
        let preamble = Preamble::new(identity, open_streams);
        let mut writer = ArchiveWriter {
            sink,
            identity,
            order: Order::new(open_streams),
            index: IndexLines::new(&preamble),
            file_hash: Sha256::new(),
            offset: 0,
            entries: 0,
            tables: 0,
            is_broken: false,
        };
        writer.put(&preamble.bytes())?;
        Ok(writer)
    }

    /// The manifest (JSON), once, first.
    pub fn manifest(&mut self, json: &[u8]) -> Result<(), ArchiveError> {
        self.guard(|writer| writer.document(DocumentKind::Manifest, 0, json))
    }

    /// A batch of entries (a JSON array), in order; then tables; all before the first block.
    pub fn entries(&mut self, json: &[u8]) -> Result<(), ArchiveError> {
        self.guard(|writer| {
            writer.document(DocumentKind::Entries, writer.entries, json)?;
            writer.entries += 1;
            Ok(())
        })
    }

    /// A batch of tables (a JSON array), in stream order.
    pub fn tables(&mut self, json: &[u8]) -> Result<(), ArchiveError> {
        self.guard(|writer| {
            writer.document(DocumentKind::Tables, writer.tables, json)?;
            writer.tables += 1;
            Ok(())
        })
    }

    /// One block. Hashes the payload on this thread; [`ArchiveWriter::hashed_block`] does not.
    pub fn block(&mut self, header: BlockHeader, payload: &[u8]) -> Result<(), ArchiveError> {
        self.guard(|writer| writer.block_record(header, payload, &checksum::sha256(payload)))
    }

    /// One block whose payload was hashed elsewhere: on the thread that encoded it.
    pub fn hashed_block(&mut self, header: BlockHeader, payload: &Payload) -> Result<(), ArchiveError> {
        self.guard(|writer| writer.block_record(header, payload.bytes(), payload.sha256()))
    }

    /// The end of a stream; every stream of the manifest has one.
    pub fn end_stream(&mut self, end: StreamEnd) -> Result<(), ArchiveError> {
        self.guard(|writer| {
            let payload = end.payload();
            let header = Header {
                record_type: RecordType::STREAM_END,
                flags: 0,
                stream: end.stream,
                number: end.blocks,
                rows: 0,
                raw_bytes: END_BYTES,
                stored_bytes: END_BYTES,
                checksum: [0; 32],
            };
            let header = writer.admit(header, &checksum::sha256(&payload))?;
            let settled = writer.order.settle(&end);
            settled.map_err(|fault| misuse(&header, fault))?;
            writer.record(&header, &payload)
        })
    }

    /// Bytes written so far.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// Summary (JSON), index, trailer. Flushes the sink and gives it back.
    pub fn finish(mut self, summary_json: &[u8]) -> Result<(W, Written), ArchiveError> {
        self.guard(|writer| writer.document(DocumentKind::Summary, 0, summary_json))?;
        let index_offset = self.offset;
        let index = std::mem::replace(&mut self.index, IndexLines::new(&Preamble::new(self.identity, 0)));
        for (header, lines) in index.records(self.identity.id) {
            self.order.admit(&header).map_err(|fault| misuse(&header, fault))?;
            self.put(&header.frame(self.identity.marker))?;
            self.put(lines)?;
        }
        let index_sha256 = index.hash();
        let trailer = Trailer {
            archive_id: self.identity.id,
            archive_bytes: self.offset + TRAILER_BYTES as u64,
            index_offset,
            records: self.order.records(),
            index_sha256,
        };
        let (header, payload) = trailer.record();
        self.put(&header.frame(self.identity.marker))?;
        self.put(&payload)?;
        self.sink.flush().map_err(|source| ArchiveError::write(self.offset, source))?;
        let written = Written { bytes: self.offset, sha256: self.file_hash.finalize().into(), index_sha256 };
        Ok((self.sink, written))
    }

    /// Runs one call; its first error breaks the writer for good.
    fn guard(&mut self, call: impl FnOnce(&mut Self) -> Result<(), ArchiveError>) -> Result<(), ArchiveError> {
        if self.is_broken {
            return Err(ArchiveError::Broken);
        }
        let result = call(self);
        self.is_broken = result.is_err();
        result
    }

    fn document(&mut self, kind: DocumentKind, number: u32, json: &[u8]) -> Result<(), ArchiveError> {
        let record_type = kind.record_type();
        let place = Place::Known { record_type, stream: 0, number };
        if std::str::from_utf8(json).is_err() {
            return Err(ArchiveError::Misuse { place, misuse: Misuse::Rule(Fault::DocumentEncoding) });
        }
        let raw_bytes = bounded(place, json, Limits::RAW_BYTES)?;
        let payload = document::pack(json).map_err(|source| ArchiveError::write(self.offset, source))?;
        let stored_bytes = bounded(place, &payload, Limits::STORED_BYTES)?;
        let checksum = [0; 32];
        let header = Header { record_type, flags: 0, stream: 0, number, rows: 0, raw_bytes, stored_bytes, checksum };
        let header = self.admit(header, &checksum::sha256(&payload))?;
        self.record(&header, &payload)
    }

    fn block_record(&mut self, block: BlockHeader, payload: &[u8], sha256: &Hash) -> Result<(), ArchiveError> {
        let place = Place::Known { record_type: RecordType::BLOCK, stream: block.stream, number: block.number };
        let stored_bytes = bounded(place, payload, Limits::STORED_BYTES)?;
        let header = self.admit(block.header(stored_bytes, [0; 32]), sha256)?;
        self.record(&header, payload)
    }

    /// Checks a header against the format's rules and fills in its checksum.
    fn admit(&mut self, mut header: Header, payload_sha256: &Hash) -> Result<Header, ArchiveError> {
        header.check().map_err(|refusal| match refusal {
            Refusal::Fault(fault) => misuse(&header, fault),
            // The writer makes only types and flags that it knows.
            Refusal::Unmet(_) => misuse(&header, Fault::Order),
        })?;
        self.order.admit(&header).map_err(|fault| misuse(&header, fault))?;
        header.checksum = checksum::record(self.identity.id, &header, payload_sha256);
        Ok(header)
    }

    fn record(&mut self, header: &Header, payload: &[u8]) -> Result<(), ArchiveError> {
        self.index.add(header);
        self.put(&header.frame(self.identity.marker))?;
        self.put(payload)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), ArchiveError> {
        self.sink.write_all(bytes).map_err(|source| ArchiveError::write(self.offset, source))?;
        self.file_hash.update(bytes);
        self.offset += length(bytes.len());
        Ok(())
    }
}

fn misuse(header: &Header, fault: Fault) -> ArchiveError {
    ArchiveError::Misuse { place: header.place(), misuse: Misuse::Rule(fault) }
}

fn bounded(place: Place, bytes: &[u8], limit: u32) -> Result<u32, ArchiveError> {
    match u32::try_from(bytes.len()) {
        Ok(count) if count <= limit => Ok(count),
        _ => {
            let misuse = Misuse::TooLong { bytes: length(bytes.len()), limit };
            Err(ArchiveError::Misuse { place, misuse })
        }
    }
}
