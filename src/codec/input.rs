//! Reads a payload front to back: every length is checked against what is left.

use super::CodecError;

/// The unread part of a payload.
#[derive(Clone, Debug)]
pub(super) struct Input<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Input<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], CodecError> {
        let end = self.at.checked_add(count).ok_or(CodecError::PayloadEnds { offset: self.at })?;
        let taken = self.bytes.get(self.at..end).ok_or(CodecError::PayloadEnds { offset: self.bytes.len() })?;
        self.at = end;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], CodecError> {
        let (head, _) = self.bytes[self.at..]
            .split_first_chunk::<N>()
            .ok_or(CodecError::PayloadEnds { offset: self.bytes.len() })?;
        self.at += N;
        Ok(*head)
    }

    pub(super) fn u8(&mut self) -> Result<u8, CodecError> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    pub(super) fn u16(&mut self) -> Result<u16, CodecError> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    pub(super) fn u32(&mut self) -> Result<u32, CodecError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub(super) fn u64(&mut self) -> Result<u64, CodecError> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A `u32` that counts things in memory.
    pub(super) fn size(&mut self) -> Result<usize, CodecError> {
        let value = self.u32()?;
        usize::try_from(value).map_err(|_| CodecError::Unknown { what: "size", value: value.into() })
    }

    /// The end must have been reached.
    pub(super) fn finish(self) -> Result<(), CodecError> {
        match self.bytes.len() - self.at {
            0 => Ok(()),
            bytes => Err(CodecError::PayloadGoesOn { bytes }),
        }
    }
}
