//! Access to other servers: foreign-data wrappers, servers, user mappings. Foreign tables are relations.

use super::reading::KindReader;
use crate::syntax::{identifier, literal};

mod server;
mod user_mapping;
mod wrapper;

/// The family's register.
pub(super) const READERS: &[KindReader] = &[wrapper::READER, server::READER, user_mapping::READER];

/// ` OPTIONS (name 'value', …)` from `name=value` texts as the catalogs keep them, or nothing.
fn options_clause(options: &[String]) -> String {
    if options.is_empty() {
        return String::new();
    }
    let options: Vec<String> = options
        .iter()
        .map(|option| {
            let (name, value) = option.split_once('=').unwrap_or((option, ""));
            format!("\n    {} {}", identifier(name), literal(value).trim_start())
        })
        .collect();
    format!(" OPTIONS ({}\n)", options.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_are_quoted() {
        let options = ["host=db".to_owned(), "User=a=b".to_owned(), "password=it's".to_owned()];
        assert_eq!(
            options_clause(&options),
            " OPTIONS (\n    host 'db',\n    \"User\" 'a=b',\n    password 'it''s'\n)"
        );
        assert_eq!(options_clause(&[]), "");
    }
}
