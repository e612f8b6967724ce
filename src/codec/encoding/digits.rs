//! Decimal numbers written as text, as scaled integers. format-spec/blocks.md §4.10.
//!
//! ```text
//! +---------------------------------+---------------
//! | page(n): digits after the point |  integers(n)
//! +---------------------------------+---------------
//! ```

use super::scaled::Form;

/// Digits at all.
const MAX_DIGITS: usize = 18;
/// The shortest number has a digit; one of all digits has a digit before the point.
pub(in crate::codec) const FORM: Form =
    Form { scale: "digits after the point", most_digits: 17, least_bytes: 1, usual_bytes: 8, append };
/// Sign, digits, point, and a zero before the point.
const LONGEST: usize = MAX_DIGITS + 3;

/// The scaled integer and the number of digits after the point; `None` when [`append`] would write it in another way.
pub(in crate::codec) fn parse(text: &[u8]) -> Option<(i64, u8)> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.len() > LONGEST {
        return None;
    }
    let point = digits.iter().position(|&byte| byte == b'.');
    let (whole, fraction) = point.map_or((digits, &[][..]), |point| (&digits[..point], &digits[point + 1..]));
    let is_canonical = matches!(whole, [b'0'] | [b'1'..=b'9', ..]) && fraction.is_empty() == point.is_none();
    if !is_canonical || whole.len() + fraction.len() > MAX_DIGITS {
        return None;
    }
    let mut value = 0_i64;
    for &byte in whole.iter().chain(fraction) {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i64::from(byte - b'0');
    }
    if negative && value == 0 {
        return None;
    }
    Some((if negative { -value } else { value }, u8::try_from(fraction.len()).ok()?))
}

/// Appends `value` × 10^−`scale` as text; says how long it is.
fn append(value: i64, scale: u8, out: &mut Vec<u8>) -> u32 {
    // 20 digits of a 64-bit number or a fraction of as many, point, zero, sign.
    let mut text = [0_u8; 24];
    let mut at = text.len();
    let mut rest = value.unsigned_abs();
    let mut digits = 0;
    while rest > 0 || digits <= scale {
        if digits == scale && scale > 0 {
            at -= 1;
            text[at] = b'.';
        }
        at -= 1;
        // A remainder of 10.
        text[at] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        digits += 1;
    }
    if value < 0 {
        at -= 1;
        text[at] = b'-';
    }
    out.extend_from_slice(&text[at..]);
    // At most 24.
    u32::try_from(text.len() - at).unwrap_or(24)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: i64, scale: u8) -> String {
        let mut out = Vec::new();
        assert_eq!(append(value, scale, &mut out) as usize, out.len());
        String::from_utf8_lossy(&out).into_owned()
    }

    #[test]
    fn known_numbers() {
        for (written, value, scale) in [
            ("0", 0, 0),
            ("7", 7, 0),
            ("-12", -12, 0),
            ("0.5", 5, 1),
            ("-0.05", -5, 2),
            ("0.00", 0, 2),
            ("10.0", 100, 1),
            ("999999999999999999", 999_999_999_999_999_999, 0),
            ("0.99999999999999999", 99_999_999_999_999_999, 17),
        ] {
            assert_eq!(parse(written.as_bytes()), Some((value, scale)), "{written}");
            assert_eq!(text(value, scale), written);
        }
    }

    #[test]
    fn other_ways_of_writing() {
        for written in [
            "",
            "-",
            "-0",
            "-0.0",
            "007",
            "00",
            ".5",
            "5.",
            "1.2.3",
            "1e3",
            "+1",
            " 1",
            "1 ",
            "0x1",
            "--1",
            "1000000000000000000",
        ] {
            assert_eq!(parse(written.as_bytes()), None, "{written}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_parses_is_written_so(written in "-?[0-9]{0,12}(\\.[0-9]{0,10})?") {
            if let Some((value, scale)) = parse(written.as_bytes()) {
                proptest::prop_assert_eq!(text(value, scale), written);
            }
        }

        #[test]
        fn any_integer_is_written(value: i64, scale in 0_u8..18) {
            text(value, scale);
        }
    }
}
