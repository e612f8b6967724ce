//! Which record may follow which, and what the counts must be: one set of rules for the writer and all readers.
//!
//! # Invariants
//! Memory: one bit per stream that ended and a few words per stream that is open, however many blocks there are.

use std::collections::HashMap;

use super::{
    fault::Fault,
    limits::{Limits, size},
    record::{CONTINUED, Header, RecordType},
    stream::StreamEnd,
};

/// How far an archive has come. Declared in file order.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Phase {
    Begin,
    Entries,
    Tables,
    Rows,
    Index,
    Trailer,
    Over,
}

/// A stream whose blocks have begun and not ended.
#[derive(Clone, Copy, Debug, Default)]
struct Open {
    blocks: u32,
    rows: u64,
    raw_bytes: u64,
    inside_row: bool,
}

/// Follows the records of an archive.
#[derive(Debug)]
pub(super) struct Order {
    phase: Phase,
    open_streams: u32,
    batches: u32,
    open: HashMap<u32, Open>,
    ended: Vec<u64>,
    ended_count: u32,
    last_stream: u32,
    /// Records before the index.
    records: u64,
    /// Index lines seen.
    lines: u64,
    index_is_full: bool,
}

impl Order {
    pub(super) fn new(open_streams: u32) -> Self {
        Order {
            phase: Phase::Begin,
            open_streams,
            batches: 0,
            open: HashMap::new(),
            ended: Vec::new(),
            ended_count: 0,
            last_stream: 0,
            records: 0,
            lines: 0,
            index_is_full: true,
        }
    }

    /// Records before the index, so far.
    pub(super) fn records(&self) -> u64 {
        self.records
    }

    /// Whether this record may come next. The header has passed [`Header::check`].
    pub(super) fn admit(&mut self, header: &Header) -> Result<(), Fault> {
        match header.record_type {
            RecordType::MANIFEST => self.step(&[Phase::Begin], Phase::Entries)?,
            RecordType::ENTRIES => self.batch(header, &[Phase::Entries], Phase::Entries)?,
            RecordType::TABLES => self.batch(header, &[Phase::Entries, Phase::Tables], Phase::Tables)?,
            RecordType::BLOCK => self.block(header)?,
            RecordType::STREAM_END => self.stream_end(header)?,
            RecordType::SUMMARY => {
                self.step(&[Phase::Entries, Phase::Tables, Phase::Rows], Phase::Index)?;
                self.batches = 0;
                if !self.open.is_empty() || self.ended_count != self.last_stream {
                    return Err(Fault::StreamMissing);
                }
            }
            RecordType::INDEX => return self.index(header),
            RecordType::TRAILER => {
                // The summary is one of the records, so a whole archive has at least one index record.
                if self.phase == Phase::Index && self.lines == self.records {
                    self.phase = Phase::Trailer;
                }
                return self.step(&[Phase::Trailer], Phase::Over);
            }
            _ => self.step(&[Phase::Entries, Phase::Tables, Phase::Rows], self.phase)?,
        }
        self.records += 1;
        Ok(())
    }

    /// What a stream end states must be what its blocks gave. Comes after its [`Order::admit`].
    pub(super) fn settle(&mut self, end: &StreamEnd) -> Result<(), Fault> {
        let open = self.open.remove(&end.stream).unwrap_or_default();
        let same = open.rows == end.rows && open.raw_bytes == end.raw_bytes && open.blocks == end.blocks;
        if same { Ok(()) } else { Err(Fault::StreamCounts) }
    }

    fn step(&mut self, from: &[Phase], to: Phase) -> Result<(), Fault> {
        if !from.contains(&self.phase) {
            return Err(Fault::Order);
        }
        self.phase = to;
        Ok(())
    }

    fn batch(&mut self, header: &Header, from: &[Phase], to: Phase) -> Result<(), Fault> {
        if self.phase != to {
            self.batches = 0;
        }
        self.step(from, to)?;
        if header.number != self.batches || header.number >= Limits::BATCHES {
            return Err(Fault::DocumentNumber);
        }
        self.batches += 1;
        Ok(())
    }

    fn block(&mut self, header: &Header) -> Result<(), Fault> {
        self.enter_stream(header.stream)?;
        let others = self.open.len();
        let open = self.open.entry(header.stream).or_default();
        if header.number != open.blocks {
            return Err(Fault::BlockNumber);
        }
        if open.blocks == 0 && others >= size(self.open_streams) {
            return Err(Fault::TooManyOpen);
        }
        // A stream of 2^32 blocks would need its last number twice; sums of 32-bit counts cannot reach 2^64.
        open.blocks = open.blocks.checked_add(1).ok_or(Fault::BlockNumber)?;
        open.rows += u64::from(header.rows);
        open.raw_bytes += u64::from(header.raw_bytes);
        open.inside_row = header.flags & CONTINUED != 0;
        Ok(())
    }

    fn stream_end(&mut self, header: &Header) -> Result<(), Fault> {
        self.enter_stream(header.stream)?;
        let open = self.open.get(&header.stream).copied().unwrap_or_default();
        if open.inside_row {
            return Err(Fault::RowUnfinished);
        }
        if open.blocks != header.number {
            return Err(Fault::StreamCounts);
        }
        let (word, bit) = (size(header.stream / 64), header.stream % 64);
        if self.ended.len() <= word {
            self.ended.resize(word + 1, 0);
        }
        self.ended[word] |= 1 << bit;
        self.ended_count += 1;
        Ok(())
    }

    fn enter_stream(&mut self, stream: u32) -> Result<(), Fault> {
        self.step(&[Phase::Entries, Phase::Tables, Phase::Rows], Phase::Rows)?;
        if self.ended.get(size(stream / 64)).is_some_and(|word| word >> (stream % 64) & 1 == 1) {
            return Err(Fault::StreamEnded);
        }
        self.last_stream = self.last_stream.max(stream);
        Ok(())
    }

    fn index(&mut self, header: &Header) -> Result<(), Fault> {
        self.step(&[Phase::Index], Phase::Index)?;
        if header.number != self.batches {
            return Err(Fault::DocumentNumber);
        }
        self.batches = self.batches.checked_add(1).ok_or(Fault::DocumentNumber)?;
        let lines = u64::from(header.stored_bytes) / super::record::LINE_BYTES as u64;
        // All index records but the last are full, and none is empty: the same records give the same bytes.
        if !self.index_is_full || lines == 0 || lines > u64::from(Limits::INDEX_LINES) {
            return Err(Fault::IndexCut);
        }
        self.index_is_full = lines == u64::from(Limits::INDEX_LINES);
        self.lines += lines;
        if self.lines > self.records {
            return Err(Fault::IndexDisagrees);
        }
        Ok(())
    }
}
