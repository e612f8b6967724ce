//! What the connections tell each other: whose turn it is, what was done, what has failed.

use std::{
    collections::HashMap,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
};

use crate::{
    Error,
    plan::Schedule,
    restore::report::{Loaded, RestoreReport},
};

/// What the workers share under a lock.
pub(super) struct State {
    pub(super) schedule: Schedule,
    pub(super) report: RestoreReport,
    pub(super) error: Option<Error>,
    /// What the workers have loaded of the streams they share, by the entry's position.
    pub(super) shared: HashMap<usize, Shared>,
    /// Workers that have nothing to do.
    waiting: usize,
}

/// A stream that several workers load.
#[derive(Clone, Copy, Default)]
pub(super) struct Shared {
    pub(super) loaded: Loaded,
    pub(super) failed: bool,
}

/// The lock and the bell that rings when something is done.
pub(super) struct Board {
    state: Mutex<State>,
    changed: Condvar,
}

impl Board {
    pub(super) fn new(schedule: Schedule, report: RestoreReport) -> Self {
        let state = State { schedule, report, error: None, shared: HashMap::new(), waiting: 0 };
        Board { state: Mutex::new(state), changed: Condvar::new() }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the bell.
    pub(super) fn wait<'a>(&self, mut state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        state.waiting += 1;
        state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        state.waiting -= 1;
        state
    }

    /// Rings the bell: something is done, or has failed.
    pub(super) fn ring(&self) {
        self.changed.notify_all();
    }

    /// How many workers have nothing to do.
    pub(super) fn waiting(&self) -> usize {
        self.lock().waiting
    }

    /// What is left once the workers have ended.
    pub(super) fn into_state(self) -> State {
        self.state.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
