//! The trailer: the last record, of fixed length, found from the end of the file.
//!
//! Spec chapter 8. Its payload:
//! ```text
//!  0            16               24             32        40              72
//! +------------+----------------+--------------+---------+---------------+
//! | archive id | archive length | index offset | records | index SHA-256 |
//! +------------+----------------+--------------+---------+---------------+
//! ```

use bytes::Buf as _;

use super::{
    checksum::{self, Hash},
    fault::Fault,
    limits::size,
    record::{HEADER_BYTES, Header, RecordType},
};

/// Bytes of the payload.
pub(super) const PAYLOAD_BYTES: u32 = 72;
/// Bytes of the whole trailer: so many bytes at the end of a file are it.
pub(super) const TRAILER_BYTES: usize = HEADER_BYTES + size(PAYLOAD_BYTES);

/// What the trailer states.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Trailer {
    /// The archive's id, for `scan` when the preamble is lost.
    pub(super) archive_id: [u8; 16],
    /// Bytes of the whole archive, trailer included.
    pub(super) archive_bytes: u64,
    /// Where the first index record starts.
    pub(super) index_offset: u64,
    /// Records before the index.
    pub(super) records: u64,
    /// SHA-256 of preamble and index lines: vouches for the whole archive.
    pub(super) index_sha256: Hash,
}

impl Trailer {
    pub(super) fn payload(&self) -> [u8; size(PAYLOAD_BYTES)] {
        let mut payload = [0; size(PAYLOAD_BYTES)];
        payload[0..16].copy_from_slice(&self.archive_id);
        payload[16..24].copy_from_slice(&self.archive_bytes.to_le_bytes());
        payload[24..32].copy_from_slice(&self.index_offset.to_le_bytes());
        payload[32..40].copy_from_slice(&self.records.to_le_bytes());
        payload[40..72].copy_from_slice(&self.index_sha256);
        payload
    }

    pub(super) fn parse(payload: &[u8]) -> Result<Self, Fault> {
        let mut payload: &[u8] = payload.first_chunk::<{ size(PAYLOAD_BYTES) }>().ok_or(Fault::PayloadLength)?;
        let mut archive_id = [0; 16];
        payload.copy_to_slice(&mut archive_id);
        let (archive_bytes, index_offset, records) = (payload.get_u64_le(), payload.get_u64_le(), payload.get_u64_le());
        let mut index_sha256 = [0; 32];
        payload.copy_to_slice(&mut index_sha256);
        Ok(Trailer { archive_id, archive_bytes, index_offset, records, index_sha256 })
    }

    /// Header and payload of the trailer record.
    pub(super) fn record(&self) -> (Header, [u8; size(PAYLOAD_BYTES)]) {
        let payload = self.payload();
        let mut header = Header {
            record_type: RecordType::TRAILER,
            flags: 0,
            stream: 0,
            number: 0,
            rows: 0,
            raw_bytes: PAYLOAD_BYTES,
            stored_bytes: PAYLOAD_BYTES,
            checksum: [0; 32],
        };
        header.checksum = checksum::record(self.archive_id, &header, &checksum::sha256(&payload));
        (header, payload)
    }

    /// The trailer in the last [`TRAILER_BYTES`] of a file, whatever its archive: `None` when there is none. Gives its
    /// marker too, so that an archive whose preamble is lost can still be scanned.
    pub(super) fn find(tail: &[u8; TRAILER_BYTES]) -> Option<([u8; 16], Trailer)> {
        let (frame, payload) = tail.split_first_chunk::<HEADER_BYTES>()?;
        let marker = *frame.first_chunk::<16>()?;
        let header = Header::parse(frame, marker).ok()?;
        if header.record_type != RecordType::TRAILER || header.check().is_err() {
            return None;
        }
        let trailer = Trailer::parse(payload).ok()?;
        let checksum = checksum::record(trailer.archive_id, &header, &checksum::sha256(payload));
        (checksum == header.checksum).then_some((marker, trailer))
    }
}
