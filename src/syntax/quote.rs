//! Quoting of identifiers and string literals.
//!
//! Identifiers are always quoted unless plain lower case and not a keyword: text that every server version
//! reads the same way.

/// A name as SQL reads it: `orders`, `"Order"`, `"a""b"`.
pub fn identifier(_name: &str) -> String {
    todo!()
}
/// A string literal that is read the same under any `standard_conforming_strings`: `'it''s'`, ` E'a\\b'`.
pub fn literal(_value: &str) -> String {
    todo!()
}
/// `schema.name`, both quoted when needed.
pub fn qualified(schema: &str, name: &str) -> String {
    format!("{}.{}", identifier(schema), identifier(name))
}
