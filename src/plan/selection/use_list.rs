//! The list file of `-L`: the lines of `dumpr list`, edited.
//!
//! ```text
//! ; a comment, or an entry that is not wanted
//! 12; 0 0 TABLE public orders shop
//! ```
//! The number before the first semicolon counts; the rest of the line is for the reader.

use std::collections::HashSet;

use crate::{manifest::Entry, plan::PlanError, syntax::raw_bytes};

/// The entries that a list file names, in its order.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct UseList {
    /// Line, entry.
    named: Vec<(usize, u32)>,
}

impl UseList {
    /// Reads a list file.
    pub fn parse(text: &str) -> Result<Self, PlanError> {
        let mut named = Vec::new();
        let mut seen = HashSet::new();
        for (number, line) in text.lines().enumerate() {
            let line_number = number + 1;
            let Some((id, _)) = line.split_once(';') else {
                if line.trim().is_empty() {
                    continue;
                }
                return Err(PlanError::ListLine { line: line_number });
            };
            if id.trim().is_empty() {
                continue;
            }
            let id = id.trim().parse().map_err(|_| PlanError::ListLine { line: line_number })?;
            if !seen.insert(id) {
                return Err(PlanError::RepeatedEntry { line: line_number, id });
            }
            named.push((line_number, id));
        }
        Ok(UseList { named })
    }

    /// The named entries, in the order of the list.
    pub fn apply(&self, entries: Vec<Entry>) -> Result<Vec<Entry>, PlanError> {
        let mut by_id: std::collections::HashMap<u32, Entry> =
            entries.into_iter().map(|entry| (entry.id, entry)).collect();
        self.named.iter().map(|&(line, id)| by_id.remove(&id).ok_or(PlanError::UnknownEntry { line, id })).collect()
    }
}

/// The line of `dumpr list` for an entry: `12; 0 0 TABLE public orders shop`. The zeros stand where
/// `pg_restore --list` has OIDs. Control characters in names become spaces: a name cannot make a line. Bytes that are not
/// UTF-8 stand as `\xf6`.
pub fn list_line(entry: &Entry) -> String {
    let schema = entry.schema.as_deref().unwrap_or("-");
    let owner = entry.owner.as_deref().unwrap_or_default();
    let text = format!("{}; 0 0 {} {schema} {} {owner}", entry.id, entry.kind.label(), entry.name);
    let mut line = String::with_capacity(text.len());
    for character in text.trim_end().chars() {
        match raw_bytes::marked(character) {
            Some(byte) => line.extend(byte.escape_ascii().map(char::from)),
            None => line.push(if is_break(character) { ' ' } else { character }),
        }
    }
    line
}

fn is_break(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::selection::entries::tests::entry;

    #[test]
    fn the_list_decides_which_and_in_which_order() -> Result<(), PlanError> {
        let entries: Vec<Entry> = (1..=3).map(|id| entry(id, crate::object::Kind::Table, "t")).collect();
        let text: Vec<String> = entries.iter().rev().map(list_line).collect();
        let text = format!(";\n; header\n\n{}\n;{}\n{}\n", text[0], text[1], text[2]);
        let ids: Vec<u32> = UseList::parse(&text)?.apply(entries)?.into_iter().map(|entry| entry.id).collect();
        assert_eq!(ids, [3, 1]);
        Ok(())
    }

    #[test]
    fn wrong_lists_are_refused() {
        assert_eq!(UseList::parse("\nTABLE t"), Err(PlanError::ListLine { line: 2 }));
        assert_eq!(UseList::parse("x; TABLE t"), Err(PlanError::ListLine { line: 1 }));
        assert_eq!(UseList::parse("1; a\n1; a"), Err(PlanError::RepeatedEntry { line: 2, id: 1 }));
        let list = UseList::parse("7; a");
        assert_eq!(list.and_then(|list| list.apply(Vec::new())), Err(PlanError::UnknownEntry { line: 1, id: 7 }));
    }

    #[test]
    fn bytes_of_no_encoding_can_be_read() -> Result<(), PlanError> {
        let odd = entry(4, crate::object::Kind::Table, &raw_bytes::from_bytes(b"gr\xf6\xdfe \xc3\xbc"));
        let line = list_line(&odd);
        assert_eq!(line, "4; 0 0 TABLE public gr\\xf6\\xdfe ü joe");
        assert_eq!(UseList::parse(&line)?.apply(vec![odd.clone()])?, [odd]);
        Ok(())
    }

    #[test]
    fn a_name_cannot_make_a_line() {
        let mut evil = entry(1, crate::object::Kind::Table, "t\n2; 0 0 TABLE");
        evil.schema = None;
        assert_eq!(list_line(&evil), "1; 0 0 TABLE - t 2; 0 0 TABLE joe");
    }
}
