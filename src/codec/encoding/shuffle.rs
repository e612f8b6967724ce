//! Arrays, vectors and floats: a header, then elements taken apart into their bytes. format-spec/blocks.md §4.5.
//!
//! ```text
//!  0        1        2        3
//! +--------+--------+--------+-------------+------------------+------------------
//! | header | stride | rotate | lengths(n)  | header × page(n) | stride × page(m)
//! +--------+--------+--------+-------------+------------------+------------------
//! ```

use super::{lengths, lengths::Read, planes::interleave};
use crate::codec::{
    CodecError,
    input::Input,
    page::{Content, PageReader, PageWriter},
    values::{Fields, Lengths, Values},
};

const MAX_HEADER: usize = 64;
const STRIDES: std::ops::RangeInclusive<usize> = 2..=16;

/// How values are made up.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::codec) struct Layout {
    /// Bytes before the elements.
    pub(in crate::codec) header: usize,
    /// Bytes of an element.
    pub(in crate::codec) stride: usize,
    /// Bytes at the end of each element that are rotated left by one bit: 0, 4 or 8.
    pub(in crate::codec) rotate: usize,
}

/// What servers send for arrays (20 bytes, then length and value of each element), pgvector's vector and
/// halfvec (4 bytes, then floats), and plain float4 and float8.
pub(in crate::codec) const LAYOUTS: [Layout; 5] = [
    Layout { header: 4, stride: 4, rotate: 4 },
    Layout { header: 20, stride: 8, rotate: 4 },
    Layout { header: 20, stride: 12, rotate: 8 },
    Layout { header: 20, stride: 6, rotate: 0 },
    Layout { header: 4, stride: 2, rotate: 0 },
];

impl Layout {
    /// Plain floats of this width.
    pub(in crate::codec) fn float(width: usize) -> Self {
        Layout { header: 0, stride: width, rotate: width }
    }

    /// True when all values are made up like this, and there are elements.
    pub(in crate::codec) fn fits(self, values: &Values<'_>) -> bool {
        let fits = |length: usize| length >= self.header && (length - self.header).is_multiple_of(self.stride);
        let all = match values.lengths {
            Lengths::Constant { width, .. } => fits(width),
            Lengths::Varied(lengths) => lengths.iter().all(|&length| fits(length as usize)),
        };
        all && values.bytes.len() > values.count() * self.header
    }
}

pub(in crate::codec) fn encode(
    layout: Layout,
    values: &Values<'_>,
    pages: &mut PageWriter,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    let Layout { header, stride, rotate } = layout;
    for part in [header, stride, rotate] {
        out.push(u8::try_from(part).map_err(|_| CodecError::Inconsistent("a shuffle layout is too wide"))?);
    }
    lengths::encode(values.lengths, pages, out)?;
    let count = values.count();
    let mut headers = vec![0; header * count];
    let mut elements = Vec::with_capacity(values.bytes.len() - headers.len());
    for (i, value) in values.iter().enumerate() {
        let (head, body) = value.split_at(header);
        for (k, &byte) in head.iter().enumerate() {
            headers[k * count + i] = byte;
        }
        elements.extend_from_slice(body);
    }
    for k in 0..header {
        pages.write(Content::Plane, &headers[k * count..][..count], out)?;
    }
    rotate_elements(&mut elements, stride, rotate, 1);
    pages.write_columns(&elements, stride, out)
}

/// Rotates the last `rotate` bytes of each element left by so many bits.
fn rotate_elements(elements: &mut [u8], stride: usize, rotate: usize, bits: u32) {
    match (stride, rotate) {
        (4, 4) => {
            for word in elements.as_chunks_mut::<4>().0 {
                *word = u32::from_be_bytes(*word).rotate_left(bits).to_be_bytes();
            }
        }
        (_, 4) => {
            for element in elements.chunks_exact_mut(stride) {
                if let Some(word) = element.last_chunk_mut::<4>() {
                    *word = u32::from_be_bytes(*word).rotate_left(bits).to_be_bytes();
                }
            }
        }
        (_, 8) => {
            for element in elements.chunks_exact_mut(stride) {
                if let Some(word) = element.last_chunk_mut::<8>() {
                    *word = u64::from_be_bytes(*word).rotate_left(bits).to_be_bytes();
                }
            }
        }
        _ => {}
    }
}

pub(in crate::codec) fn decode(
    input: &mut Input<'_>,
    count: usize,
    limit: usize,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<Fields, CodecError> {
    let header = usize::from(input.u8()?);
    let stride = usize::from(input.u8()?);
    let rotate = usize::from(input.u8()?);
    let known = header <= MAX_HEADER && STRIDES.contains(&stride) && [0, 4, 8].contains(&rotate) && rotate <= stride;
    if !known {
        return Err(CodecError::Unknown { what: "shuffle layout with stride", value: stride as u64 });
    }
    let (lengths, sum) = lengths::decode(input, count, limit, pages, scratch)?;
    let fits = |length: usize| length >= header && (length - header).is_multiple_of(stride);
    let all_fit = match &lengths {
        Read::Constant(width) => count == 0 || fits(*width),
        Read::Varied(lengths) => lengths.iter().all(|&length| fits(length as usize)),
    };
    if !all_fit {
        return Err(CodecError::Inconsistent("a length does not fit its shuffle layout"));
    }
    let mut headers = pages.spare.bytes.take(header * count);
    for _ in 0..header {
        pages.read(input, count, &mut headers)?;
    }
    // Every length is at least the header's.
    let body = sum - header * count;
    let elements = body / stride;
    scratch.clear();
    for _ in 0..stride {
        pages.read(input, elements, scratch)?;
    }
    let mut bodies = interleave(scratch, elements, stride, pages.spare.bytes.take(body), body);
    // Left by all bits but one is right by one.
    rotate_elements(&mut bodies, stride, rotate, if rotate == 4 { 31 } else { 63 });
    let bytes = if header == 0 {
        bodies
    } else {
        let mut bytes = pages.spare.bytes.take(sum);
        bytes.reserve(sum);
        let mut rest = bodies.as_slice();
        let mut append = |i: usize, length: usize| {
            bytes.extend((0..header).map(|k| headers[k * count + i]));
            let (body, after) = rest.split_at(length - header);
            bytes.extend_from_slice(body);
            rest = after;
        };
        match &lengths {
            Read::Constant(width) => (0..count).for_each(|i| append(i, *width)),
            Read::Varied(lengths) => lengths.iter().enumerate().for_each(|(i, &length)| append(i, length as usize)),
        }
        pages.spare.bytes.give(headers);
        pages.spare.bytes.give(bodies);
        bytes
    };
    Ok(match lengths {
        Read::Constant(width) => Fields::Fixed { width, bytes },
        Read::Varied(lengths) => Fields::Varied { lengths, bytes },
    })
}
