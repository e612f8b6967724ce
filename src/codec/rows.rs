//! Rows taken apart into columns, for the encoder.

use super::{CodecError, MAX_ROW, RowBlock, Rows};

/// Fields of a batch of rows that are looked at together, so that they stay in the first-level cache.
const BATCH_FIELDS: usize = 8192;
/// Values are copied in runs of this many bytes where they are not longer: cheaper than copying their exact length.
const RUN: usize = 32;
/// Memory kept for the values of later blocks: so many times this block's bytes, and so many bytes more.
const KEPT: usize = 2;
const KEPT_AT_LEAST: usize = 1 << 20;

/// One column of a block, as its fields came.
#[derive(Debug, Default)]
pub(super) struct Column {
    /// Length of each field, −1 for NULL.
    pub(super) lengths: Vec<i32>,
    /// The values, in the first `used` bytes.
    bytes: Vec<u8>,
    used: usize,
}

impl Column {
    /// The values, one after the other.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.used]
    }

    pub(super) fn clear(&mut self) {
        self.lengths.clear();
        self.used = 0;
    }

    /// Makes room for `more` bytes and a run.
    fn reserve(&mut self, more: usize) {
        let needed = self.used + more + RUN;
        if self.bytes.len() < needed {
            self.bytes.resize(needed.max(self.bytes.len() + self.bytes.len() / 2), 0);
        }
    }

    /// Adds the first `length` bytes of these.
    #[inline]
    pub(super) fn push_first(&mut self, length: usize, bytes: &[u8]) {
        self.reserve(length);
        match (bytes.first_chunk::<RUN>(), self.bytes[self.used..].first_chunk_mut::<RUN>()) {
            (Some(run), Some(slot)) if length <= RUN => *slot = *run,
            _ => self.bytes[self.used..][..length].copy_from_slice(&bytes[..length]),
        }
        self.used += length;
        // A field is never longer than MAX_ROW.
        self.lengths.push(i32::try_from(length).unwrap_or(i32::MAX));
    }

    /// Takes the fields at `fields` (of their length words) that all have `N` bytes; says how many did from the first on.
    fn take_fixed<const N: usize>(&mut self, raw: &[u8], fields: &[u32]) -> usize {
        self.reserve(N * fields.len());
        let (slots, _) = self.bytes[self.used..].as_chunks_mut::<N>();
        let mut taken = 0;
        for (slot, &at) in slots.iter_mut().zip(fields) {
            let Some((word, after)) = raw[at as usize..].split_first_chunk::<4>() else { break };
            let Some(value) = after.first_chunk::<N>() else { break };
            if u32::from_be_bytes(*word) as usize != N {
                break;
            }
            *slot = *value;
            taken += 1;
        }
        self.used += N * taken;
        // N is one of a few small numbers.
        self.lengths.resize(self.lengths.len() + taken, i32::try_from(N).unwrap_or(0));
        taken
    }

    fn take(&mut self, raw: &[u8], mut fields: &[u32]) {
        while !fields.is_empty() {
            // Columns mostly go on as they began.
            let taken = match self.lengths.last() {
                Some(1) => self.take_fixed::<1>(raw, fields),
                Some(2) => self.take_fixed::<2>(raw, fields),
                Some(4) => self.take_fixed::<4>(raw, fields),
                Some(8) => self.take_fixed::<8>(raw, fields),
                Some(16) => self.take_fixed::<16>(raw, fields),
                _ => 0,
            };
            fields = &fields[taken..];
            // Something else: a run of fields one by one, then the fast way is tried again.
            let (some, others) = fields.split_at(fields.len().min(64));
            self.take_any(raw, some);
            fields = others;
        }
    }

    fn take_any(&mut self, raw: &[u8], fields: &[u32]) {
        for &at in fields {
            let at = at as usize;
            let Some((word, after)) = raw[at..].split_first_chunk::<4>() else { return };
            match usize::try_from(i32::from_be_bytes(*word)) {
                Ok(length) => self.push_first(length, after),
                Err(_) => self.lengths.push(-1),
            }
        }
    }
}

/// The columns of a block. Keeps their memory.
#[derive(Debug, Default)]
pub(super) struct Columns {
    columns: Vec<Column>,
    fields: Vec<u32>,
}

