//! Documents taken apart into what many of them share and what is their own: `{"id": ‸, "tags": ["‸", "‸"]}`.
//!
//! Nothing depends on a text being JSON: whatever it is, template and values together are its bytes. Only where it is
//! JSON, values of the same name meet in one column.

mod template;

use std::ops::Range;

pub(super) use template::Template;

/// Stands for a value in a template, with its kind behind it. No text of PostgreSQL has this byte.
pub(super) const PLACE: u8 = 0;

/// Kinds of values: they never share a column.
const STRING: u8 = b'"';
const NUMBER: u8 = b'#';
const LITERAL: u8 = b'!';

/// A document in two parts. Keeps its memory.
#[derive(Debug, Default)]
pub(super) struct Cut {
    /// The document with a place and a kind instead of each value. Between two places there is something.
    pub(super) template: Vec<u8>,
    /// Where its values are.
    pub(super) values: Vec<Range<usize>>,
}

/// Whether a value may be a document, with jsonb's version in front of it or without.
pub(super) fn looks_like_document(value: &[u8]) -> bool {
    let text = value.strip_prefix(&[1]).unwrap_or(value);
    matches!(text.trim_ascii_start().first(), Some(b'{' | b'['))
}

impl Cut {
    /// Takes a document apart. False when that cannot be done.
    pub(super) fn cut(&mut self, document: &[u8]) -> bool {
        self.template.clear();
        self.values.clear();
        if memchr::memchr(PLACE, document).is_some() {
            return false;
        }
        // The template has what comes before this.
        let mut copied = 0;
        let mut at = 0;
        while let Some(&byte) = document.get(at) {
            let (kind, value) = match byte {
                b'"' => {
                    let Some(end) = end_of_string(document, at + 1) else { return false };
                    let value = at + 1..end;
                    at = end + 1;
                    if is_followed_by_colon(&document[at..]) {
                        continue;
                    }
                    (STRING, value)
                }
                b'-' | b'0'..=b'9' | b'a'..=b'z' => {
                    let end = end_of_word(document, at);
                    let value = at..end;
                    at = end;
                    (if byte.is_ascii_lowercase() { LITERAL } else { NUMBER }, value)
                }
                _ => {
                    at += 1;
                    continue;
                }
            };
            self.template.extend_from_slice(&document[copied..value.start]);
            self.template.extend_from_slice(&[PLACE, kind]);
            copied = value.end;
            self.values.push(value);
        }
        self.template.extend_from_slice(&document[copied..]);
        true
    }
}

/// Where the string that begins at `from` has its closing quote.
fn end_of_string(document: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr::memchr2(b'"', b'\\', document.get(at..)?)?;
        if document[at] == b'"' {
            return Some(at);
        }
        at += 2;
    }
}

/// Where the number or literal ends that begins at `from`.
fn end_of_word(document: &[u8], from: usize) -> usize {
    let is_end =
        |byte: &u8| matches!(byte, b',' | b':' | b'"' | b'{' | b'}' | b'[' | b']') || byte.is_ascii_whitespace();
    document[from..].iter().position(is_end).map_or(document.len(), |length| from + length)
}

fn is_followed_by_colon(rest: &[u8]) -> bool {
    rest.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}

/// The pieces of a template: the text before each place, and the rest.
pub(super) fn pieces(template: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(template);
    std::iter::from_fn(move || {
        let text = rest?;
        let place = memchr::memchr(PLACE, text);
        rest = place.and_then(|place| text.get(place + 2..));
        Some(&text[..place.unwrap_or(text.len())])
    })
}

