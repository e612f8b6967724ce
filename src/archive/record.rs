//! The record header: 76 bytes before every payload, the same for all types.
//!
//! Spec chapter 5:
//! ```text
//!  0               16     18      20       24       28     32          36             40           72      76
//! +---------------+------+-------+--------+--------+------+-----------+--------------+------------+-------+
//! | marker        | type | flags | stream | number | rows | raw_bytes | stored_bytes | checksum   | CRC32C|
//! +---------------+------+-------+--------+--------+------+-----------+--------------+------------+-------+
//!                 '------------------- fields: 24 bytes ---------------------------'
//!                 '------------------------- index line: 56 bytes ----------------------------'
//! ```

use std::fmt;

use bytes::Buf as _;

use super::{
    Place, checksum,
    document::DocumentKind,
    fault::{Fault, Unmet},
    limits::Limits,
    stream, trailer,
};

/// Bytes of a record header.
pub(super) const HEADER_BYTES: usize = 76;
/// Bytes of its fields, which the record's checksum covers.
pub(super) const FIELD_BYTES: usize = 24;
/// Bytes of an index line: fields and checksum.
pub(super) const LINE_BYTES: usize = 56;

/// The flag of a block whose last row goes on in the next block of its stream.
pub(super) const CONTINUED: u16 = 1;

/// The type of a record. Types with the highest bit set may be skipped by readers that do not know them.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct RecordType(pub u16);

impl RecordType {
    /// The manifest.
    pub const MANIFEST: RecordType = RecordType(1);
    /// A batch of entries.
    pub const ENTRIES: RecordType = RecordType(2);
    /// A batch of tables.
    pub const TABLES: RecordType = RecordType(3);
    /// A block of rows.
    pub const BLOCK: RecordType = RecordType(4);
    /// The end of a stream.
    pub const STREAM_END: RecordType = RecordType(5);
    /// The summary.
    pub const SUMMARY: RecordType = RecordType(6);
    /// A piece of the index.
    pub const INDEX: RecordType = RecordType(7);
    /// The trailer.
    pub const TRAILER: RecordType = RecordType(8);

    /// The types this version knows, with their names in the registry.
    pub const KNOWN: &[(RecordType, &'static str)] = &[
        (RecordType::MANIFEST, "manifest"),
        (RecordType::ENTRIES, "entries"),
        (RecordType::TABLES, "tables"),
        (RecordType::BLOCK, "block"),
        (RecordType::STREAM_END, "stream end"),
        (RecordType::SUMMARY, "summary"),
        (RecordType::INDEX, "index"),
        (RecordType::TRAILER, "trailer"),
    ];

    /// Whether a reader that does not know the type carries on.
    pub fn may_be_skipped(self) -> bool {
        self.0 & 0x8000 != 0
    }
}

impl fmt::Display for RecordType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match RecordType::KNOWN.iter().find(|(known, _)| known == self) {
            Some((_, name)) => f.write_str(name),
            None => write!(f, "record of type {}", self.0),
        }
    }
}

/// A record header without its marker and CRC: what the index repeats.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Header {
    /// What the record is.
    pub record_type: RecordType,
    /// Flags of the type.
    pub flags: u16,
    /// The stream it belongs to; 0 for none.
    pub stream: u32,
    /// Its number among its like: blocks of a stream, batches of a kind. A stream end has the number of blocks.
    pub number: u32,
    /// Rows that end in a block.
    pub rows: u32,
    /// Bytes of the payload once decoded.
    pub raw_bytes: u32,
    /// Bytes of the payload as stored.
    pub stored_bytes: u32,
    /// The record's checksum.
    pub checksum: [u8; 32],
}

/// Why a header is not accepted, before it has an offset.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Refusal {
    Fault(Fault),
    Unmet(Unmet),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Refusal::Fault(fault)
    }
}

impl Header {
    /// Fields that the record's checksum covers.
    pub(super) fn fields(&self) -> [u8; FIELD_BYTES] {
        let mut fields = [0; FIELD_BYTES];
        fields[0..2].copy_from_slice(&self.record_type.0.to_le_bytes());
        fields[2..4].copy_from_slice(&self.flags.to_le_bytes());
        fields[4..8].copy_from_slice(&self.stream.to_le_bytes());
        fields[8..12].copy_from_slice(&self.number.to_le_bytes());
        fields[12..16].copy_from_slice(&self.rows.to_le_bytes());
        fields[16..20].copy_from_slice(&self.raw_bytes.to_le_bytes());
        fields[20..24].copy_from_slice(&self.stored_bytes.to_le_bytes());
        fields
    }

    /// The index line.
    pub(super) fn line(&self) -> [u8; LINE_BYTES] {
        let mut line = [0; LINE_BYTES];
        line[..FIELD_BYTES].copy_from_slice(&self.fields());
        line[FIELD_BYTES..].copy_from_slice(&self.checksum);
        line
    }

