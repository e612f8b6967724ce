//! The digest of a table: an order-independent multiset hash of its rows. format-spec/blocks.md §5.

use std::fmt::Write;

use xxhash_rust::xxh3::xxh3_128;

use super::{CodecError, RowBlock, Rows, Shape, mask, row_block::walk};

/// Row count and 128-bit sum of row hashes: equal whatever the order, the chunking, the number of workers.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Digest {
    /// Rows added.
    pub rows: u64,
    /// Sum of the rows' 128-bit hashes, modulo 2^128.
    pub sum: u128,
}

impl Digest {
    /// Adds another part of the same table.
    pub fn add(&mut self, other: Digest) {
        self.rows = self.rows.wrapping_add(other.rows);
        self.sum = self.sum.wrapping_add(other.sum);
    }

    /// 32 hex digits of the sum.
    pub fn hex(&self) -> String {
        let mut text = String::with_capacity(32);
        // Writing to a string cannot fail.
        let _ = write!(text, "{:032x}", self.sum);
        text
    }

    fn add_row(&mut self, row: &[u8]) {
        self.rows += 1;
        self.sum = self.sum.wrapping_add(xxh3_128(row));
    }
}

/// Computes digests of one stream's blocks.
#[derive(Clone, Debug)]
pub struct Digester {
    columns: usize,
    /// Columns with something to mask, in order.
    masked: Vec<(usize, Shape)>,
    row: Vec<u8>,
    places: Vec<usize>,
}

impl Digester {
    /// `shapes`: one per column; only binary rows are masked.
    pub fn new(shapes: Vec<Shape>) -> Self {
        let columns = shapes.len();
        let masked =
            shapes.into_iter().map(mask::simplify).enumerate().filter(|(_, shape)| *shape != Shape::Opaque).collect();
        Self { columns, masked, row: Vec::new(), places: Vec::new() }
    }

    /// The digest of a block of rows.
    ///
    /// # Errors
    /// The block has other columns, or a value does not have its column's shape.
    pub fn digest(&mut self, block: &RowBlock) -> Result<Digest, CodecError> {
        let mut digest = Digest::default();
        match block.format {
            Rows::Text => {
                // The newline is no part of a row.
                let line = |row: &[u8]| row.split_last().map_or(0, |(_, line)| line.len());
                block.each().try_for_each(|row| row.map(|row| digest.add_row(&row[..line(row)])))?;
            }
            Rows::Binary if self.columns != usize::from(block.columns) => {
                return Err(CodecError::FieldCount {
                    row: 0,
                    expected: u16::try_from(self.columns).unwrap_or(u16::MAX),
                    found: block.columns.into(),
                });
            }
            Rows::Binary if self.masked.is_empty() => {
                block.each().try_for_each(|row| row.map(|row| digest.add_row(row)))?;
            }
            Rows::Binary => self.digest_masked(block, &mut digest)?,
        }
        Ok(digest)
    }

    fn digest_masked(&mut self, block: &RowBlock, digest: &mut Digest) -> Result<(), CodecError> {
        for row in block.each() {
            let row = row?;
            self.places.clear();
            let length = walk(row, block.columns, digest.rows, |at| self.places.push(at))?;
            self.places.push(length);
            self.row.clear();
            self.row.extend_from_slice(row);
            for (column, shape) in &self.masked {
                // A field reaches from behind its length word to the next one's. NULL has nothing there, and neither has
                // an empty value, which only its length word tells apart.
                let (start, end) = (self.places[*column], self.places[*column + 1]);
                let field = &mut self.row[start..end];
                if field.first_chunk::<4>() != Some(&(-1_i32).to_be_bytes()) {
                    let column = u16::try_from(*column).unwrap_or(u16::MAX);
                    mask::mask(shape, &mut field[4..]).ok_or(CodecError::Shape { row: digest.rows, column })?;
                }
            }
            digest.add_row(&self.row);
        }
        Ok(())
    }
}
