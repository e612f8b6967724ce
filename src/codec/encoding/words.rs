//! Text as words of a table and a rest. format-spec/blocks.md §4.8.
//!
//! ```text
//! +------------+------------+-----------+-------------+-------------+------------+-------------+-----------+------------+
//! | lengths(n) | words: u16 | pairs: u8 | page(words) | page(bytes) | codes: u32 | page(codes) | rest: u32 | page(rest) |
//! +------------+------------+-----------+-------------+-------------+------------+-------------+-----------+------------+
//! ```
//! Most of a text column are words, keys and separators that come back every few values. As codes they are a fifth of
//! the bytes, which then compress better and faster than the text would; what does not repeat stays text.

use super::lengths::{self, Read};
use crate::codec::{
    CodecError,
    input::Input,
    page::{Content, PageReader, PageWriter},
    values::{Fields, Values},
};

/// Codes below this take bytes from the rest.
const FIRST_WORD: usize = 16;
/// Words are not longer than this, so that readers can copy them in one go.
const MAX_WORD: usize = 32;
/// Different pieces that are counted in one column, at most.
const MAX_PIECES: usize = 1 << 15;
/// Words in a table, at most.
const MAX_WORDS: usize = 1 << 13;
const SLOTS: usize = 2 * MAX_PIECES;
/// Marks a piece that is not counted; the rest of the number is its length.
const UNCOUNTED: u32 = 1 << 31;
/// Bytes after which it is clear whether pieces repeat.
const PROBE: usize = 24 << 10;

