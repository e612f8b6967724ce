//! The text of a primary, unique or foreign key in the words of `pg_get_constraintdef`, made here from what the
//! catalogs say of it. Keys with parts that are not in every version are left to the server.

use super::index_text::column_list;
use crate::{catalog::relations::Attribute, syntax::qualified};

/// When a constraint is checked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timing {
    pub(super) deferrable: bool,
    pub(super) deferred: bool,
}

impl Timing {
    /// The words that end a constraint's definition.
    pub(super) fn words(self) -> &'static str {
        match (self.deferrable, self.deferred) {
            (true, true) => " DEFERRABLE INITIALLY DEFERRED",
            (true, false) => " DEFERRABLE",
            (false, _) => "",
        }
    }
}

/// `PRIMARY KEY (a) INCLUDE (b)`, `UNIQUE NULLS NOT DISTINCT (a) DEFERRABLE`: kind `p` or `u`, the key's columns and
/// those that its index only includes. `None`: the server has to be asked.
pub(super) fn unique(
    kind: char,
    nulls_not_distinct: bool,
    columns: &[Attribute],
    keys: &[i16],
    included: &[i16],
    timing: Timing,
) -> Option<String> {
    let words = match kind {
        'p' => "PRIMARY KEY",
        'u' if nulls_not_distinct => "UNIQUE NULLS NOT DISTINCT",
        'u' => "UNIQUE",
        _ => return None,
    };
    let mut text = format!("{words} ({})", column_list(columns, keys)?);
    if !included.is_empty() {
        text.push_str(" INCLUDE (");
        text.push_str(&column_list(columns, included)?);
        text.push(')');
    }
    text.push_str(timing.words());
    Some(text)
}

/// What a foreign key references and how.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub(super) oid: u32,
    pub(super) schema: String,
    pub(super) name: String,
    pub(super) columns: Vec<i16>,
    /// `confmatchtype`, `confupdtype`, `confdeltype`
    pub(super) matching: char,
    pub(super) on_update: char,
    pub(super) on_delete: char,
}

/// `FOREIGN KEY (a) REFERENCES s.t(b) ON DELETE CASCADE`. `None`: the server has to be asked.
pub(super) fn foreign(
    columns: &[Attribute],
    keys: &[i16],
    reference: &Reference,
    referenced: &[Attribute],
    timing: Timing,
    valid: bool,
) -> Option<String> {
    Some(format!(
        "FOREIGN KEY ({}) REFERENCES {}({}){}{}{}{}{}",
        column_list(columns, keys)?,
        qualified(&reference.schema, &reference.name),
        column_list(referenced, &reference.columns)?,
        match reference.matching {
            's' => "",
            'f' => " MATCH FULL",
            _ => return None,
        },
        action(reference.on_update, " ON UPDATE")?,
        action(reference.on_delete, " ON DELETE")?,
        timing.words(),
        if valid { "" } else { " NOT VALID" },
    ))
}

fn action(code: char, words: &str) -> Option<String> {
    let action = match code {
        'a' => return Some(String::new()),
        'r' => "RESTRICT",
        'c' => "CASCADE",
        'n' => "SET NULL",
        'd' => "SET DEFAULT",
        _ => return None,
    };
    Some(format!("{words} {action}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_codes_are_left_to_the_server() {
        assert_eq!(action('x', " ON DELETE"), None);
        assert_eq!(action('n', " ON DELETE").as_deref(), Some(" ON DELETE SET NULL"));
        let now = Timing { deferrable: false, deferred: false };
        assert_eq!(unique('x', false, &[], &[], &[], now), None);
    }
}
