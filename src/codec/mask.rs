//! Finds the type OIDs inside a binary value: zeroed for a digest (format-spec/blocks.md §5, table of R-B19), replaced
//! for a server that wants its own.

use super::Shape;

/// The most dimensions of an array (`MAXDIM`).
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
    each_oid(shape, value, &mut |oid| oid.fill(0))
}

/// Shows the four bytes of each OID in a value of this shape; `None` when the value does not have it to the last byte.
pub fn each_oid(shape: &Shape, value: &mut [u8], show: &mut impl FnMut(&mut [u8])) -> Option<()> {
    match shape {
        Shape::Opaque => Some(()),
        Shape::Array(element) => in_array(element, value, show),
        Shape::Composite(fields) => in_composite(fields, value, show),
        Shape::Range(bound) => in_range(bound, value, show),
        Shape::Multirange(bound) => in_multirange(bound, value, show),
    }
}

fn in_array(element: &Shape, value: &mut [u8], show: &mut impl FnMut(&mut [u8])) -> Option<()> {
    let mut rest = Rest(value);
    let dimensions = usize::try_from(rest.i32()?).ok().filter(|&count| count <= MAX_DIMENSIONS)?;
    let _flags = rest.i32()?;
    show(rest.take(4)?);
    let mut elements = usize::from(dimensions > 0);
    for _ in 0..dimensions {
        elements = elements.checked_mul(usize::try_from(rest.i32()?).ok()?)?;
        let _lower_bound = rest.i32()?;
    }
    // Each element has a length word at least, so a false count ends soon.
    if *element == Shape::Opaque {
        return (elements_end(rest.0, elements)? == rest.0.len()).then_some(());
    }
    for _ in 0..elements {
        rest.sized(element, show)?;
    }
    rest.0.is_empty().then_some(())
}

/// Where so many elements end that need not be looked into; a vector may have thousands.
fn elements_end(bytes: &[u8], count: usize) -> Option<usize> {
    let mut at = 0_usize;
    for _ in 0..count {
        let length = i32::from_be_bytes(*bytes.get(at..)?.first_chunk::<4>()?);
        at += 4;
        if length != -1 {
            at = at.checked_add(usize::try_from(length).ok()?)?;
        }
    }
    Some(at)
}

fn in_composite(fields: &[Shape], value: &mut [u8], show: &mut impl FnMut(&mut [u8])) -> Option<()> {
    let mut rest = Rest(value);
    if usize::try_from(rest.i32()?).ok()? != fields.len() {
        return None;
    }
    for field in fields {
        show(rest.take(4)?);
        rest.sized(field, show)?;
    }
    rest.0.is_empty().then_some(())
}

fn in_range(bound: &Shape, value: &mut [u8], show: &mut impl FnMut(&mut [u8])) -> Option<()> {
    let mut rest = Rest(value);
    let &mut [flags] = rest.take(1)? else { return None };
    for absent in [RANGE_NO_LOWER, RANGE_NO_UPPER] {
        if flags & absent == 0 {
            let length = usize::try_from(rest.i32()?).ok()?;
            each_oid(bound, rest.take(length)?, show)?;
        }
    }
    rest.0.is_empty().then_some(())
}

fn in_multirange(bound: &Shape, value: &mut [u8], show: &mut impl FnMut(&mut [u8])) -> Option<()> {
    let mut rest = Rest(value);
    for _ in 0..usize::try_from(rest.i32()?).ok()? {
        let length = usize::try_from(rest.i32()?).ok()?;
        in_range(bound, rest.take(length)?, show)?;
    }
    rest.0.is_empty().then_some(())
}

/// The part of a value that is not looked at yet.
struct Rest<'a>(&'a mut [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Option<&'a mut [u8]> {
        let (taken, after) = std::mem::take(&mut self.0).split_at_mut_checked(count)?;
        self.0 = after;
        Some(taken)
    }

    fn i32(&mut self) -> Option<i32> {
        Some(i32::from_be_bytes(*self.take(4)?.first_chunk::<4>()?))
    }

    /// A value behind its length word; NULL has none.
    fn sized(&mut self, shape: &Shape, show: &mut impl FnMut(&mut [u8])) -> Option<()> {
        match self.i32()? {
            -1 => Some(()),
            length => each_oid(shape, self.take(usize::try_from(length).ok()?)?, show),
        }
    }
}
