//! Text as words of a table and a rest. format-spec/blocks.md §4.8.

use super::lengths::{self, Read};
use crate::codec::{
    CodecError,
    input::Input,
    page::{PageReader, PageWriter},
    values::{Fields, Values},
};

/// Codes below this take bytes from the rest.
const FIRST_WORD: usize = 16;

pub(in crate::codec) fn decode(
    input: &mut Input<'_>,
    count: usize,
    limit: usize,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<Fields, CodecError> {
    let (lengths, sum) = lengths::decode(input, count, limit, pages, scratch)?;
    let words = usize::from(input.u16()?);
    let pairs = input.u8()?;
    if usize::from(pairs) < FIRST_WORD {
        return Err(CodecError::Unknown { what: "first pair code", value: pairs.into() });
    }
    scratch.clear();
    pages.read(input, words, scratch)?;
    let mut ends = Vec::with_capacity(words);
    let mut table_bytes = 0;
    for &length in scratch.iter() {
        if length == 0 {
            return Err(CodecError::Inconsistent("a word is empty"));
        }
        table_bytes += usize::from(length);
        ends.push((table_bytes - usize::from(length), usize::from(length)));
    }
    let mut table = Vec::new();
    pages.read(input, table_bytes, &mut table)?;
    let code_count = input.size()?;
    let mut codes = Vec::new();
    pages.read(input, code_count, &mut codes)?;
    let rest_count = input.size()?;
    scratch.clear();
    pages.read(input, rest_count, scratch)?;
    let bytes = expand(&codes, usize::from(pairs), &ends, &table, scratch, sum)?;
    Ok(match lengths {
        Read::Constant(width) => Fields::Fixed { width, bytes },
        Read::Varied(lengths) => Fields::Varied { lengths, bytes },
    })
}

fn expand(
    codes: &[u8],
    pairs: usize,
    words: &[(usize, usize)],
    table: &[u8],
    mut rest: &[u8],
    sum: usize,
) -> Result<Vec<u8>, CodecError> {
    let mut bytes = Vec::with_capacity(sum);
    let mut codes = codes.iter();
    while let Some(&code) = codes.next() {
        let code = usize::from(code);
        let piece = if code < FIRST_WORD {
            let (piece, after) =
                rest.split_at_checked(code + 1).ok_or(CodecError::Inconsistent("the rest of the words runs out"))?;
            rest = after;
            piece
        } else {
            let word = if code < pairs {
                code - FIRST_WORD
            } else {
                let &low = codes.next().ok_or(CodecError::Inconsistent("a pair code is cut off"))?;
                pairs - FIRST_WORD + (code - pairs) * 256 + usize::from(low)
            };
            let &(start, length) = words.get(word).ok_or(CodecError::Inconsistent("a word is not in the table"))?;
            &table[start..][..length]
        };
        if bytes.len() + piece.len() > sum {
            return Err(CodecError::Inconsistent("the words are longer than the values"));
        }
        bytes.extend_from_slice(piece);
    }
    if bytes.len() == sum && rest.is_empty() {
        Ok(bytes)
    } else {
        Err(CodecError::Inconsistent("the words do not give the values"))
    }
}

/// The words of a text column.
#[derive(Default)]
pub(in crate::codec) struct Words {}

impl Words {
    pub(in crate::codec) fn collect(&mut self, _values: &Values<'_>) -> bool {
        false
    }
    pub(in crate::codec) fn cost(&self, trial: usize, _all: usize, _sample: usize) -> u64 {
        trial as u64
    }
}

pub(in crate::codec) fn encode(
    _words: &mut Words,
    values: &Values<'_>,
    pages: &mut PageWriter,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    super::plain::encode(values, pages, out)
}
