//! Integers: predicted, the residuals mapped to small unsigned numbers, those taken apart into planes.
//! format-spec/blocks.md §4.6.
//!
//! ```text
//!  0           1         2
//! +-----------+---------+-------+------------------------------------------
//! | predictor | mapping | width | fields by predictor, by mapping, pages
//! +-----------+---------+-------+------------------------------------------
//! ```

use crate::codec::{
    CodecError,
    cost::planes_cost,
    input::Input,
    page::{PageReader, PageWriter},
    values::Fields,
};

const FRAME: u8 = 0;
const DELTA: u8 = 1;
const COLUMN: u8 = 2;

const OFFSET: u8 = 0;
const ZIGZAG: u8 = 1;

/// What a value is predicted to be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::codec) enum Predictor {
    /// Zero: the offset mapping's base does the rest.
    Frame,
    /// The value before.
    Delta,
    /// The value of an earlier column in the same row.
    Column(u16),
}

/// How integers are encoded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::codec) struct Plan {
    /// What is predicted.
    pub(in crate::codec) predictor: Predictor,
    /// Residuals are zigzag numbers instead of offsets from the smallest.
    pub(in crate::codec) zigzag: bool,
}

impl Plan {
    /// The plan that always works well enough.
    pub(in crate::codec) const FRAME: Self = Self { predictor: Predictor::Frame, zigzag: false };
}

/// Residuals mapped to unsigned numbers, and the fields that a reader needs to undo it.
struct Mapped {
    start: u64,
    base: u64,
    divisor: u64,
    numbers: Vec<u64>,
}

/// `memory` is used for the numbers.
fn map(values: &[u64], plan: Plan, reference: Option<&[u64]>, memory: Vec<u64>) -> Mapped {
    let mut numbers = memory;
    numbers.clear();
    match (plan.predictor, reference) {
        (Predictor::Delta, _) => {
            let mut before = values.first().copied().unwrap_or(0);
            numbers.extend(values.iter().map(|&value| value.wrapping_sub(std::mem::replace(&mut before, value))));
        }
        (Predictor::Column(_), Some(reference)) => {
            numbers.extend(values.iter().zip(reference).map(|(value, other)| value.wrapping_sub(*other)));
        }
        _ => numbers.extend_from_slice(values),
    }
    let first = values.first().copied().unwrap_or(0);
    if plan.zigzag {
        for number in &mut numbers {
            let residual = number.cast_signed();
            *number = ((residual << 1) ^ (residual >> 63)).cast_unsigned();
        }
        return Mapped { start: first, base: 0, divisor: 1, numbers };
    }
    // The first delta is free: `start` makes it whatever the others have at least.
    let counted = if plan.predictor == Predictor::Delta { numbers.get(1..).unwrap_or(&[]) } else { &numbers };
    let base = counted.iter().map(|number| number.cast_signed()).min().unwrap_or(0).cast_unsigned();
    if plan.predictor == Predictor::Delta
        && let Some(delta) = numbers.first_mut()
    {
        *delta = base;
    }
    for number in &mut numbers {
        *number = number.wrapping_sub(base);
    }
    let divisor = common_divisor(&numbers);
    if divisor > 1 {
        for number in &mut numbers {
            *number /= divisor;
        }
    }
    Mapped { start: first.wrapping_sub(base), base, divisor, numbers }
}

/// The greatest number that divides them all; 1 when all are 0. Most columns end this at the second value.
fn common_divisor(numbers: &[u64]) -> u64 {
    let mut divisor = 0;
    for &number in numbers {
        if number != 0 && (divisor == 0 || number % divisor != 0) {
            let (mut a, mut b) = (divisor, number);
            while b != 0 {
                (a, b) = (b, a % b);
            }
            divisor = a;
            if divisor == 1 {
                break;
            }
        }
    }
    divisor.max(1)
}

/// Estimated bytes of `values` under a plan.
pub(in crate::codec) fn cost(values: &[u64], plan: Plan, reference: Option<&[u64]>) -> u64 {
    planes_cost(&map(values, plan, reference, Vec::new()).numbers)
}

