//! Blocks and the ends of streams.
//!
//! Spec chapter 7. The payload of a stream end:
//! ```text
//!  0      8            16        32
//! +------+-----------+-----------+
//! | rows | raw_bytes | digest    |
//! +------+-----------+-----------+
//! ```
//! The number of blocks stands in its header. What a block's payload holds is `format-spec/blocks.md`.

use bytes::Buf as _;

use super::{
    fault::Fault,
    limits::size,
    record::{CONTINUED, Header, RecordType},
};

/// Bytes of the payload of a stream end.
pub(super) const END_BYTES: u32 = 32;

/// Header fields of one block.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct BlockHeader {
    /// Stream number, from 1.
    pub stream: u32,
    /// Block number in the stream, from 0. The writer checks that they come in order.
    pub number: u32,
    /// Rows that end in this block: at least one, or none and `continued`.
    pub rows: u32,
    /// Raw bytes.
    pub raw_bytes: u32,
    /// The last row goes on in the next block.
    pub continued: bool,
}

/// How a stream ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct StreamEnd {
    /// Stream number.
    pub stream: u32,
    /// Number of blocks.
    pub blocks: u32,
    /// Rows.
    pub rows: u64,
    /// Raw bytes.
    pub raw_bytes: u64,
    /// Digest of the rows.
    pub digest: u128,
}

impl BlockHeader {
    pub(super) fn of(header: &Header) -> Self {
        BlockHeader {
            stream: header.stream,
            number: header.number,
            rows: header.rows,
            raw_bytes: header.raw_bytes,
            continued: header.flags & CONTINUED != 0,
        }
    }

    pub(super) fn header(&self, stored_bytes: u32, checksum: [u8; 32]) -> Header {
        Header {
            record_type: RecordType::BLOCK,
            flags: if self.continued { CONTINUED } else { 0 },
            stream: self.stream,
            number: self.number,
            rows: self.rows,
            raw_bytes: self.raw_bytes,
            stored_bytes,
            checksum,
        }
    }
}

/// A block holds whole rows, or is a piece of one that ends in a later block.
pub(super) fn check_block(header: &Header) -> Result<(), Fault> {
    let continued = header.flags & CONTINUED != 0;
    let fits = header.raw_bytes > 0 && header.rows <= header.raw_bytes && continued == (header.rows == 0);
    if fits { Ok(()) } else { Err(Fault::BlockRows) }
}

impl StreamEnd {
    pub(super) fn payload(&self) -> [u8; size(END_BYTES)] {
        let mut payload = [0; size(END_BYTES)];
        payload[0..8].copy_from_slice(&self.rows.to_le_bytes());
        payload[8..16].copy_from_slice(&self.raw_bytes.to_le_bytes());
        payload[16..32].copy_from_slice(&self.digest.to_le_bytes());
        payload
    }

    /// `payload` has [`END_BYTES`] bytes when the header passed its checks; anything else is a fault, not a panic.
    pub(super) fn parse(header: &Header, payload: &[u8]) -> Result<Self, Fault> {
        let mut payload: &[u8] = payload.first_chunk::<{ size(END_BYTES) }>().ok_or(Fault::PayloadLength)?;
        Ok(StreamEnd {
            stream: header.stream,
            blocks: header.number,
            rows: payload.get_u64_le(),
            raw_bytes: payload.get_u64_le(),
            digest: payload.get_u128_le(),
        })
    }
}
