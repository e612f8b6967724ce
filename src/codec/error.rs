//! What can be wrong with rows and blocks.

/// An error of the codec room: which rule was broken, and where.
#[derive(Debug, Eq, PartialEq, thiserror::Error)]
pub enum CodecError {
    /// The COPY stream does not begin with the signature of the binary format.
    #[error("the COPY stream does not begin with the binary signature")]
    Signature,
    /// The binary header has critical flags that nobody here knows.
    #[error("the COPY header has unknown flags {flags:#010x}")]
    HeaderFlags {
        /// The flags field.
        flags: u32,
    },
    /// The binary header's extension has a negative length.
    #[error("the COPY header extension has length {length}")]
    HeaderExtension {
        /// The length as stated.
        length: i32,
    },
    /// A row has another number of fields than the table.
    #[error("row {row} has {found} fields instead of {expected}")]
    FieldCount {
        /// Row, from 0, in the stream or block at hand.
        row: u64,
        /// Columns of the table.
        expected: u16,
        /// Fields found.
        found: i32,
    },
    /// A field's length is below −1 or larger than a row may be.
    #[error("row {row} has a field of length {length}")]
    FieldLength {
        /// Row, from 0, in the stream or block at hand.
        row: u64,
        /// The length as stated.
        length: i32,
    },
    /// A row is larger than a server can send.
    #[error("row {row} is larger than {limit} bytes")]
    RowTooLarge {
        /// Row, from 0, in the stream or block at hand.
        row: u64,
        /// The limit.
        limit: u64,
    },
    /// The stream or block ends inside a row, or without the binary format's trailer.
    #[error("the rows end in the middle, after {rows} whole rows")]
    Truncated {
        /// Whole rows before the end.
        rows: u64,
    },
    /// Bytes follow the trailer of the binary format.
    #[error("bytes follow the end of the rows")]
    AfterEnd,
    /// A block holds another number of rows than it says.
    #[error("a block says it has {expected} rows and has {found}")]
    RowCount {
        /// What it says.
        expected: u64,
        /// What was found.
        found: u64,
    },
    /// A table has more columns than a block can have.
    #[error("{columns} columns are more than a block can have")]
    Columns {
        /// Columns stated.
        columns: u16,
    },
    /// A payload ends early.
    #[error("the payload ends early, at byte {offset}")]
    PayloadEnds {
        /// Where.
        offset: usize,
    },
    /// A payload goes on after its last column.
    #[error("{bytes} bytes follow the last column of the payload")]
    PayloadGoesOn {
        /// How many.
        bytes: usize,
    },
    /// A payload holds a number that the format has no meaning for.
    #[error("{what} {value} is not known or not allowed here")]
    Unknown {
        /// What the number stands for.
        what: &'static str,
        /// The number.
        value: u64,
    },
    /// A payload's parts contradict each other.
    #[error("the payload contradicts itself: {0}")]
    Inconsistent(&'static str),
    /// Something is larger than the limits of the format.
    #[error("{what} is {value}, over the limit of {limit}")]
    Limit {
        /// What is too large.
        what: &'static str,
        /// How large.
        value: u64,
        /// The limit.
        limit: u64,
    },
    /// A page's compressed bytes cannot be read.
    #[error("a compressed page is damaged")]
    Page,
    /// The compressor refused.
    #[error("compression failed: {0}")]
    Compress(&'static str),
    /// A value does not have the layout of its type, so its digest is not defined.
    #[error("row {row}, column {column}: a value does not have its type's layout")]
    Shape {
        /// Row, from 0, in the block.
        row: u64,
        /// Column, from 0.
        column: u16,
    },
}
