//! A flag that a signal sets, and the running queries that it cancels.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use super::cancel::Canceller;

/// How long a server may take to end its statement before the session is given up.
pub(super) const GRACE: Duration = Duration::from_secs(2);
/// Time between requests to cancel the same statement: a request that comes just before the statement starts is lost.
const REPEAT: Duration = Duration::from_millis(400);

/// Shared by all sessions of one run. `trigger` cancels every running query (a `CancelRequest` each, over
/// the same TLS settings); from then on each call of a session fails with an interrupted error.
#[derive(Clone, Default)]
pub struct Interrupt {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    triggered: OnceLock<Instant>,
    sessions: Mutex<Sessions>,
}

#[derive(Default)]
struct Sessions {
    next: u64,
    live: BTreeMap<u64, Arc<Running>>,
}

/// A session as seen from the thread that cancels.
struct Running {
    canceller: Canceller,
    busy: AtomicBool,
}

impl Interrupt {
    /// Called by the signal thread (or by a flow that failed elsewhere and wants its workers to stop). Returns
    /// at once: the requests are sent by threads of their own.
    pub fn trigger(&self) {
        if self.shared.triggered.set(Instant::now()).is_err() {
            return;
        }
        for running in self.sessions().live.values() {
            let running = Arc::clone(running);
            // Without a thread the session still ends, when its grace is over.
            let _ = thread::Builder::new().name("dumpr-cancel".to_owned()).spawn(move || running.cancel());
        }
    }

    /// Whether it was triggered.
    pub fn is_triggered(&self) -> bool {
        self.shared.triggered.get().is_some()
    }

    /// Whether it was triggered longer than `grace` ago.
    pub(super) fn is_past(&self, grace: Duration) -> bool {
        self.shared.triggered.get().is_some_and(|since| since.elapsed() >= grace)
    }

    /// Makes a session known.
    pub(super) fn register(&self, canceller: Canceller) -> Activity {
        let running = Arc::new(Running { canceller, busy: AtomicBool::new(false) });
        let mut sessions = self.sessions();
        let number = sessions.next;
        sessions.next += 1;
        sessions.live.insert(number, Arc::clone(&running));
        drop(sessions);
        Activity { interrupt: self.clone(), number, running }
    }

    fn sessions(&self) -> MutexGuard<'_, Sessions> {
        // The map is whole whatever panicked while it was locked.
        self.shared.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Interrupt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Interrupt").field("triggered", &self.is_triggered()).finish_non_exhaustive()
    }
}

impl Running {
    fn cancel(&self) {
        let end = Instant::now() + GRACE;
        while self.busy.load(Ordering::SeqCst) && Instant::now() < end {
            // A server that cannot be reached cannot be asked again either; the session ends by itself.
            if self.canceller.send(end).is_err() {
                return;
            }
            thread::sleep(REPEAT);
        }
    }
}

/// A session's place among those that an interrupt reaches.
pub(super) struct Activity {
    interrupt: Interrupt,
    number: u64,
    running: Arc<Running>,
}

impl Activity {
    /// A statement is about to run. False when the run was interrupted: either this sees the flag, or the
    /// interrupt sees that the session is busy.
    pub(super) fn begin(&self) -> bool {
        self.running.busy.store(true, Ordering::SeqCst);
        let free = !self.interrupt.is_triggered();
        if !free {
            self.end();
        }
        free
    }

    /// The statement has ended.
    pub(super) fn end(&self) {
        self.running.busy.store(false, Ordering::SeqCst);
    }
}

impl Drop for Activity {
    fn drop(&mut self) {
        self.end();
        self.interrupt.sessions().live.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triggering_is_seen_by_every_clone() {
        let interrupt = Interrupt::default();
        let other = interrupt.clone();
        assert!(!other.is_triggered());
        interrupt.trigger();
        interrupt.trigger();
        assert!(other.is_triggered());
        assert!(other.is_past(Duration::ZERO));
        assert!(!other.is_past(Duration::from_secs(60)));
    }
}
