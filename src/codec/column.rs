//! One column of a block, in both directions: written here, read in `reader`. format-spec/blocks.md §4.
//!
//! ```text
//!  0          1          2
//! +----------+----------+----------------+-------------
//! | encoding | presence | [bitmap page]  | by encoding
//! +----------+----------+----------------+-------------
//! ```

mod reader;

use std::borrow::Cow;

use super::{
    CodecError,
    choose::{Choice, Chooser, Reference, Surroundings, integer_encoding},
    encoding::{
        DECIMAL, DICTIONARY, DIGITS, INT2, INT4, NULL, NUMERIC, PLAIN, PLANES, SHUFFLE, TEMPLATE, WORDS,
        decimal::{self, Exceptions},
        digits,
        integer::{self, Plan, Predictor},
        numeric, plain, planes,
        shuffle::{self, Layout},
    },
    page::{Content, PageWriter},
    rows::Column,
    spare::Spare,
    templates::Templates,
    values::{Lengths, Values},
};

pub(super) use reader::{Decoded, has_value, read, read_nested};

/// Integers of an encoded column that later ones may refer to: its encoding and values, one per row.
pub(super) type Integers = Option<(u8, Vec<u64>)>;

/// Encodes columns. Keeps its memory.
#[derive(Default)]
pub(super) struct ColumnWriter {
    chooser: Chooser,
    lengths: Vec<u32>,
    bitmap: Vec<u8>,
    rows: Vec<u32>,
    scales: Vec<u8>,
    exceptions: Exceptions,
    spare: Spare<u64>,
    /// Its columns are those of templates.
    is_nested: bool,
    templates: Option<Box<Templates>>,
}

impl ColumnWriter {
    /// For the columns of templates.
    pub(super) fn nested() -> Self {
        ColumnWriter { is_nested: true, ..ColumnWriter::default() }
    }

    /// Begins a block of so many bytes; the integers of the one before leave their memory.
    pub(super) fn restart(&mut self, raw_bytes: usize, earlier: &mut Vec<Integers>) {
        self.spare.limit(raw_bytes);
        earlier.drain(..).flatten().for_each(|(_, numbers)| self.spare.give(numbers));
    }

