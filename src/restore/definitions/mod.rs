//! Definitions: the SQL of each entry, and running it in the archive's order.

mod run;
mod statements;
pub(super) mod stepwise;

pub(super) use run::{create_all, create_at_once, creating, drop_all, run_statements};
pub(crate) use statements::Statements;