/// Shows the path of each place of a template, in order: the keys that lead to it, and its kind. The members of an array have
/// the same path.
pub(super) fn each_path(template: &[u8], mut visit: impl FnMut(&[u8])) {
    let mut path: Vec<u8> = Vec::new();
    // How long the path of each open object or array is, and of what holds it.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = template.get(at) {
        at += 1;
        match byte {
            PLACE => {
                path.push(template.get(at).copied().unwrap_or(PLACE));
                visit(&path);
                path.pop();
                at += 1;
            }
            b'{' => open.push((path.len(), path.len())),
            b'[' => {
                let before = path.len();
                path.extend_from_slice(b"[]");
                open.push((path.len(), before));
            }
            b'}' | b']' => {
                let (_, before) = open.pop().unwrap_or_default();
                path.truncate(before);
            }
            // The quotes around a place are nothing of its own.
            b'"' if template.get(at) != Some(&PLACE) && template.get(at.wrapping_sub(3)) != Some(&PLACE) => {
                let Some(end) = end_of_string(template, at) else { return };
                path.truncate(open.last().map_or(0, |&(length, _)| length));
                path.push(b'.');
                path.extend_from_slice(&template[at..end]);
                at = end + 1;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(document: &str) -> (String, Vec<String>) {
        let mut cut = Cut::default();
        assert!(cut.cut(document.as_bytes()), "{document}");
        let values = cut.values.iter().map(|value| document[value.clone()].to_owned()).collect();
        (String::from_utf8_lossy(&cut.template).replace('\0', "‸"), values)
    }

    fn paths(document: &str) -> Vec<String> {
        let mut cut = Cut::default();
        assert!(cut.cut(document.as_bytes()), "{document}");
        let mut paths = Vec::new();
        each_path(&cut.template, |path| paths.push(String::from_utf8_lossy(path).into_owned()));
        paths
    }

    #[test]
    fn keys_stay_and_values_go() {
        let (template, values) = cut(r#"{"a": "x\"y", "b": [1, -2.5e3, true], "c": {}, "": ""}"#);
        assert_eq!(template, r#"{"a": "‸"", "b": [‸#, ‸#, ‸!], "c": {}, "": "‸""}"#);
        assert_eq!(values, [r#"x\"y"#, "1", "-2.5e3", "true", ""]);
    }

    #[test]
    fn members_of_arrays_share_a_path() {
        let document = r#"{"a": {"b": [{"c": 1}, {"c": 2, "d": "x"}], "e": null}, "f" : "x", "g": [["y"], "z"]}"#;
        let expected = [".a.b[].c#", ".a.b[].c#", ".a.b[].d\"", ".a.e!", ".f\"", ".g[][]\"", ".g[]\""];
        assert_eq!(paths(document), expected);
    }

    #[test]
    fn what_is_no_document() {
        let mut cut = Cut::default();
        for text in ["{\"a", "{\"a\\", "a\0b"] {
            assert!(!cut.cut(text.as_bytes()), "{text}");
        }
        assert!(looks_like_document(b"\x01 {") && looks_like_document(b"\n[1]"));
        assert!(!looks_like_document(b"1") && !looks_like_document(b""));
    }

    proptest::proptest! {
        #[test]
        fn template_and_values_are_the_text(text in "[\\[\\]{}:, \"\\\\a-c0-2.-]{0,40}") {
            let mut cut = Cut::default();
            if cut.cut(text.as_bytes()) {
                let mut values = cut.values.iter();
                let mut back = Vec::new();
                let mut rest = cut.template.as_slice();
                while let Some(place) = memchr::memchr(PLACE, rest) {
                    proptest::prop_assert!(place > 0 || back.is_empty(), "two places side by side");
                    back.extend_from_slice(&rest[..place]);
                    let value = values.next().cloned().unwrap_or_default();
                    back.extend_from_slice(&text.as_bytes()[value]);
                    rest = &rest[place + 2..];
                }
                back.extend_from_slice(rest);
                proptest::prop_assert_eq!(back, text.as_bytes());
                let mut places = 0;
                each_path(&cut.template, |_| places += 1);
                proptest::prop_assert!(places <= cut.values.len());
            }
        }
    }
}
