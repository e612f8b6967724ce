//! One column of a block, in both directions: written in `body`, read in `reader`. format-spec/blocks.md §4.
//!
//! ```text
//!  0          1          2
//! +----------+----------+----------------+-------------
//! | encoding | presence | [bitmap page]  | by encoding
//! +----------+----------+----------------+-------------
//! ```

mod body;
mod presence;
mod reader;

use super::{
    CodecError,
    choose::{Excluded, Reference, Surroundings},
    encoding::{NULL, TEMPLATE},
    page::PageWriter,
    rows::Column,
};
use body::BodyWriter;
use presence::Presence;

pub(super) use reader::{Decoded, has_value, read, read_nested};

/// Integers of an encoded column that later ones may refer to: its encoding and values, one per row.
pub(super) type Integers = Option<(u8, Vec<u64>)>;

/// Encodes columns. Keeps its memory.
#[derive(Default)]
pub(super) struct ColumnWriter {
    presence: Presence,
    body: BodyWriter,
    /// What no column gets.
    excluded: Excluded,
}

impl ColumnWriter {
    /// For the columns of templates.
    pub(super) fn nested() -> Self {
        ColumnWriter { excluded: Excluded::default().with(TEMPLATE), ..ColumnWriter::default() }
    }

    /// Begins a block of so many bytes; the integers of the one before leave their memory.
    pub(super) fn restart(&mut self, raw_bytes: usize, earlier: &mut Vec<Integers>) {
        self.body.spare.limit(raw_bytes);
        earlier.drain(..).flatten().for_each(|(_, numbers)| self.body.spare.give(numbers));
    }

    /// Appends one column. Gives the name of its encoding, and puts its integers after `earlier`.
    pub(super) fn write(
        &mut self,
        column: &Column,
        earlier: &mut Vec<Integers>,
        pages: &mut PageWriter,
        out: &mut Vec<u8>,
    ) -> Result<&'static str, CodecError> {
        let Some(present) = self.presence.find(column) else {
            out.extend_from_slice(&[NULL, 0]);
            earlier.push(None);
            return Ok("null");
        };
        let references: Vec<Reference<'_>> = (0..)
            .zip(earlier.iter())
            .filter_map(|(column, integers)| {
                integers.as_ref().map(|(encoding, values)| Reference { column, encoding: *encoding, values })
            })
            .collect();
        let mut around = Surroundings { rows: present.rows, references: &references, excluded: self.excluded };
        let (start, counted) = (out.len(), pages.content_bytes());
        loop {
            let choice = self.body.chooser.choose(&present.values, &around, pages)?;
            pages.set_content_bytes(counted);
            if let Some(written) = self.body.write(choice, &present, &references, pages, out)? {
                earlier.push(self.body.keep(written.encoding, written.numbers, &present));
                return Ok(written.name);
            }
            // Some value is not as those of the sample are.
            out.truncate(start);
            pages.set_content_bytes(counted);
            around.excluded = around.excluded.with(choice.encoding());
        }
    }
}
