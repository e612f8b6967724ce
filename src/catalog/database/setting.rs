//! One setting as ALTER … SET takes it, from the form in which the catalogs keep it (`name=value`).

use crate::syntax::{identifier, literal};

/// Settings whose value is a list of names. The catalogs keep them with each name quoted as an identifier; given back
/// as one string, the list would be read as a single name. (`GUC_LIST_QUOTE` in the server's `guc_tables.c`.)
const LISTS: [&str; 6] = [
    "local_preload_libraries",
    "search_path",
    "session_preload_libraries",
    "shared_preload_libraries",
    "temp_tablespaces",
    "unix_socket_directories",
];

/// `SET name TO value`, or `None` when there is no `=`.
pub(in crate::catalog) fn set_clause(setting: &str) -> Option<String> {
    let (name, value) = setting.split_once('=')?;
    let value = if LISTS.iter().any(|list| list.eq_ignore_ascii_case(name)) {
        let names: Vec<String> = split_list(value).iter().map(|name| quoted(name)).collect();
        if names.is_empty() { "''".to_owned() } else { names.join(", ") }
    } else {
        quoted(value)
    };
    Some(format!("SET {} TO {value}", identifier(name)))
}

fn quoted(value: &str) -> String {
    literal(value).trim_start().to_owned()
}

/// The names of a list: separated by commas, in double quotes where need be.
fn split_list(list: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = list.trim();
    while !rest.is_empty() {
        let mut name = String::new();
        if let Some(inside) = rest.strip_prefix('"') {
            let mut characters = inside.char_indices().peekable();
            let mut end = inside.len();
            while let Some((at, character)) = characters.next() {
                if character != '"' {
                    name.push(character);
                } else if characters.next_if(|&(_, next)| next == '"').is_some() {
                    name.push('"');
                } else {
                    end = at + 1;
                    break;
                }
            }
            rest = &inside[end..];
            rest = rest.find(',').map_or("", |comma| &rest[comma + 1..]);
        } else {
            let (head, tail) = rest.split_once(',').unwrap_or((rest, ""));
            name.push_str(head.trim_end());
            rest = tail;
        }
        names.push(name);
        rest = rest.trim_start();
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_single_values() {
        let cases = [
            ("work_mem=64MB", "SET work_mem TO '64MB'"),
            ("search_path=app, \"My \"\"S\"\"\", public", "SET search_path TO 'app', 'My \"S\"', 'public'"),
            ("search_path=\"$user\", \"a,b\"", "SET search_path TO '$user', 'a,b'"),
            ("search_path=\"\"", "SET search_path TO ''"),
            ("search_path=", "SET search_path TO ''"),
            ("DateStyle=ISO, DMY", "SET \"DateStyle\" TO 'ISO, DMY'"),
            ("app.key=a=b", "SET \"app.key\" TO 'a=b'"),
            ("app.key=C:\\x", "SET \"app.key\" TO E'C:\\\\x'"),
        ];
        for (setting, expected) in cases {
            assert_eq!(set_clause(setting).as_deref(), Some(expected), "{setting}");
        }
        assert_eq!(set_clause("nothing"), None);
    }

    #[test]
    fn damaged_lists_end() {
        assert_eq!(split_list("\"open, a"), ["open, a"]);
        assert_eq!(split_list("\"a\" b, ä,,c"), ["a", "ä", "", "c"]);
    }
}
