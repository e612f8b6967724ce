//! Zeroes the type OIDs inside a binary value and settles the flags of its arrays. format-spec/blocks.md §5, table of R-B19.

use super::Shape;

/// The most dimensions of an array (`MAXDIM`).
const MAX_DIMENSIONS: usize = 6;

const RANGE_EMPTY: u8 = 0x01;
const RANGE_NO_LOWER: u8 = RANGE_EMPTY | 0x08 | 0x20;
const RANGE_NO_UPPER: u8 = RANGE_EMPTY | 0x10 | 0x40;

/// The same shape, opaque where it holds nothing to mask at any depth.
pub(super) fn simplify(shape: Shape) -> Shape {
    match shape {
        Shape::Opaque | Shape::PlainArray => shape,
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

/// Masks a value of this shape; `None` when the value does not have it to the last byte.
pub(super) fn mask(shape: &Shape, value: &mut [u8]) -> Option<()> {
    match shape {
        Shape::Opaque => Some(()),
        Shape::PlainArray => mask_plain_array(value),
        Shape::Array(element) => mask_array(element, value),
        Shape::Composite(fields) => mask_composite(fields, value),
        Shape::Range(bound) => mask_range(bound, value),
        Shape::Multirange(bound) => mask_multirange(bound, value),
    }
}

/// Flags of 0 are true of any array a server sends, so that those are not looked into.
fn mask_plain_array(value: &mut [u8]) -> Option<()> {
    match value.get(4..8)? {
        [0, 0, 0, 0] => Some(()),
        _ => mask_elements(&Shape::Opaque, value, false),
    }
}

fn mask_array(element: &Shape, value: &mut [u8]) -> Option<()> {
    mask_elements(element, value, true)
}

fn mask_elements(element: &Shape, value: &mut [u8], has_own_oid: bool) -> Option<()> {
    let mut rest = Rest(value);
    let dimensions = usize::try_from(rest.i32()?).ok().filter(|&count| count <= MAX_DIMENSIONS)?;
    let flags = rest.take(4)?;
    let oid = rest.take(4)?;
    if has_own_oid {
        oid.fill(0);
    }
    let mut elements = usize::from(dimensions > 0);
    for _ in 0..dimensions {
        elements = elements.checked_mul(usize::try_from(rest.i32()?).ok()?)?;
        let _lower_bound = rest.i32()?;
    }
    // Each element has a length word at least, so a false count ends soon.
    let (nulls, whole) = if *element == Shape::Opaque {
        let (nulls, end) = opaque_elements(rest.0, elements)?;
        (nulls, end == rest.0.len())
    } else {
        let mut nulls = false;
        for _ in 0..elements {
            nulls |= rest.0.first_chunk::<4>() == Some(&NULL);
            rest.mask_sized(element)?;
        }
        (nulls, rest.0.is_empty())
    };
    flags.copy_from_slice(&u32::from(nulls).to_be_bytes());
    whole.then_some(())
}

/// The length word of NULL.
const NULL: [u8; 4] = (-1_i32).to_be_bytes();

/// Whether so many elements, which need not be looked into, hold a NULL, and where they end; a vector may have thousands.
fn opaque_elements(bytes: &[u8], count: usize) -> Option<(bool, usize)> {
    let (mut nulls, mut at) = (false, 0_usize);
    for _ in 0..count {
        let length = bytes.get(at..)?.first_chunk::<4>()?;
        at += 4;
        if *length == NULL {
            nulls = true;
        } else {
            at = at.checked_add(usize::try_from(i32::from_be_bytes(*length)).ok()?)?;
        }
    }
    Some((nulls, at))
}

fn mask_composite(fields: &[Shape], value: &mut [u8]) -> Option<()> {
    let mut rest = Rest(value);
    if usize::try_from(rest.i32()?).ok()? != fields.len() {
        return None;
    }
    for field in fields {
        rest.take(4)?.fill(0);
        rest.mask_sized(field)?;
    }
    rest.0.is_empty().then_some(())
}

fn mask_range(bound: &Shape, value: &mut [u8]) -> Option<()> {
    let mut rest = Rest(value);
    let &mut [flags] = rest.take(1)? else { return None };
    for absent in [RANGE_NO_LOWER, RANGE_NO_UPPER] {
        if flags & absent == 0 {
            let length = usize::try_from(rest.i32()?).ok()?;
            mask(bound, rest.take(length)?)?;
        }
    }
    rest.0.is_empty().then_some(())
}

fn mask_multirange(bound: &Shape, value: &mut [u8]) -> Option<()> {
    let mut rest = Rest(value);
    for _ in 0..usize::try_from(rest.i32()?).ok()? {
        let length = usize::try_from(rest.i32()?).ok()?;
        mask_range(bound, rest.take(length)?)?;
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

    /// Masks a value behind its length word; NULL has none.
    fn mask_sized(&mut self, shape: &Shape) -> Option<()> {
        match self.i32()? {
            -1 => Some(()),
            length => mask(shape, self.take(usize::try_from(length).ok()?)?),
        }
    }
}
