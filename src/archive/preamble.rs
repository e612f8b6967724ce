//! The first 72 bytes: what file this is, which features it needs, who it is.
//!
//! Spec chapter 4:
//! ```text
//!  0                     10        12             16         24         32           48       64      66      68      72
//! +---------------------+---------+--------------+----------+----------+------------+--------+-------+-------+-------+
//! | 89 "dumpr" CRLF ^Z LF| version | open streams | required | optional | archive id | marker | needs major.minor | CRC32C|
//! +---------------------+---------+--------------+----------+----------+------------+--------+-------+-------+-------+
//! ```
//! Magic, version, `needs` and the CRC stand at these places in every version of the format, so that a reader can tell
//! a newer archive from a damaged one and name the version of dumpr that reads it.

use std::fmt;

use bytes::Buf as _;

use super::{
    ArchiveError, checksum,
    fault::{Fault, Place, Unmet},
    foreign,
    limits::Limits,
};

/// Bytes of the preamble.
pub(super) const PREAMBLE_BYTES: usize = 72;

/// A high bit, the name, and every line end that text-mode transfers like to change.
pub(super) const MAGIC: [u8; 10] = *b"\x89dumpr\r\n\x1a\n";

/// The version of the format, changed only when the preamble changes.
const FORMAT_VERSION: u16 = 1;

/// Required features this version knows: none yet.
const KNOWN_REQUIRED: u64 = 0;

/// The oldest dumpr that reads what this one writes.
const NEEDS: Version = Version { major: 0, minor: 1 };

/// What makes this archive itself; random in production, fixed in tests.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Identity {
    /// Archive id.
    pub id: [u8; 16],
    /// Resync marker: the first bytes of every record.
    pub marker: [u8; 16],
}

impl Identity {
    /// A new one from the operating system's random numbers.
    ///
    /// # Errors
    /// When the operating system has none to give.
    pub fn random() -> std::io::Result<Self> {
        let mut identity = Identity { id: [0; 16], marker: [0; 16] };
        getrandom::fill(&mut identity.id)?;
        getrandom::fill(&mut identity.marker)?;
        Ok(identity)
    }
}

/// A version of dumpr.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Version {
    /// Major.
    pub major: u16,
    /// Minor.
    pub minor: u16,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// What the preamble states.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Preamble {
    pub(super) identity: Identity,
    /// The greatest number of streams whose blocks interleave.
    pub(super) open_streams: u32,
    /// Features a reader must know.
    pub(super) required: u64,
    /// Features a reader need not know.
    pub(super) optional: u64,
    /// The oldest dumpr that can read the archive.
    pub(super) needs: Version,
}

impl Preamble {
    /// The preamble of an archive as this version writes it.
    pub(super) fn new(identity: Identity, open_streams: u32) -> Self {
        Preamble { identity, open_streams, required: 0, optional: 0, needs: NEEDS }
    }

    pub(super) fn bytes(&self) -> [u8; PREAMBLE_BYTES] {
        let mut bytes = [0; PREAMBLE_BYTES];
        bytes[0..10].copy_from_slice(&MAGIC);
        bytes[10..12].copy_from_slice(&FORMAT_VERSION.to_le_bytes());
        bytes[12..16].copy_from_slice(&self.open_streams.to_le_bytes());
        bytes[16..24].copy_from_slice(&self.required.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.optional.to_le_bytes());
        bytes[32..48].copy_from_slice(&self.identity.id);
        bytes[48..64].copy_from_slice(&self.identity.marker);
        bytes[64..66].copy_from_slice(&self.needs.major.to_le_bytes());
        bytes[66..68].copy_from_slice(&self.needs.minor.to_le_bytes());
        let crc = checksum::crc32c(&bytes[..68]);
        bytes[68..].copy_from_slice(&crc.to_le_bytes());
        bytes
    }

    /// Reads a preamble, or says why these bytes are none.
    pub(super) fn parse(bytes: &[u8; PREAMBLE_BYTES]) -> Result<Self, ArchiveError> {
        let corrupt = |fault| ArchiveError::Corrupt { offset: 0, place: Place::Preamble, fault };
        let stated = u32::from_le_bytes([bytes[68], bytes[69], bytes[70], bytes[71]]);
        if bytes[..10] != MAGIC {
            // The checksum was made over the right magic: when it fits with that put back, only the magic is damaged.
            let mut mended = *bytes;
            mended[..10].copy_from_slice(&MAGIC);
            let damaged = stated == checksum::crc32c(&mended[..68]);
            return Err(if damaged { corrupt(Fault::Magic) } else { foreign::refuse(bytes) });
        }
        if stated != checksum::crc32c(&bytes[..68]) {
            return Err(corrupt(Fault::PreambleChecksum));
        }
        // The array is longer than what is read here, so no read can run short.
        let mut fields = &bytes[10..];
        let version = fields.get_u16_le();
        let open_streams = fields.get_u32_le();
        let (required, optional) = (fields.get_u64_le(), fields.get_u64_le());
        let mut identity = Identity { id: [0; 16], marker: [0; 16] };
        fields.copy_to_slice(&mut identity.id);
        fields.copy_to_slice(&mut identity.marker);
        let needs = Version { major: fields.get_u16_le(), minor: fields.get_u16_le() };

        let unsupported = |unmet| ArchiveError::Unsupported { offset: 0, place: Place::Preamble, unmet, needs };
        if version != FORMAT_VERSION {
            return Err(unsupported(Unmet::FormatVersion(version)));
        }
        if required & !KNOWN_REQUIRED != 0 {
            return Err(unsupported(Unmet::Features(required & !KNOWN_REQUIRED)));
        }
        if open_streams > Limits::OPEN_STREAMS {
            return Err(corrupt(Fault::OpenStreamsLimit));
        }
        Ok(Preamble { identity, open_streams, required, optional, needs })
    }

    /// Why a file shorter than a preamble is no archive.
    pub(super) fn refuse_short(bytes: &[u8]) -> ArchiveError {
        if bytes.is_empty() {
            return ArchiveError::Empty;
        }
        let compared = bytes.len().min(MAGIC.len());
        if bytes[..compared] == MAGIC[..compared] {
            let offset = super::limits::length(bytes.len());
            return ArchiveError::Incomplete { offset, place: Some(Place::Preamble) };
        }
        foreign::refuse(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_version_is_named_and_a_flipped_version_is_damage() {
        let mut bytes = Preamble::new(Identity { id: [1; 16], marker: [2; 16] }, 3).bytes();
        bytes[10] = 2;
        let flipped = Preamble::parse(&bytes).map_err(|error| error.rule());
        assert_eq!(flipped, Err(Some("R-11")));
        bytes[64] = 4;
        let crc = checksum::crc32c(&bytes[..68]).to_le_bytes();
        bytes[68..].copy_from_slice(&crc);
        let message = Preamble::parse(&bytes).map_err(|error| error.to_string());
        assert_eq!(
            message,
            Err("the preamble at byte 0 uses format version 2, which this version does not know; dumpr 4.1 or later \
                 can read it"
                .to_owned())
        );
    }
}