pub(in crate::codec) fn encode(
    values: &[u64],
    plan: Plan,
    reference: Option<&[u64]>,
    pages: &mut PageWriter,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    let Mapped { start, base, divisor, numbers } = map(values, plan, reference, std::mem::take(&mut pages.numbers));
    let any = numbers.iter().fold(0, |any, &number| any | number);
    let width = (64 - any.leading_zeros()).div_ceil(8);
    out.push(match plan.predictor {
        Predictor::Frame => FRAME,
        Predictor::Delta => DELTA,
        Predictor::Column(_) => COLUMN,
    });
    out.push(if plan.zigzag { ZIGZAG } else { OFFSET });
    // At most 8 bytes in 64 bits.
    out.push(u8::try_from(width).unwrap_or(8));
    match plan.predictor {
        Predictor::Frame => {}
        Predictor::Delta => out.extend_from_slice(&start.to_le_bytes()),
        Predictor::Column(column) => out.extend_from_slice(&column.to_le_bytes()),
    }
    if !plan.zigzag {
        out.extend_from_slice(&base.to_le_bytes());
        out.extend_from_slice(&divisor.to_le_bytes());
    }
    let written = pages.write_planes(&numbers, width, out);
    pages.numbers = numbers;
    written
}

/// Reads `count` integers; `reference` gives the values of an earlier column in the rows of these.
pub(in crate::codec) fn decode(
    input: &mut Input<'_>,
    count: usize,
    reference: &mut dyn FnMut(u16) -> Result<Vec<u64>, CodecError>,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<Vec<u64>, CodecError> {
    let (predictor, mapping, width) = (input.u8()?, input.u8()?, u32::from(input.u8()?));
    if width > 8 {
        return Err(CodecError::Unknown { what: "width of integers", value: width.into() });
    }
    let mut start = 0;
    let mut predicted = Vec::new();
    match predictor {
        FRAME => {}
        DELTA => start = input.u64()?,
        COLUMN => predicted = reference(input.u16()?)?,
        _ => return Err(CodecError::Unknown { what: "predictor", value: predictor.into() }),
    }
    let (mut base, mut divisor) = (0, 1);
    match mapping {
        OFFSET => (base, divisor) = (input.u64()?, input.u64()?),
        ZIGZAG => {}
        _ => return Err(CodecError::Unknown { what: "mapping", value: mapping.into() }),
    }
    let mut values = pages.read_planes(input, count, width, scratch)?;
    if mapping == ZIGZAG {
        for value in &mut values {
            *value = (*value >> 1) ^ (*value & 1).wrapping_neg();
        }
    } else {
        for value in &mut values {
            *value = value.wrapping_mul(divisor).wrapping_add(base);
        }
    }
    if predictor == DELTA {
        for value in &mut values {
            start = start.wrapping_add(*value);
            *value = start;
        }
    }
    if predictor == COLUMN {
        for (value, &predicted) in values.iter_mut().zip(&predicted) {
            *value = value.wrapping_add(predicted);
        }
        pages.spare.numbers.give(predicted);
    }
    Ok(values)
}

/// Fields of 2, 4 or 8 bytes as integers, sign-extended.
pub(in crate::codec) fn from_fields(bytes: &[u8], width: usize, values: &mut Vec<u64>) {
    values.clear();
    let extend = |value: i64| value.cast_unsigned();
    match width {
        2 => values.extend(bytes.as_chunks::<2>().0.iter().map(|&field| extend(i16::from_be_bytes(field).into()))),
        4 => values.extend(bytes.as_chunks::<4>().0.iter().map(|&field| extend(i32::from_be_bytes(field).into()))),
        _ => values.extend(bytes.as_chunks::<8>().0.iter().map(|&field| u64::from_be_bytes(field))),
    }
}

/// Integers as fields of 2, 4 or 8 bytes, in an empty buffer.
pub(in crate::codec) fn into_fields(values: &[u64], width: usize, mut bytes: Vec<u8>) -> Result<Fields, CodecError> {
    let misfit = CodecError::Inconsistent("an integer does not fit its field");
    bytes.resize(values.len() * width, 0);
    // What sign extension adds must be there; checked for all values at once.
    let mut over = 0;
    match width {
        2 => {
            for (field, &value) in bytes.as_chunks_mut::<2>().0.iter_mut().zip(values) {
                *field = [value.to_be_bytes()[6], value.to_be_bytes()[7]];
                over |= value ^ i64::from(i16::from_be_bytes(*field)).cast_unsigned();
            }
        }
        4 => {
            for (field, &value) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(values) {
                let [_, _, _, _, a, b, c, d] = value.to_be_bytes();
                *field = [a, b, c, d];
                over |= value ^ i64::from(i32::from_be_bytes(*field)).cast_unsigned();
            }
        }
        _ => {
            for (field, &value) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(values) {
                *field = value.to_be_bytes();
            }
        }
    }
    if over == 0 { Ok(Fields::Fixed { width, bytes }) } else { Err(misfit) }
}
