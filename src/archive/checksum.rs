//! CRC32C for headers, SHA-256 for what they promise.
//!
//! Spec chapter 5: a record's checksum is `SHA-256(archive id ‖ header bytes 16–39 ‖ SHA-256(payload))`. The archive
//! id and the header's fields bind the payload to its place: a block that is moved, repeated or brought in from another
//! archive does not check. The inner hash depends on the payload alone, so the threads that encode blocks can compute
//! it before anyone knows which number the block will get.

use sha2::{Digest as _, Sha256};

use super::record::{FIELD_BYTES, Header};

/// A SHA-256 value.
pub(super) type Hash = [u8; 32];

/// Bytes of a payload together with their SHA-256: made where the bytes are made, on any thread.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Payload {
    bytes: Vec<u8>,
    sha256: Hash,
}

impl Payload {
    /// Hashes the bytes.
    pub fn new(bytes: Vec<u8>) -> Self {
        let sha256 = sha256(&bytes);
        Payload { bytes, sha256 }
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Gives the buffer back, to be used again.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub(super) fn sha256(&self) -> &Hash {
        &self.sha256
    }
}

/// SHA-256 of some bytes.
pub(super) fn sha256(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// SHA-256 of bytes that come in pieces.
#[derive(Clone, Default)]
pub(super) struct Hasher(Sha256);

impl Hasher {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub(super) fn finish(self) -> Hash {
        self.0.finalize().into()
    }
}

/// CRC32C (Castagnoli).
pub(super) fn crc32c(bytes: &[u8]) -> u32 {
    ::crc32c::crc32c(bytes)
}

/// The checksum of a record.
pub(super) fn record(archive_id: [u8; 16], header: &Header, payload_sha256: &Hash) -> Hash {
    let fields: [u8; FIELD_BYTES] = header.fields();
    let mut hasher = Sha256::new();
    hasher.update(archive_id);
    hasher.update(fields);
    hasher.update(payload_sha256);
    hasher.finalize().into()
}
