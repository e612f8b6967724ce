//! `interval 'infinity'` came with 17. In binary it is an interval with every field at its limit, which older servers
//! take without a word for 178 956 970 years: such a row is refused here.

use crate::{
    manifest::{RowFormat, Source, Table, TypeTable},
    server::ServerVersion,
};

/// The type `interval` (`pg_type.dat`, the same on every version).
const INTERVAL: u32 = 1186;

/// The first server with infinite intervals.
const SINCE: u32 = 17;

/// Bytes of an interval: microseconds, days, months.
const BYTES: usize = 16;

const INFINITY: [u8; BYTES] =
    [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff];

const MINUS_INFINITY: [u8; BYTES] = [0x80, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0x80, 0, 0, 0];

/// Whether the table's rows may hold infinite intervals that the target would misread.
pub(in crate::restore) fn may_be_misread(
    table: &Table,
    types: &TypeTable,
    source: &Source,
    target: ServerVersion,
) -> bool {
    table.format == RowFormat::Binary
        && ServerVersion(source.server_version_num).major() >= SINCE
        && target.major() < SINCE
        && table.columns.iter().any(|column| types.holds(column.type_oid, INTERVAL))
}

/// Whether rows of COPY BINARY hold an infinite interval, in a column or inside a value. A `bytea` of just these bytes
/// behind their length would be taken for one.
pub(in crate::restore) fn holds_infinity(rows: &[u8]) -> bool {
    const FIELD: usize = 4 + BYTES;
    let is_field = |window: &[u8]| {
        window.starts_with(&[0, 0, 0, 16]) && (window[4..] == INFINITY || window[4..] == MINUS_INFINITY)
    };
    rows.windows(FIELD).any(is_field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infinite_fields_are_found_and_finite_ones_are_not() {
        let field = |value: &[u8]| [&[0, 2, 0, 0, 0, 1, 7, 0, 0, 0, 16][..], value].concat();
        assert!(holds_infinity(&field(&INFINITY)) && holds_infinity(&field(&MINUS_INFINITY)));
        assert!(!holds_infinity(&field(&[0x7f; 16])) && !holds_infinity(&INFINITY) && !holds_infinity(&[]));
    }
}
