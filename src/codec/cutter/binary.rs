//! COPY (FORMAT binary): signature, header, rows, trailer. (Manual: SQL commands, COPY, "Binary Format".)

use super::{Collected, Emit};
use crate::codec::CodecError;

const SIGNATURE: [u8; 11] = *b"PGCOPY\n\xff\r\n\0";
/// Signature, flags, length of the header extension.
const HEADER: usize = SIGNATURE.len() + 4 + 4;
/// The low 16 flags may be ignored, the others change the format (bit 16: rows with OIDs, until version 11).
const CRITICAL_FLAGS: u32 = 0xffff_0000;

/// Where the scanner is in the stream.
#[derive(Debug)]
enum At {
    /// In the header, of which so many bytes are known.
    Header { known: [u8; HEADER], count: usize },
    /// In the header's extension; so many bytes are left to skip.
    Extension(usize),
    /// Before a row, of whose field count so many bytes are known.
    RowStart,
    /// Before a field, after which so many fields follow.
    Field { after: u16 },
    /// Inside a field: bytes left of it, fields left after it.
    Value { left: usize, after: u16 },
    /// After the trailer.
    End,
}

/// Finds row ends in the bytes as they come.
#[derive(Debug)]
pub(super) struct BinaryScanner {
    columns: u16,
    at: At,
    /// The first bytes of a length word or field count that a chunk ended in.
    word: [u8; 4],
    word_bytes: usize,
}

impl BinaryScanner {
    pub(super) fn new(columns: u16) -> Self {
        Self { columns, at: At::Header { known: [0; HEADER], count: 0 }, word: [0; 4], word_bytes: 0 }
    }

    pub(super) fn ended(&self) -> bool {
        matches!(self.at, At::End)
    }

    pub(super) fn push(&mut self, rows: &mut Collected, bytes: &[u8], emit: &mut Emit<'_>) -> Result<(), CodecError> {
        // bytes[done..at] were scanned and belong to the block; they are copied together, not row by row.
        let mut done = 0;
        let mut at = 0;
        while at < bytes.len() {
            match &mut self.at {
                At::Header { known, count } => {
                    let take = (HEADER - *count).min(bytes.len() - at);
                    known[*count..*count + take].copy_from_slice(&bytes[at..at + take]);
                    *count += take;
                    at += take;
                    done = at;
                    if *count == HEADER {
                        let extension = check_header(known)?;
                        self.at = if extension > 0 { At::Extension(extension) } else { At::RowStart };
                    }
                }
                At::Extension(left) => {
                    let take = (*left).min(bytes.len() - at);
                    *left -= take;
                    at += take;
                    done = at;
                    if *left == 0 {
                        self.at = At::RowStart;
                    }
                }
                At::RowStart => {
                    if self.word_bytes == 0
                        && let Some(length) = whole_row(&bytes[at..], self.columns)
                    {
                        if rows.needs_own_block(length)? {
                            rows.append(&bytes[done..at]);
                            done = at;
                            rows.flush(emit);
                        }
                        at += length;
                        self.end_row(rows, &bytes[..at], &mut done, emit);
                        continue;
                    }
                    let Some(count) = self.take_word::<2>(bytes, &mut at) else { break };
                    match i16::from_be_bytes(count) {
                        -1 => {
                            // The trailer belongs to no row: what of it lies in this chunk or an earlier one is not copied.
                            self.at = At::End;
                            rows.append(&bytes[done..at.saturating_sub(2).max(done)]);
                            rows.block.bytes.truncate(rows.row_start);
                            done = at;
                        }
                        count if count >= 0 && u16::from_be_bytes(count.to_be_bytes()) == self.columns => {
                            self.at = At::Field { after: self.columns };
                            if self.columns == 0 {
                                self.end_row(rows, &bytes[..at], &mut done, emit);
                            }
                        }
                        found => {
                            return Err(CodecError::FieldCount {
                                row: rows.total,
                                expected: self.columns,
                                found: found.into(),
                            });
                        }
                    }
                }
                At::Field { after } => {
                    let after = *after - 1;
                    let Some(length) = self.take_word::<4>(bytes, &mut at) else { break };
                    let length = i32::from_be_bytes(length);
                    let left = match usize::try_from(length) {
                        Ok(left) => left,
                        Err(_) if length == -1 => 0,
                        Err(_) => return Err(CodecError::FieldLength { row: rows.total, length }),
                    };
                    if rows.needs_own_block(rows.row_bytes(at - done).saturating_add(left))? {
                        rows.append(&bytes[done..at]);
                        done = at;
                        rows.flush(emit);
                    }
                    self.at = At::Value { left, after };
                    if left == 0 {
                        self.end_value(after, rows, &bytes[..at], &mut done, emit);
                    }
                }
                At::Value { left, after } => {
                    let take = (*left).min(bytes.len() - at);
                    *left -= take;
                    at += take;
                    let after = *after;
                    if *left == 0 {
                        self.end_value(after, rows, &bytes[..at], &mut done, emit);
                    }
                }
                At::End => return Err(CodecError::AfterEnd),
            }
        }
        rows.append(&bytes[done..]);
        Ok(())
    }

    fn end_value(&mut self, after: u16, rows: &mut Collected, scanned: &[u8], done: &mut usize, emit: &mut Emit<'_>) {
        if after > 0 {
            self.at = At::Field { after };
        } else {
            self.end_row(rows, scanned, done, emit);
        }
    }

    fn end_row(&mut self, rows: &mut Collected, scanned: &[u8], done: &mut usize, emit: &mut Emit<'_>) {
        self.at = At::RowStart;
        if rows.end_row(scanned.len() - *done) {
            rows.append(&scanned[*done..]);
            *done = scanned.len();
            rows.flush(emit);
        }
    }

    /// The next `N` bytes, which may have begun in an earlier chunk; `None` when the chunk ends before they do.
    fn take_word<const N: usize>(&mut self, bytes: &[u8], at: &mut usize) -> Option<[u8; N]> {
        while self.word_bytes < N {
            self.word[self.word_bytes] = *bytes.get(*at)?;
            self.word_bytes += 1;
            *at += 1;
        }
        self.word_bytes = 0;
        self.word.first_chunk::<N>().copied()
    }
}

/// The length of the row at the start of `bytes`, when all of it is there and nothing is wrong with it.
fn whole_row(bytes: &[u8], columns: u16) -> Option<usize> {
    let (count, _) = bytes.split_first_chunk::<2>()?;
    if i16::from_be_bytes(*count) != i16::try_from(columns).ok()? {
        return None;
    }
    let mut at = 2;
    for _ in 0..columns {
        let length = i32::from_be_bytes(*bytes.get(at..)?.first_chunk::<4>()?);
        at += 4 + match usize::try_from(length) {
            Ok(length) => length,
            Err(_) if length == -1 => 0,
            Err(_) => return None,
        };
    }
    (at <= bytes.len()).then_some(at)
}

/// The length of the header's extension.
fn check_header(header: &[u8; HEADER]) -> Result<usize, CodecError> {
    let mut word = [0; 4];
    if header[..11] != SIGNATURE {
        return Err(CodecError::Signature);
    }
    word.copy_from_slice(&header[11..15]);
    let flags = u32::from_be_bytes(word);
    if flags & CRITICAL_FLAGS != 0 {
        return Err(CodecError::HeaderFlags { flags });
    }
    word.copy_from_slice(&header[15..19]);
    let length = i32::from_be_bytes(word);
    usize::try_from(length).map_err(|_| CodecError::HeaderExtension { length })
}
