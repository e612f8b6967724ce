//! A table of the different values and a code per row; NULL is a code too. format-spec/blocks.md §4.3.
//!
//! ```text
//! +-----------------+-----------+------------------+-------------+--------------------
//! |  entries: u16   | null: u8  | lengths(entries) |  page(sum)  | width × page(rows)
//! +-----------------+-----------+------------------+-------------+--------------------
//! ```

use xxhash_rust::xxh3::xxh3_64;

use super::lengths::{self, Read};
use crate::codec::{
    CodecError,
    cost::{count_bytes, entropy_bits},
    input::Input,
    key::Key,
    page::{Content, PageReader, PageWriter},
    values::{Fields, Lengths, Values},
};

/// Most entries a table can have.
pub(in crate::codec) const MAX_ENTRIES: usize = u16::MAX as usize;
/// Entries, with NULL, that one page of codes can tell apart.
const ONE_PAGE: usize = 256;
const FIRST_SLOTS: usize = 1024;

/// Finds the different values of a column. Keeps its memory.
#[derive(Default)]
pub(in crate::codec) struct Table {
    /// Open addressing: 0 is free, else the number of an entry + 1.
    slots: Vec<u32>,
    keys: Vec<Key>,
    starts: Vec<usize>,
    lengths: Vec<u32>,
    bytes: Vec<u8>,
    /// The entry of each value.
    codes: Vec<u16>,
}

impl Table {
    /// Finds the entries of all values. False when there are more than `limit`, or so many that a table does not pay.
    pub(in crate::codec) fn build(&mut self, values: &Values<'_>, limit: usize) -> bool {
        let limit = limit.min(MAX_ENTRIES);
        self.slots.clear();
        self.slots.resize(FIRST_SLOTS, 0);
        self.keys.clear();
        self.starts.clear();
        self.lengths.clear();
        self.bytes.clear();
        self.codes.clear();
        self.codes.reserve(values.count());
        if let Lengths::Constant { width: 1, .. } = values.lengths {
            return self.build_bytes(values.bytes, limit);
        }
        let mut start = 0;
        for (i, length) in values.lengths.iter().enumerate() {
            let key = match length {
                0..=Key::LONGEST => Key::at(values.bytes, start, length),
                _ => Key::of_hash(xxh3_64(&values.bytes[start..start + length])),
            };
            let Some(code) = self.code(key, &values.bytes[start..start + length], limit) else { return false };
            self.codes.push(code);
            start += length;
            // Values that hardly ever repeat will not start to later; every look-up would be for nothing.
            if i % 512 == 511 && self.len() > ONE_PAGE {
                // Per mille; what has no repetition at all shows it early.
                let share = match i + 1 {
                    512 => 995,
                    2048 => 950,
                    4096..=6144 => 900,
                    8192.. => 700,
                    _ => 1000,
                };
                if self.len() * 1000 > (i + 1) * share {
                    return false;
                }
            }
        }
        true
    }

    /// Values of one byte, flags mostly, need no hashing.
    fn build_bytes(&mut self, bytes: &[u8], limit: usize) -> bool {
        let mut known = [u16::MAX; 256];
        for &byte in bytes {
            let known = &mut known[usize::from(byte)];
            if *known == u16::MAX {
                let Some(code) = self.add(&[byte], limit) else { return false };
                *known = code;
            }
            self.codes.push(*known);
        }
        true
    }

    /// Number of different values.
    pub(in crate::codec) fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Bytes of the different values together.
    pub(in crate::codec) fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// Estimated bytes of the different values once compressed.
    pub(in crate::codec) fn cost(&self) -> u64 {
        let mut histogram = [0; 256];
        count_bytes(&self.bytes, &mut histogram);
        entropy_bits(&histogram) / 8
    }

    /// The entry of each value.
    pub(in crate::codec) fn codes(&self) -> &[u16] {
        &self.codes
    }

