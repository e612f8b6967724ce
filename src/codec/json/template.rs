//! Documents that are like one taken apart before: what they share need not be looked through again.

use super::{Cut, LITERAL, NUMBER, PLACE, STRING, end_of_string, end_of_word};

/// A template to compare documents with.
#[derive(Debug)]
pub(in crate::codec) struct Template {
    /// Its own text.
    text: Box<[u8]>,
    /// Where its places are in the text, and of which kind each is.
    places: Box<[(usize, u8)]>,
}

impl Template {
    /// From that of a [`Cut`].
    pub(in crate::codec) fn new(marked: &[u8]) -> Self {
        let (mut text, mut places) = (Vec::with_capacity(marked.len()), Vec::new());
        let mut rest = marked;
        while let Some(place) = memchr::memchr(PLACE, rest) {
            text.extend_from_slice(&rest[..place]);
            places.push((text.len(), rest.get(place + 1).copied().unwrap_or(PLACE)));
            rest = rest.get(place + 2..).unwrap_or(&[]);
        }
        text.extend_from_slice(rest);
        Template { text: text.into(), places: places.into() }
    }
}

impl Cut {
    /// Finds the values of a document that has this template. False when it has another one.
    pub(in crate::codec) fn follow(&mut self, document: &[u8], template: &Template) -> bool {
        self.values.clear();
        let (mut at, mut compared) = (0, 0);
        for &(place, kind) in &template.places {
            let piece = &template.text[compared..place];
            if !document[at..].starts_with(piece) {
                return false;
            }
            at += piece.len();
            compared = place;
            let Some(end) = end_of_value(document, at, kind) else { return false };
            self.values.push(at..end);
            at = end;
        }
        document[at..] == template.text[compared..]
    }
}

fn end_of_value(document: &[u8], at: usize, kind: u8) -> Option<usize> {
    match (kind, document.get(at)?) {
        (STRING, _) => end_of_string(document, at),
        (NUMBER, b'-' | b'0'..=b'9') | (LITERAL, b'a'..=b'z') => Some(end_of_word(document, at)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(document: &str) -> Cut {
        let mut cut = Cut::default();
        assert!(cut.cut(document.as_bytes()), "{document}");
        cut
    }

    #[test]
    fn other_values_of_the_same_kinds() {
        let template = Template::new(&cut(r#"{"a": "x", "b": [1, true], "c": ""}"#).template);
        let mut follower = Cut::default();
        for document in [r#"{"a": "", "b": [-2.5e3, null], "c": "\"}"}"#, r#"{"a": "é", "b": [0, false], "c": "x"}"#] {
            assert!(follower.follow(document.as_bytes(), &template), "{document}");
            assert_eq!(follower.values, cut(document).values);
        }
        for document in [
            "",
            r#"{"a": "x", "b": [1, true], "c": ""} "#,
            r#"{"a": "x", "b": [1, true], "c": "#,
            r#"{"a": "x", "b": [1, true], "c": "y"#,
            r#"{"a": "x", "b": ["1", true], "c": ""}"#,
            r#"{"a": "x", "b": [null, true], "c": ""}"#,
            r#"{"a": null, "b": [1, true], "c": ""}"#,
            r#"{"a": "x", "b": [1, 2, true], "c": ""}"#,
        ] {
            assert!(!follower.follow(document.as_bytes(), &template), "{document}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_follows_is_cut_alike(first in "[\\[\\]{}:, \"\\\\a-c0-2.-]{0,12}", second in "[\\[\\]{}:, \"\\\\a-c0-2.-]{0,12}") {
            let (mut cut, mut follower) = (Cut::default(), Cut::default());
            if cut.cut(first.as_bytes()) {
                let template = Template::new(&cut.template);
                proptest::prop_assert!(follower.follow(first.as_bytes(), &template));
                proptest::prop_assert_eq!(&follower.values, &cut.values);
                let before = cut.template.clone();
                if follower.follow(second.as_bytes(), &template) {
                    proptest::prop_assert!(cut.cut(second.as_bytes()));
                    proptest::prop_assert_eq!(&cut.template, &before);
                    proptest::prop_assert_eq!(&cut.values, &follower.values);
                }
            }
        }
    }
}
