//! A flag that a signal sets, and the running queries that it cancels.

/// Shared by all sessions of one run. `trigger` cancels every running query (a CancelRequest each, over
/// the same TLS settings); from then on each call of a session fails with an interrupted error.
#[derive(Clone, Default)]
pub struct Interrupt {}

impl Interrupt {
    /// Called by the signal thread (or by a flow that failed elsewhere and wants its workers to stop).
    pub fn trigger(&self) {
        todo!()
    }
    /// Whether it was triggered.
    pub fn is_triggered(&self) -> bool {
        todo!()
    }
}
