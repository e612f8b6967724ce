//! Lengths, then the values one after the other. format-spec/blocks.md §4.2.

use super::lengths::{self, Read};
use crate::codec::{
    CodecError,
    input::Input,
    page::{Content, PageReader, PageWriter},
    values::{Fields, Values},
};

pub(in crate::codec) fn encode(
    values: &Values<'_>,
    pages: &mut PageWriter,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    lengths::encode(values.lengths, pages, out)?;
    pages.write(Content::Text, values.bytes, out)
}

pub(in crate::codec) fn decode(
    input: &mut Input<'_>,
    count: usize,
    limit: usize,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<Fields, CodecError> {
    let (lengths, sum) = lengths::decode(input, count, limit, pages, scratch)?;
    let mut bytes = pages.spare.bytes.take(sum);
    pages.read(input, sum, &mut bytes)?;
    Ok(match lengths {
        Read::Constant(width) => Fields::Fixed { width, bytes },
        Read::Varied(lengths) => Fields::Varied { lengths, bytes },
    })
}
