//! Text as words of a table and a rest. format-spec/blocks.md §4.8.
//!
//! ```text
//! +------------+------------+-----------+-------------+-------------+------------+-------------+-----------+------------+
//! | lengths(n) | words: u16 | pairs: u8 | page(words) | page(bytes) | codes: u32 | page(codes) | rest: u32 | page(rest) |
//! +------------+------------+-----------+-------------+-------------+------------+-------------+-----------+------------+
//! ```
//! Most of a text column are words, keys and separators that come back every few values. As codes they are a fifth of
//! the bytes, which then compress better and faster than the text would; what does not repeat stays text.

mod pieces;
mod vocabulary;

use pieces::Pieces;
use vocabulary::Vocabulary;

use super::lengths::{self, Read};
use crate::codec::{
    CodecError,
    input::Input,
    page::{Content, PageReader, PageWriter},
    values::{Fields, Values},
};

/// Codes below this take bytes from the rest.
const FIRST_WORD: usize = 16;

/// The words of a text column. Keeps its memory.
#[derive(Default)]
pub(in crate::codec) struct Words {
    pieces: Pieces,
    vocabulary: Vocabulary,
    codes: Vec<u8>,
    rest: Vec<u8>,
}

impl Words {
    /// Finds the words of a column. False when it hardly has any.
    pub(in crate::codec) fn collect(&mut self, values: &Values<'_>) -> bool {
        self.pieces.find(values);
        self.vocabulary.pick(values.bytes, &self.pieces)
    }

    /// Turns the text into codes and a rest.
    fn code(&mut self, text: &[u8], pairs: usize) {
        let Self { pieces, vocabulary, codes, rest } = self;
        let singles = pairs - FIRST_WORD;
        codes.clear();
        rest.clear();
        // Bytes of the rest that no code takes yet.
        let mut waiting = 0;
        let mut rest_length = 0;
        pieces.each(text, 0, pieces.runs(), |key| {
            let Some(word) = vocabulary.word(key) else {
                if rest.len() < rest_length + size_of::<Run>() {
                    rest.resize(2 * rest.len() + 4 * size_of::<Run>(), 0);
                }
                // A run of constant length is cheaper to copy; the next one overwrites what is too much.
                if let Some(slot) = rest[rest_length..].first_chunk_mut::<{ size_of::<Run>() }>() {
                    *slot = key.bytes();
                }
                rest_length += key.length();
                waiting += key.length();
                if waiting >= FIRST_WORD {
                    codes.push(low_byte(FIRST_WORD - 1));
                    waiting -= FIRST_WORD;
                }
                return;
            };
            if waiting > 0 {
                codes.push(low_byte(waiting - 1));
                waiting = 0;
            }
            if word < singles {
                codes.push(low_byte(word + FIRST_WORD));
            } else {
                let pair = word - singles;
                codes.extend_from_slice(&[low_byte(pairs + pair / 256), low_byte(pair % 256)]);
            }
        });
        if waiting > 0 {
            codes.push(low_byte(waiting - 1));
        }
        rest.truncate(rest_length);
    }

    /// Encodes the column whose words were collected last.
    pub(in crate::codec) fn encode(
        &mut self,
        values: &Values<'_>,
        pages: &mut PageWriter,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        let words = self.vocabulary.words();
        let leads = words.len().saturating_sub(256 - FIRST_WORD).div_ceil(255).max(1);
        let pairs = 256 - leads;
        lengths::encode(values.lengths, pages, out)?;
        out.extend_from_slice(&u16::try_from(words.len()).map_err(|_| TOO_MANY)?.to_le_bytes());
        out.push(low_byte(pairs));
        let mut lengths = Vec::with_capacity(words.len());
        let mut table = Vec::new();
        for word in words {
            lengths.push(low_byte(word.length()));
            table.extend_from_slice(&word.bytes()[..word.length()]);
        }
        pages.write(Content::Plane, &lengths, out)?;
        pages.write(Content::Text, &table, out)?;
        self.code(values.bytes, pairs);
        for (content, bytes) in [(Content::Codes, &self.codes), (Content::Text, &self.rest)] {
            out.extend_from_slice(&u32::try_from(bytes.len()).map_err(|_| TOO_MANY)?.to_le_bytes());
            pages.write(content, bytes, out)?;
        }
        Ok(())
    }
}

/// What a piece's bytes are copied as.
type Run = [u8; 16];

const TOO_MANY: CodecError = CodecError::Inconsistent("a text has too many words");

/// A number below 256.
fn low_byte(number: usize) -> u8 {
    number.to_le_bytes()[0]
}

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
    let mut codes = pages.spare.bytes.take(code_count);
    pages.read(input, code_count, &mut codes)?;
    let rest_count = input.size()?;
    scratch.clear();
    pages.read(input, rest_count, scratch)?;
    let bytes = pages.spare.bytes.take(sum + RUN);
    let bytes = expand(&codes, usize::from(pairs), &ends, &mut table, scratch, bytes, sum)?;
    pages.spare.bytes.give(codes);
    Ok(match lengths {
        Read::Constant(width) => Fields::Fixed { width, bytes },
        Read::Varied(lengths) => Fields::Varied { lengths, bytes },
    })
}

/// Bytes that are copied at once where the words are not longer.
const RUN: usize = 32;

fn expand(
    codes: &[u8],
    pairs: usize,
    words: &[(usize, usize)],
    table: &mut Vec<u8>,
    mut rest: &[u8],
    mut bytes: Vec<u8>,
    sum: usize,
) -> Result<Vec<u8>, CodecError> {
    // Room to copy a whole run from the last word, and behind the last value.
    table.resize(table.len() + RUN, 0);
    bytes.resize(sum + RUN, 0);
    let mut at = 0;
    let mut codes = codes.iter();
    while let Some(&code) = codes.next() {
        let code = usize::from(code);
        let length = if code < FIRST_WORD {
            let length = code + 1;
            let (piece, after) =
                rest.split_at_checked(length).ok_or(CodecError::Inconsistent("the rest of the words runs out"))?;
            if at + length > sum {
                return Err(TOO_LONG);
            }
            bytes[at..at + length].copy_from_slice(piece);
            rest = after;
            length
        } else {
            let word = if code < pairs {
                code - FIRST_WORD
            } else {
                let &low = codes.next().ok_or(CodecError::Inconsistent("a pair code is cut off"))?;
                pairs - FIRST_WORD + (code - pairs) * 256 + usize::from(low)
            };
            let &(start, length) = words.get(word).ok_or(CodecError::Inconsistent("a word is not in the table"))?;
            if at + length > sum {
                return Err(TOO_LONG);
            }
            let copied = if length <= RUN { RUN } else { length };
            bytes[at..at + copied].copy_from_slice(&table[start..start + copied]);
            length
        };
        at += length;
    }
    bytes.truncate(sum);
    if at == sum && rest.is_empty() {
        Ok(bytes)
    } else {
        Err(CodecError::Inconsistent("the words do not give the values"))
    }
}

const TOO_LONG: CodecError = CodecError::Inconsistent("the words are longer than the values");
