//! A column of a block, read back. format-spec/blocks.md §4.

use super::Integers;
use crate::codec::{
    CodecError,
    encoding::{
        DECIMAL, DICTIONARY, DIGITS, INT2, INT4, INT8, NULL, NUMERIC, PLAIN, PLANES, SHUFFLE, TEMPLATE, WORDS, decimal,
        dictionary, digits, integer, numeric, plain, planes, scaled, shuffle, template, words,
    },
    input::Input,
    page::PageReader,
    values::Fields,
};

/// A decoded column.
#[derive(Debug)]
pub(in crate::codec) struct Decoded {
    /// A bit per row, when some are NULL and the fields do not say so themselves.
    pub(in crate::codec) present: Option<Vec<u8>>,
    /// Its values.
    pub(in crate::codec) fields: Fields,
}

/// Reads one column of `rows` rows, whose values have at most `limit` bytes together. Its integers are put after `earlier`.
pub(in crate::codec) fn read(
    input: &mut Input<'_>,
    rows: usize,
    limit: usize,
    earlier: &mut Vec<Integers>,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<Decoded, CodecError> {
    read_any(input, rows, (limit, false), earlier, pages, scratch)
}

/// The same for a column of templates, of which there are none inside of it; every row has a value.
pub(in crate::codec) fn read_nested(
    input: &mut Input<'_>,
    rows: usize,
    limit: usize,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<Fields, CodecError> {
    let mut integers = Vec::new();
    let Decoded { present, fields } = read_any(input, rows, (limit, true), &mut integers, pages, scratch)?;
    integers.into_iter().flatten().for_each(|(_, numbers)| pages.spare.numbers.give(numbers));
    match present {
        None => Ok(fields),
        Some(_) => Err(CodecError::Inconsistent("a value of a template is NULL")),
    }
}

fn read_any(
    input: &mut Input<'_>,
    rows: usize,
    (limit, is_nested): (usize, bool),
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
        NUMERIC | DIGITS => {
            let form = if encoding == NUMERIC { &numeric::FORM } else { &digits::FORM };
            let (fields, values) = scaled::decode(form, input, count, limit, &mut reference, pages, scratch)?;
            integers = Some((encoding, values));
            fields
        }
        WORDS => words::decode(input, count, limit, pages, scratch)?,
        TEMPLATE if !is_nested => template::decode(input, count, limit, pages, scratch)?,
        DECIMAL => {
            let (fields, values) = decimal::decode(input, count, limit, &mut reference, pages, scratch)?;
            integers = Some((encoding, values));
            fields
        }
        _ => return Err(CodecError::Unknown { what: "encoding", value: encoding.into() }),
    };
    earlier.push(integers.filter(|_| present.is_none()));
    Ok(Decoded { present, fields })
}

/// The bit of a row.
pub(in crate::codec) fn has_value(bits: &[u8], row: usize) -> bool {
    bits.get(row / 8).is_some_and(|byte| byte >> (row % 8) & 1 == 1)
}
