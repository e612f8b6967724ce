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
pub use selection::{Pattern, Selection};
pub use split::{RowRange, split};
