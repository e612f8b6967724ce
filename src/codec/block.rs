//! A block of rows and its payload. format-spec/blocks.md §2.
//!
//! ```text
//!  0        1                 3
//! +--------+--------+--------+----------+----------+----
//! | layout |   columns: u16  | column 0 | column 1 |        layout 1: binary rows, 2: text rows
//! +--------+--------+--------+----------+----------+----
//! |   0    | page(raw_bytes)                                layout 0: opaque
//! +--------+-----------------------------------------
//! ```

/// The bytes as they are.
pub(super) const OPAQUE: u8 = 0;
/// Rows of COPY (FORMAT binary), as columns.
pub(super) const BINARY: u8 = 1;
/// Rows of COPY (FORMAT text), as columns.
pub(super) const TEXT: u8 = 2;

/// A compression method and its level.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Compression {
    /// Method.
    pub method: Method,
    /// Level, in the method's own range.
    pub level: i32,
}

/// How byte streams of a block are compressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Method {
    /// Not at all.
    None,
    /// Gzip (deflate).
    Gzip,
    /// Zstandard.
    Zstd,
}

/// What one encoded block holds; goes into the block record's header.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct BlockInfo {
    /// Rows that end in this block.
    pub rows: u32,
    /// Raw bytes that decoding gives back.
    pub raw_bytes: u32,
    /// The last row goes on in the next block (a row larger than a block).
    pub continued: bool,
}
