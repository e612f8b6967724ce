//! Tables, views, materialized views, foreign tables, sequences, and the rows that are dumped with them.
//!
//! The columns of all wanted relations are read once, first; the readers after that find them in
//! [`Reading::attributes`](super::Reading). A table's statement (`create_table`) is the sum of three things: what the
//! catalog says of the table (`table`), what its columns have to say for themselves and what their parents say for
//! them (`printed`), and what can only be said by ALTER TABLE afterwards (`settings`).
//!
//! # Neighbours
//! Indexes, constraints, triggers, rules and policies are in `relation_parts`; composite types in `types`.

use super::reading::KindReader;

mod alias;
mod attach;
mod check;
mod column;
mod configuration;
mod create_table;
mod default;
mod extent;
mod listing;
mod materialized_view;
mod not_null;
mod options;
mod printed;
mod refresh;
mod relation;
mod sequence;
mod settings;
mod table;
mod table_data;
mod view;

pub(crate) use column::{Attribute, attribute};
pub(super) use extent::QUERY as EXTENT;
pub use extent::{TableExtent, table_extents};
pub use listing::{RelationName, list_relations, visible_relations};
pub(super) use options::option_list;
pub(super) use relation::Relation;

/// The family's register. `column` comes first: the others use what it reads.
pub(super) const READERS: &[KindReader] = &[
    column::READER,
    table::READER,
    view::READER,
    materialized_view::READER,
    refresh::READER,
    sequence::READER,
    table_data::READER,
    configuration::READER,
    alias::READER,
];
