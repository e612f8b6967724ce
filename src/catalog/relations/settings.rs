//! What a table or materialized view can be told only after its creation: ALTER TABLE statements that belong to
//! its definition.

use super::{
    column::Attribute,
    options::{foreign_list, option_list},
    printed::Printed,
    relation::Relation,
};
use crate::syntax::identifier;

/// The first server that compresses by column.
pub(super) const COMPRESSION_SINCE: u32 = 14;

/// Statements for a column, on a server of this major version: statistics target, storage, compression, options.
pub(super) fn of_column(relation: &Relation, column: &Attribute, printed: Printed, server: u32) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(target) = column.statistics_target {
        words.push(format!("SET STATISTICS {target}"));
    }
    if let Some(storage) = storage(column.storage).filter(|_| printed.storage) {
        words.push(format!("SET STORAGE {storage}"));
    }
    if let Some(compression) =
        compression(column.compression).filter(|_| printed.compression && server >= COMPRESSION_SINCE)
    {
        words.push(format!("SET COMPRESSION {compression}"));
    }
    if let Some(options) = option_list(&column.options) {
        words.push(format!("SET ({options})"));
    }
    if let Some(options) = foreign_list(&column.foreign_options) {
        words.push(format!("OPTIONS (\n    {options}\n)"));
    }
    words.iter().map(|words| alter_column(relation, column, words)).collect()
}

/// What servers that do not compress by column cannot be told: any method but theirs.
pub(super) fn lost_compression(column: &Attribute, printed: Printed, server: u32) -> Option<String> {
    let method = compression(column.compression).filter(|_| printed.compression && server < COMPRESSION_SINCE)?;
    (method == "lz4").then(|| format!("compression {method} of column {}", column.name))
}

/// `ALTER TABLE ONLY … ALTER COLUMN …`
pub(super) fn alter_column(relation: &Relation, column: &Attribute, words: &str) -> String {
    format!("{} ALTER COLUMN {} {words};", relation.alter_only(), identifier(&column.name))
}

/// `REPLICA IDENTITY` when it is neither the default nor an index (which says so itself). Foreign tables bear a
/// mark that they cannot be given.
pub(super) fn replica_identity(relation: &Relation, identity: char) -> Option<String> {
    let words = match identity {
        _ if relation.kind == 'f' => return None,
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

fn compression(code: Option<char>) -> Option<&'static str> {
    match code {
        Some('p') => Some("pglz"),
        Some('l') => Some("lz4"),
        None => Some("default"),
        // One of a newer server: left to its default.
        Some(_) => None,
    }
}
