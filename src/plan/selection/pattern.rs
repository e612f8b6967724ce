//! Name patterns as psql's `\d` commands and the options of `pg_dump` take them.
//!
//! | typed | means |
//! |---|---|
//! | `*`, `?` | any characters, any one character |
//! | `.` | ends the schema's (or the database's) part |
//! | `"…"` | these characters as they stand; `""` is one quote |
//! | `$`, `[]` | themselves |
//! | an upper case letter | its lower case, as in SQL |
//! | anything else | as in a regular expression |

use regex::{Regex, RegexBuilder};

use crate::plan::PlanError;

/// Most memory that one pattern may take once compiled: `a{1000}{1000}` is refused.
const COMPILED_BYTES: usize = 1 << 20;

/// A pattern for one object's name, with or without its schema.
#[derive(Clone, Debug)]
pub struct Pattern {
    text: String,
    database: Option<String>,
    schema: Option<Regex>,
    name: Regex,
}

/// Patterns are equal when they were typed alike.
impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Pattern {}

impl Pattern {
    /// A pattern for a relation: `name`, `schema.name` or `database.schema.name`.
    pub fn parse(text: &str) -> Result<Self, PlanError> {
        Self::of_parts(text, 3)
    }

    /// A pattern for a schema: `schema` or `database.schema`.
    pub fn parse_schema(text: &str) -> Result<Self, PlanError> {
        let mut parts = parts(text)?;
        let name = parts.pop().unwrap_or_default();
        let database = parts.pop().map(|part| part.literal);
        if !parts.is_empty() {
            return Err(PlanError::TooManyNames { pattern: text.to_owned() });
        }
        Ok(Pattern { text: text.to_owned(), database, schema: None, name: name.compile(text)? })
    }

    /// A pattern for something outside of schemas: an extension, a foreign server.
    pub fn parse_name(text: &str) -> Result<Self, PlanError> {
        Self::of_parts(text, 1)
    }

    fn of_parts(text: &str, most: usize) -> Result<Self, PlanError> {
        let mut parts = parts(text)?;
        if parts.len() > most {
            return Err(PlanError::TooManyNames { pattern: text.to_owned() });
        }
        let name = parts.pop().unwrap_or_default().compile(text)?;
        let schema = parts.pop().map(|part| part.compile(text)).transpose()?;
        let database = parts.pop().map(|part| part.literal);
        Ok(Pattern { text: text.to_owned(), database, schema, name })
    }

    /// The pattern as typed.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it names a schema; one that does not matches only what the search path shows.
    pub fn has_schema(&self) -> bool {
        self.schema.is_some()
    }

    /// Whether it matches a relation. `visible`: the search path finds it without its schema.
    pub fn matches(&self, schema: &str, name: &str, visible: bool) -> bool {
        self.schema.as_ref().map_or(visible, |pattern| pattern.is_match(schema)) && self.name.is_match(name)
    }

    /// Whether it matches the name of a schema, an extension, a server.
    pub fn matches_name(&self, name: &str) -> bool {
        self.name.is_match(name)
    }

    /// Refuses a pattern for another database.
    pub fn check_database(&self, database: &str) -> Result<(), PlanError> {
        match &self.database {
            Some(named) if named != database => {
                Err(PlanError::OtherDatabase { pattern: self.text.clone(), database: database.to_owned() })
            }
            _ => Ok(()),
        }
    }
}

/// One dotted part: as a regular expression, and as typed without quotes.
#[derive(Default)]
struct PatternPart {
    expression: String,
    literal: String,
}

impl PatternPart {
    fn compile(&self, text: &str) -> Result<Regex, PlanError> {
        RegexBuilder::new(&format!("^(?:{})$", self.expression))
            .dot_matches_new_line(true)
            .size_limit(COMPILED_BYTES)
            .dfa_size_limit(COMPILED_BYTES)
            .build()
            .map_err(|error| {
                let detail = match error {
                    regex::Error::CompiledTooBig(_) => "it is too large".to_owned(),
                    // The library's text spans lines; the last one says what is wrong.
                    other => other.to_string().lines().last().unwrap_or_default().trim().to_owned(),
                };
                PlanError::BadPattern { pattern: text.to_owned(), detail }
            })
    }

