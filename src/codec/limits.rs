//! The hard limits of blocks. They are part of the format: format-spec/blocks.md §1.

/// Raw bytes of one block: 64 MiB. A larger row is cut into several payloads.
pub const MAX_BLOCK_RAW: usize = 64 << 20;

/// Bytes of one row: the server's own limit for a COPY message.
pub const MAX_ROW: usize = 1 << 30;

/// Columns of a table (`MaxHeapAttributeNumber`).
pub const MAX_COLUMNS: u16 = 1600;

/// Raw bytes in each payload of a row that is larger than a block. Writers may choose any size up to
/// [`MAX_BLOCK_RAW`]; small ones keep the encoder's memory small.
pub(super) const CONTINUED_CHUNK: usize = 8 << 20;

/// Largest zstd window a reader has to accept, as a power of two.
pub(super) const MAX_WINDOW_LOG: u32 = 27;

/// What all pages of a block may hold together, given its raw bytes.
pub(super) fn page_budget(raw_bytes: usize) -> usize {
    raw_bytes.saturating_mul(3).saturating_add(65_536)
}
