//! The phases of a restore and how long each took.

use std::time::Instant;

use super::RestoreReport;
use crate::restore::run::Run;

/// Times the phases of a restore.
pub(in crate::restore) struct Phases<'a> {
    run: Run<'a>,
    current: Option<(&'static str, Instant)>,
}

impl<'a> Phases<'a> {
    pub(in crate::restore) fn new(run: Run<'a>) -> Self {
        Phases { run, current: None }
    }

    /// Ends the current phase and begins the next.
    pub(in crate::restore) fn begin(&mut self, name: &'static str, report: &mut RestoreReport) {
        self.end(report);
        self.run.observer.phase(name);
        self.current = Some((name, Instant::now()));
    }

    /// Ends the current phase.
    pub(in crate::restore) fn end(&mut self, report: &mut RestoreReport) {
        if let Some((name, began)) = self.current.take() {
            report.phases.push((name, began.elapsed().as_secs_f64()));
        }
    }
}
