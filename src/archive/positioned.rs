//! Records read at an offset: what [`super::Archive`] and [`super::scan`] have in common.

use std::{fs::File, io, os::unix::fs::FileExt as _};

use super::{
    ArchiveError, checksum,
    fault::Fault,
    limits::size,
    preamble::{Identity, PREAMBLE_BYTES, Preamble},
    record::{HEADER_BYTES, Header},
    trailer::{TRAILER_BYTES, Trailer},
};

/// Bytes that are read and hashed at once: still in the processor's cache when they are hashed.
const PIECE_BYTES: usize = 256 << 10;

/// A file of known length, read at offsets; threads share it.
#[derive(Debug)]
pub(super) struct Positioned {
    file: File,
    bytes: u64,
}

impl Positioned {
    pub(super) fn new(file: File) -> Result<Self, ArchiveError> {
        let bytes = file.metadata().map_err(|source| ArchiveError::read(0, source))?.len();
        Ok(Positioned { file, bytes })
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Fills `buffer` from `offset`; the caller has compared with the length.
    pub(super) fn read(&self, offset: u64, buffer: &mut [u8]) -> Result<(), ArchiveError> {
        self.file.read_exact_at(buffer, offset).map_err(|source| match source.kind() {
            // The file became shorter since it was opened.
            io::ErrorKind::UnexpectedEof => ArchiveError::Incomplete { offset, place: None },
            _ => ArchiveError::read(offset, source),
        })
    }

    /// SHA-256 of the whole file, unless `go_on` says no before a piece.
    pub(super) fn sha256(&self, go_on: impl Fn() -> bool) -> Result<Option<checksum::Hash>, ArchiveError> {
        let mut buffer = vec![0; PIECE_BYTES];
        let mut hasher = checksum::Hasher::default();
        let mut at = 0;
        while at < self.bytes {
            if !go_on() {
                return Ok(None);
            }
            let left = usize::try_from(self.bytes - at).unwrap_or(PIECE_BYTES);
            let piece = &mut buffer[..left.min(PIECE_BYTES)];
            self.read(at, piece)?;
            hasher.add(piece);
            at += piece.len() as u64;
        }
        Ok(Some(hasher.finish()))
    }

    /// The preamble, or why there is none.
    pub(super) fn preamble(&self) -> Result<Preamble, ArchiveError> {
        let mut bytes = [0; PREAMBLE_BYTES];
        let available = usize::try_from(self.bytes).unwrap_or(PREAMBLE_BYTES).min(PREAMBLE_BYTES);
        let beginning = &mut bytes[..available];
        self.read(0, beginning)?;
        if available < PREAMBLE_BYTES { Err(Preamble::refuse_short(beginning)) } else { Preamble::parse(&bytes) }
    }

    /// The trailer in the last bytes of the file, with its marker.
    pub(super) fn trailer(&self) -> Result<Option<([u8; 16], Trailer)>, ArchiveError> {
        let Some(offset) = self.bytes.checked_sub(TRAILER_BYTES as u64) else { return Ok(None) };
        let mut tail = [0; TRAILER_BYTES];
        self.read(offset, &mut tail)?;
        Ok(Trailer::find(&tail))
    }

    /// The header at `offset`, or `None` when the file ends before the header does.
    pub(super) fn header(&self, offset: u64, marker: [u8; 16]) -> Result<Option<Result<Header, Fault>>, ArchiveError> {
        if self.bytes.saturating_sub(offset) < HEADER_BYTES as u64 {
            return Ok(None);
        }
        let mut frame = [0; HEADER_BYTES];
        self.read(offset, &mut frame)?;
        Ok(Some(Header::parse(&frame, marker)))
    }

    /// The payload of a record whose header (checked, known to be inside the file) stands at `offset`.
    pub(super) fn payload(
        &self,
        offset: u64,
        header: &Header,
        archive_id: [u8; 16],
        payload: &mut Vec<u8>,
    ) -> Result<(), ArchiveError> {
        // Not cleared first: a buffer that is used again is not filled with zeros again.
        payload.resize(size(header.stored_bytes), 0);
        self.read(offset + HEADER_BYTES as u64, payload)?;
        if checksum::record(archive_id, header, &checksum::sha256(payload)) == header.checksum {
            Ok(())
        } else {
            Err(ArchiveError::Corrupt { offset, place: header.place(), fault: Fault::RecordChecksum })
        }
    }

    /// Checks a record that the index states without keeping its payload: `buffer` holds one piece of it at a time.
    pub(super) fn check_stated(
        &self,
        offset: u64,
        stated: &Header,
        identity: Identity,
        buffer: &mut Vec<u8>,
    ) -> Result<(), ArchiveError> {
        self.stated_header(offset, stated, identity)?;
        buffer.resize(PIECE_BYTES, 0);
        let mut hasher = checksum::Hasher::default();
        let (mut at, mut left) = (offset + HEADER_BYTES as u64, size(stated.stored_bytes));
        while left > 0 {
            let piece = &mut buffer[..left.min(PIECE_BYTES)];
            self.read(at, piece)?;
            hasher.add(piece);
            at += piece.len() as u64;
            left -= piece.len();
        }
        if checksum::record(identity.id, stated, &hasher.finish()) == stated.checksum {
            Ok(())
        } else {
            Err(ArchiveError::Corrupt { offset, place: stated.place(), fault: Fault::RecordChecksum })
        }
    }

    /// The payload of a record that the index states: header and payload must be what it says.
    pub(super) fn stated_payload(
        &self,
        offset: u64,
        stated: &Header,
        identity: Identity,
        payload: &mut Vec<u8>,
    ) -> Result<(), ArchiveError> {
        self.stated_header(offset, stated, identity)?;
        self.payload(offset, stated, identity.id, payload)
    }

    /// The header at `offset` must be the one that the index states.
    fn stated_header(&self, offset: u64, stated: &Header, identity: Identity) -> Result<(), ArchiveError> {
        let corrupt = |fault| Err(ArchiveError::Corrupt { offset, place: stated.place(), fault });
        match self.header(offset, identity.marker)? {
            None => Err(ArchiveError::Incomplete { offset: self.bytes, place: Some(stated.place()) }),
            Some(Err(fault)) => corrupt(fault),
            Some(Ok(found)) if found != *stated => corrupt(Fault::IndexDisagrees),
            Some(Ok(_)) => Ok(()),
        }
    }
}
