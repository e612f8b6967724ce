//! Selection, dependency graph, loop repair, order, table splitting, row format. Pure functions over
//! objects: no server, no archive.

mod error;
mod order;
mod row_format;
mod selection;
mod split;

pub use error::PlanError;
pub use order::{Ordered, foreign_key_edges, order};
pub use row_format::{Choice, row_format};
pub use selection::{
    EntrySelection, FilterKind, FilterRule, LeaveOut, Names, Pattern, Relation, Relations, Selection, UseList,
    filter_rules, list_line,
};
pub use split::{RowRange, split};
