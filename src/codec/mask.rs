//! Zeroes the type OIDs inside a binary value. format-spec/blocks.md §5, table of R-B19.

use super::Shape;

/// `MAXDIM` of PostgreSQL's arrays.
const MAX_DIMENSIONS: usize = 6;

const RANGE_EMPTY: u8 = 0x01;
const RANGE_NO_LOWER: u8 = RANGE_EMPTY | 0x08 | 0x20;
const RANGE_NO_UPPER: u8 = RANGE_EMPTY | 0x10 | 0x40;

/// The same shape, opaque where it holds no OID at any depth.
pub(super) fn simplify(shape: Shape) -> Shape {
    match shape {
        Shape::Opaque => Shape::Opaque,
        Shape::Array(element) => Shape::Array(Box::new(simplify(*element))),
        Shape::Composite(fields) => Shape::Composite(fields.into_iter().map(simplify).collect()),
        Shape::Range(bound) => match simplify(*bound) {
            Shape::Opaque => Shape::Opaque,
            bound => Shape::Range(Box::new(bound)),
        },
        Shape::Multirange(range) => match simplify(*range) {
            Shape::Opaque => Shape::Opaque,
            range => Shape::Multirange(Box::new(range)),
        },
    }
}

/// Zeroes the OIDs in a value of this shape; `None` when the value does not have it to the last byte.
pub(super) fn mask(shape: &Shape, value: &mut [u8]) -> Option<()> {
    match shape {
        Shape::Opaque => Some(()),
        Shape::Array(element) => mask_array(element, value),
        Shape::Composite(fields) => mask_composite(fields, value),
        Shape::Range(bound) => mask_range(bound, value),
        Shape::Multirange(bound) => mask_multirange(bound, value),
    }
}

fn mask_array(element: &Shape, value: &mut [u8]) -> Option<()> {
    let mut rest = value;
    let dimensions = usize::try_from(take_i32(&mut rest)?).ok().filter(|&count| count <= MAX_DIMENSIONS)?;
    let _flags = take_i32(&mut rest)?;
    take(&mut rest, 4)?.fill(0);
    let mut elements = usize::from(dimensions > 0);
    for _ in 0..dimensions {
        elements = elements.checked_mul(usize::try_from(take_i32(&mut rest)?).ok()?)?;
        let _lower_bound = take_i32(&mut rest)?;
    }
    // Each element has a length word at least, so a false count ends soon.
    for _ in 0..elements {
        mask_sized(element, &mut rest)?;
    }
    rest.is_empty().then_some(())
}

fn mask_composite(fields: &[Shape], value: &mut [u8]) -> Option<()> {
    let mut rest = value;
    if usize::try_from(take_i32(&mut rest)?).ok()? != fields.len() {
        return None;
    }
    for field in fields {
        take(&mut rest, 4)?.fill(0);
        mask_sized(field, &mut rest)?;
    }
    rest.is_empty().then_some(())
}

fn mask_range(bound: &Shape, value: &mut [u8]) -> Option<()> {
    let mut rest = value;
    let &mut [flags] = take(&mut rest, 1)? else { return None };
    for absent in [RANGE_NO_LOWER, RANGE_NO_UPPER] {
        if flags & absent == 0 {
            let length = usize::try_from(take_i32(&mut rest)?).ok()?;
            mask(bound, take(&mut rest, length)?)?;
        }
    }
    rest.is_empty().then_some(())
}

fn mask_multirange(bound: &Shape, value: &mut [u8]) -> Option<()> {
    let mut rest = value;
    for _ in 0..usize::try_from(take_i32(&mut rest)?).ok()? {
        let length = usize::try_from(take_i32(&mut rest)?).ok()?;
        mask_range(bound, take(&mut rest, length)?)?;
    }
    rest.is_empty().then_some(())
}

/// A value behind its length word; NULL has none.
fn mask_sized(shape: &Shape, rest: &mut &mut [u8]) -> Option<()> {
    match take_i32(rest)? {
        -1 => Some(()),
        length => mask(shape, take(rest, usize::try_from(length).ok()?)?),
    }
}

fn take<'a>(rest: &mut &'a mut [u8], count: usize) -> Option<&'a mut [u8]> {
    let (taken, after) = std::mem::take(rest).split_at_mut_checked(count)?;
    *rest = after;
    Some(taken)
}

fn take_i32(rest: &mut &mut [u8]) -> Option<i32> {
    Some(i32::from_be_bytes(*take(rest, 4)?.first_chunk::<4>()?))
}
