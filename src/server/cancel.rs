//! The request to cancel a running statement, on a connection of its own.

use std::{
    pin::Pin,
    task::Poll,
    time::{Duration, Instant},
};

use tokio::io::{AsyncRead as _, ReadBuf};
use tokio_postgres::CancelToken;

use super::{
    ServerError, Settings,
    connect::{self, Route, postgres_error, stop_error},
    drive,
    settings::AuthMethods,
    socket::Guard,
    transport::{Loan, Settled},
};

/// Knows how to cancel what one session runs: at the same address, encrypted the same way.
pub(super) struct Canceller {
    pub(super) settings: Settings,
    pub(super) route: Route,
    pub(super) token: CancelToken,
}

impl Canceller {
    /// Sends the request and waits until the server has taken it (it closes the connection then).
    pub(super) fn send(&self, end: Instant) -> Result<(), ServerError> {
        let guard = Guard { interrupt: None, grace: Duration::ZERO, deadline: Some(end) };
        let (transport, socket) = connect::reopen(&self.settings, &self.route, &guard)?;
        let loan = Loan::new(transport, AuthMethods::ANY);
        let request = self.token.cancel_query_raw(loan.clone(), Settled);
        let endpoint = self.route.host.endpoint();
        drive::run(&socket, &guard, request)
            .map_err(|stop| stop_error(stop, &endpoint, None))?
            .map_err(postgres_error)?;
        let Some(mut transport) = loan.take() else { return Ok(()) };
        let mut byte = [0];
        // Anything but a wait ends this: the server closes, or resets because of what TLS still had to say.
        let closed = drive::drive(&socket, &guard, |context| {
            match Pin::new(&mut transport).poll_read(context, &mut ReadBuf::new(&mut byte)) {
                Poll::Ready(_) => Poll::Ready(()),
                Poll::Pending => Poll::Pending,
            }
        });
        closed.map_err(|stop| stop_error(stop, &endpoint, None))
    }
}
