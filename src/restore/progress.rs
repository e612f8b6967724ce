//! What a restore has done so far: phases with their times, errors that were passed over.

use std::time::Instant;

use super::{RestoreReport, Run, load::Loaded};
use crate::Error;

/// Times the phases of a restore.
pub(super) struct Phases<'a> {
    run: Run<'a>,
    current: Option<(&'static str, Instant)>,
}

impl<'a> Phases<'a> {
    pub(super) fn new(run: Run<'a>) -> Self {
        Phases { run, current: None }
    }

    /// Ends the current phase and begins the next.
    pub(super) fn begin(&mut self, name: &'static str, report: &mut RestoreReport) {
        self.end(report);
        self.run.observer.phase(name);
        self.current = Some((name, Instant::now()));
    }

    /// Ends the current phase.
    pub(super) fn end(&mut self, report: &mut RestoreReport) {
        if let Some((name, began)) = self.current.take() {
            report.phases.push((name, began.elapsed().as_secs_f64()));
        }
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
        let mut text = error.to_string();
        for cause in error.causes() {
            text.push_str(": ");
            text.push_str(&cause);
        }
        run.observer.warning(&text);
        self.errors.push(text);
    }
}
