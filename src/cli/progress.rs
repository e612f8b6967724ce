//! Progress of a flow: a bar on a terminal, plain lines otherwise.

use std::{
    io::{IsTerminal as _, stderr},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use dumpr::observer::Observer;
use indicatif::{ProgressBar, ProgressStyle};

use super::report;

/// A plain line at most this often.
const PLAIN_INTERVAL: Duration = Duration::from_secs(30);

/// How much is said besides warnings and errors.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Verbosity {
    /// Nothing.
    Quiet,
    /// Progress and a summary.
    Normal,
    /// Also when each phase began, and every table that is done.
    Verbose,
}

/// Shows what a flow does.
pub(super) struct Progress {
    verbosity: Verbosity,
    bar: Option<ProgressBar>,
    rows: AtomicU64,
    raw_bytes: AtomicU64,
    expected_bytes: AtomicU64,
    began: Instant,
    last_line: Mutex<Instant>,
}

impl Progress {
    /// Progress on stderr.
    pub(super) fn new(verbosity: Verbosity) -> Self {
        let on_terminal = stderr().is_terminal() && std::env::var_os("CI").is_none();
        let bar = (on_terminal && verbosity == Verbosity::Normal).then(|| {
            let bar = ProgressBar::new(0);
            bar.enable_steady_tick(Duration::from_millis(200));
            let template =
                "{spinner} {prefix}  {bar:24} {decimal_bytes}/{decimal_total_bytes}  {decimal_bytes_per_sec}  ETA {eta}  {msg}";
            if let Ok(style) = ProgressStyle::with_template(template) {
                bar.set_style(style);
            }
            bar
        });
        let now = Instant::now();
        Progress {
            verbosity,
            bar,
            rows: AtomicU64::new(0),
            raw_bytes: AtomicU64::new(0),
            expected_bytes: AtomicU64::new(0),
            began: now,
            last_line: Mutex::new(now),
        }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    /// Seconds since the beginning.
    pub(super) fn seconds(&self) -> f64 {
        self.began.elapsed().as_secs_f64()
    }

    fn plain_line(&self) {
        let mut last = self.last_line.lock().unwrap_or_else(PoisonError::into_inner);
        if last.elapsed() < PLAIN_INTERVAL {
            return;
        }
        *last = Instant::now();
        let raw_bytes = self.raw_bytes.load(Ordering::Relaxed);
        let rate = raw_bytes as f64 / self.seconds().max(0.001);
        let expected = self.expected_bytes.load(Ordering::Relaxed);
        let of_expected =
            if expected > raw_bytes { format!(" of about {}", report::bytes(expected)) } else { String::new() };
        report::say(&format!(
            "{} rows, {}{of_expected}, {:.0} MB/s",
            report::count(self.rows.load(Ordering::Relaxed)),
            report::bytes(raw_bytes),
            rate / 1e6
        ));
    }
}

impl Observer for Progress {
    fn phase(&self, name: &str) {
        match (&self.bar, self.verbosity) {
            (Some(bar), _) => bar.set_prefix(name.to_owned()),
            (None, Verbosity::Verbose) => report::say(&format!("{:9.3} s  {name}", self.seconds())),
            (None, Verbosity::Normal) => report::say(name),
            (None, Verbosity::Quiet) => {}
        }
    }

    fn expect(&self, _streams: u64, raw_bytes: u64) {
        self.expected_bytes.store(raw_bytes, Ordering::Relaxed);
        if let Some(bar) = &self.bar {
            bar.set_length(raw_bytes);
        }
    }

    fn advance(&self, rows: u64, raw_bytes: u64) {
        let rows = self.rows.fetch_add(rows, Ordering::Relaxed) + rows;
        let done = self.raw_bytes.fetch_add(raw_bytes, Ordering::Relaxed) + raw_bytes;
        match &self.bar {
            Some(bar) => {
                if bar.length().is_some_and(|length| length < done) {
                    bar.set_length(done);
                }
                bar.set_position(done);
                bar.set_message(format!("{} rows", report::count(rows)));
            }
            None if self.verbosity != Verbosity::Quiet => self.plain_line(),
            None => {}
        }
    }

    fn done(&self, name: &str) {
        if self.verbosity == Verbosity::Verbose {
            report::say(&format!("{:9.3} s  done: {name}", self.seconds()));
        }
    }

    fn warning(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| report::warning(text)),
            None => report::warning(text),
        }
    }
}
