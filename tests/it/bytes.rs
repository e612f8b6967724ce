//! Archives byte by byte, made without the library's writer: for vectors, and to say what the writer must produce.

use sha2::{Digest, Sha256};

/// The archive id of all vectors.
pub(crate) const ID: [u8; 16] = *b"archive-id-16-by";
/// The resync marker of all vectors.
pub(crate) const MARKER: [u8; 16] = *b"marker--16-bytes";

pub(crate) const MANIFEST: u16 = 1;
pub(crate) const ENTRIES: u16 = 2;
pub(crate) const TABLES: u16 = 3;
pub(crate) const BLOCK: u16 = 4;
pub(crate) const STREAM_END: u16 = 5;
pub(crate) const SUMMARY: u16 = 6;
pub(crate) const INDEX: u16 = 7;
pub(crate) const TRAILER: u16 = 8;

/// The fields of a preamble; `bytes` adds magic and CRC.
#[derive(Clone)]
pub(crate) struct Preamble {
    pub(crate) version: u16,
    pub(crate) open_streams: u32,
    pub(crate) required: u64,
    pub(crate) optional: u64,
    pub(crate) needs: (u16, u16),
}

impl Default for Preamble {
    fn default() -> Self {
        Preamble { version: 1, open_streams: 2, required: 0, optional: 0, needs: (0, 1) }
    }
}

impl Preamble {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"\x89dumpr\r\n\x1a\n".to_vec();
        bytes.extend(self.version.to_le_bytes());
        bytes.extend(self.open_streams.to_le_bytes());
        bytes.extend(self.required.to_le_bytes());
        bytes.extend(self.optional.to_le_bytes());
        bytes.extend(ID);
        bytes.extend(MARKER);
        bytes.extend(self.needs.0.to_le_bytes());
        bytes.extend(self.needs.1.to_le_bytes());
        let crc = crc32c::crc32c(&bytes);
        bytes.extend(crc.to_le_bytes());
        bytes
    }
}

/// One record, with its checksums computed over whatever the fields say.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) kind: u16,
    pub(crate) flags: u16,
    pub(crate) stream: u32,
    pub(crate) number: u32,
    pub(crate) rows: u32,
    pub(crate) raw_bytes: u32,
    pub(crate) stored_bytes: u32,
    pub(crate) payload: Vec<u8>,
}

impl Record {
    pub(crate) fn new(record_type: u16, payload: &[u8]) -> Self {
        let bytes = u32::try_from(payload.len()).unwrap();
        Record {
            kind: record_type,
            flags: 0,
            stream: 0,
            number: 0,
            rows: 0,
            raw_bytes: bytes,
            stored_bytes: bytes,
            payload: payload.to_vec(),
        }
    }

    pub(crate) fn document(record_type: u16, number: u32, json: &str) -> Self {
        let mut record = Record::new(record_type, &frame(json.as_bytes()));
        record.number = number;
        record.raw_bytes = u32::try_from(json.len()).unwrap();
        record
    }

    pub(crate) fn block(stream: u32, number: u32, rows: u32, raw_bytes: u32, payload: &[u8]) -> Self {
        Record { stream, number, rows, raw_bytes, ..Record::new(BLOCK, payload) }
    }

    pub(crate) fn stream_end(stream: u32, blocks: u32, rows: u64, raw_bytes: u64, digest: u128) -> Self {
        let payload = [&rows.to_le_bytes()[..], &raw_bytes.to_le_bytes(), &digest.to_le_bytes()].concat();
        Record { stream, number: blocks, ..Record::new(STREAM_END, &payload) }
    }

    fn fields(&self) -> Vec<u8> {
        let mut fields = Vec::new();
        fields.extend(self.kind.to_le_bytes());
        fields.extend(self.flags.to_le_bytes());
        fields.extend(self.stream.to_le_bytes());
        fields.extend(self.number.to_le_bytes());
        fields.extend(self.rows.to_le_bytes());
        fields.extend(self.raw_bytes.to_le_bytes());
        fields.extend(self.stored_bytes.to_le_bytes());
        fields
    }

    /// The line of the index: fields and checksum.
    pub(crate) fn line(&self) -> Vec<u8> {
        let mut line = self.fields();
        let mut hash = Sha256::new();
        hash.update(ID);
        hash.update(&line);
        hash.update(Sha256::digest(&self.payload));
        line.extend(hash.finalize());
        line
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = MARKER.to_vec();
        bytes.extend(self.line());
        let crc = crc32c::crc32c(&bytes);
        bytes.extend(crc.to_le_bytes());
        bytes.extend(&self.payload);
        bytes
    }
}

