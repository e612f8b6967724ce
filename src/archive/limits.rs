//! Hard limits. A reader compares with them before it takes memory, a writer before it writes.
//!
//! Spec chapter 12.

/// The limits of the format, as constants of one type so that other rooms and tests name them in one way.
#[derive(Clone, Copy, Debug)]
pub struct Limits;

impl Limits {
    /// Raw bytes of a document or a block: 64 MiB.
    pub const RAW_BYTES: u32 = 64 << 20;
    /// Stored bytes of any record: what the raw limit may grow to when it does not compress, and room for framing.
    pub const STORED_BYTES: u32 = 68 << 20;
    /// Streams of an archive: 1 Mi.
    pub const STREAMS: u32 = 1 << 20;
    /// Streams that are open at once.
    pub const OPEN_STREAMS: u32 = 4096;
    /// Batches of one kind of document.
    pub const BATCHES: u32 = 1 << 16;
    /// A document may grow to this many times its stored bytes …
    pub const RATIO: u64 = 1024;
    /// … and so many bytes more.
    pub const RATIO_ALLOWANCE: u64 = 64 << 10;
    /// Lines of an index record; all but the last index record hold exactly so many.
    pub const INDEX_LINES: u32 = 1 << 16;

    /// Whether a document of these lengths is within the ratio that a reader accepts.
    pub(super) fn ratio_holds(raw_bytes: u32, stored_bytes: u32) -> bool {
        u64::from(raw_bytes) <= Limits::RATIO_ALLOWANCE + Limits::RATIO * u64::from(stored_bytes)
    }
}

/// A length from the format as a size in memory. The crate needs at least 32-bit addresses, so nothing is lost.
pub(super) const fn size(length: u32) -> usize {
    const { assert!(usize::BITS >= u32::BITS) };
    length as usize
}

/// The length of something in memory as the format states it; `u64::MAX` cannot be reached by memory.
pub(super) fn length(size: usize) -> u64 {
    u64::try_from(size).unwrap_or(u64::MAX)
}
