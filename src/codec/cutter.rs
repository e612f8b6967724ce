//! Cuts a COPY stream into blocks of whole rows.
//!
//! # Invariants
//! * Where a block ends depends on the stream's bytes only, never on how they were chunked.
//! * Memory grows with the bytes that arrived, never with a length that the stream only states.

mod binary;
mod text;

use super::{CodecError, MAX_BLOCK_RAW, MAX_ROW, RowBlock, Rows};
use binary::BinaryScanner;

/// Blocks end at this many rows even when they are small (rows of tables without columns are one or two bytes).
const MAX_BLOCK_ROWS: usize = 1 << 24;

/// Takes a block; gives memory that the next one may use, or an empty vector.
pub type Emit<'a> = dyn FnMut(RowBlock) -> Vec<u8> + 'a;

/// Cuts the bytes of one COPY OUT into [`RowBlock`]s of about `target_bytes`, at row ends.
/// Sans I/O; any chunking of the input gives the same blocks.
///
/// A block ends with the row that makes it `target_bytes` or larger. A row that would make a block larger than
/// [`MAX_BLOCK_RAW`] begins a block of its own, so a block over that size is always a single row.
#[derive(Debug)]
pub struct RowCutter {
    scanner: Scanner,
    rows: Collected,
}

#[derive(Debug)]
enum Scanner {
    Binary(BinaryScanner),
    Text,
}

impl RowCutter {
    /// A cutter for one stream. A `target_bytes` over [`MAX_BLOCK_RAW`] counts as that; `memory` serves the first block.
    pub fn new(format: Rows, columns: u16, target_bytes: usize, memory: Vec<u8>) -> Self {
        let scanner = match format {
            Rows::Binary => Scanner::Binary(BinaryScanner::new(columns)),
            Rows::Text => Scanner::Text,
        };
        let target = target_bytes.clamp(1, MAX_BLOCK_RAW);
        let block = RowBlock::empty(format, columns, fitting(memory, target), 0);
        Self { scanner, rows: Collected { target, block, row_start: 0, total: 0 } }
    }

    /// Takes bytes; calls `emit` for each block that is full, which gives memory for the next one.
    ///
    /// # Errors
    /// The bytes are not what COPY sends. The cutter must not be used any more then.
    pub fn push(&mut self, bytes: &[u8], emit: &mut Emit<'_>) -> Result<(), CodecError> {
        match &mut self.scanner {
            Scanner::Binary(scanner) => scanner.push(&mut self.rows, bytes, emit),
            Scanner::Text => text::push(&mut self.rows, bytes, emit),
        }
    }

    /// The end of the stream: the last block, if any, and the number of rows seen.
    ///
    /// # Errors
    /// The stream stops inside a row or (binary) without its trailer.
    pub fn finish(self) -> Result<(Option<RowBlock>, u64), CodecError> {
        let rows = self.rows;
        let ended = match &self.scanner {
            Scanner::Binary(scanner) => scanner.ended(),
            Scanner::Text => rows.block.bytes.len() == rows.row_start,
        };
        if !ended {
            return Err(CodecError::Truncated { rows: rows.total });
        }
        Ok((Some(rows.block).filter(|block| block.rows() > 0), rows.total))
    }
}

/// The block being filled.
#[derive(Debug)]
struct Collected {
    target: usize,
    block: RowBlock,
    /// Where the row at hand begins in the block.
    row_start: usize,
    /// Rows that ended since the stream began.
    total: u64,
}

impl Collected {
    /// Bytes of the row at hand that are in the block already, when `waiting` more belong to the block.
    fn row_bytes(&self, waiting: usize) -> usize {
        self.block.bytes.len() + waiting - self.row_start
    }

    /// Appends scanned bytes. Full blocks have the capacity of the one before; only rows larger than that grow it,
    /// in steps that waste less than doubling does near 1 GiB.
    fn append(&mut self, bytes: &[u8]) {
        let held = &mut self.block.bytes;
        let needed = held.len() + bytes.len();
        if needed > held.capacity() {
            let roomy = held.capacity().saturating_mul(2).min(self.target + self.target / 8);
            let capacity = needed.max(roomy).max(held.capacity() + held.capacity() / 4);
            held.reserve_exact(capacity - held.len());
        }
        held.extend_from_slice(bytes);
    }

    /// One more row ended, `waiting` bytes behind those in the block. True when the block is full with it.
    fn end_row(&mut self, waiting: usize) -> bool {
        self.total += 1;
        self.row_start = self.block.bytes.len() + waiting;
        self.block.push_end(self.row_start);
        self.row_start >= self.target || self.block.ends().len() >= MAX_BLOCK_ROWS
    }

    /// True when a row of (at least) `row_bytes` has to begin a block of its own.
    ///
    /// # Errors
    /// No row can be so large.
    fn needs_own_block(&self, row_bytes: usize) -> Result<bool, CodecError> {
        if row_bytes > MAX_ROW {
            return Err(CodecError::RowTooLarge { row: self.total, limit: MAX_ROW as u64 });
        }
        Ok(self.row_start > 0 && self.row_start.saturating_add(row_bytes) > MAX_BLOCK_RAW)
    }

    /// Emits the whole rows; the bytes of an unfinished row begin the next block.
    fn flush(&mut self, emit: &mut Emit<'_>) {
        let begun = self.block.bytes.split_off(self.row_start);
        let capacity = self.block.bytes.capacity().min(self.target + self.target / 8);
        // The next block mostly has about as many rows.
        let next = RowBlock::empty(self.block.format, self.block.columns, begun, self.block.ends().len());
        let mut memory = fitting(emit(std::mem::replace(&mut self.block, next)), self.target);
        if memory.capacity() == 0 {
            memory.reserve_exact(capacity);
        }
        memory.extend_from_slice(&self.block.bytes);
        self.block.bytes = memory;
        self.row_start = 0;
    }
}

/// The memory of an earlier block, emptied. What once held a huge row is better given back to the system.
fn fitting(mut memory: Vec<u8>, target: usize) -> Vec<u8> {
    if memory.capacity() > target.saturating_mul(2) {
        return Vec::new();
    }
    memory.clear();
    memory
}

#[cfg(test)]
mod tests;
