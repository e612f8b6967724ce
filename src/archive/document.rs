//! Documents: JSON in one Zstandard frame.
//!
//! Spec chapter 6. The archive room carries them as bytes; `crate::manifest` gives them meaning.

use std::fmt;

use zstd::zstd_safe;

use super::{
    fault::Fault,
    limits::{Limits, size},
    record::RecordType,
};

/// The kinds of documents.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum DocumentKind {
    /// The first one.
    Manifest,
    /// A batch of entries.
    Entries,
    /// A batch of tables.
    Tables,
    /// The last one.
    Summary,
}

impl DocumentKind {
    /// The kind of document that a record of this type carries.
    pub(super) fn of(record_type: RecordType) -> Option<Self> {
        match record_type {
            RecordType::MANIFEST => Some(DocumentKind::Manifest),
            RecordType::ENTRIES => Some(DocumentKind::Entries),
            RecordType::TABLES => Some(DocumentKind::Tables),
            RecordType::SUMMARY => Some(DocumentKind::Summary),
            _ => None,
        }
    }

    pub(super) fn record_type(self) -> RecordType {
        match self {
            DocumentKind::Manifest => RecordType::MANIFEST,
            DocumentKind::Entries => RecordType::ENTRIES,
            DocumentKind::Tables => RecordType::TABLES,
            DocumentKind::Summary => RecordType::SUMMARY,
        }
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.record_type().fmt(f)
    }
}

/// A good trade for text of this kind; documents are a small part of any archive.
const LEVEL: i32 = 3;

/// Compresses a document that is within [`Limits::RAW_BYTES`].
pub(super) fn pack(json: &[u8]) -> std::io::Result<Vec<u8>> {
    let frame = zstd::bulk::compress(json, LEVEL)?;
    let within = |stored: usize| {
        let (Ok(raw), Ok(stored)) = (u32::try_from(json.len()), u32::try_from(stored)) else { return false };
        Limits::ratio_holds(raw, stored)
    };
    // A document that shrinks more than a reader believes (a comment of a million blanks) is written uncompressed.
    Ok(if within(frame.len()) { frame } else { stored_frame(json) })
}

/// A Zstandard frame of raw blocks. RFC 8878 §3.1.1: magic, a descriptor for "single segment, content size in 8 bytes",
/// the size, then blocks of at most 128 KiB, each after a 3-byte header (last, type 0 = raw, size).
fn stored_frame(content: &[u8]) -> Vec<u8> {
    const BLOCK: usize = 128 << 10;
    let mut frame = Vec::with_capacity(content.len() + content.len() / BLOCK * 3 + 16);
    frame.extend_from_slice(&[0x28, 0xb5, 0x2f, 0xfd, 0xe0]);
    frame.extend_from_slice(&super::limits::length(content.len()).to_le_bytes());
    let mut blocks = content.chunks(BLOCK).peekable();
    while let Some(block) = blocks.next() {
        let last = u32::from(blocks.peek().is_none());
        let header = last | u32::try_from(block.len()).unwrap_or(0) << 3;
        frame.extend_from_slice(&header.to_le_bytes()[..3]);
        frame.extend_from_slice(block);
    }
    frame
}

/// Inflates a document to exactly `raw_bytes`, which the header's checks have bounded.
pub(super) fn unpack(payload: &[u8], raw_bytes: u32) -> Result<Vec<u8>, Fault> {
    // zstd would go on through several frames and skip the skippable ones: one frame, all of the payload.
    let is_frame = payload.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]);
    if !is_frame || zstd_safe::find_frame_compressed_size(payload) != Ok(payload.len()) {
        return Err(Fault::DocumentFrame);
    }
    if !matches!(zstd_safe::get_frame_content_size(payload), Ok(Some(stated)) if stated == u64::from(raw_bytes)) {
        return Err(Fault::DocumentLength);
    }
    let json = zstd::bulk::decompress(payload, size(raw_bytes)).map_err(|_| Fault::DocumentFrame)?;
    if json.len() != size(raw_bytes) {
        return Err(Fault::DocumentLength);
    }
    if std::str::from_utf8(&json).is_err() {
        return Err(Fault::DocumentEncoding);
    }
    Ok(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_shrinks_too_well_is_stored() -> std::io::Result<()> {
        for length in [0_u32, 1, 131_072, 131_073, 3_000_000] {
            let blanks = vec![b' '; size(length)];
            let packed = pack(&blanks)?;
            assert!(Limits::ratio_holds(length, u32::try_from(packed.len()).unwrap_or(0)), "{length}");
            assert_eq!(unpack(&packed, length), Ok(blanks), "{length}");
        }
        assert!(pack(&vec![b' '; 3_000_000])?.len() > 3_000_000);
        Ok(())
    }

    #[test]
    fn exactly_one_frame_of_the_stated_length() -> std::io::Result<()> {
        let frame = pack(b"{}")?;
        let twice = [&frame[..], &frame[..]].concat();
        assert_eq!(unpack(&twice, 4), Err(Fault::DocumentFrame));
        let skippable = [&[0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0], &frame[..]].concat();
        assert_eq!(unpack(&skippable, 2), Err(Fault::DocumentFrame));
        assert_eq!(unpack(&frame, 1), Err(Fault::DocumentLength));
        assert_eq!(unpack(&frame, 3), Err(Fault::DocumentLength));
        assert_eq!(unpack(&pack(b"\xff\xfe")?, 2), Err(Fault::DocumentEncoding));
        Ok(())
    }
}
