//! Fixed-width values as one page per byte position. format-spec/blocks.md §4.4.

use crate::codec::{
    CodecError,
    input::Input,
    page::{PageReader, PageWriter},
    values::Fields,
};

/// Widest value that is taken apart.
pub(in crate::codec) const MAX_WIDTH: usize = 64;

/// `bytes` are values of `width` bytes, 1 to [`MAX_WIDTH`].
pub(in crate::codec) fn encode(
    bytes: &[u8],
    width: usize,
    pages: &mut PageWriter,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    out.push(u8::try_from(width).map_err(|_| CodecError::Inconsistent("a value is too wide for planes"))?);
    pages.write_columns(bytes, width, out)
}

pub(in crate::codec) fn decode(
    input: &mut Input<'_>,
    count: usize,
    limit: usize,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<Fields, CodecError> {
    let width = usize::from(input.u8()?);
    if !(1..=MAX_WIDTH).contains(&width) {
        return Err(CodecError::Unknown { what: "width of planes", value: width as u64 });
    }
    let size = count.checked_mul(width).filter(|&size| size <= limit);
    let size = size.ok_or(CodecError::Inconsistent("the values are longer than the block"))?;
    scratch.clear();
    for _ in 0..width {
        pages.read(input, count, scratch)?;
    }
    Ok(Fields::Fixed { width, bytes: interleave(scratch, count, width, pages.spare.bytes.take(size), size) })
}

/// The inverse of taking apart, into an empty buffer that gets this size: byte i of plane k becomes byte k of value i.
pub(super) fn interleave(planes: &[u8], count: usize, width: usize, mut bytes: Vec<u8>, size: usize) -> Vec<u8> {
    bytes.resize(size, 0);
    if count == 0 {
        return bytes;
    }
    match width {
        4 => interleave_fixed::<4>(planes, count, &mut bytes),
        8 => interleave_fixed::<8>(planes, count, &mut bytes),
        12 => interleave_fixed::<12>(planes, count, &mut bytes),
        16 => interleave_fixed::<16>(planes, count, &mut bytes),
        _ => {
            for (k, plane) in planes.chunks_exact(count).enumerate() {
                for (value, &byte) in bytes.chunks_exact_mut(width).zip(plane) {
                    value[k] = byte;
                }
            }
        }
    }
    bytes
}

fn interleave_fixed<const W: usize>(planes: &[u8], count: usize, bytes: &mut [u8]) {
    let (values, _) = bytes.as_chunks_mut::<W>();
    let mut sources = [&[][..]; W];
    for (source, plane) in sources.iter_mut().zip(planes.chunks_exact(count)) {
        *source = plane;
    }
    // All planes have `count` bytes and there are `count` values; the slices say so to the compiler.
    let sources = sources.map(|plane| &plane[..values.len()]);
    for (i, value) in values.iter_mut().enumerate() {
        for (byte, source) in value.iter_mut().zip(&sources) {
            *byte = source[i];
        }
    }
}
