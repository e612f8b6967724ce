//! Rows and post-data in parallel: connections that take the next entries whose turn has come.
//!
//! ```text
//! board (schedule, report) ─ whose turn ─▶ work ─ one entry ──▶ execute ─ result ─▶ outcome ─ done ─▶ board
//!                                            └─── many small ─▶ batch
//! ```

mod batch;
mod board;
mod execute;
mod job;
mod outcome;
mod work;

pub(super) use job::Job;
