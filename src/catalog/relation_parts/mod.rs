//! Parts of tables and views: indexes, constraints, statistics, rules, triggers, policies.
//!
//! The server writes most of their text itself (`pg_get_viewdef` and its like); that of plain indexes and keys, of
//! which there are several per table, is made here in its words (`index_text`, `key_text`). A part belongs to its relation:
//! parts of an extension's tables come with the extension
//! ([`Reading::add`](super::Reading) sees to it), but for what secures their rows.

use super::reading::KindReader;

mod constraint;
mod definition;
mod foreign_key;
mod index;
mod index_attach;
mod index_text;
mod key_text;
mod operator_class;
mod policy;
mod row_security;
mod rule;
mod statistics;
mod trigger;

/// The family's register.
pub(super) const READERS: &[KindReader] = &[
    index::READER,
    constraint::READER,
    index_attach::READER,
    statistics::READER,
    rule::READER,
    trigger::READER,
    foreign_key::READER,
    row_security::READER,
    policy::READER,
];

/// Joins statements, a paragraph each.
fn statements(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().collect::<Vec<_>>().join("\n\n")
}
