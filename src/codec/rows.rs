//! Rows taken apart into columns, for the encoder.

use std::ops::Range;

use super::{CodecError, RowBlock, Rows};

/// Fields of a batch of rows that are looked at together, so that they stay in the first-level cache.
const BATCH_FIELDS: usize = 8192;
/// Values are copied in runs of this many bytes where they are not longer: cheaper than copying their exact length.
const RUN: usize = 32;
/// Rows that are walked side by side.
const LANES: usize = 4;
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
        self.copy_first(length, bytes);
        // A field is never longer than MAX_ROW.
        self.lengths.push(i32::try_from(length).unwrap_or(i32::MAX));
    }

    #[inline]
    fn copy_first(&mut self, length: usize, bytes: &[u8]) {
        match (bytes.first_chunk::<RUN>(), self.bytes[self.used..].first_chunk_mut::<RUN>()) {
            (Some(run), Some(slot)) if length <= RUN => *slot = *run,
            _ => {
                self.reserve(length);
                self.bytes[self.used..][..length].copy_from_slice(&bytes[..length]);
            }
        }
        self.used += length;
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
        self.reserve(RUN * fields.len());
        for &at in fields {
            let at = at as usize;
            let Some((word, after)) = raw[at..].split_first_chunk::<4>() else { return };
            let length = i32::from_be_bytes(*word);
            // NULL has no bytes.
            self.copy_first(usize::try_from(length).unwrap_or(0), after);
            self.lengths.push(length.max(-1));
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
    /// Takes rows of a block apart.
    ///
    /// # Errors
    /// They are not rows.
    pub(super) fn split(&mut self, block: &RowBlock, rows: Range<usize>) -> Result<&[Column], CodecError> {
        let count = usize::from(block.columns);
        if self.columns.len() < count {
            self.columns.resize_with(count, Column::default);
        }
        self.columns[..count].iter_mut().for_each(Column::clear);
        // Every column's memory has the size of the largest that ever stood at its place: over many tables that adds up.
        if self.held() > KEPT * block.span(&rows).len() + KEPT_AT_LEAST {
            self.columns.fill_with(Column::default);
        }
        match block.format {
            Rows::Binary => self.split_binary(block, rows)?,
            Rows::Text => self.split_text(block, rows)?,
        }
        Ok(&self.columns[..count])
    }

    /// Bytes of memory held for values.
    fn held(&self) -> usize {
        self.columns.iter().map(|column| column.bytes.len()).sum()
    }

    fn split_binary(&mut self, block: &RowBlock, rows: Range<usize>) -> Result<(), CodecError> {
        let count = usize::from(block.columns);
        let batch = BATCH_FIELDS.checked_div(count).unwrap_or(BATCH_FIELDS).max(LANES).next_multiple_of(LANES);
        self.fields.clear();
        self.fields.resize(batch * count, 0);
        let mut start = block.start(rows.start);
        for ends in block.ends()[rows].chunks(batch) {
            // Several rows side by side: each length word of a row says where its next one is, so that walking a single
            // row is mostly waiting.
            let (groups, others) = ends.as_chunks::<LANES>();
            let mut row = 0;
            for &group in groups {
                find_fields(block, start, group, &mut self.fields, (batch, row)).ok_or_else(|| block.fault())?;
                (start, row) = (group[LANES - 1], row + LANES);
            }
            for &end in others {
                find_fields(block, start, [end], &mut self.fields, (batch, row)).ok_or_else(|| block.fault())?;
                (start, row) = (end, row + 1);
            }
            for (column, fields) in self.columns.iter_mut().zip(self.fields.chunks_exact(batch)).take(count) {
                column.take(&block.bytes, &fields[..ends.len()]);
            }
        }
        Ok(())
    }

    fn split_text(&mut self, block: &RowBlock, rows: Range<usize>) -> Result<(), CodecError> {
        let count = usize::from(block.columns);
        for (row, line) in block.each().enumerate().take(rows.end).skip(rows.start) {
            let line = line?;
            let Some((b'\n', fields)) = line.split_last() else {
                return Err(CodecError::Truncated { rows: row as u64 });
            };
            let mut found = 0;
            if count > 0 || !fields.is_empty() {
                let mut start = 0;
                for end in memchr::memchr_iter(b'\t', fields).chain(std::iter::once(fields.len())) {
                    if let Some(column) = self.columns.get_mut(found).filter(|_| found < count) {
                        match &fields[start..end] {
                            b"\\N" => column.lengths.push(-1),
                            field => column.push_first(field.len(), &fields[start..]),
                        }
                    }
                    found += 1;
                    start = end + 1;
                }
            }
            if found != count {
                let found = i32::try_from(found).unwrap_or(i32::MAX);
                return Err(CodecError::FieldCount { row: row as u64, expected: block.columns, found });
            }
        }
        Ok(())
    }
}

/// Finds the fields of the `N` rows that end at these places and of which the first begins at `start`. The place of field
/// f of a batch's row r goes to `fields[f * batch + r]`: a column's fields stand together. `None`: they are no such rows.
fn find_fields<const N: usize>(
    block: &RowBlock,
    start: u32,
    ends: [u32; N],
    fields: &mut [u32],
    (batch, row): (usize, usize),
) -> Option<()> {
    let bytes = block.bytes.as_slice();
    let mut at = [start as usize; N];
    for (at, &end) in at.iter_mut().skip(1).zip(&ends) {
        *at = end as usize;
    }
    for at in &mut at {
        if *bytes.get(*at..)?.first_chunk::<2>()? != block.columns.to_be_bytes() {
            return None;
        }
        *at += 2;
    }
    let mut least = 0;
    for slots in fields.chunks_exact_mut(batch).take(block.columns.into()) {
        let slots = slots.get_mut(row..)?.first_chunk_mut::<N>()?;
        for (slot, at) in slots.iter_mut().zip(&mut at) {
            let length = i32::from_be_bytes(*bytes.get(*at..)?.first_chunk::<4>()?);
            *slot = u32::try_from(*at).ok()?;
            least = least.min(length);
            *at += 4 + usize::try_from(length).unwrap_or(0);
        }
    }
    (least >= -1 && at.iter().zip(&ends).all(|(&at, &end)| at == end as usize)).then_some(())
}
