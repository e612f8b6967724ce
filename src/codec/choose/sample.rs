//! What a choice is made on: some of a column's values.

use crate::codec::values::{Lengths, Values};

/// Values in each of the two runs that make a sample.
const RUN_VALUES: usize = 1024;
/// Bytes in each run, at most, unless one value has more.
const RUN_BYTES: usize = 16 << 10;

/// Two runs of a column's values.
pub(super) struct Sample {
    lengths: Vec<u32>,
    pub(super) bytes: Vec<u8>,
    /// Numbers of the values in the column.
    pub(super) picked: Vec<usize>,
}

impl Sample {
    /// Runs from a quarter and from three quarters of the way through, or everything when it is little.
    pub(super) fn of(values: &Values<'_>) -> Self {
        let count = values.count();
        let mut sample = Self { lengths: Vec::new(), bytes: Vec::new(), picked: Vec::new() };
        let all = count <= 2 * RUN_VALUES && values.bytes.len() <= 2 * RUN_BYTES;
        let ranges = if all { [0..count, 0..0] } else { [count / 4..count / 2, 3 * (count / 4)..count] };
        let mut offset = 0;
        let mut at = 0;
        let mut lengths = values.lengths.iter();
        for range in ranges {
            match values.lengths {
                Lengths::Constant { width, .. } => offset = range.start * width,
                Lengths::Varied(_) => offset += lengths.by_ref().take(range.start - at.min(range.start)).sum::<usize>(),
            }
            at = range.start;
            let mut run_bytes = 0;
            for number in range {
                let length = match values.lengths {
                    Lengths::Constant { width, .. } => width,
                    Lengths::Varied(_) => lengths.next().unwrap_or(0),
                };
                at = number + 1;
                sample.lengths.push(u32::try_from(length).unwrap_or(u32::MAX));
                sample.bytes.extend_from_slice(&values.bytes[offset..offset + length]);
                sample.picked.push(number);
                offset += length;
                run_bytes += length;
                if !all && (run_bytes >= RUN_BYTES || sample.picked.len().is_multiple_of(RUN_VALUES)) {
                    break;
                }
            }
        }
        sample
    }

    pub(super) fn values(&self, like: &Values<'_>) -> Values<'_> {
        let lengths = match like.lengths {
            Lengths::Constant { width, .. } => Lengths::Constant { count: self.lengths.len(), width },
            Lengths::Varied(_) => Lengths::Varied(&self.lengths),
        };
        Values { lengths, bytes: &self.bytes }
    }
}
