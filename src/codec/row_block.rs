//! Whole rows of one stream, and where each of them ends.

use std::ops::Range;

use super::{CodecError, MAX_ROW};

/// How rows are written.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Rows {
    /// COPY (FORMAT binary)
    Binary,
    /// COPY (FORMAT text)
    Text,
}

/// Whole rows of one stream, without the stream's header and trailer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RowBlock {
    /// How the rows are written.
    pub format: Rows,
    /// Columns of every row.
    pub columns: u16,
    /// The rows' bytes.
    pub bytes: Vec<u8>,
    /// Where each row ends in `bytes`. Kept from the one search for them: to walk all length words again costs as much
    /// as to hash the rows.
    ends: Vec<u32>,
}

impl RowBlock {
    /// The rows that these bytes are.
    ///
    /// # Errors
    /// They are not so many rows, or rows of other columns.
    pub fn new(format: Rows, columns: u16, rows: u32, bytes: Vec<u8>) -> Result<Self, CodecError> {
        let mut block = RowBlock { format, columns, bytes: Vec::new(), ends: Vec::new() };
        let mut at = 0;
        while at < bytes.len() {
            let (row, rest) = (block.ends.len() as u64, &bytes[at..]);
            at += match format {
                Rows::Binary => walk(rest, columns, row, |_| {})?,
                Rows::Text => memchr::memchr(b'\n', rest).ok_or(CodecError::Truncated { rows: row })? + 1,
            };
            block.push_end(at);
        }
        if block.rows() != rows {
            return Err(CodecError::RowCount { expected: rows.into(), found: block.rows().into() });
        }
        block.bytes = bytes;
        Ok(block)
    }

    /// A block to be filled, with memory for this many rows.
    pub(super) fn empty(format: Rows, columns: u16, bytes: Vec<u8>, rows: usize) -> Self {
        RowBlock { format, columns, bytes, ends: Vec::with_capacity(rows) }
    }

    /// Number of rows.
    pub fn rows(&self) -> u32 {
        // A row takes a byte at least, and there are fewer than 2^32 of them.
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// Where each row ends.
    pub(super) fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// Where this row begins; for the number of rows, where the last one ends.
    pub(super) fn start(&self, row: usize) -> u32 {
        row.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0)
    }

    /// The bytes of these rows.
    pub(super) fn span(&self, rows: &Range<usize>) -> &[u8] {
        self.bytes.get(self.start(rows.start) as usize..self.start(rows.end) as usize).unwrap_or(&[])
    }

    /// What keeps the bytes, which were changed, from being binary rows.
    #[cold]
    pub(super) fn fault(&self) -> CodecError {
        let mut rows = 0;
        for row in self.each() {
            match row.and_then(|row| walk(row, self.columns, rows, |_| {}).map(|length| length == row.len())) {
                Ok(true) => rows += 1,
                Ok(false) => break,
                Err(error) => return error,
            }
        }
        CodecError::Truncated { rows }
    }

    /// One more row reaches to this place.
    pub(super) fn push_end(&mut self, end: usize) {
        // Rows are smaller than 1 GiB, and a block of several than a fraction of that.
        self.ends.push(u32::try_from(end).unwrap_or(u32::MAX));
    }

    /// The bytes of each row.
    ///
    /// # Errors
    /// The bytes were changed and are not those rows any more.
    pub(super) fn each(&self) -> impl Iterator<Item = Result<&[u8], CodecError>> {
        let mut start = 0;
        self.ends.iter().zip(0..).map(move |(&end, rows)| {
            let row = self.bytes.get(start..end as usize).ok_or(CodecError::Truncated { rows });
            start = end as usize;
            row
        })
    }
}

/// Walks the binary row at the start of `bytes`: shows the place of each field's length word, says how long the row is.
pub(super) fn walk(bytes: &[u8], count: u16, row: u64, mut visit: impl FnMut(usize)) -> Result<usize, CodecError> {
    let truncated = CodecError::Truncated { rows: row };
    let Some((found, _)) = bytes.split_first_chunk::<2>() else { return Err(truncated) };
    let found = i16::from_be_bytes(*found);
    if u16::try_from(found).ok() != Some(count) {
        return Err(CodecError::FieldCount { row, expected: count, found: found.into() });
    }
    let mut at = 2;
    for _ in 0..count {
        let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk::<4>) else { return Err(truncated) };
        visit(at);
        let length = i32::from_be_bytes(*word);
        at += 4;
        match usize::try_from(length) {
            Ok(length) if length <= MAX_ROW => at += length,
            Err(_) if length == -1 => {}
            _ => return Err(CodecError::FieldLength { row, length }),
        }
    }
    if at <= bytes.len() { Ok(at) } else { Err(truncated) }
}
