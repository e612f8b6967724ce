//! One column of a block, in both directions. format-spec/blocks.md §4.
//!
//! ```text
//!  0          1          2
//! +----------+----------+----------------+-------------
//! | encoding | presence | [bitmap page]  | by encoding
//! +----------+----------+----------------+-------------
//! ```

use std::borrow::Cow;

use super::{
    CodecError,
    choose::{Choice, Chooser, Reference, Surroundings, integer_encoding},
    encoding::{
        DICTIONARY, INT2, INT4, INT8, NULL, NUMERIC, PLAIN, PLANES, SHUFFLE, WORDS, dictionary,
        integer::{self, Plan, Predictor},
        numeric, plain, planes, shuffle, words,
    },
    input::Input,
    page::{Content, PageReader, PageWriter},
    rows::Column,
    spare::Spare,
    values::{Fields, Lengths, Values},
};

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
    spare: Spare<u64>,
}

impl ColumnWriter {
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
        let around = Surroundings { rows: nulls.then_some(self.rows.as_slice()), references: &earlier_integers };
        let counted = pages.content_bytes();
        let mut choice = self.chooser.choose(&values, &around, pages)?;
        pages.set_content_bytes(counted);
        let mut numbers = match choice {
            Choice::Numeric(_) | Choice::Integer { .. } => self.spare.take(count),
            _ => Vec::new(),
        };
        if let Choice::Numeric(_) = choice {
            numbers.reserve(count);
            self.scales.clear();
            for field in values.iter() {
                let Some((value, scale)) = numeric::parse(field) else { break };
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
            Choice::Plain | Choice::Words => plain::encode(&values, pages, out)?,
            Choice::Dictionary => {
                self.chooser.table.encode(row_count, nulls.then_some(&self.bitmap), pages, out)?;
            }
            Choice::Planes { width } => planes::encode(values.bytes, width, pages, out)?,
            Choice::Shuffle(layout) => shuffle::encode(layout, &values, pages, out)?,
            Choice::Integer { plan, .. } => integer::encode(&numbers, plan, predictions(plan).as_deref(), pages, out)?,
            Choice::Numeric(plan) => {
                numeric::encode(&self.scales, &numbers, plan, predictions(plan).as_deref(), pages, out)?;
            }
        }
        let integers = matches!(choice, Choice::Integer { .. } | Choice::Numeric(_)) && !nulls;
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
        Choice::Plain => (PLAIN, "plain"),
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
    }
}

fn predictor(plan: Plan) -> usize {
    match plan.predictor {
        Predictor::Frame => 0,
        Predictor::Delta => 1,
        Predictor::Column(_) => 2,
    }
}

/// A decoded column.
#[derive(Debug)]
pub(super) struct Decoded {
    /// A bit per row, when some are NULL and the fields do not say so themselves.
    pub(super) present: Option<Vec<u8>>,
    /// Its values.
    pub(super) fields: Fields,
}

impl Decoded {
    /// Bytes of all values together, at most.
    pub(super) fn value_bytes(&self) -> usize {
        match &self.fields {
            Fields::Null => 0,
            Fields::Fixed { bytes, .. } | Fields::Varied { bytes, .. } => bytes.len(),
            Fields::Coded { codes, entries, .. } => codes
                .iter()
                .map(|&code| entries[usize::from(code)].map_or(0, |(_, length)| length))
                .fold(0, usize::saturating_add),
        }
    }
}

/// Reads one column of `rows` rows, whose values have at most `limit` bytes together. Its integers are put after `earlier`.
pub(super) fn read(
    input: &mut Input<'_>,
    rows: usize,
    limit: usize,
    earlier: &mut Vec<Integers>,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<Decoded, CodecError> {
    let encoding = input.u8()?;
    let presence = input.u8()?;
    if presence > 1 || (presence == 1 && (encoding == NULL || encoding == DICTIONARY)) {
        return Err(CodecError::Unknown { what: "presence", value: presence.into() });
    }
    let mut present = None;
    let mut count = rows;
    if presence == 1 {
        let mut bitmap = Vec::new();
        pages.read(input, rows.div_ceil(8), &mut bitmap)?;
        if !rows.is_multiple_of(8) && bitmap.last().is_some_and(|last| last >> (rows % 8) != 0) {
            return Err(CodecError::Inconsistent("unused presence bits are set"));
        }
        count = bitmap.iter().map(|byte| byte.count_ones() as usize).sum();
        present = Some(bitmap);
    }
    let mut integers = None;
    let bitmap = present.as_deref();
    let mut reference = |column: u16| -> Result<Vec<u64>, CodecError> {
        let theirs = earlier.get(usize::from(column)).and_then(Option::as_ref);
        let (_, values) = theirs.ok_or(CodecError::Unknown { what: "reference to column", value: column.into() })?;
        Ok(match bitmap {
            None => values.clone(),
            Some(bits) => {
                values.iter().enumerate().filter(|(row, _)| has_value(bits, *row)).map(|(_, &value)| value).collect()
            }
        })
    };
    let fields = match encoding {
        NULL => Fields::Null,
        PLAIN => plain::decode(input, count, limit, pages, scratch)?,
        DICTIONARY => dictionary::decode(input, rows, limit, pages, scratch)?,
        PLANES => planes::decode(input, count, limit, pages, scratch)?,
        SHUFFLE => shuffle::decode(input, count, limit, pages, scratch)?,
        INT2 | INT4 | INT8 => {
            let width = 2 << (encoding - INT2);
            if count.checked_mul(width).is_none_or(|size| size > limit) {
                return Err(CodecError::Inconsistent("the values are longer than the block"));
            }
            let values = integer::decode(input, count, &mut reference, pages, scratch)?;
            let fields = integer::into_fields(&values, width, pages.spare.bytes.take(count * width))?;
            integers = Some((encoding, values));
            fields
        }
        NUMERIC => {
            let (fields, values) = numeric::decode(input, count, limit, &mut reference, pages, scratch)?;
            integers = Some((encoding, values));
            fields
        }
        WORDS => words::decode(input, count, limit, pages, scratch)?,
        _ => return Err(CodecError::Unknown { what: "encoding", value: encoding.into() }),
    };
    earlier.push(integers.filter(|_| present.is_none()));
    Ok(Decoded { present, fields })
}

/// The bit of a row.
pub(super) fn has_value(bits: &[u8], row: usize) -> bool {
    bits.get(row / 8).is_some_and(|byte| byte >> (row % 8) & 1 == 1)
}
