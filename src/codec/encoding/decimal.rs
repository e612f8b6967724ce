//! Floats that stand for short decimal numbers, as scaled integers. format-spec/blocks.md §4.9.
//!
//! ```text
//!  0       1        2                 6
//! +-------+--------+-----------------+--------------+-------------+-----------------
//! | width | digits | exceptions: u32 |  integers(n) | 4 × page(x) | width × page(x)
//! +-------+--------+-----------------+--------------+-------------+-----------------
//! ```
//!
//! Prices, coordinates and readings are typed in with a few digits after the point. As binary floats nearly all of their
//! bits look random; as integers they take no more than their digits do.

use super::{
    integer::{self, Plan},
    planes::interleave,
};
use crate::codec::{
    CodecError,
    input::Input,
    page::{Content, PageReader, PageWriter},
    values::Fields,
};

/// Digits after the point, at most: powers of ten up to this one are exact, and so is what is divided by them.
const MAX_DIGITS: u8 = 15;
const POWERS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
/// Every integer up to this one is a float.
const LIMIT: u64 = 1 << 53;
/// One value in so many may be an exception.
const EXCEPTIONS: usize = 16;
/// So many values are looked at before a column is given up that has no such number among them.
const PROBE: usize = 64;

/// What the floats of a column are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::codec) struct Form {
    /// Bytes of a value: 4 or 8.
    pub(in crate::codec) width: usize,
    /// Digits after the point.
    pub(in crate::codec) digits: u8,
}

/// The fields that are no decimal numbers of the column's form: which values they are, and their bits.
#[derive(Debug, Default)]
pub(in crate::codec) struct Exceptions {
    places: Vec<u64>,
    bits: Vec<u64>,
}

impl Exceptions {
    /// Bytes they take, about.
    pub(in crate::codec) fn cost(&self, width: usize) -> u64 {
        (self.places.len() * (width + 2)) as u64
    }
}

/// The number that stands for a field of the form, when there is one that gives the same bits back.
fn number(bits: u64, form: Form) -> Option<i64> {
    let value = match form.width {
        4 => f32::from_bits(low_word(bits)).into(),
        _ => f64::from_bits(bits),
    };
    let scaled = (value * POWERS[usize::from(form.digits)]).round();
    // NaN is nowhere.
    if !(-9_007_199_254_740_992.0..=9_007_199_254_740_992.0).contains(&scaled) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is a whole number of at most 2^53")]
    let number = scaled as i64;
    (bits_of(number, form) == bits).then_some(number)
}

