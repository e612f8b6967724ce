//! Selection, dependency graph, loop repair, order, table splitting, row format. Pure functions over
//! objects: no server, no archive.

mod error;
mod foreign_keys;
mod keys;
mod managed;
mod order;
mod roles;
mod row_format;
mod schedule;
mod selection;
mod split;
mod stretches;
mod together;

pub use error::PlanError;
pub use foreign_keys::hash_foreign_keys;
pub use keys::split_keys;
pub(crate) use managed::settings_without;
pub use managed::{Allowance, Managed, managed};
pub use order::{Ordered, foreign_key_edges, order};
pub(crate) use roles::named_roles;
pub use row_format::{Choice, has_object_reference, row_format};
pub use schedule::{Load, Next, Outline, Schedule, Work, passes, structure};
pub use selection::{
    EntrySelection, FilterKind, FilterRule, Globals, LeaveOut, Names, Pattern, Relation, Relations, Selection,
    Statistics, UseList, filter_rules, list_line,
};
pub use split::{RowRange, range_bytes, split};
pub use stretches::{Stretch, stretches};
