//! Quoting of identifiers and string literals.
//!
//! Identifiers are always quoted unless plain lower case and not a keyword: text that every server version
//! reads the same way.
//!
//! # Invariants
//! A name or value that holds a NUL byte cannot exist on a server; the byte is kept as it is here and the
//! server (or the protocol layer, which ends strings with NUL) refuses the statement.

use std::cell::Cell;

/// Keywords of every category but unreserved, on any of the servers 13 to 18 (`pg_get_keywords()`), sorted.
/// A word reserved by one version only is quoted for all, so that the text moves between versions.
#[rustfmt::skip]
const KEYWORDS: &[&str] = &[
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "authorization", "between",
    "bigint", "binary", "bit", "boolean", "both", "case", "cast", "char", "character", "check", "coalesce",
    "collate", "collation", "column", "concurrently", "constraint", "create", "cross", "current_catalog",
    "current_date", "current_role", "current_schema", "current_time", "current_timestamp", "current_user",
    "dec", "decimal", "default", "deferrable", "desc", "distinct", "do", "else", "end", "except", "exists",
    "extract", "false", "fetch", "float", "for", "foreign", "freeze", "from", "full", "grant", "greatest",
    "group", "grouping", "having", "ilike", "in", "initially", "inner", "inout", "int", "integer", "intersect",
    "interval", "into", "is", "isnull", "join", "json", "json_array", "json_arrayagg", "json_exists",
    "json_object", "json_objectagg", "json_query", "json_scalar", "json_serialize", "json_table", "json_value",
    "lateral", "leading", "least", "left", "like", "limit", "localtime", "localtimestamp", "merge_action",
    "national", "natural", "nchar", "none", "normalize", "not", "notnull", "null", "nullif", "numeric",
    "offset", "on", "only", "or", "order", "out", "outer", "overlaps", "overlay", "placing", "position",
    "precision", "primary", "real", "references", "returning", "right", "row", "select", "session_user",
    "setof", "similar", "smallint", "some", "substring", "symmetric", "system_user", "table", "tablesample",
    "then", "time", "timestamp", "to", "trailing", "treat", "trim", "true", "union", "unique", "user", "using",
    "values", "varchar", "variadic", "verbose", "when", "where", "window", "with", "xmlattributes", "xmlconcat",
    "xmlelement", "xmlexists", "xmlforest", "xmlnamespaces", "xmlparse", "xmlpi", "xmlroot", "xmlserialize",
    "xmltable",
];

thread_local! {
    /// What `quote_all_identifiers` is to a server session: an answer that every place which writes a name needs and
    /// none but the option decides.
    static QUOTES_ALL: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` with every name quoted, on this thread.
pub fn quoting_all<T>(work: impl FnOnce() -> T) -> T {
    /// Puts the old answer back even when `work` panics.
    struct Before(bool);
    impl Drop for Before {
        fn drop(&mut self) {
            QUOTES_ALL.set(self.0);
        }
    }
    let _before = Before(QUOTES_ALL.replace(true));
    work()
}

/// A name as SQL reads it: `orders`, `"Order"`, `"a""b"`.
pub fn identifier(name: &str) -> String {
    if is_plain(name) && !QUOTES_ALL.get() && KEYWORDS.binary_search(&name).is_err() {
        return name.to_owned();
    }
    let mut quoted = String::with_capacity(name.len() + 2);
    quoted.push('"');
    for character in name.chars() {
        if character == '"' {
            quoted.push('"');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}

/// `^[a-z_][a-z0-9_]*$`: read unquoted, such a name is itself. So would be a later `$`, but the server's own
/// `quote_ident` quotes it, and text made here should equal text made there.
fn is_plain(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_lowercase() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

/// A string literal that is read the same under any `standard_conforming_strings`: `'it''s'`, ` E'a\\b'`.
///
/// The escape form begins with a space, so that it never fuses with a word before it.
pub fn literal(value: &str) -> String {
    let escaped = value.contains('\\');
    let mut quoted = String::with_capacity(value.len() + 4);
    quoted.push_str(if escaped { " E'" } else { "'" });
    for character in value.chars() {
        if matches!(character, '\'' | '\\') {
            quoted.push(character);
        }
        quoted.push(character);
    }
    quoted.push('\'');
    quoted
}

/// `schema.name`, both quoted when needed.
pub fn qualified(schema: &str, name: &str) -> String {
    format!("{}.{}", identifier(schema), identifier(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_stay_bare() {
        for name in ["orders", "_x", "a1_b", "name", "text", "index", "o"] {
            assert_eq!(identifier(name), name);
        }
    }

    #[test]
    fn other_names_are_quoted() {
        for (name, quoted) in [
            ("Order", "\"Order\""),
            ("a\"b", "\"a\"\"b\""),
            ("", "\"\""),
            ("1a", "\"1a\""),
            ("a$b", "\"a$b\""),
            ("a b", "\"a b\""),
            ("straße", "\"straße\""),
            ("user", "\"user\""),
            ("coalesce", "\"coalesce\""),
            ("verbose", "\"verbose\""),
            ("json_table", "\"json_table\""),
        ] {
            assert_eq!(identifier(name), quoted);
        }
    }

    #[test]
    fn all_names_are_quoted_while_that_is_asked_for() {
        assert_eq!(quoting_all(|| qualified("shop", "orders")), "\"shop\".\"orders\"");
        assert_eq!(identifier("orders"), "orders");
    }

    #[test]
    fn literals_double_quotes_and_backslashes() {
        assert_eq!(literal("it's"), "'it''s'");
        assert_eq!(literal("a\\b"), " E'a\\\\b'");
        assert_eq!(literal("\\'"), " E'\\\\'''");
        assert_eq!(literal(""), "''");
    }

    #[test]
    fn qualified_quotes_each_part() {
        assert_eq!(qualified("public", "user"), "public.\"user\"");
    }

    #[test]
    fn keywords_are_sorted_for_the_search() {
        assert!(KEYWORDS.is_sorted());
    }
}
