//! Which objects are wanted: pg_dump's options and patterns.
use super::PlanError;

/// A name pattern as psql's \d commands take it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Pattern {}

impl Pattern {
    /// stub
    pub fn parse(_text: &str) -> Result<Self, PlanError> {
        todo!()
    }
}

/// What the options of a dump or restore ask for.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// stub
    pub include_tables: Vec<Pattern>,
}
