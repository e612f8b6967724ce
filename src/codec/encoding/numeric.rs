//! Numerics of at most 18 digits as scaled integers. format-spec/blocks.md §4.7.
//!
//! ```text
//! +------------------------+---------------
//! | page(n): display scale |  integers(n)
//! +------------------------+---------------
//! ```

use super::scaled::Form;

/// Digits after the point, and digits at all.
const MAX_DIGITS: u8 = 18;
/// A numeric of no digits has its head.
pub(in crate::codec) const FORM: Form =
    Form { scale: "numeric scale", most_digits: MAX_DIGITS, least_bytes: 8, usual_bytes: 12, append };
const NEGATIVE: u16 = 0x4000;
/// What a scaled integer stays below.
const LIMIT: u128 = 1_000_000_000_000_000_000;

fn words(head: [u8; 8]) -> [u16; 4] {
    let (pairs, _) = head.as_chunks::<2>();
    [pairs[0], pairs[1], pairs[2], pairs[3]].map(u16::from_be_bytes)
}

/// The scaled integer and the display scale of a numeric in canonical form; `None` when [`append`] would not give
/// the same bytes back.
pub(in crate::codec) fn parse(field: &[u8]) -> Option<(i64, u8)> {
    let (head, digits) = field.split_first_chunk::<8>()?;
    let [digits_count, weight, sign, scale] = words(*head);
    let scale = u8::try_from(scale).ok().filter(|&scale| scale <= MAX_DIGITS)?;
    let (digits, rest) = digits.as_chunks::<2>();
    let count = digits.len();
    if count > 6 || count != usize::from(digits_count) || !rest.is_empty() || (sign != 0 && sign != NEGATIVE) {
        return None;
    }
    let (Some(first), Some(last)) = (digits.first(), digits.last()) else {
        return (weight == 0 && sign == 0).then_some((0, scale));
    };
    if *first == [0; 2] || *last == [0; 2] {
        return None;
    }
    let fraction_groups = usize::from(scale.div_ceil(4));
    // Groups from the first digit down to the last one that the scale reaches.
    let groups = i32::from(weight.cast_signed()) + 1 + i32::from(scale.div_ceil(4));
    let groups = usize::try_from(groups).ok().filter(|groups| (count..=6).contains(groups))?;
    let mut magnitude = 0_u128;
    let mut small = 0_u64;
    for &pair in digits {
        let digit = u16::from_be_bytes(pair);
        if digit > 9999 {
            return None;
        }
        if groups <= 4 {
            small = small * 10_000 + u64::from(digit);
        } else {
            magnitude = magnitude * 10_000 + u128::from(digit);
        }
    }
    let padding = 4 * fraction_groups - usize::from(scale);
    let scaled = if groups <= 4 {
        for _ in count..groups {
            small *= 10_000;
        }
        let (scaled, rest) = match padding {
            0 => (small, 0),
            1 => (small / 10, small % 10),
            2 => (small / 100, small % 100),
            _ => (small / 1000, small % 1000),
        };
        if rest != 0 {
            return None;
        }
        i64::try_from(scaled).ok()?
    } else {
        for _ in count..groups {
            magnitude *= 10_000;
        }
        let unit = [1_u128, 10, 100, 1000][padding & 3];
        if !magnitude.is_multiple_of(unit) || magnitude / unit >= LIMIT {
            return None;
        }
        i64::try_from(magnitude / unit).ok()?
    };
    Some((if sign == NEGATIVE { -scaled } else { scaled }, scale))
}

