//! Exit codes, and the signals that two of them are for.

use std::sync::{
    Arc,
    atomic::{AtomicI32, Ordering},
};

use dumpr::{
    Error,
    archive::ErrorClass,
    catalog::CatalogError,
    server::{Interrupt, ServerError},
};
use signal_hook::consts::{SIGINT, SIGTERM};

/// Done.
pub(super) const DONE: u8 = 0;
/// An unexpected failure.
pub(super) const FAILED: u8 = 1;
/// Wrong usage.
pub(super) const USAGE: u8 = 2;
/// Finished, but something was skipped or lost.
pub(super) const PARTIAL: u8 = 3;
/// The archive is corrupt.
pub(super) const CORRUPT: u8 = 4;
/// The archive is unsupported: a newer version or feature, or not an archive.
pub(super) const UNSUPPORTED: u8 = 5;
/// The archive is incomplete.
pub(super) const INCOMPLETE: u8 = 6;
/// The server refused, or the connection was lost.
pub(super) const SERVER: u8 = 7;

/// The end of every `--help`.
pub(super) const CODES: &str = "\
Exit codes:
  0 done                                    4 archive corrupt
  1 unexpected failure                      5 archive unsupported (newer version or feature)
  2 wrong usage                             6 archive incomplete
  3 finished, but something was skipped     7 server refused or connection lost
  130 / 143 interrupted (SIGINT / SIGTERM)";

/// Why a command did not end well.
pub(super) enum Failure {
    /// The words typed make no sense together.
    Usage(String),
    /// The flow failed.
    Failed(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Failed(error)
    }
}

impl From<dumpr::store::StoreError> for Failure {
    fn from(error: dumpr::store::StoreError) -> Self {
        Failure::Failed(Error::Store(error))
    }
}

impl From<ServerError> for Failure {
    fn from(error: ServerError) -> Self {
        Failure::Failed(Error::Server { doing: "use the connection settings".to_owned(), source: error })
    }
}

impl From<dumpr::plan::PlanError> for Failure {
    fn from(error: dumpr::plan::PlanError) -> Self {
        Failure::Failed(Error::Plan(error))
    }
}

/// SIGINT and SIGTERM trigger the interrupt once; a second signal of either ends the process at once.
pub(super) struct Signals {
    interrupt: Interrupt,
    received: Arc<AtomicI32>,
}

impl Signals {
    /// Begins to listen.
    pub(super) fn install() -> Self {
        let signals = Signals { interrupt: Interrupt::default(), received: Arc::new(AtomicI32::new(0)) };
        let (interrupt, received) = (signals.interrupt.clone(), Arc::clone(&signals.received));
        if let Ok(mut incoming) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM]) {
            std::thread::spawn(move || {
                for signal in incoming.forever() {
                    if received.swap(signal, Ordering::Relaxed) == 0 {
                        interrupt.trigger();
                    } else {
                        // The default action ends the process; the partial file stays and the next run removes it.
                        let _ = signal_hook::low_level::emulate_default_handler(signal);
                    }
                }
            });
        }
        signals
    }

    /// What flows watch.
    pub(super) fn interrupt(&self) -> &Interrupt {
        &self.interrupt
    }
}

/// The exit code of a failure.
pub(super) fn code(error: &Error, signals: &Signals) -> u8 {
    match error {
        Error::Interrupted => interrupted(signals),
        Error::Server { source, .. } | Error::Catalog(CatalogError::Query { source, .. }) => match source {
            ServerError::Interrupted => interrupted(signals),
            ServerError::Settings(_) => USAGE,
            _ => SERVER,
        },
        Error::Denied { .. } => SERVER,
        Error::Plan(_) => USAGE,
        Error::Archive { source, .. } => match source.class() {
            ErrorClass::Io => FAILED,
            ErrorClass::Corrupt => CORRUPT,
            ErrorClass::Unsupported => UNSUPPORTED,
            ErrorClass::Incomplete => INCOMPLETE,
        },
        Error::Codec { .. } | Error::Contents(_) | Error::Contradiction { .. } => CORRUPT,
        _ => FAILED,
    }
}

fn interrupted(signals: &Signals) -> u8 {
    if signals.received.load(Ordering::Relaxed) == SIGTERM { 143 } else { 130 }
}
