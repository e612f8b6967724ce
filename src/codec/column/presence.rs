//! Which rows of a column have a value.

use crate::codec::{
    rows::Column,
    values::{Lengths, Values},
};

/// Finds the rows that have a value. Keeps its memory.
#[derive(Default)]
pub(super) struct Presence {
    lengths: Vec<u32>,
    bitmap: Vec<u8>,
    rows: Vec<u32>,
}

/// The values of a column that has some, and where they stand.
pub(super) struct Present<'a> {
    /// Rows with and without a value.
    pub(super) row_count: usize,
    /// The values.
    pub(super) values: Values<'a>,
    /// The row of each value, when some rows have none.
    pub(super) rows: Option<&'a [u32]>,
    /// A bit per row, when some have no value.
    pub(super) bitmap: Option<&'a [u8]>,
}

impl Presence {
    /// The values of a column; `None` when all are NULL.
    pub(super) fn find<'a>(&'a mut self, column: &'a Column) -> Option<Present<'a>> {
        let (least, most) = extremes(&column.lengths);
        let width = usize::try_from(most).ok()?;
        let nulls = least < 0;
        self.lengths.clear();
        if nulls {
            self.find_nulls(&column.lengths);
        }
        let row_count = column.lengths.len();
        let constant =
            if nulls { self.lengths.iter().all(|&length| i32::try_from(length) == Ok(most)) } else { least == most };
        let lengths = if constant {
            Lengths::Constant { count: if nulls { self.lengths.len() } else { row_count }, width }
        } else {
            if !nulls {
                self.lengths.extend(column.lengths.iter().map(|&length| length.cast_unsigned()));
            }
            Lengths::Varied(&self.lengths)
        };
        Some(Present {
            row_count,
            values: Values { lengths, bytes: column.bytes() },
            rows: nulls.then_some(&self.rows),
            bitmap: nulls.then_some(&self.bitmap),
        })
    }

    /// Fills the bitmap, the rows that have a value and the lengths of those.
    fn find_nulls(&mut self, lengths: &[i32]) {
        self.rows.resize(lengths.len(), 0);
        self.lengths.resize(lengths.len(), 0);
        self.bitmap.clear();
        let mut found = 0;
        for (first, eight) in (0_u32..).step_by(8).zip(lengths.chunks(8)) {
            let mut bits = 0;
            for (row, &length) in (first..).zip(eight) {
                // Written whether there is a value or not: where both are frequent, nothing can foresee which it is.
                (self.rows[found], self.lengths[found]) = (row, length.cast_unsigned());
                bits |= u8::from(length >= 0) << (row % 8);
                found += usize::from(length >= 0);
            }
            self.bitmap.push(bits);
        }
        self.rows.truncate(found);
        self.lengths.truncate(found);
    }
}

/// Least and greatest.
fn extremes(lengths: &[i32]) -> (i32, i32) {
    lengths.iter().fold((i32::MAX, -1), |(least, most), &length| (least.min(length), most.max(length)))
}