    fn push_literal(&mut self, character: char) {
        self.literal.push(character);
        self.expression.push_str(&regex::escape(character.encode_utf8(&mut [0; 4])));
    }
}

/// Splits a pattern at its dots and translates each part.
fn parts(text: &str) -> Result<Vec<PatternPart>, PlanError> {
    let mut parts = Vec::new();
    let mut part = PatternPart::default();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                part.push_literal('"');
            }
            '"' => quoted = !quoted,
            _ if quoted => part.push_literal(character),
            '.' => parts.push(std::mem::take(&mut part)),
            '*' => part.expression.push_str(".*"),
            '?' => part.expression.push('.'),
            '$' => part.push_literal('$'),
            '[' if characters.peek() == Some(&']') => {
                characters.next();
                part.push_literal('[');
                part.push_literal(']');
            }
            _ => {
                let folded = character.to_ascii_lowercase();
                part.literal.push(folded);
                part.expression.push(folded);
            }
        }
    }
    if quoted {
        return Err(PlanError::BadPattern { pattern: text.to_owned(), detail: "a quote is not closed".to_owned() });
    }
    parts.push(part);
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, schema: &str, name: &str) -> Result<bool, PlanError> {
        Ok(Pattern::parse(pattern)?.matches(schema, name, schema == "public"))
    }

    #[test]
    fn wildcards_case_and_quotes() -> Result<(), PlanError> {
        for (pattern, schema, name, expected) in [
            ("orders", "public", "orders", true),
            ("orders", "public", "orders2", false),
            ("Orders", "public", "orders", true),
            ("Orders", "public", "Orders", false),
            ("\"Orders\"", "public", "Orders", true),
            ("FOO\"BAR\"baz", "public", "fooBARbaz", true),
            ("a\"\"\"\"b", "public", "a\"b", true),
            ("ord*", "public", "orders", true),
            ("ord?rs", "public", "orders", true),
            ("ord?", "public", "orders", false),
            ("\"ord*\"", "public", "orders", false),
            ("\"ord*\"", "public", "ord*", true),
            ("o[a-r]ders", "public", "orders", true),
            ("a|b", "public", "b", true),
            ("a|b", "public", "ab", false),
            ("cost$", "public", "cost$", true),
            ("int[]", "public", "int[]", true),
            ("*", "public", "two\nlines", true),
            ("größe", "public", "größe", true),
        ] {
            assert_eq!(matches(pattern, schema, name)?, expected, "{pattern} on {schema}.{name}");
        }
        Ok(())
    }

    #[test]
    fn schemas_and_visibility() -> Result<(), PlanError> {
        assert!(!matches("t", "other", "t")?, "not on the search path");
        assert!(matches("other.t", "other", "t")?);
        assert!(matches("*.t", "other", "t")?);
        assert!(matches("db.other.t", "other", "t")?);
        assert!(matches("\"a.b\".t", "a.b", "t")?);
        assert!(!matches("other.t", "public", "t")?);
        let pattern = Pattern::parse("db.other.t")?;
        assert_eq!(pattern.check_database("db"), Ok(()));
        assert!(matches!(pattern.check_database("db2"), Err(PlanError::OtherDatabase { .. })));
        assert!(Pattern::parse_schema("db.pub*")?.matches_name("public"));
        Ok(())
    }

    #[test]
    fn bad_patterns_are_refused() {
        assert!(matches!(Pattern::parse("a.b.c.d"), Err(PlanError::TooManyNames { .. })));
        assert!(matches!(Pattern::parse_schema("a.b.c"), Err(PlanError::TooManyNames { .. })));
        assert!(matches!(Pattern::parse_name("a.b"), Err(PlanError::TooManyNames { .. })));
        for pattern in ["\"open", "(a", "a{1000}{1000}{1000}"] {
            assert!(matches!(Pattern::parse(pattern), Err(PlanError::BadPattern { .. })), "{pattern}");
        }
    }
}
