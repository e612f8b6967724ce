//! Keyword connection strings: `host=db.example port=5433 password='it\'s'` (manual chapter 32.1.1.1).

use super::{SettingsError, uri};

/// Keys and values as written, in order; a key may come twice, the later one counts.
pub(super) type Pairs = Vec<(String, String)>;

/// The settings in a text that may be a URI, a keyword string or a bare database name.
pub(super) fn parse(text: &str) -> Result<Pairs, SettingsError> {
    if let Some(rest) = uri::strip_scheme(text) {
        uri::parse(rest)
    } else if text.contains('=') {
        parse_keywords(text)
    } else {
        Ok(vec![("dbname".to_owned(), text.to_owned())])
    }
}

/// libpq's notion of white space: that of C's `isspace`.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

fn parse_keywords(text: &str) -> Result<Pairs, SettingsError> {
    let bytes = text.as_bytes();
    let mut pairs = Pairs::new();
    let mut at = 0;
    let skip_spaces = |mut at: usize| {
        while bytes.get(at).is_some_and(|&byte| is_space(byte)) {
            at += 1;
        }
        at
    };
    loop {
        at = skip_spaces(at);
        if at == bytes.len() {
            return Ok(pairs);
        }
        let begin = at;
        while bytes.get(at).is_some_and(|&byte| byte != b'=' && !is_space(byte)) {
            at += 1;
        }
        let key = text[begin..at].to_owned();
        at = skip_spaces(at);
        if bytes.get(at) != Some(&b'=') {
            return Err(SettingsError::MissingEquals { at: begin });
        }
        at = skip_spaces(at + 1);
        let (value, after) = if bytes.get(at) == Some(&b'\'') {
            quoted(text, at + 1).ok_or_else(|| SettingsError::UnterminatedQuote { key: key.clone() })?
        } else {
            bare(text, at)
        };
        pairs.push((key, value));
        at = after;
    }
}

/// A value without quotes: up to white space; a backslash takes the next character as it is.
fn bare(text: &str, begin: usize) -> (String, usize) {
    let mut value = String::new();
    let mut characters = text[begin..].char_indices();
    while let Some((offset, character)) = characters.next() {
        match character {
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            // Multi-byte characters are not spaces: is_space knows bytes below 128 only.
            _ if u8::try_from(character).is_ok_and(is_space) => return (value, begin + offset),
            _ => value.push(character),
        }
    }
    (value, text.len())
}

/// A value in single quotes; `begin` is behind the opening one.
fn quoted(text: &str, begin: usize) -> Option<(String, usize)> {
    let mut value = String::new();
    let mut characters = text[begin..].char_indices();
    while let Some((offset, character)) = characters.next() {
        match character {
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            '\'' => return Some((value, begin + offset + 1)),
            _ => value.push(character),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(String, String)> {
        parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn keyword_strings_are_read_as_libpq_reads_them() {
        for (text, expected) in [
            ("host=a port=1", vec![("host", "a"), ("port", "1")]),
            ("  host = a\tport =1\n", vec![("host", "a"), ("port", "1")]),
            ("password='it\\'s \\\\ x'", vec![("password", "it's \\ x")]),
            ("password=a\\ b", vec![("password", "a b")]),
            ("password='' user=u", vec![("password", ""), ("user", "u")]),
            ("password= user=u", vec![("password", "user=u")]),
            ("user='a'host=b", vec![("user", "a"), ("host", "b")]),
            ("dbname=a=b", vec![("dbname", "a=b")]),
            ("user=jürgen", vec![("user", "jürgen")]),
            ("user=a\\", vec![("user", "a")]),
            ("sales", vec![("dbname", "sales")]),
            ("", vec![("dbname", "")]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
            assert_eq!(pairs(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused_without_showing_it() {
        let error = parse("password=open sesame host=a").expect_err("no = after a word");
        assert!(matches!(error, SettingsError::MissingEquals { at: 14 }));
        assert!(!error.to_string().contains("sesame"));
        assert!(matches!(parse("password='x"), Err(SettingsError::UnterminatedQuote { .. })));
    }
}
