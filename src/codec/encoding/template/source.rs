//! The values of one column of templates, handed out one after the other.

use crate::codec::{CodecError, page::Buffers, values::Fields};

/// A decoded column and how far it has been read.
pub(super) struct Source {
    fields: Fields,
    value: usize,
    offset: usize,
}

impl Source {
    /// From a column without NULLs.
    pub(super) fn new(fields: Fields) -> Result<Self, CodecError> {
        let has_null = match &fields {
            Fields::Null => true,
            Fields::Coded { entries, .. } => entries.contains(&None),
            Fields::Fixed { .. } | Fields::Varied { .. } => false,
        };
        if has_null {
            return Err(CodecError::Inconsistent("a value of a template is NULL"));
        }
        Ok(Source { fields, value: 0, offset: 0 })
    }

    /// Bytes of all values together.
    pub(super) fn bytes(&self) -> usize {
        self.fields.value_bytes()
    }

    /// Appends the next value. There are as many as places ask for.
    pub(super) fn append_next(&mut self, out: &mut Vec<u8>) {
        let value = match &self.fields {
            Fields::Null => &[],
            Fields::Fixed { width, bytes } => {
                self.offset += width;
                &bytes[self.offset - width..self.offset]
            }
            Fields::Varied { lengths, bytes } => {
                let length = lengths[self.value] as usize;
                self.offset += length;
                &bytes[self.offset - length..self.offset]
            }
            Fields::Coded { codes, entries, bytes } => {
                let (start, length) = entries[usize::from(codes[self.value])].unwrap_or_default();
                &bytes[start..start + length]
            }
        };
        out.extend_from_slice(value);
        self.value += 1;
    }

    /// Gives the buffers back.
    pub(super) fn give_back(self, spare: &mut Buffers) {
        self.fields.give_back(spare);
    }
}
