//! What a table or materialized view can be told only after its creation: ALTER TABLE statements that belong to
//! its definition.

use super::{
    column::Attribute,
    options::{foreign_list, option_list},
    relation::Relation,
};
use crate::syntax::identifier;

/// Statements for the columns: statistics targets, storage, compression, options.
pub(super) fn of_columns<'a>(relation: &Relation, columns: impl IntoIterator<Item = &'a Attribute>) -> Vec<String> {
    let alter = relation.alter_only();
    let mut statements = Vec::new();
    for column in columns {
        let mut say = |words: String| {
            statements.push(format!("{alter} ALTER COLUMN {} {words};", identifier(&column.name)));
        };
        if let Some(target) = column.statistics_target {
            say(format!("SET STATISTICS {target}"));
        }
        if let Some(storage) = column.storage.and_then(storage) {
            say(format!("SET STORAGE {storage}"));
        }
        if let Some(compression) = column.compression.and_then(compression) {
            say(format!("SET COMPRESSION {compression}"));
        }
        if let Some(options) = option_list(&column.options) {
            say(format!("SET ({options})"));
        }
        if let Some(options) = foreign_list(&column.foreign_options) {
            say(format!("OPTIONS (\n    {options}\n)"));
        }
    }
    statements
}

/// `REPLICA IDENTITY` when it is neither the default nor an index (which says so itself).
pub(super) fn replica_identity(relation: &Relation, identity: char) -> Option<String> {
    let words = match identity {
        'n' => "NOTHING",
        'f' => "FULL",
        _ => return None,
    };
    Some(format!("{} REPLICA IDENTITY {words};", relation.alter_only()))
}

/// Appends statements to a definition's text, each in a paragraph of its own.
pub(super) fn append(text: &mut String, statements: impl IntoIterator<Item = String>) {
    for statement in statements {
        text.push_str("\n\n");
        text.push_str(&statement);
    }
}

fn storage(code: char) -> Option<&'static str> {
    match code {
        'p' => Some("PLAIN"),
        'e' => Some("EXTERNAL"),
        'm' => Some("MAIN"),
        'x' => Some("EXTENDED"),
        _ => None,
    }
}

fn compression(code: char) -> Option<&'static str> {
    match code {
        'p' => Some("pglz"),
        'l' => Some("lz4"),
        _ => None,
    }
}
