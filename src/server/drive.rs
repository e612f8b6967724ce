//! Runs futures on the calling thread, with one socket as their only source of events.

use std::{
    future::Future,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
};

use super::socket::{Guard, Socket, Stop};

/// Set when a channel between futures of the same thread has news: poll again before waiting.
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Polls `step` until it is ready, waiting on the socket in between.
pub(super) fn drive<T>(
    socket: &Socket,
    guard: &Guard,
    mut step: impl FnMut(&mut Context<'_>) -> Poll<T>,
) -> Result<T, Stop> {
    let woken = Arc::new(Woken(AtomicBool::new(false)));
    let waker = Waker::from(Arc::clone(&woken));
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(value) = step(&mut context) {
            return Ok(value);
        }
        if !woken.0.swap(false, Ordering::Relaxed) {
            socket.wait(guard)?;
        }
    }
}

/// [`drive`] for a single future.
pub(super) fn run<F: Future>(socket: &Socket, guard: &Guard, future: F) -> Result<F::Output, Stop> {
    let mut future = pin!(future);
    drive(socket, guard, |context| future.as_mut().poll(context))
}
