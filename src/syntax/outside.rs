//! Finds words outside of quotes.
//!
//! For texts that are dumpr's own or the server's deparsed ones. In both a quote inside quotes is doubled and never
//! escaped by a backslash, so counting quotes tells inside from outside.

/// Pieces of a text between the places where `mark` stands outside of quotes.
pub(crate) fn split_outside<'t>(text: &'t str, mark: &str) -> Vec<&'t str> {
    let mut pieces = Vec::new();
    let (mut begin, mut quote) = (0, None);
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (None, '\'' | '"') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            (None, _) if at >= begin && text[at..].starts_with(mark) => {
                pieces.push(&text[begin..at]);
                begin = at + mark.len();
            }
            _ => {}
        }
    }
    pieces.push(&text[begin..]);
    pieces
}

/// The name that an identifier of such a text stands for; `None` for PUBLIC, which is a keyword unless quoted.
pub(crate) fn unquoted(identifier: &str) -> Option<String> {
    match identifier.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(quoted) => Some(quoted.replace("\"\"", "\"")),
        None => Some(identifier.to_owned()).filter(|name| name != "PUBLIC"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_inside_quotes_are_text() {
        assert_eq!(split_outside("a TO \" TO \"\"\" TO ' TO '''", " TO "), ["a", "\" TO \"\"\"", "' TO '''"]);
        assert_eq!(split_outside("", " TO "), [""]);
    }

    #[test]
    fn names_lose_their_quotes() {
        assert_eq!(unquoted("bob").as_deref(), Some("bob"));
        assert_eq!(unquoted("\"a\"\"b\"").as_deref(), Some("a\"b"));
        assert_eq!((unquoted("PUBLIC"), unquoted("\"PUBLIC\"").as_deref()), (None, Some("PUBLIC")));
    }
}