    /// Appends one column. Gives the name of its encoding, and puts its integers after `earlier`.
    pub(super) fn write(
        &mut self,
        column: &Column,
        earlier: &mut Vec<Integers>,
        pages: &mut PageWriter,
        out: &mut Vec<u8>,
    ) -> Result<&'static str, CodecError> {
        let row_count = column.lengths.len();
        let (least, most) = extremes(&column.lengths);
        if most < 0 {
            out.extend_from_slice(&[NULL, 0]);
            earlier.push(None);
            return Ok("null");
        }
        let nulls = least < 0;
        self.lengths.clear();
        self.rows.clear();
        if nulls {
            self.find_nulls(&column.lengths);
        }
        let constant =
            if nulls { self.lengths.iter().all(|&length| i32::try_from(length) == Ok(most)) } else { least == most };
        let count = if nulls { self.lengths.len() } else { row_count };
        let lengths = if constant {
            Lengths::Constant { count, width: usize::try_from(most).unwrap_or(0) }
        } else {
            if !nulls {
                self.lengths.extend(column.lengths.iter().map(|&length| length.cast_unsigned()));
            }
            Lengths::Varied(&self.lengths)
        };
        let values = Values { lengths, bytes: column.bytes() };
        let earlier_integers: Vec<Reference<'_>> = (0..)
            .zip(earlier.iter())
            .filter_map(|(column, integers)| {
                integers.as_ref().map(|(encoding, values)| Reference { column, encoding: *encoding, values })
            })
            .collect();
        let mut around = Surroundings {
            rows: nulls.then_some(self.rows.as_slice()),
            references: &earlier_integers,
            may_be_documents: !self.is_nested,
        };
        let counted = pages.content_bytes();
        let mut choice = self.chooser.choose(&values, &around, pages)?;
        pages.set_content_bytes(counted);
        if choice == Choice::Template {
            let start = out.len();
            out.extend_from_slice(&[TEMPLATE, u8::from(nulls)]);
            if nulls {
                pages.write(Content::Text, &self.bitmap, out)?;
            }
            let body = out.len();
            let templates = self.templates.get_or_insert_default();
            if templates.write(&values, pages, out)? && self.chooser.beats_plain(out.len() - body, &values, pages)? {
                earlier.push(None);
                return Ok("template");
            }
            out.truncate(start);
            around.may_be_documents = false;
            pages.set_content_bytes(counted);
            choice = self.chooser.choose(&values, &around, pages)?;
            pages.set_content_bytes(counted);
        }
        let mut numbers = match choice {
            Choice::Numeric(_) | Choice::Digits(_) | Choice::Integer { .. } | Choice::Decimal { .. } => {
                self.spare.take(count)
            }
            _ => Vec::new(),
        };
        if let Choice::Numeric(_) | Choice::Digits(_) = choice {
            let parse = if matches!(choice, Choice::Digits(_)) { digits::parse } else { numeric::parse };
            numbers.reserve(count);
            self.scales.clear();
            for field in values.iter() {
                let Some((value, scale)) = parse(field) else { break };
                numbers.push(value.cast_unsigned());
                self.scales.push(scale);
            }
            if numbers.len() < count {
                choice = Choice::Plain;
            }
        }
        if let Choice::Integer { width, .. } = choice {
            integer::from_fields(values.bytes, width, &mut numbers);
        }
        if let Choice::Decimal { form, .. } = choice
            && !decimal::from_fields(values.bytes, form, &mut numbers, &mut self.exceptions)
        {
            choice = Choice::Shuffle(Layout::float(form.width));
        }
        let predictions = |plan: Plan| match plan.predictor {
            Predictor::Column(column) => {
                let theirs = earlier_integers
                    .iter()
                    .find(|reference| reference.column == column)
                    .map(|reference| reference.values)?;
                Some(if nulls {
                    self.rows.iter().map(|&row| theirs[row as usize]).collect::<Vec<u64>>().into()
                } else {
                    Cow::Borrowed(theirs)
                })
            }
            _ => None,
        };
        let (encoding, name) = identify(choice);
        out.extend_from_slice(&[encoding, u8::from(nulls && encoding != DICTIONARY)]);
        if nulls && encoding != DICTIONARY {
            pages.write(Content::Text, &self.bitmap, out)?;
        }
        match choice {
            _ if !self.chooser.ready.is_empty() => {
                out.extend_from_slice(&self.chooser.ready);
                pages.set_content_bytes(pages.content_bytes() + self.chooser.ready_content);
            }
            Choice::Plain | Choice::Words | Choice::Template => plain::encode(&values, pages, out)?,
            Choice::Dictionary => {
                self.chooser.table.encode(row_count, nulls.then_some(&self.bitmap), pages, out)?;
            }
            Choice::Planes { width } => planes::encode(values.bytes, width, pages, out)?,
            Choice::Shuffle(layout) => shuffle::encode(layout, &values, pages, out)?,
            Choice::Integer { plan, .. } => integer::encode(&numbers, plan, predictions(plan).as_deref(), pages, out)?,
            Choice::Numeric(plan) | Choice::Digits(plan) => {
                numeric::encode(&self.scales, &numbers, plan, predictions(plan).as_deref(), pages, out)?;
            }
            Choice::Decimal { form, plan } => {
                let predicted = predictions(plan);
                decimal::encode(form, &self.exceptions, &numbers, plan, predicted.as_deref(), pages, out)?;
            }
        }
        let integers =
            matches!(choice, Choice::Integer { .. } | Choice::Numeric(_) | Choice::Digits(_) | Choice::Decimal { .. })
                && !nulls;
        if integers {
            earlier.push(Some((encoding, numbers)));
        } else {
            earlier.push(None);
            self.spare.give(numbers);
        }
        Ok(name)
    }

    /// Fills the bitmap, the rows that have a value and the lengths of those.
    fn find_nulls(&mut self, lengths: &[i32]) {
        self.bitmap.clear();
        self.bitmap.resize(lengths.len().div_ceil(8), 0);
        for (row, (number, &length)) in (0_u32..).zip(lengths.iter().enumerate()) {
            if length >= 0 {
                self.bitmap[number / 8] |= 1 << (number % 8);
                self.rows.push(row);
                self.lengths.push(length.cast_unsigned());
            }
        }
    }
}

/// Least and greatest.
fn extremes(lengths: &[i32]) -> (i32, i32) {
    lengths.iter().fold((i32::MAX, -1), |(least, most), &length| (least.min(length), most.max(length)))
}

fn identify(choice: Choice) -> (u8, &'static str) {
    match choice {
        // Those of templates are written before this is asked.
        Choice::Plain | Choice::Template => (PLAIN, "plain"),
        Choice::Dictionary => (DICTIONARY, "dictionary"),
        Choice::Planes { .. } => (PLANES, "planes"),
        Choice::Shuffle(_) => (SHUFFLE, "shuffle"),
        Choice::Words => (WORDS, "words"),
        Choice::Integer { width, plan } => {
            let encoding = integer_encoding(width);
            let names = match encoding {
                INT2 => ["int2-frame", "int2-delta", "int2-column"],
                INT4 => ["int4-frame", "int4-delta", "int4-column"],
                _ => ["int8-frame", "int8-delta", "int8-column"],
            };
            (encoding, names[predictor(plan)])
        }
        Choice::Numeric(plan) => (NUMERIC, ["numeric-frame", "numeric-delta", "numeric-column"][predictor(plan)]),
        Choice::Digits(plan) => (DIGITS, ["digits-frame", "digits-delta", "digits-column"][predictor(plan)]),
        Choice::Decimal { plan, .. } => {
            (DECIMAL, ["decimal-frame", "decimal-delta", "decimal-column"][predictor(plan)])
        }
    }
}

fn predictor(plan: Plan) -> usize {
    match plan.predictor {
        Predictor::Frame => 0,
        Predictor::Delta => 1,
        Predictor::Column(_) => 2,
    }
}