/// A Zstandard frame with one raw block, so that vectors depend on no compressor.
pub(crate) fn frame(content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap();
    let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0xa0];
    frame.extend(length.to_le_bytes());
    frame.extend(&((length << 3) | 1).to_le_bytes()[..3]);
    frame.extend(content);
    frame
}

/// What the trailer states; `None` fields are computed.
#[derive(Clone, Default)]
pub(crate) struct Trailer {
    pub(crate) archive_id: Option<[u8; 16]>,
    pub(crate) bytes: Option<u64>,
    pub(crate) index_offset: Option<u64>,
    pub(crate) records: Option<u64>,
    pub(crate) sha256: Option<[u8; 32]>,
}

/// A whole archive around some records.
#[derive(Clone, Default)]
pub(crate) struct Archive {
    pub(crate) preamble: Preamble,
    pub(crate) records: Vec<Record>,
    /// Lines per index record; `None`: all in one.
    pub(crate) cuts: Option<Vec<usize>>,
    /// What the index says, when it is not what the records say.
    pub(crate) lines: Option<Vec<Vec<u8>>>,
    pub(crate) trailer: Trailer,
}

impl Archive {
    pub(crate) fn of(records: Vec<Record>) -> Self {
        Archive { records, ..Archive::default() }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let preamble = self.preamble.bytes();
        let mut bytes = preamble.clone();
        for record in &self.records {
            bytes.extend(record.bytes());
        }
        let index_offset = bytes.len() as u64;
        let lines = self.lines.clone().unwrap_or_else(|| self.records.iter().map(Record::line).collect());
        let mut rest = &lines[..];
        for (number, cut) in (0..).zip(self.cuts.clone().unwrap_or_else(|| vec![lines.len()])) {
            let (now, later) = rest.split_at(cut);
            rest = later;
            bytes.extend(Record { number, ..Record::new(INDEX, &now.concat()) }.bytes());
        }
        let sha256: [u8; 32] = Sha256::digest([preamble, lines.concat()].concat()).into();
        let trailer = &self.trailer;
        let payload = [
            &trailer.archive_id.unwrap_or(ID)[..],
            &trailer.bytes.unwrap_or(bytes.len() as u64 + 148).to_le_bytes(),
            &trailer.index_offset.unwrap_or(index_offset).to_le_bytes(),
            &trailer.records.unwrap_or(self.records.len() as u64).to_le_bytes(),
            &trailer.sha256.unwrap_or(sha256),
        ]
        .concat();
        bytes.extend(Record::new(TRAILER, &payload).bytes());
        bytes
    }
}

/// The digest of text rows: XXH3-128 of each without its newline, added up.
pub(crate) fn digest(rows: &[&str]) -> u128 {
    rows.iter().map(|row| xxhash_rust::xxh3::xxh3_128(row.as_bytes())).fold(0, u128::wrapping_add)
}

/// A block payload of `format-spec/blocks.md`: layout 0 (opaque), one stored page.
pub(crate) fn opaque(raw: &str) -> Vec<u8> {
    [&[0, 1], raw.as_bytes()].concat()
}

fn opaque_block(stream: u32, number: u32, rows: u32, raw: &str) -> Record {
    Record::block(stream, number, rows, u32::try_from(raw.len()).unwrap(), &opaque(raw))
}

/// Manifest, two streams whose blocks interleave, summary. The documents are the shortest JSON, the rows are text.
pub(crate) fn sample() -> Archive {
    Archive::of(vec![
        Record::document(MANIFEST, 0, "{}"),
        Record::document(ENTRIES, 0, "[]"),
        Record::document(TABLES, 0, "[]"),
        opaque_block(1, 0, 2, "1\tone\n2\ttwo\n"),
        opaque_block(2, 0, 1, "x\n"),
        opaque_block(1, 1, 1, "3\t\\N\n"),
        Record::stream_end(1, 2, 3, 17, digest(&["1\tone", "2\ttwo", "3\t\\N"])),
        Record::stream_end(2, 1, 1, 2, digest(&["x"])),
        Record::document(SUMMARY, 0, "{}"),
    ])
}
