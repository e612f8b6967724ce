//! The planner's statistics: put back from the archive, or collected anew.

mod analyze;
mod archived;

pub(super) use analyze::analyze;
pub(super) use archived::put_back;
