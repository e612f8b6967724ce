//! Where a binary value holds what changes from one database to the next although the value is the same.

/// The places inside a binary value that the digest masks: type OIDs of the source database, and the flags of arrays.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Shape {
    /// No such place.
    Opaque,
    /// `array_send` with an element type OID that is the same everywhere: its flags say 1 when the array ever had a
    /// NULL, and after a round trip only when it has one.
    PlainArray,
    /// `array_send`: flags as above, an element type OID in the header, elements of the inner shape.
    Array(Box<Shape>),
    /// `record_send`: a type OID before each field.
    Composite(Vec<Shape>),
    /// `range_send`: bounds of the inner shape.
    Range(Box<Shape>),
    /// `multirange_send`: ranges over the inner shape.
    Multirange(Box<Shape>),
}