    /// Reads an index line.
    pub(super) fn from_line(line: &[u8; LINE_BYTES]) -> Self {
        // The array is as long as the reads below take, so none of them can run short.
        let mut bytes = &line[..];
        Header {
            record_type: RecordType(bytes.get_u16_le()),
            flags: bytes.get_u16_le(),
            stream: bytes.get_u32_le(),
            number: bytes.get_u32_le(),
            rows: bytes.get_u32_le(),
            raw_bytes: bytes.get_u32_le(),
            stored_bytes: bytes.get_u32_le(),
            checksum: {
                let mut checksum = [0; 32];
                bytes.copy_to_slice(&mut checksum);
                checksum
            },
        }
    }

    /// The header's bytes in the file.
    pub(super) fn frame(&self, marker: [u8; 16]) -> [u8; HEADER_BYTES] {
        let mut frame = [0; HEADER_BYTES];
        frame[..16].copy_from_slice(&marker);
        frame[16..72].copy_from_slice(&self.line());
        let crc = checksum::crc32c(&frame[..72]);
        frame[72..].copy_from_slice(&crc.to_le_bytes());
        frame
    }

    /// Reads a header: marker and CRC are checked, the fields' meaning is not (see [`Header::check`]).
    pub(super) fn parse(frame: &[u8; HEADER_BYTES], marker: [u8; 16]) -> Result<Self, Fault> {
        let crc = u32::from_le_bytes([frame[72], frame[73], frame[74], frame[75]]);
        if crc != checksum::crc32c(&frame[..72]) {
            // With another marker the bytes are more likely no header at all than a damaged one.
            return Err(if frame[..16] == marker { Fault::HeaderChecksum } else { Fault::Marker });
        }
        if frame[..16] != marker {
            return Err(Fault::Marker);
        }
        let mut line = [0; LINE_BYTES];
        line.copy_from_slice(&frame[16..72]);
        Ok(Header::from_line(&line))
    }

    /// The rules that need nothing but this header.
    pub(super) fn check(&self) -> Result<(), Refusal> {
        if self.stored_bytes > Limits::STORED_BYTES {
            return Err(Fault::StoredLimit.into());
        }
        let known_flags = match self.record_type {
            RecordType::BLOCK => CONTINUED,
            RecordType::MANIFEST
            | RecordType::ENTRIES
            | RecordType::TABLES
            | RecordType::STREAM_END
            | RecordType::SUMMARY
            | RecordType::INDEX
            | RecordType::TRAILER => 0,
            other if other.may_be_skipped() => return Ok(()),
            other => return Err(Refusal::Unmet(Unmet::RecordType(other.0))),
        };
        if self.flags & !known_flags != 0 {
            return Err(Refusal::Unmet(Unmet::Flags(self.flags & !known_flags)));
        }
        if self.raw_bytes > Limits::RAW_BYTES {
            return Err(Fault::RawLimit.into());
        }
        let (has_stream, numbered) = match self.record_type {
            RecordType::BLOCK | RecordType::STREAM_END => (true, true),
            RecordType::ENTRIES | RecordType::TABLES | RecordType::INDEX => (false, true),
            _ => (false, false),
        };
        if (!has_stream && self.stream != 0)
            || (!numbered && self.number != 0)
            || (self.record_type != RecordType::BLOCK && self.rows != 0)
        {
            return Err(Fault::UnusedField.into());
        }
        if has_stream && !(1..=Limits::STREAMS).contains(&self.stream) {
            return Err(Fault::StreamNumber.into());
        }
        self.check_length()?;
        Ok(())
    }

    fn check_length(&self) -> Result<(), Fault> {
        let (raw, stored) = (self.raw_bytes, self.stored_bytes);
        let fixed = |bytes: u32| raw == stored && stored == bytes;
        match self.record_type {
            RecordType::STREAM_END if !fixed(stream::END_BYTES) => Err(Fault::PayloadLength),
            RecordType::TRAILER if !fixed(trailer::PAYLOAD_BYTES) => Err(Fault::PayloadLength),
            RecordType::INDEX if raw != stored || !usize::try_from(stored).is_ok_and(|n| n % LINE_BYTES == 0) => {
                Err(Fault::PayloadLength)
            }
            RecordType::BLOCK => stream::check_block(self),
            _ if DocumentKind::of(self.record_type).is_some() && !Limits::ratio_holds(raw, stored) => {
                Err(Fault::DocumentRatio)
            }
            _ => Ok(()),
        }
    }

    /// What it is called in messages.
    pub(super) fn place(&self) -> Place {
        Place::Known { record_type: self.record_type, stream: self.stream, number: self.number }
    }

    /// Bytes of the whole record.
    pub(super) fn record_bytes(&self) -> u64 {
        HEADER_BYTES as u64 + u64::from(self.stored_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_round_trips_and_is_bound_to_its_marker() {
        let header = Header {
            record_type: RecordType::BLOCK,
            flags: CONTINUED,
            stream: 7,
            number: 9,
            rows: 11,
            raw_bytes: 13,
            stored_bytes: 15,
            checksum: [3; 32],
        };
        let frame = header.frame([1; 16]);
        assert_eq!(Header::parse(&frame, [1; 16]), Ok(header));
        assert_eq!(Header::parse(&frame, [2; 16]), Err(Fault::Marker));
        for bit in 0..HEADER_BYTES * 8 {
            let mut flipped = frame;
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(Header::parse(&flipped, [1; 16]).is_err(), "bit {bit}");
        }
    }
}
