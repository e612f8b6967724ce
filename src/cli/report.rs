//! Errors and warnings on stderr: what failed, why, what to do. The only place that prints them.
#![expect(clippy::print_stderr, reason = "this is where the program speaks to a person")]

use dumpr::{Error, syntax::raw_bytes};

/// Prints an error with its causes and its hint.
pub(super) fn failure(error: &Error) {
    self::error(&error.to_string(), &error.causes(), error.hint().as_deref());
}

/// Prints an error in the three-line form.
pub(super) fn error(what: &str, causes: &[String], hint: Option<&str>) {
    eprintln!("error: {}", printable(what));
    for cause in causes {
        eprintln!("  caused by: {}", printable(cause));
    }
    if let Some(hint) = hint {
        eprintln!("  hint: {}", printable(hint));
    }
}

/// Prints a warning.
pub(super) fn warning(text: &str) {
    eprintln!("warning: {}", printable(text));
}

/// Prints a line of information.
pub(super) fn say(text: &str) {
    eprintln!("{}", printable(text));
}

/// Text from a server or an archive without the characters that steer a terminal; bytes that are not UTF-8 as `\xf6`.
pub(super) fn printable(text: &str) -> String {
    let mut printed = String::with_capacity(text.len());
    for c in text.chars() {
        let steers =
            c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        match raw_bytes::marked(c) {
            Some(byte) => printed.extend(byte.escape_ascii().map(char::from)),
            None if steers => printed.extend(c.escape_unicode()),
            None => printed.push(c),
        }
    }
    printed
}

/// `1.4 GB`: decimal units, as disks and networks are sold.
pub(super) fn bytes(count: u64) -> String {
    let mut value = count as f64;
    for unit in ["B", "kB", "MB", "GB", "TB"] {
        if value < 1000.0 {
            return if unit == "B" { format!("{count} B") } else { format!("{value:.1} {unit}") };
        }
        value /= 1000.0;
    }
    format!("{value:.1} PB")
}

/// `12 345 678`.
pub(super) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(printable("a\nb\u{1b}[31m"), "a\\u{a}b\\u{1b}[31m");
        assert_eq!(printable(&raw_bytes::from_bytes(b"gr\xf6\xdfe")), "gr\\xf6\\xdfe");
    }

    #[test]
    fn sizes_and_counts_are_readable() {
        assert_eq!(bytes(999), "999 B");
        assert_eq!(bytes(1_234_567), "1.2 MB");
        assert_eq!(count(1_234_567), "1 234 567");
        assert_eq!(count(12), "12");
    }
}