    /// The entry of a value, which is a new one when there is none yet; `None` when there are too many.
    #[inline]
    fn code(&mut self, key: Key, value: &[u8], limit: usize) -> Option<u16> {
        let mask = self.slots.len() - 1;
        let mut slot = key.hash() & mask;
        loop {
            let entry = match self.slots[slot] {
                0 => break,
                filled => filled as usize - 1,
            };
            if self.keys[entry] == key && (!key.is_hash() || self.entry(entry) == value) {
                return u16::try_from(entry).ok();
            }
            slot = (slot + 1) & mask;
        }
        let code = self.add(value, limit)?;
        self.keys.push(key);
        self.slots[slot] = u32::from(code) + 1;
        if usize::from(code) * 2 >= self.slots.len() {
            self.grow();
        }
        Some(code)
    }

    /// One more entry; `None` when there are as many as there may be.
    fn add(&mut self, value: &[u8], limit: usize) -> Option<u16> {
        let code = u16::try_from(self.len()).ok().filter(|&code| usize::from(code) < limit)?;
        self.starts.push(self.bytes.len());
        self.lengths.push(u32::try_from(value.len()).ok()?);
        self.bytes.extend_from_slice(value);
        Some(code)
    }

    fn entry(&self, entry: usize) -> &[u8] {
        &self.bytes[self.starts[entry]..][..self.lengths[entry] as usize]
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 4;
        self.slots.clear();
        self.slots.resize(size, 0);
        for (number, key) in (1..).zip(&self.keys) {
            let mut slot = key.hash() & (size - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = number;
        }
    }

    /// Writes the column. `present` has a bit per row when some are NULL.
    pub(in crate::codec) fn encode(
        &self,
        rows: usize,
        present: Option<&[u8]>,
        pages: &mut PageWriter,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        let entries = u16::try_from(self.len()).map_err(|_| CodecError::Inconsistent("a dictionary is too large"))?;
        out.extend_from_slice(&entries.to_le_bytes());
        out.push(u8::from(present.is_some()));
        lengths::encode(Lengths::Varied(&self.lengths), pages, out)?;
        pages.write(Content::Text, &self.bytes, out)?;
        let width = code_width(self.len(), present.is_some());
        let codes: Vec<u64> = match present {
            None => self.codes.iter().map(|&code| code.into()).collect(),
            Some(bits) => {
                let mut next = self.codes.iter();
                (0..rows)
                    .map(|row| {
                        let has_value = bits[row / 8] >> (row % 8) & 1 == 1;
                        let code = if has_value { next.next() } else { None };
                        code.copied().unwrap_or(entries).into()
                    })
                    .collect()
            }
        };
        pages.write_planes(&codes, width, out)
    }
}

fn code_width(entries: usize, null: bool) -> u32 {
    if entries + usize::from(null) <= ONE_PAGE { 1 } else { 2 }
}

pub(in crate::codec) fn decode(
    input: &mut Input<'_>,
    rows: usize,
    limit: usize,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<Fields, CodecError> {
    let count = usize::from(input.u16()?);
    let null = input.u8()?;
    if count == 0 {
        return Err(CodecError::Unknown { what: "number of dictionary entries", value: 0 });
    }
    if null > 1 {
        return Err(CodecError::Unknown { what: "dictionary NULL flag", value: null.into() });
    }
    let (lengths, sum) = lengths::decode(input, count, limit, pages, scratch)?;
    let mut bytes = Vec::new();
    pages.read(input, sum, &mut bytes)?;
    let mut entries = Vec::with_capacity(count + 1);
    let mut start = 0;
    let mut push = |length: usize| {
        entries.push(Some((start, length)));
        start += length;
    };
    match lengths {
        Read::Constant(width) => (0..count).for_each(|_| push(width)),
        Read::Varied(lengths) => lengths.into_iter().for_each(|length| push(length as usize)),
    }
    if null == 1 {
        entries.push(None);
    }
    let codes = pages.read_words(input, rows, code_width(count, null == 1), scratch)?;
    if codes.iter().max().is_some_and(|&code| usize::from(code) >= entries.len()) {
        return Err(CodecError::Inconsistent("a code is not in the dictionary"));
    }
    Ok(Fields::Coded { codes, entries, bytes })
}
