//! The encodings of columns, one per file, each in both directions. format-spec/blocks.md §4.
//!
//! To add one: an id and a name here and in the spec, a file, its arm in [`super::column`], its candidate in
//! [`super::choose`], and a vector.

pub(super) mod decimal;
pub(super) mod dictionary;
pub(super) mod digits;
pub(super) mod integer;
pub(super) mod lengths;
pub(super) mod numeric;
pub(super) mod plain;
pub(super) mod planes;
pub(super) mod scaled;
pub(super) mod shuffle;
pub(super) mod template;
pub(super) mod words;

/// Every field is NULL.
pub(super) const NULL: u8 = 0;
/// Lengths and bytes.
pub(super) const PLAIN: u8 = 1;
/// Codes into a table of the different values.
pub(super) const DICTIONARY: u8 = 2;
/// One page per byte of a fixed-width value.
pub(super) const PLANES: u8 = 3;
/// A header, then elements taken apart into their bytes.
pub(super) const SHUFFLE: u8 = 4;
/// 2-byte integers.
pub(super) const INT2: u8 = 5;
/// 4-byte integers.
pub(super) const INT4: u8 = 6;
/// 8-byte integers.
pub(super) const INT8: u8 = 7;
/// Numerics as scaled integers.
pub(super) const NUMERIC: u8 = 8;
/// Text as words.
pub(super) const WORDS: u8 = 9;
/// Floats as scaled integers.
pub(super) const DECIMAL: u8 = 10;
/// Decimal numbers as text.
pub(super) const DIGITS: u8 = 11;
/// Templates and the values of their places.
pub(super) const TEMPLATE: u8 = 12;
