//! Decimal numbers as scaled integers, whatever their fields look like: what [`super::numeric`] and [`super::digits`] share.
//!
//! ```text
//! +---------------------------------+---------------
//! | page(n): digits after the point |  integers(n)
//! +---------------------------------+---------------
//! ```

use super::integer::{self, Plan};
use crate::codec::{
    CodecError,
    input::Input,
    page::{Content, PageReader, PageWriter},
    values::Fields,
};

/// The fields of an encoding.
pub(in crate::codec) struct Form {
    /// What the digits after the point are called in errors.
    pub(super) scale: &'static str,
    /// Most digits after the point.
    pub(super) most_digits: u8,
    /// Bytes of the shortest field.
    pub(super) least_bytes: usize,
    /// Bytes of a usual field.
    pub(super) usual_bytes: usize,
    /// Appends a field; says how long it is.
    pub(super) append: fn(i64, u8, &mut Vec<u8>) -> u32,
}

/// Writes scaled integers and the digits after the point of each.
pub(in crate::codec) fn encode(
    scales: &[u8],
    values: &[u64],
    plan: Plan,
    reference: Option<&[u64]>,
    pages: &mut PageWriter,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    pages.write(Content::Plane, scales, out)?;
    integer::encode(values, plan, reference, pages, out)
}

/// Reads `count` numbers: their fields and their scaled integers.
pub(in crate::codec) fn decode(
    form: &Form,
    input: &mut Input<'_>,
    count: usize,
    limit: usize,
    reference: &mut dyn FnMut(u16) -> Result<Vec<u64>, CodecError>,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<(Fields, Vec<u64>), CodecError> {
    let too_long = CodecError::Inconsistent("the values are longer than the block");
    // Whoever states more numbers than fit gets no memory.
    if count.checked_mul(form.least_bytes).is_none_or(|least| least > limit) {
        return Err(too_long);
    }
    let mut scales = pages.spare.bytes.take(count);
    pages.read(input, count, &mut scales)?;
    if let Some(&scale) = scales.iter().find(|&&scale| scale > form.most_digits) {
        return Err(CodecError::Unknown { what: form.scale, value: scale.into() });
    }
    let values = integer::decode(input, count, reference, pages, scratch)?;
    let usual = (count * form.usual_bytes).min(limit);
    let (mut lengths, mut bytes) = (pages.spare.lengths.take(count), pages.spare.bytes.take(usual));
    lengths.reserve(count);
    bytes.reserve(usual);
    for (&value, &scale) in values.iter().zip(&scales) {
        lengths.push((form.append)(value.cast_signed(), scale, &mut bytes));
        if bytes.len() > limit {
            return Err(too_long);
        }
    }
    pages.spare.bytes.give(scales);
    Ok((Fields::Varied { lengths, bytes }, values))
}
