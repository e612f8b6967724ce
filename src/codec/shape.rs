//! Where a binary value holds OIDs that change from one database to the next.

/// The places inside a binary value that hold type OIDs of the source database, which the digest masks.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Shape {
    /// No such place.
    Opaque,
    /// `array_send`: an element type OID in the header, elements of the inner shape.
    Array(Box<Shape>),
    /// `record_send`: a type OID before each field.
    Composite(Vec<Shape>),
    /// `range_send`: bounds of the inner shape.
    Range(Box<Shape>),
    /// `multirange_send`: ranges over the inner shape.
    Multirange(Box<Shape>),
}
