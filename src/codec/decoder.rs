//! Payloads into rows. Nothing a payload says is believed before it is checked.

use super::{
    BlockInfo, CodecError, MAX_BLOCK_RAW, MAX_COLUMNS, Rows, block,
    column::{self, Decoded, Integers},
    input::Input,
    join::Joiner,
    page::{Buffers, PageReader},
    values::Fields,
};

/// Decodes blocks; keeps its buffers between calls. Never panics and never allocates beyond the limits, whatever the payload.
#[derive(Default)]
pub struct Decoder {
    pages: PageReader,
    columns: Vec<Decoded>,
    integers: Vec<Integers>,
    scratch: Vec<u8>,
    joiner: Joiner,
}

impl std::fmt::Debug for Decoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Decoder").finish_non_exhaustive()
    }
}

impl Decoder {
    /// The raw rows' bytes of one payload, appended to `out`; exactly `info.raw_bytes` of them.
    ///
    /// # Errors
    /// The payload breaks a rule of the format. What was appended to `out` is then of no use.
    pub fn decode(&mut self, info: BlockInfo, payload: &[u8], out: &mut Vec<u8>) -> Result<(), CodecError> {
        let raw_bytes = info.raw_bytes as usize;
        let rows = info.rows as usize;
        for (what, value, limit) in
            [("the raw size of a block", raw_bytes, MAX_BLOCK_RAW), ("the number of rows", rows, raw_bytes)]
        {
            if value > limit {
                return Err(CodecError::Limit { what, value: value as u64, limit: limit as u64 });
            }
        }
        let mut input = Input::new(payload);
        self.pages.restart(raw_bytes);
        let format = match input.u8()? {
            block::OPAQUE => {
                self.pages.read(&mut input, raw_bytes, out)?;
                return input.finish();
            }
            layout if info.continued => {
                return Err(CodecError::Unknown { what: "layout of part of a row", value: layout.into() });
            }
            block::BINARY => Rows::Binary,
            block::TEXT => Rows::Text,
            layout => return Err(CodecError::Unknown { what: "layout", value: layout.into() }),
        };
        let columns = input.u16()?;
        if columns > MAX_COLUMNS {
            return Err(CodecError::Columns { columns });
        }
        let frame = match format {
            Rows::Binary => 2 + 4 * usize::from(columns),
            Rows::Text => usize::from(columns).max(1),
        };
        let mut left = rows.checked_mul(frame).and_then(|frames| raw_bytes.checked_sub(frames)).ok_or(TOO_LONG)?;
        self.columns.clear();
        self.integers.clear();
        for _ in 0..columns {
            let decoded = column::read(&mut input, rows, left, &mut self.integers, &mut self.pages, &mut self.scratch)?;
            let nulls = if format == Rows::Text { 2 * nulls(&decoded, rows) } else { 0 };
            left = decoded
                .fields
                .value_bytes()
                .checked_add(nulls)
                .and_then(|bytes| left.checked_sub(bytes))
                .ok_or(TOO_LONG)?;
            self.columns.push(decoded);
        }
        input.finish()?;
        if left > 0 {
            return Err(CodecError::Inconsistent("the rows are shorter than the block"));
        }
        for (_, values) in self.integers.drain(..).flatten() {
            self.pages.spare.numbers.give(values);
        }
        let start = out.len();
        out.resize(start + raw_bytes, 0);
        self.joiner.join(format, &self.columns, rows, &mut out[start..]);
        for column in self.columns.drain(..) {
            give_back(column, &mut self.pages.spare);
        }
        Ok(())
    }
}

/// The buffers of a column whose rows are written.
fn give_back(column: Decoded, spare: &mut Buffers) {
    if let Some(bits) = column.present {
        spare.bytes.give(bits);
    }
    column.fields.give_back(spare);
}

const TOO_LONG: CodecError = CodecError::Inconsistent("the rows are longer than the block");

/// Rows in which this column is NULL.
fn nulls(decoded: &Decoded, rows: usize) -> usize {
    match (&decoded.present, &decoded.fields) {
        (Some(bits), _) => rows - bits.iter().map(|byte| byte.count_ones() as usize).sum::<usize>(),
        (None, Fields::Null) => rows,
        (None, Fields::Coded { codes, entries, .. }) => {
            codes.iter().filter(|&&code| entries[usize::from(code)].is_none()).count()
        }
        (None, _) => 0,
    }
}