/// Appends the canonical numeric `value` × 10^−`scale`; says how long it is.
pub(in crate::codec) fn append(value: i64, scale: u8, out: &mut Vec<u8>) -> u32 {
    let fraction_groups = u16::from(scale.div_ceil(4));
    let padding = usize::from(fraction_groups) * 4 - usize::from(scale);
    let unit = [1_u64, 10, 100, 1000][padding & 3];
    let mut field = [0_u8; 24];
    let mut at = field.len();
    let mut digits = 0_u16;
    let mut groups = 0_u16;
    let mut push = |group: u64| {
        if digits > 0 || group != 0 {
            at -= 2;
            // A remainder of 10 000.
            field[at..at + 2].copy_from_slice(&u16::try_from(group).unwrap_or(0).to_be_bytes());
            digits += 1;
        }
        groups += 1;
    };
    if let Some(mut magnitude) = value.unsigned_abs().checked_mul(unit) {
        while magnitude > 0 {
            push(magnitude % 10_000);
            magnitude /= 10_000;
        }
    } else {
        let mut magnitude = u128::from(value.unsigned_abs()) * u128::from(unit);
        while magnitude > 0 {
            push(u64::try_from(magnitude % 10_000).unwrap_or(0));
            magnitude /= 10_000;
        }
    }
    let weight = if digits == 0 { 0 } else { groups.wrapping_sub(1).wrapping_sub(fraction_groups) };
    let sign = if value < 0 { NEGATIVE } else { 0 };
    let mut head = [0; 8];
    for (slot, word) in head.as_chunks_mut::<2>().0.iter_mut().zip([digits, weight, sign, u16::from(scale)]) {
        *slot = word.to_be_bytes();
    }
    out.extend_from_slice(&head);
    out.extend_from_slice(&field[at..]);
    8 + 2 * u32::from(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(digits: &[u16], weight: i16, sign: u16, scale: u16) -> Vec<u8> {
        let count = u16::try_from(digits.len()).unwrap_or(0);
        let words = [count, weight.cast_unsigned(), sign, scale].into_iter().chain(digits.iter().copied());
        words.flat_map(u16::to_be_bytes).collect()
    }

    fn append_to_new(value: i64, scale: u8) -> Vec<u8> {
        let mut out = Vec::new();
        assert_eq!(append(value, scale, &mut out) as usize, out.len());
        out
    }

    #[test]
    fn known_values() {
        // As PostgreSQL 18 sends them.
        let cases = [
            (field(&[], 0, 0, 0), 0, 0),
            (field(&[], 0, 0, 2), 0, 2),
            (field(&[1], 0, 0, 0), 1, 0),
            (field(&[1], 1, 0, 0), 10_000, 0),
            (field(&[1234, 5600], 0, 0, 2), 123_456, 2),
            (field(&[5], -2, NEGATIVE, 8), -5, 8),
            (field(&[1, 0, 1], 2, 0, 0), 100_000_001, 0),
            (field(&[1000], -1, 0, 1), 1, 1),
            (field(&[99, 9999, 9999, 9999, 9999], 4, 0, 0), 999_999_999_999_999_999, 0),
            (field(&[9, 9999, 9999, 9999, 9999, 9000], 0, NEGATIVE, 17), -999_999_999_999_999_999, 17),
        ];
        for (bytes, value, scale) in cases {
            assert_eq!(parse(&bytes), Some((value, scale)));
            assert_eq!(append_to_new(value, scale), bytes);
        }
    }

    #[test]
    fn other_forms_are_refused() {
        for bytes in [
            field(&[], 0, 0xc000, 0),    // NaN
            field(&[], 0, 0xd000, 0x20), // infinity
            field(&[], 0, NEGATIVE, 0),  // minus zero
            field(&[], 1, 0, 0),         // zero with a weight
            field(&[0, 1], 1, 0, 0),     // leading zero
            field(&[1, 0], 1, 0, 0),     // trailing zero
            field(&[10_000], 0, 0, 0),   // not a digit
            field(&[1234], -1, 0, 2),    // more digits than the scale shows
            field(&[1], 5, 0, 0),        // 21 digits
            field(&[1], 4, 0, 4),        // 21 digits with the fraction
            field(&[1], 0, 0, 19),       // too fine
            field(&[1, 2], 0, 0, 4)[..11].to_vec(),
            vec![0; 7],
        ] {
            assert_eq!(parse(&bytes), None, "{bytes:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_appended_parses(value in -999_999_999_999_999_999_i64..1_000_000_000_000_000_000, scale in 0_u8..19, cut in 0_u32..18) {
            let value = value / 10_i64.pow(cut);
            let bytes = append_to_new(value, scale);
            proptest::prop_assert_eq!(parse(&bytes), Some((value, scale)));
        }

        #[test]
        fn what_parses_is_given_back(digits in proptest::collection::vec(0_u16..10_001, 0..7), weight in -6_i16..6, negative: bool, scale in 0_u16..20) {
            let bytes = field(&digits, weight, if negative { NEGATIVE } else { 0 }, scale);
            if let Some((value, scale)) = parse(&bytes) {
                proptest::prop_assert_eq!(append_to_new(value, scale), bytes);
            }
        }

        #[test]
        fn any_integer_appends(value: i64, scale in 0_u8..19) {
            append_to_new(value, scale);
        }
    }
}
