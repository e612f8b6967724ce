//! The `--filter` file: one rule a line.
//!
//! ```text
//! # tables of the shop, without the log's rows
//! include schema shop
//! exclude table_data shop.log
//! ```
//! A quoted name may hold spaces, `#` and line breaks. Blank lines and what follows `#` are ignored.

use crate::plan::PlanError;

/// What a rule speaks of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(missing_docs, reason = "each is the keyword of its name")]
pub enum FilterKind {
    Schema,
    Table,
    TableAndChildren,
    TableData,
    TableDataAndChildren,
    ForeignData,
    Extension,
    Function,
    Index,
    Trigger,
}

/// One rule.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FilterRule {
    /// The line it begins on, from 1.
    pub line: usize,
    /// `include` or `exclude`.
    pub include: bool,
    /// What it speaks of.
    pub kind: FilterKind,
    /// The pattern, spaces around its dots, commas and parentheses put in order.
    pub pattern: String,
}

impl FilterRule {
    /// This rule has no meaning for the command that reads it.
    pub(super) fn refused(&self) -> PlanError {
        let verb = if self.include { "include" } else { "exclude" };
        let detail = format!("{verb} cannot be used here with this kind of object");
        PlanError::FilterLine { line: self.line, detail }
    }
}

const KINDS: [(&str, FilterKind); 10] = [
    ("schema", FilterKind::Schema),
    ("table", FilterKind::Table),
    ("table_and_children", FilterKind::TableAndChildren),
    ("table_data", FilterKind::TableData),
    ("table_data_and_children", FilterKind::TableDataAndChildren),
    ("foreign_data", FilterKind::ForeignData),
    ("extension", FilterKind::Extension),
    ("function", FilterKind::Function),
    ("index", FilterKind::Index),
    ("trigger", FilterKind::Trigger),
];

/// Reads the rules of a filter file.
pub fn filter_rules(text: &str) -> Result<Vec<FilterRule>, PlanError> {
    let mut rules = Vec::new();
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut line = 1;
    while !rest.is_empty() {
        let (rule, after) = logical_line(rest, line)?;
        let words = rule.trim();
        if !words.is_empty() {
            rules.push(read_rule(words, line)?);
        }
        line += rest.len().checked_sub(after.len()).map_or(0, |length| rest[..length].matches('\n').count());
        rest = after;
    }
    Ok(rules)
}

/// The text up to the first line break or `#` outside of quotes, and what follows the line.
fn logical_line(text: &str, line: usize) -> Result<(&str, &str), PlanError> {
    let mut quoted = false;
    let mut comment = None;
    for (position, character) in text.char_indices() {
        match character {
            '"' if comment.is_none() => quoted = !quoted,
            '#' if !quoted && comment.is_none() => comment = Some(position),
            '\n' if !quoted => return Ok((&text[..comment.unwrap_or(position)], &text[position + 1..])),
            _ => {}
        }
    }
    if quoted {
        return Err(PlanError::FilterLine { line, detail: "a quote is not closed".to_owned() });
    }
    Ok((&text[..comment.unwrap_or(text.len())], ""))
}

fn read_rule(words: &str, line: usize) -> Result<FilterRule, PlanError> {
    let wrong = |detail: &str| PlanError::FilterLine { line, detail: detail.to_owned() };
    let (verb, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let include = match verb {
        "include" => true,
        "exclude" => false,
        _ => return Err(wrong("it does not begin with include or exclude")),
    };
    let rest = rest.trim_start();
    let (kind, pattern) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let Some((_, kind)) = KINDS.into_iter().find(|(word, _)| *word == kind) else {
        return Err(wrong("the kind of object is missing or unknown"));
    };
    let pattern = tidy(pattern.trim());
    if pattern.is_empty() {
        return Err(wrong("the name is missing"));
    }
    Ok(FilterRule { line, include, kind, pattern })
}

/// `a . b ( integer,text )` becomes `a.b(integer, text)`; quoted text stays as it is.
pub(super) fn tidy(pattern: &str) -> String {
    let mut tidy = String::with_capacity(pattern.len());
    let mut quoted = false;
    let mut space = false;
    for character in pattern.chars() {
        if quoted {
            tidy.push(character);
            quoted = character != '"';
            continue;
        }
        if character.is_whitespace() {
            space = true;
            continue;
        }
        let joins = matches!(character, '.' | ',' | '(' | ')') || tidy.ends_with(['.', '(']) || tidy.is_empty();
        if (space && !joins) || tidy.ends_with(',') {
            tidy.push(' ');
        }
        space = false;
        quoted = character == '"';
        tidy.push(character);
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_comments_and_quotes() -> Result<(), PlanError> {
        let text = "# all of it\n\n  include   table  shop . orders # why\nexclude table_data \"a # b\nc\".log\r\n\
                    include function  add( integer,text )\nexclude schema x";
        let rules = filter_rules(text)?;
        let seen: Vec<_> =
            rules.iter().map(|rule| (rule.line, rule.include, rule.kind, rule.pattern.as_str())).collect();
        assert_eq!(
            seen,
            [
                (3, true, FilterKind::Table, "shop.orders"),
                (4, false, FilterKind::TableData, "\"a # b\nc\".log"),
                (6, true, FilterKind::Function, "add(integer, text)"),
                (7, false, FilterKind::Schema, "x"),
            ]
        );
        Ok(())
    }

    #[test]
    fn wrong_lines_are_named() {
        for (text, line) in [
            ("\ninsert table x", 2),
            ("include", 1),
            ("include tables x", 1),
            ("include table", 1),
            ("\n\ninclude table \"x", 3),
        ] {
            assert!(
                matches!(filter_rules(text), Err(PlanError::FilterLine { line: found, .. }) if found == line),
                "{text:?}"
            );
        }
    }

    #[test]
    fn argument_lists_are_written_one_way() {
        assert_eq!(tidy("f ( double  precision ,\"A  b\" )"), "f(double precision, \"A  b\")");
        assert_eq!(tidy(" f()"), "f()");
    }
}