impl Columns {
    /// Takes rows apart. `bytes` are `rows` whole rows (fewer than 2^32 bytes).
    ///
    /// # Errors
    /// They are not.
    pub(super) fn split(
        &mut self,
        format: Rows,
        columns: u16,
        rows: usize,
        bytes: &[u8],
    ) -> Result<&[Column], CodecError> {
        let count = usize::from(columns);
        if self.columns.len() < count {
            self.columns.resize_with(count, Column::default);
        }
        self.columns[..count].iter_mut().for_each(Column::clear);
        // Every column's memory has the size of the largest that ever stood at its place: over many tables that adds up.
        if self.held() > KEPT * bytes.len() + KEPT_AT_LEAST {
            self.columns.fill_with(Column::default);
        }
        match format {
            Rows::Binary => self.split_binary(columns, rows, bytes)?,
            Rows::Text => self.split_text(columns, rows, bytes)?,
        }
        Ok(&self.columns[..count])
    }

    /// Bytes of memory held for values.
    fn held(&self) -> usize {
        self.columns.iter().map(|column| column.bytes.len()).sum()
    }

    fn split_binary(&mut self, columns: u16, rows: usize, bytes: &[u8]) -> Result<(), CodecError> {
        let count = usize::from(columns);
        let batch = BATCH_FIELDS.checked_div(count).map_or(rows, |batch| batch.max(8)).clamp(1, rows.max(1));
        self.fields.clear();
        self.fields.resize(batch * count, 0);
        let mut at = 0;
        let mut done = 0;
        while done < rows {
            let take = batch.min(rows - done);
            for row in 0..take {
                // Field f of row r is at fields[f * batch + r]: a column's fields stand together.
                let mut slots = self.fields.get_mut(row..).unwrap_or(&mut []).iter_mut().step_by(batch);
                at += walk(bytes.get(at..).unwrap_or(&[]), columns, (done + row) as u64, |field| {
                    if let Some(slot) = slots.next() {
                        #[expect(clippy::cast_possible_truncation, reason = "the block is far smaller than 4 GiB")]
                        {
                            *slot = (at + field) as u32;
                        }
                    }
                })?;
            }
            for (column, fields) in self.columns.iter_mut().zip(self.fields.chunks_exact(batch)).take(count) {
                column.take(bytes, &fields[..take]);
            }
            done += take;
        }
        if at == bytes.len() { Ok(()) } else { Err(row_count(rows, bytes)) }
    }

    fn split_text(&mut self, columns: u16, rows: usize, bytes: &[u8]) -> Result<(), CodecError> {
        let count = usize::from(columns);
        let mut at = 0;
        for row in 0..rows {
            let line = text_row(bytes, at, row as u64)?;
            at += line.len() + 1;
            let mut found = 0;
            if count > 0 || !line.is_empty() {
                let mut start = 0;
                for end in memchr::memchr_iter(b'\t', line).chain(std::iter::once(line.len())) {
                    if let Some(column) = self.columns.get_mut(found).filter(|_| found < count) {
                        match &line[start..end] {
                            b"\\N" => column.lengths.push(-1),
                            field => column.push_first(field.len(), &line[start..]),
                        }
                    }
                    found += 1;
                    start = end + 1;
                }
            }
            if found != count {
                let found = i32::try_from(found).unwrap_or(i32::MAX);
                return Err(CodecError::FieldCount { row: row as u64, expected: columns, found });
            }
        }
        if at == bytes.len() { Ok(()) } else { Err(row_count(rows, bytes)) }
    }
}

fn row_count(rows: usize, bytes: &[u8]) -> CodecError {
    // Bytes are left over: at least one row more.
    CodecError::RowCount { expected: rows as u64, found: (rows as u64 + 1).min(bytes.len() as u64) }
}

/// The line at `at`, without its newline.
fn text_row(bytes: &[u8], at: usize, row: u64) -> Result<&[u8], CodecError> {
    let rest = bytes.get(at..).unwrap_or(&[]);
    let end = memchr::memchr(b'\n', rest).ok_or(CodecError::Truncated { rows: row })?;
    Ok(&rest[..end])
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

/// The length of the row that begins at `at`, newline and all.
pub(super) fn row_length(block: &RowBlock, at: usize, row: u64) -> Result<usize, CodecError> {
    match block.format {
        Rows::Binary => walk(block.bytes.get(at..).unwrap_or(&[]), block.columns, row, |_| {}),
        Rows::Text => Ok(text_row(&block.bytes, at, row)?.len() + 1),
    }
}