/// Bytes of a text as the cutting into pieces sees them.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Class {
    Letter,
    Digit,
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte {
            0x30..=0x39 => Class::Digit,
            0x41..=0x5a | 0x61..=0x7a | 0x5f | 0x80..=0xff => Class::Letter,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// The length of the piece at the start of a text that is not empty: a word and what separates it from the next one,
/// a number, or something else.
fn piece(text: &[u8]) -> usize {
    let class = |at: usize| CLASSES[usize::from(text[at])];
    let limit = text.len().min(MAX_WORD);
    let mut at = 1;
    match class(0) {
        Class::Letter => {
            while at < limit && class(at) == Class::Letter {
                at += 1;
            }
            while at < limit && class(at) == Class::Other {
                at += 1;
            }
        }
        first => {
            while at < limit && class(at) == first {
                at += 1;
            }
        }
    }
    at
}

/// A piece that was seen.
#[derive(Clone, Copy, Debug)]
struct Piece {
    hash: u32,
    start: u32,
    length: u32,
    count: u32,
}

/// The pieces of a text column, and which of them are words. Keeps its memory.
#[derive(Default)]
pub(in crate::codec) struct Words {
    slots: Vec<u32>,
    pieces: Vec<Piece>,
    /// The text as numbers of pieces.
    sequence: Vec<u32>,
    /// The code of each piece: its word number, or `u16::MAX`.
    numbers: Vec<u16>,
    chosen: Vec<u32>,
    codes: Vec<u8>,
    rest: Vec<u8>,
}

impl Words {
    /// Cuts the text into pieces and counts them. False when they hardly repeat.
    pub(in crate::codec) fn collect(&mut self, values: &Values<'_>) -> bool {
        self.slots.clear();
        self.slots.resize(SLOTS, 0);
        self.pieces.clear();
        self.sequence.clear();
        let mut start = 0;
        let mut probe = PROBE;
        for length in values.lengths.iter() {
            let end = start + length;
            while start < end {
                let length = piece(&values.bytes[start..end]);
                let number = self.number(values.bytes, start, length);
                self.sequence.push(number);
                start += length;
            }
            if start >= probe {
                // Pieces of three bytes and less, or that are new every other time, are no words.
                if self.sequence.len() * 3 > start || self.pieces.len() * 2 > self.sequence.len() {
                    return false;
                }
                probe = usize::MAX;
            }
        }
        probe == usize::MAX
    }

    fn number(&mut self, text: &[u8], start: usize, length: usize) -> u32 {
        let piece = &text[start..start + length];
        let hash = hash(piece);
        let mut slot = hash as usize & (SLOTS - 1);
        loop {
            let found = self.slots[slot];
            if found == 0 {
                break;
            }
            let number = found - 1;
            let known = &mut self.pieces[number as usize];
            if known.hash == hash && known.length as usize == length && text[known.start as usize..][..length] == *piece
            {
                known.count += 1;
                return number;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        // A piece has at most MAX_WORD bytes, a block fewer than 2^31.
        let (Ok(number), Ok(start), Ok(length)) =
            (u32::try_from(self.pieces.len()), u32::try_from(start), u32::try_from(length))
        else {
            return UNCOUNTED;
        };
        if self.pieces.len() >= MAX_PIECES {
            return UNCOUNTED | length;
        }
        self.pieces.push(Piece { hash, start, length, count: 1 });
        self.slots[slot] = number + 1;
        number
    }

    /// Picks the words: the pieces that are cheaper as codes, most frequent first.
    fn choose(&mut self, text: &[u8]) {
        let total = u32::try_from(self.sequence.len()).unwrap_or(u32::MAX);
        self.chosen.clear();
        for (number, piece) in (0..).zip(&self.pieces) {
            // In half bits: a digit in the rest takes about 7, another byte about 10.
            let byte = if CLASSES[usize::from(text[piece.start as usize])] == Class::Digit { 7 } else { 10 };
            let literal = piece.length * byte + 6;
            let code = 2 * (total / piece.count).ilog2() + 4;
            if piece.count > 1
                && literal > code
                && u64::from(literal - code) * u64::from(piece.count) > u64::from(literal + 16)
            {
                self.chosen.push(number);
            }
        }
        let pieces = &self.pieces;
        self.chosen.sort_unstable_by_key(|&number| (u32::MAX - pieces[number as usize].count, number));
        self.chosen.truncate(MAX_WORDS);
        self.numbers.clear();
        self.numbers.resize(self.pieces.len(), u16::MAX);
        for (word, &number) in (0..).zip(&self.chosen) {
            self.numbers[number as usize] = word;
        }
    }

    /// Turns the text into codes and a rest.
    fn code(&mut self, text: &[u8], pairs: usize) {
        self.codes.clear();
        self.rest.clear();
        let singles = pairs - FIRST_WORD;
        let mut start = 0;
        // Bytes that the last code takes from the rest; 16 when it takes none, so that it cannot take more.
        let mut run = FIRST_WORD;
        for &number in &self.sequence {
            let (length, word) = if number & UNCOUNTED == 0 {
                (self.pieces[number as usize].length, self.numbers[number as usize])
            } else {
                (number & !UNCOUNTED, u16::MAX)
            };
            let end = start + length as usize;
            if word == u16::MAX {
                self.rest.extend_from_slice(&text[start..end]);
                let mut left = length as usize;
                while left > 0 {
                    let take = left.min(FIRST_WORD - run % FIRST_WORD);
                    let more = if run < FIRST_WORD { self.codes.pop() } else { None };
                    run = if more.is_some() { run } else { 0 } + take;
                    self.codes.push(low_byte(run - 1));
                    left -= take;
                }
            } else {
                let word = usize::from(word);
                if word < singles {
                    self.codes.push(low_byte(word + FIRST_WORD));
                } else {
                    let pair = word - singles;
                    self.codes.extend_from_slice(&[low_byte(pairs + pair / 256), low_byte(pair % 256)]);
                }
                run = FIRST_WORD;
            }
            start = end;
        }
    }

    /// Encodes the column whose pieces were collected last.
    pub(in crate::codec) fn encode(
        &mut self,
        values: &Values<'_>,
        pages: &mut PageWriter,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        self.choose(values.bytes);
        let leads = self.chosen.len().saturating_sub(256 - FIRST_WORD).div_ceil(255).max(1);
        let pairs = 256 - leads;
        self.code(values.bytes, pairs);
        lengths::encode(values.lengths, pages, out)?;
        out.extend_from_slice(&u16::try_from(self.chosen.len()).map_err(|_| TOO_MANY)?.to_le_bytes());
        out.push(low_byte(pairs));
        let chosen = self.chosen.iter().map(|&number| self.pieces[number as usize]);
        let lengths: Vec<u8> = chosen.clone().map(|piece| low_byte(piece.length as usize)).collect();
        pages.write(Content::Plane, &lengths, out)?;
        let table: Vec<u8> =
            chosen.flat_map(|piece| &values.bytes[piece.start as usize..][..piece.length as usize]).copied().collect();
        pages.write(Content::Text, &table, out)?;
        for (content, bytes) in [(Content::Codes, &self.codes), (Content::Text, &self.rest)] {
            out.extend_from_slice(&u32::try_from(bytes.len()).map_err(|_| TOO_MANY)?.to_le_bytes());
            pages.write(content, bytes, out)?;
        }
        Ok(())
    }
}

const TOO_MANY: CodecError = CodecError::Inconsistent("a text has too many words");

/// A number below 256.
fn low_byte(number: usize) -> u8 {
    number.to_le_bytes()[0]
}

/// A hash for the table only; it never leaves the process.
fn hash(piece: &[u8]) -> u32 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = piece.len() as u64;
    let (words, rest) = piece.as_chunks::<8>();
    for &word in words {
        state = (state.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(MIX);
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    state = (state.rotate_left(23) ^ u64::from_le_bytes(last)).wrapping_mul(MIX);
    // The high half is the well mixed one.
    (state >> 32) as u32
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

/// A run that is copied at once where the words are not longer.
const RUN: usize = MAX_WORD;

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
