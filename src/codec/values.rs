//! The values of one column: on the way into a block, and on the way out.

use super::page::Buffers;

/// The values of a column that are not NULL, one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Values<'a> {
    /// How long each is.
    pub(super) lengths: Lengths<'a>,
    /// All of them.
    pub(super) bytes: &'a [u8],
}

/// The lengths of the values of a column.
#[derive(Clone, Copy, Debug)]
pub(super) enum Lengths<'a> {
    /// All alike.
    Constant {
        /// Number of values.
        count: usize,
        /// Length of each.
        width: usize,
    },
    /// Not all alike.
    Varied(&'a [u32]),
}

impl Lengths<'_> {
    pub(super) fn count(self) -> usize {
        match self {
            Self::Constant { count, .. } => count,
            Self::Varied(lengths) => lengths.len(),
        }
    }

    /// The lengths in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        let (constant, width, varied) = match *self {
            Self::Constant { count, width } => (count, width, &[][..]),
            Self::Varied(lengths) => (0, 0, lengths),
        };
        // Lengths came from fields of a row in memory.
        std::iter::repeat_n(width, constant).chain(varied.iter().map(|&length| length as usize))
    }
}

impl<'a> Values<'a> {
    pub(super) fn count(&self) -> usize {
        self.lengths.count()
    }

    /// Each value in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'a [u8]> {
        let mut rest = self.bytes;
        let lengths = self.lengths;
        let (constant, width, varied) = match lengths {
            Lengths::Constant { count, width } => (count, width, &[][..]),
            Lengths::Varied(lengths) => (0, 0, lengths),
        };
        std::iter::repeat_n(width, constant).chain(varied.iter().map(|&length| length as usize)).map(move |length| {
            let (value, after) = rest.split_at(length);
            rest = after;
            value
        })
    }
}

impl Fields {
    /// Bytes of all values together, at most.
    pub(super) fn value_bytes(&self) -> usize {
        match self {
            Fields::Null => 0,
            Fields::Fixed { bytes, .. } | Fields::Varied { bytes, .. } => bytes.len(),
            Fields::Coded { codes, entries, .. } => codes
                .iter()
                .map(|&code| entries[usize::from(code)].map_or(0, |(_, length)| length))
                .fold(0, usize::saturating_add),
        }
    }

    /// Gives the buffers back.
    pub(super) fn give_back(self, spare: &mut Buffers) {
        match self {
            Fields::Null => {}
            Fields::Fixed { bytes, .. } => spare.bytes.give(bytes),
            Fields::Varied { lengths, bytes } => {
                spare.lengths.give(lengths);
                spare.bytes.give(bytes);
            }
            Fields::Coded { codes, bytes, .. } => {
                spare.codes.give(codes);
                spare.bytes.give(bytes);
            }
        }
    }
}

/// The fields of one column of a decoded block.
#[derive(Debug)]
pub(super) enum Fields {
    /// All NULL.
    Null,
    /// All of one length.
    Fixed {
        /// That length.
        width: usize,
        /// The values.
        bytes: Vec<u8>,
    },
    /// Of different lengths.
    Varied {
        /// Their lengths.
        lengths: Vec<u32>,
        /// The values.
        bytes: Vec<u8>,
    },
    /// Each row is an entry of a dictionary, or NULL.
    Coded {
        /// One per row; checked to be below the number of entries.
        codes: Vec<u16>,
        /// Where each entry is in `bytes`; `None` is NULL.
        entries: Vec<Option<(usize, usize)>>,
        /// The entries' values.
        bytes: Vec<u8>,
    },
}
