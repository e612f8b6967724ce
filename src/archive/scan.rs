//! Past damage: finds every record that still stands, without index or trailer.
//!
//! Spec chapter 10, "recover". A good header over a bad payload costs that record; a bad header costs what lies before
//! the next marker. The index of what was found is [`Scan::records`]; an archive that was cut is read in the same way.

use std::{fs::File, path::Path};

use super::{
    ArchiveError, DocumentKind, Identity, RecordType, StreamEnd, document,
    fault::Fault,
    positioned::Positioned,
    preamble::PREAMBLE_BYTES,
    record::{HEADER_BYTES, Header, Refusal},
};

/// A record that was found.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ScannedRecord {
    /// Its header, which checked.
    pub header: Header,
    /// Where it starts.
    pub offset: u64,
    /// Whether its payload is all there and checks.
    pub is_intact: bool,
}

/// Bytes that belong to no record that was found.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Gap {
    /// Where they start.
    pub offset: u64,
    /// How many they are.
    pub bytes: u64,
}

/// What stands in a damaged or incomplete archive.
#[derive(Debug)]
pub struct Scan {
    file: Positioned,
    identity: Identity,
    records: Vec<ScannedRecord>,
    gaps: Vec<Gap>,
}

/// Reads a whole file and lists its records. Needs the preamble, or the trailer in its stead: one of them states the
/// marker by which records are found.
///
/// # Errors
/// When the file cannot be read, or neither preamble nor trailer can (the preamble's error then).
pub fn scan(path: &Path) -> Result<Scan, ArchiveError> {
    Scan::of(File::open(path).map_err(|source| ArchiveError::read(0, source))?)
}

impl Scan {
    /// [`scan`] of an open file.
    pub fn of(file: File) -> Result<Self, ArchiveError> {
        let file = Positioned::new(file)?;
        let identity = match (file.preamble(), file.trailer()?) {
            (Ok(preamble), _) => preamble.identity,
            (Err(ArchiveError::Corrupt { .. } | ArchiveError::NotAnArchive { .. }), Some((marker, trailer))) => {
                Identity { id: trailer.archive_id, marker }
            }
            (Err(error), _) => return Err(error),
        };
        let mut scan = Scan { file, identity, records: Vec::new(), gaps: Vec::new() };
        scan.run()?;
        Ok(scan)
    }

    /// Who the archive is.
    pub fn identity(&self) -> Identity {
        self.identity
    }

    /// All records found, in file order, index and trailer included.
    pub fn records(&self) -> &[ScannedRecord] {
        &self.records
    }

    /// What lies between them.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }

    /// Whether the last record is a trailer that checks.
    pub fn has_trailer(&self) -> bool {
        self.records.last().is_some_and(|last| last.header.record_type == RecordType::TRAILER && last.is_intact)
    }

    /// The payload of a record, checked.
    pub fn read(&self, record: &ScannedRecord, payload: &mut Vec<u8>) -> Result<(), ArchiveError> {
        if !record.is_intact {
            return Err(fault(record, Fault::RecordChecksum));
        }
        self.file.payload(record.offset, &record.header, self.identity.id, payload)
    }

    /// The intact documents of a kind, inflated.
    pub fn documents(&self, kind: DocumentKind) -> impl Iterator<Item = Result<Vec<u8>, ArchiveError>> + '_ {
        self.intact(kind.record_type()).map(|record| {
            let mut payload = Vec::new();
            self.read(record, &mut payload)?;
            document::unpack(&payload, record.header.raw_bytes).map_err(|broken| fault(record, broken))
        })
    }

    /// The intact blocks of all streams, in file order.
    pub fn blocks(&self) -> impl Iterator<Item = &ScannedRecord> {
        self.intact(RecordType::BLOCK)
    }

    /// The intact ends of streams.
    pub fn stream_ends(&self) -> impl Iterator<Item = Result<StreamEnd, ArchiveError>> + '_ {
        self.intact(RecordType::STREAM_END).map(|record| {
            let mut payload = Vec::new();
            self.read(record, &mut payload)?;
            StreamEnd::parse(&record.header, &payload).map_err(|broken| fault(record, broken))
        })
    }

    fn intact(&self, record_type: RecordType) -> impl Iterator<Item = &ScannedRecord> {
        self.records.iter().filter(move |record| record.is_intact && record.header.record_type == record_type)
    }

    fn run(&mut self) -> Result<(), ArchiveError> {
        let mut offset = PREAMBLE_BYTES as u64;
        let mut lost_from = None;
        let mut payload = Vec::new();
        while let Some(found) = self.file.header(offset, self.identity.marker)? {
            let Some(header) = found.ok().filter(|header| !matches!(header.check(), Err(Refusal::Fault(_)))) else {
                lost_from.get_or_insert(offset);
                offset = self.next_marker(offset + 1)?;
                continue;
            };
            self.note_gap(lost_from.take(), offset);
            let end = offset + header.record_bytes();
            let is_whole = end <= self.file.bytes();
            let is_intact = is_whole
                && match self.file.payload(offset, &header, self.identity.id, &mut payload) {
                    Ok(()) => true,
                    Err(ArchiveError::Corrupt { .. }) => false,
                    Err(error) => return Err(error),
                };
            self.records.push(ScannedRecord { header, offset, is_intact });
            // Bytes may be missing inside a damaged payload: then the next record starts before its stated end.
            let next_stands =
                end == self.file.bytes() || matches!(self.file.header(end, self.identity.marker)?, Some(Ok(_)));
            offset = if is_intact || next_stands { end } else { self.next_marker(offset + 1)? };
        }
        let end = self.file.bytes();
        self.note_gap(lost_from.or((offset < end).then_some(offset)), end);
        Ok(())
    }

    fn note_gap(&mut self, from: Option<u64>, to: u64) {
        if let Some(offset) = from.filter(|from| *from < to) {
            self.gaps.push(Gap { offset, bytes: to - offset });
        }
    }

    /// Where the marker stands next at or after `from`; the end of the file when it does not.
    fn next_marker(&self, from: u64) -> Result<u64, ArchiveError> {
        const WINDOW: usize = 1 << 20;
        let marker = self.identity.marker;
        let mut window = vec![0; WINDOW + marker.len() - 1];
        let mut start = from;
        while self.file.bytes().saturating_sub(start) >= HEADER_BYTES as u64 {
            let left = usize::try_from(self.file.bytes() - start).unwrap_or(usize::MAX);
            let bytes = &mut window[..left.min(WINDOW + marker.len() - 1)];
            self.file.read(start, bytes)?;
            if let Some(position) = bytes.windows(marker.len()).position(|candidate| candidate == marker) {
                return Ok(start + super::limits::length(position));
            }
            start += WINDOW as u64;
        }
        Ok(self.file.bytes())
    }
}

fn fault(record: &ScannedRecord, fault: Fault) -> ArchiveError {
    ArchiveError::Corrupt { offset: record.offset, place: record.header.place(), fault }
}
