//! Several connections: definitions in groups, then rows and post-data, each taking the next entries whose turn has come.
//!
//! ```text
//! board (schedule, report) ─ whose turn ─▶ work ─ one entry ──▶ execute ─ result ─▶ outcome ─ done ─▶ board
//!                                            └─── many small ─▶ batch
//! ```

mod batch;
mod board;
mod definitions;
mod execute;
mod job;
mod outcome;
mod work;

pub(super) use definitions::create_definitions;
pub(super) use job::Job;
