//! What a restore has done: entries and rows, errors that were passed over, times.

mod phases;
mod times;

pub(super) use phases::Phases;
pub(super) use times::Activity;
pub use times::Times;

use super::run::Run;
use crate::Error;

/// How a restore ended.
#[derive(Clone, Debug, Default)]
pub struct RestoreReport {
    /// Database that was restored into.
    pub database: String,
    /// Entries restored.
    pub entries: u64,
    /// Tables loaded.
    pub tables: u64,
    /// Rows loaded.
    pub rows: u64,
    /// Raw bytes loaded.
    pub raw_bytes: u64,
    /// Errors that were passed over (`keep_going`), one text each.
    pub errors: Vec<String>,
    /// What those errors stopped, without why: `create TABLE public.orders`.
    pub failed: Vec<String>,
    /// What was left out because hosted services refuse it (`managed`), one text each.
    pub left_out: Vec<String>,
    /// What the target cannot hold, one text each, though nobody asked to leave it out.
    pub lost: Vec<String>,
    /// What was met on the way and is worth saying: roles that existed already.
    pub notes: Vec<String>,
    /// Seconds per phase, in order.
    pub phases: Vec<(&'static str, f64)>,
    /// What the connections did while they worked side by side.
    pub times: Times,
}

/// What was loaded.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Loaded {
    pub(super) rows: u64,
    pub(super) raw_bytes: u64,
}

impl Loaded {
    pub(super) fn add(&mut self, more: Loaded) {
        self.rows += more.rows;
        self.raw_bytes += more.raw_bytes;
    }
}

impl RestoreReport {
    /// Counts an entry, and the rows and raw bytes it loaded.
    pub(super) fn count(&mut self, loaded: Option<Loaded>) {
        self.entries += 1;
        if let Some(loaded) = loaded {
            self.tables += 1;
            self.rows += loaded.rows;
            self.raw_bytes += loaded.raw_bytes;
        }
    }

    /// Notes an error that `--keep-going` passes over.
    pub(super) fn pass_over(&mut self, run: Run<'_>, error: &Error) {
        let text = error.in_one_line();
        run.observer.warning(&text);
        self.errors.push(text);
    }
}