/// The bits of the float next to `number` / 10^digits.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "the number is at most 2^53, and rounding is what is meant"
)]
fn bits_of(number: i64, form: Form) -> u64 {
    let value = number as f64 / POWERS[usize::from(form.digits)];
    match form.width {
        4 => (value as f32).to_bits().into(),
        _ => value.to_bits(),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the upper half is not wanted")]
fn low_word(bits: u64) -> u32 {
    bits as u32
}

/// The bits of each field.
fn fields(bytes: &[u8], width: usize) -> impl Iterator<Item = u64> {
    let (narrow, wide) = if width == 4 { (bytes, &[][..]) } else { (&[][..], bytes) };
    let narrow = narrow.as_chunks::<4>().0.iter().map(|&field| u64::from(u32::from_be_bytes(field)));
    narrow.chain(wide.as_chunks::<8>().0.iter().map(|&field| u64::from_be_bytes(field)))
}

/// The form of most of these values, when they have one.
pub(in crate::codec) fn form(bytes: &[u8], width: usize) -> Option<Form> {
    let count = bytes.len() / width;
    // How many values need this number of digits.
    let mut needs = [0_usize; POWERS.len()];
    let mut found = 0;
    for (seen, bits) in fields(bytes, width).enumerate() {
        if seen >= PROBE && found == 0 || seen - found > count / EXCEPTIONS + PROBE {
            return None;
        }
        if let Some(digits) = (0..=MAX_DIGITS).find(|&digits| number(bits, Form { width, digits }).is_some()) {
            needs[usize::from(digits)] += 1;
            found += 1;
        }
    }
    let mut covered = 0;
    (0..=MAX_DIGITS).zip(needs).find_map(|(digits, more)| {
        covered += more;
        ((count - covered) * EXCEPTIONS <= count).then_some(Form { width, digits })
    })
}

/// The numbers of a column, and its exceptions; these have the number before them, which costs the least. False when there
/// are too many of them.
pub(in crate::codec) fn from_fields(
    bytes: &[u8],
    form: Form,
    numbers: &mut Vec<u64>,
    exceptions: &mut Exceptions,
) -> bool {
    numbers.clear();
    exceptions.places.clear();
    exceptions.bits.clear();
    let most = bytes.len() / form.width / EXCEPTIONS;
    let mut before = 0;
    for (place, bits) in (0_u64..).zip(fields(bytes, form.width)) {
        if let Some(number) = number(bits, form) {
            before = number.cast_unsigned();
        } else {
            if exceptions.places.len() == most {
                return false;
            }
            exceptions.places.push(place);
            exceptions.bits.push(bits);
        }
        numbers.push(before);
    }
    true
}

pub(in crate::codec) fn encode(
    form: Form,
    exceptions: &Exceptions,
    numbers: &[u64],
    plan: Plan,
    reference: Option<&[u64]>,
    pages: &mut PageWriter,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    let misfit = |_| CodecError::Inconsistent("there are too many values");
    let width = u8::try_from(form.width).map_err(misfit)?;
    out.extend_from_slice(&[width, form.digits]);
    out.extend_from_slice(&u32::try_from(exceptions.places.len()).map_err(misfit)?.to_le_bytes());
    integer::encode(numbers, plan, reference, pages, out)?;
    pages.write_planes(&exceptions.places, 4, out)?;
    // Byte k of a field is in page k: the most significant first.
    for shift in (0..8 * u32::from(width)).step_by(8).rev() {
        let plane: Vec<u8> = exceptions.bits.iter().map(|bits| (bits >> shift).to_le_bytes()[0]).collect();
        pages.write(Content::Plane, &plane, out)?;
    }
    Ok(())
}

/// Reads `count` floats: their fields and their numbers.
pub(in crate::codec) fn decode(
    input: &mut Input<'_>,
    count: usize,
    limit: usize,
    reference: &mut dyn FnMut(u16) -> Result<Vec<u64>, CodecError>,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<(Fields, Vec<u64>), CodecError> {
    let (width, digits) = (usize::from(input.u8()?), input.u8()?);
    if width != 4 && width != 8 {
        return Err(CodecError::Unknown { what: "width of decimal floats", value: width as u64 });
    }
    if digits > MAX_DIGITS {
        return Err(CodecError::Unknown { what: "digits of decimal floats", value: digits.into() });
    }
    let exceptions = input.u32()? as usize;
    if exceptions > count {
        return Err(CodecError::Inconsistent("there are more exceptions than values"));
    }
    if count.checked_mul(width).is_none_or(|size| size > limit) {
        return Err(CodecError::Inconsistent("the values are longer than the block"));
    }
    let numbers = integer::decode(input, count, reference, pages, scratch)?;
    if numbers.iter().any(|number| number.cast_signed().unsigned_abs() > LIMIT) {
        return Err(CodecError::Inconsistent("a decimal float has too many digits"));
    }
    let form = Form { width, digits };
    let mut bytes = pages.spare.bytes.take(count * width);
    bytes.reserve(count * width);
    for number in &numbers {
        bytes.extend_from_slice(&bits_of(number.cast_signed(), form).to_be_bytes()[8 - width..]);
    }
    let places = pages.read_planes(input, exceptions, 4, scratch)?;
    scratch.clear();
    for _ in 0..width {
        pages.read(input, exceptions, scratch)?;
    }
    let others = interleave(scratch, exceptions, width, Vec::new(), exceptions * width);
    let mut next = 0;
    for (&place, other) in places.iter().zip(others.chunks_exact(width)) {
        let field = usize::try_from(place).ok().filter(|&place| place >= next && place < count);
        let place = field.ok_or(CodecError::Inconsistent("the exceptions are not in order"))?;
        bytes[place * width..][..width].copy_from_slice(other);
        next = place + 1;
    }
    Ok((Fields::Fixed { width, bytes }, numbers))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn f64_form(values: &[f64]) -> Option<Form> {
        form(&values.iter().flat_map(|value| value.to_be_bytes()).collect::<Vec<_>>(), 8)
    }

    #[test]
    fn the_digits_that_are_typed_in() {
        for (value, digits) in
            [(0.0, 0), (42.0, 0), (-1.5, 1), (0.1, 1), (19.99, 2), (-0.000_001, 6), (52.520_006_6, 7), (1e15, 0)]
        {
            assert_eq!(f64_form(&[value; 20]), Some(Form { width: 8, digits }), "{value}");
        }
        let narrow: Vec<u8> = [0.1_f32, 123_456.7, 3.25].iter().flat_map(|value| value.to_be_bytes()).collect();
        assert_eq!(form(&narrow, 4), Some(Form { width: 4, digits: 2 }));
    }

    #[test]
    fn other_floats_have_none() {
        for value in [-0.0, f64::NAN, f64::INFINITY, 1.0 / 3.0, 1e300, 5e-324, f64::MAX] {
            assert_eq!(f64_form(&[value; 100]), None, "{value}");
        }
    }

    #[test]
    fn few_exceptions_do_not_count() {
        let mut values = vec![0.25; 320];
        values[100..120].fill(f64::NAN);
        assert_eq!(f64_form(&values), Some(Form { width: 8, digits: 2 }));
        values[120] = f64::NAN;
        assert_eq!(f64_form(&values), None);
    }

    proptest::proptest! {
        #[test]
        fn numbers_give_the_same_bits_back(bits: u64, digits in 0_u8..16, wide: bool) {
            let form = Form { width: if wide { 8 } else { 4 }, digits };
            let bits = if wide { bits } else { bits >> 32 };
            if let Some(number) = number(bits, form) {
                proptest::prop_assert_eq!(bits_of(number, form), bits);
                proptest::prop_assert!(number.unsigned_abs() <= LIMIT);
            }
        }

        #[test]
        fn decimals_are_found(number in -(1_i64 << 50)..1 << 50, digits in 0_u8..16) {
            let form = Form { width: 8, digits };
            proptest::prop_assert_eq!(super::number(bits_of(number, form), form).map(|found| bits_of(found, form)), Some(bits_of(number, form)).filter(|bits| *bits != (-0.0_f64).to_bits()));
        }
    }
}
