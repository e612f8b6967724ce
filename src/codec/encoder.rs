//! Rows into payloads.

use std::ops::Range;

use super::{
    BlockInfo, CodecError, Compression, MAX_BLOCK_RAW, MAX_COLUMNS, RowBlock, Rows, block,
    column::{ColumnWriter, Integers},
    limits::CONTINUED_CHUNK,
    page::{Content, PageWriter},
    rows::Columns,
};

/// Blocks up to this size are also tried as one page: what their columns' headers cost may be more than they save.
const SMALL_BLOCK: usize = 32 << 10;

/// Encodes blocks; keeps its buffers and compression contexts between calls.
///
/// The same rows and compression always give the same payload. Memory is about three times the largest block.
pub struct Encoder {
    pages: PageWriter,
    columns: Columns,
    writer: ColumnWriter,
    integers: Vec<Integers>,
    payload: Vec<u8>,
    chosen: Vec<&'static str>,
}

impl std::fmt::Debug for Encoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Encoder").field("chosen", &self.chosen).finish_non_exhaustive()
    }
}

impl Encoder {
    /// An encoder. Levels outside the method's range count as the nearest inside.
    pub fn new(compression: Compression) -> Self {
        Self {
            pages: PageWriter::new(compression),
            columns: Columns::default(),
            writer: ColumnWriter::default(),
            integers: Vec::new(),
            payload: Vec::new(),
            chosen: Vec::new(),
        }
    }

    /// Encodes rows; `emit` gets one payload, or several when the rows are larger than the block limit. It may take the
    /// payload and leave other memory in its place.
    ///
    /// # Errors
    /// The block's bytes are not the rows it says they are.
    pub fn encode(
        &mut self,
        block: &RowBlock,
        emit: &mut dyn FnMut(BlockInfo, &mut Vec<u8>),
    ) -> Result<(), CodecError> {
        if block.columns > MAX_COLUMNS {
            return Err(CodecError::Columns { columns: block.columns });
        }
        let ends = block.ends();
        if ends.last().map_or(0, |&end| end as usize) != block.bytes.len() {
            return Err(CodecError::Truncated { rows: ends.len() as u64 });
        }
        if block.bytes.len() <= MAX_BLOCK_RAW {
            return self.encode_rows(block, 0..ends.len(), emit);
        }
        // The rows from `first` on are not yet encoded; they begin at `start`.
        let (mut first, mut start, mut row_start) = (0, 0, 0);
        for (row, &end) in ends.iter().enumerate() {
            let end = end as usize;
            if end - start > MAX_BLOCK_RAW {
                self.encode_rows(block, first..row, emit)?;
                (first, start) = (row, row_start);
            }
            if end - row_start > MAX_BLOCK_RAW {
                self.encode_large_row(block.columns, &block.bytes[row_start..end], emit)?;
                (first, start) = (row + 1, end);
            }
            row_start = end;
        }
        self.encode_rows(block, first..ends.len(), emit)
    }

    /// Names of the encodings chosen for the columns of the last block, in column order (format-spec/blocks.md §4; integers with
    /// their predictor: `int4-delta`). All are `opaque` when the block was not taken apart.
    pub fn chosen(&self) -> &[&'static str] {
        &self.chosen
    }

    fn encode_rows(
        &mut self,
        block: &RowBlock,
        rows: Range<usize>,
        emit: &mut dyn FnMut(BlockInfo, &mut Vec<u8>),
    ) -> Result<(), CodecError> {
        if rows.is_empty() {
            return Ok(());
        }
        let raw = block.span(&rows);
        // A row takes a byte at least, and there are fewer than 2^32 of them.
        let row_count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let mut payload = std::mem::take(&mut self.payload);
        let encoded = self.encode_columns(block, rows, raw, &mut payload);
        if encoded.is_ok() {
            emit(info(row_count, raw, false), &mut payload);
        }
        self.payload = payload;
        encoded
    }

    fn encode_columns(
        &mut self,
        block: &RowBlock,
        rows: Range<usize>,
        raw: &[u8],
        payload: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        payload.clear();
        payload.push(match block.format {
            Rows::Binary => block::BINARY,
            Rows::Text => block::TEXT,
        });
        payload.extend_from_slice(&block.columns.to_le_bytes());
        self.pages.restart();
        self.writer.restart(raw.len(), &mut self.integers);
        self.chosen.clear();
        for column in self.columns.split(block, rows)? {
            let name = self.writer.write(column, &mut self.integers, &mut self.pages, payload)?;
            self.chosen.push(name);
        }
        let too_large = payload.len() > raw.len() + 1 || !self.pages.within_budget(raw.len());
        if too_large || raw.len() <= SMALL_BLOCK {
            let mut opaque = vec![block::OPAQUE];
            self.pages.write(Content::Text, raw, &mut opaque)?;
            if too_large || opaque.len() < payload.len() {
                *payload = opaque;
                self.chosen.fill("opaque");
            }
        }
        Ok(())
    }

    /// A row that is larger than a block, in several opaque payloads.
    fn encode_large_row(
        &mut self,
        columns: u16,
        raw: &[u8],
        emit: &mut dyn FnMut(BlockInfo, &mut Vec<u8>),
    ) -> Result<(), CodecError> {
        self.chosen.clear();
        self.chosen.resize(columns.into(), "opaque");
        let mut rest = raw;
        while !rest.is_empty() {
            let (chunk, after) = rest.split_at(rest.len().min(CONTINUED_CHUNK));
            rest = after;
            self.payload.clear();
            self.payload.push(block::OPAQUE);
            self.pages.write(Content::Text, chunk, &mut self.payload)?;
            emit(info(u32::from(rest.is_empty()), chunk, !rest.is_empty()), &mut self.payload);
        }
        Ok(())
    }
}

fn info(rows: u32, raw: &[u8], continued: bool) -> BlockInfo {
    // Every payload has at most MAX_BLOCK_RAW raw bytes.
    BlockInfo { rows, raw_bytes: u32::try_from(raw.len()).unwrap_or(u32::MAX), continued }
}
