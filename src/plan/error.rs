//! What can be wrong with a selection or a graph.

/// An error of the plan room.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PlanError {
    /// stub
    #[error("stub")]
    Stub,
}
