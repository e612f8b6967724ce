//! Finds the type OIDs and the flags of arrays inside a binary value: masked for a digest (format-spec/blocks.md §5, table
//! of R-B19), or the OIDs replaced for a server that wants its own.

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
    visit(shape, value, &mut Mask)
}

/// Shows the four bytes of each OID in a value of this shape; `None` when the value does not have it to the last byte.
pub fn each_oid(shape: &Shape, value: &mut [u8], show: &mut impl FnMut(&mut [u8])) -> Option<()> {
    visit(shape, value, &mut EachOid(show))
}

/// What is done with the parts that are found.
trait Visitor {
    /// Whether the flags of arrays of built-in types are wanted too, whose OIDs are the same everywhere.
    const WANTS_FLAGS: bool;
    fn oid(&mut self, oid: &mut [u8]);
    /// The flags of an array and whether one of its elements is NULL.
    fn flags(&mut self, flags: &mut [u8], nulls: bool);
}

struct Mask;

impl Visitor for Mask {
    const WANTS_FLAGS: bool = true;

    fn oid(&mut self, oid: &mut [u8]) {
        oid.fill(0);
    }

    fn flags(&mut self, flags: &mut [u8], nulls: bool) {
        flags.copy_from_slice(&u32::from(nulls).to_be_bytes());
    }
}

struct EachOid<'a, F>(&'a mut F);

impl<F: FnMut(&mut [u8])> Visitor for EachOid<'_, F> {
    const WANTS_FLAGS: bool = false;

    fn oid(&mut self, oid: &mut [u8]) {
        (self.0)(oid);
    }

    fn flags(&mut self, _flags: &mut [u8], _nulls: bool) {}
}

fn visit<V: Visitor>(shape: &Shape, value: &mut [u8], visitor: &mut V) -> Option<()> {
    match shape {
        Shape::Opaque => Some(()),
        Shape::PlainArray => in_plain_array(value, visitor),
        Shape::Array(element) => in_array(element, value, true, visitor),
        Shape::Composite(fields) => in_composite(fields, value, visitor),
        Shape::Range(bound) => in_range(bound, value, visitor),
        Shape::Multirange(bound) => in_multirange(bound, value, visitor),
    }
}

/// Flags of 0 are true of any array a server sends, so that those are not looked into.
fn in_plain_array<V: Visitor>(value: &mut [u8], visitor: &mut V) -> Option<()> {
    match value.get(4..8)? {
        _ if !V::WANTS_FLAGS => Some(()),
        [0, 0, 0, 0] => Some(()),
        _ => in_array(&Shape::Opaque, value, false, visitor),
    }
}

fn in_array<V: Visitor>(element: &Shape, value: &mut [u8], has_own_oid: bool, visitor: &mut V) -> Option<()> {
    let mut rest = Rest(value);
    let dimensions = usize::try_from(rest.i32()?).ok().filter(|&count| count <= MAX_DIMENSIONS)?;
    let flags = rest.take(4)?;
    let oid = rest.take(4)?;
    if has_own_oid {
        visitor.oid(oid);
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
            rest.sized(element, visitor)?;
        }
        (nulls, rest.0.is_empty())
    };
    visitor.flags(flags, nulls);
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

fn in_composite<V: Visitor>(fields: &[Shape], value: &mut [u8], visitor: &mut V) -> Option<()> {
    let mut rest = Rest(value);
    if usize::try_from(rest.i32()?).ok()? != fields.len() {
        return None;
    }
    for field in fields {
        visitor.oid(rest.take(4)?);
        rest.sized(field, visitor)?;
    }
    rest.0.is_empty().then_some(())
}

fn in_range<V: Visitor>(bound: &Shape, value: &mut [u8], visitor: &mut V) -> Option<()> {
    let mut rest = Rest(value);
    let &mut [flags] = rest.take(1)? else { return None };
    for absent in [RANGE_NO_LOWER, RANGE_NO_UPPER] {
        if flags & absent == 0 {
            let length = usize::try_from(rest.i32()?).ok()?;
            visit(bound, rest.take(length)?, visitor)?;
        }
    }
    rest.0.is_empty().then_some(())
}

fn in_multirange<V: Visitor>(bound: &Shape, value: &mut [u8], visitor: &mut V) -> Option<()> {
    let mut rest = Rest(value);
    for _ in 0..usize::try_from(rest.i32()?).ok()? {
        let length = usize::try_from(rest.i32()?).ok()?;
        in_range(bound, rest.take(length)?, visitor)?;
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

    /// Visits a value behind its length word; NULL has none.
    fn sized<V: Visitor>(&mut self, shape: &Shape, visitor: &mut V) -> Option<()> {
        match self.i32()? {
            -1 => Some(()),
            length => visit(shape, self.take(usize::try_from(length).ok()?)?, visitor),
        }
    }
}
