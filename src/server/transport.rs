//! The byte stream of a connection, plain or TLS, and the loan by which COPY takes it from tokio-postgres.

use std::{
    future::{Ready, ready},
    io,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_postgres::tls::{ChannelBinding, MakeTlsConnect, TlsConnect, TlsStream};
use tokio_postgres_rustls_improved::MakeRustlsConnect;

use super::{frames::Tracker, settings::AuthMethods, socket::Wire};

/// A TLS stream over a [`Wire`].
pub(super) type SecureWire = <MakeRustlsConnect as MakeTlsConnect<Wire>>::Stream;

/// The byte stream of a connection.
pub(super) enum Transport {
    /// Without encryption.
    Plain(Wire),
    /// With TLS.
    Secure(Box<SecureWire>),
}

impl Transport {
    /// One read takes all that the socket has; TLS gives one record at a time.
    pub(super) fn reads_all(&self) -> bool {
        matches!(self, Transport::Plain(_))
    }
}

impl AsyncRead for Transport {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Transport::Plain(wire) => Pin::new(wire).poll_read(cx, into),
            Transport::Secure(wire) => Pin::new(wire.as_mut()).poll_read(cx, into),
        }
    }
}

impl AsyncWrite for Transport {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Transport::Plain(wire) => Pin::new(wire).poll_write(cx, bytes),
            Transport::Secure(wire) => Pin::new(wire.as_mut()).poll_write(cx, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Transport::Plain(wire) => Pin::new(wire).poll_flush(cx),
            Transport::Secure(wire) => Pin::new(wire.as_mut()).poll_flush(cx),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Transport::Plain(wire) => Pin::new(wire).poll_shutdown(cx),
            Transport::Secure(wire) => Pin::new(wire.as_mut()).poll_shutdown(cx),
        }
    }
}

struct Slot {
    transport: Option<Transport>,
    tracker: Tracker,
    allowed: AuthMethods,
}

/// A transport that can be taken away from the one who polls it, and put back. While it is away, reads and
/// writes are pending.
#[derive(Clone)]
pub(super) struct Loan {
    slot: Arc<Mutex<Slot>>,
}

impl Loan {
    /// A transport at the point where the start-up message is due. An authentication request that `allowed`
    /// does not permit ends in an error before any credential is sent.
    pub(super) fn new(transport: Transport, allowed: AuthMethods) -> Self {
        Loan { slot: Arc::new(Mutex::new(Slot { transport: Some(transport), tracker: Tracker::default(), allowed })) }
    }

    /// Takes the transport away.
    pub(super) fn take(&self) -> Option<Transport> {
        self.slot().transport.take()
    }

    /// Puts the transport back, at a point where no message is cut.
    pub(super) fn put_back(&self, transport: Transport) {
        self.slot().transport = Some(transport);
    }

    /// All bytes read so far end where a message ends.
    pub(super) fn at_boundary(&self) -> bool {
        self.slot().tracker.at_boundary()
    }

    /// The code of the server's authentication request, once it came.
    pub(super) fn authentication_code(&self) -> Option<u32> {
        self.slot().tracker.authentication_code()
    }

    fn slot(&self) -> MutexGuard<'_, Slot> {
        // A panic while the slot was locked leaves nothing half-done that matters to the next user.
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl AsyncRead for Loan {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let mut slot = self.slot();
        let slot = &mut *slot;
        let Some(transport) = &mut slot.transport else { return Poll::Pending };
        let before = into.filled().len();
        let outcome = Pin::new(transport).poll_read(cx, into);
        if matches!(outcome, Poll::Ready(Ok(()))) {
            let invalid = |error| io::Error::new(io::ErrorKind::InvalidData, error);
            slot.tracker.observe(&into.filled()[before..]).map_err(invalid)?;
            if let Some(code) = slot.tracker.authentication_code()
                && !slot.allowed.permits(code)
            {
                return Poll::Ready(Err(io::Error::from(io::ErrorKind::PermissionDenied)));
            }
        }
        outcome
    }
}

impl AsyncWrite for Loan {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match &mut self.slot().transport {
            Some(transport) => Pin::new(transport).poll_write(cx, bytes),
            None => Poll::Pending,
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.slot().transport {
            Some(transport) => Pin::new(transport).poll_flush(cx),
            None => Poll::Pending,
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.slot().transport {
            Some(transport) => Pin::new(transport).poll_shutdown(cx),
            None => Poll::Pending,
        }
    }
}

impl TlsStream for Loan {
    fn channel_binding(&self) -> ChannelBinding {
        match &self.slot().transport {
            Some(Transport::Secure(wire)) => wire.channel_binding(),
            _ => ChannelBinding::none(),
        }
    }
}

/// Encryption was settled before tokio-postgres gets the stream: this "connector" hands the stream through,
/// so that its channel binding is seen.
pub(super) struct Settled;

impl TlsConnect<Loan> for Settled {
    type Stream = Loan;
    type Error = io::Error;
    type Future = Ready<io::Result<Loan>>;

    fn connect(self, stream: Loan) -> Self::Future {
        ready(Ok(stream))
    }
}
