//! `lengths(n)`: a least length and the planes of what each is longer. format-spec/blocks.md §4.1.
//!
//! ```text
//!  0       1                  5
//! +-------+------------------+--------------------
//! | width |    base: u32     | width × page(n)
//! +-------+------------------+--------------------
//! ```

use crate::codec::{
    CodecError,
    input::Input,
    page::{PageReader, PageWriter},
    values::Lengths,
};

pub(in crate::codec) fn encode(
    lengths: Lengths<'_>,
    pages: &mut PageWriter,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    let constant = |out: &mut Vec<u8>, width: u32| {
        out.push(0);
        out.extend_from_slice(&width.to_le_bytes());
    };
    match lengths {
        Lengths::Constant { width, .. } => {
            constant(out, u32::try_from(width).map_err(|_| CodecError::Inconsistent("a value is too long"))?);
        }
        Lengths::Varied(lengths) => {
            let base = lengths.iter().copied().min().unwrap_or(0);
            let over: Vec<u64> = lengths.iter().map(|&length| u64::from(length - base)).collect();
            let any = over.iter().fold(0, |any, &value| any | value);
            let width = (64 - any.leading_zeros()).div_ceil(8);
            // At most 4: the differences of 32-bit numbers.
            out.push(u8::try_from(width).unwrap_or(4));
            out.extend_from_slice(&base.to_le_bytes());
            pages.write_planes(&over, width, out)?;
        }
    }
    Ok(())
}

/// Lengths read from a payload.
#[derive(Debug)]
pub(in crate::codec) enum Read {
    /// All alike.
    Constant(usize),
    /// One per value.
    Varied(Vec<u32>),
}

/// Reads the lengths of `count` values, and their sum, which is at most `limit`.
pub(in crate::codec) fn decode(
    input: &mut Input<'_>,
    count: usize,
    limit: usize,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<(Read, usize), CodecError> {
    let too_long = CodecError::Inconsistent("the values are longer than the block");
    let width = u32::from(input.u8()?);
    let base = input.size()?;
    match width {
        0 => match base.checked_mul(count) {
            Some(sum) if sum <= limit => Ok((Read::Constant(base), sum)),
            _ => Err(too_long),
        },
        1..=4 => {
            let over = pages.read_planes(input, count, width, scratch)?;
            let mut sum = 0_u64;
            let limit = limit as u64;
            let mut lengths = pages.spare.lengths.take(count);
            lengths.reserve(count);
            for &value in &over {
                let length = value + base as u64;
                sum = sum.saturating_add(length);
                // Truncates only what the check of the sum refuses.
                lengths.push(u32::try_from(length).unwrap_or(u32::MAX));
            }
            pages.spare.numbers.give(over);
            match usize::try_from(sum) {
                Ok(bytes) if sum <= limit => Ok((Read::Varied(lengths), bytes)),
                _ => Err(too_long),
            }
        }
        _ => Err(CodecError::Unknown { what: "width of lengths", value: width.into() }),
    }
}
