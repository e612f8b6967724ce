//! The taken-over stream: messages of the simple query protocol, sent and received by hand.
//!
//! # Invariants
//! - The stream goes back to tokio-postgres only after `ReadyForQuery` and with no message cut; an exchange that ends
//!   otherwise gives the session up.
//! - While a write waits for room, what the server sends is read: neither side can block the other.

use std::{
    io,
    ops::Range,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use tokio::io::{AsyncRead as _, AsyncWrite as _, ReadBuf};

use super::{
    ServerError, ServerMessage, Session,
    frames::{Inbound, Next, ProtocolError},
    transport::Transport,
};
use crate::syntax::raw_bytes;

/// Bytes read at a time, and the most that is written at a time.
pub(super) const CAPACITY: usize = 512 << 10;

/// Buffers that a session keeps from one COPY to the next.
#[derive(Default)]
pub(super) struct Spare {
    inbound: Option<Inbound>,
    outbound: Vec<u8>,
}

/// A statement under way on the taken-over stream.
pub(super) struct Exchange<'s> {
    session: &'s mut Session,
    transport: Option<Transport>,
    pub(super) inbound: Inbound,
    pub(super) outbound: Vec<u8>,
    sent: usize,
    /// The server's error, until `ReadyForQuery` confirms that the session goes on.
    error: Option<Box<ServerMessage>>,
    /// The row count of the last `CommandComplete`.
    rows: Option<u64>,
}

impl<'s> Exchange<'s> {
    /// Takes the stream over and sends the statement.
    pub(super) fn start(session: &'s mut Session, sql: &str) -> Result<Self, ServerError> {
        if sql.contains('\0') {
            return Err(ServerError::NulByte);
        }
        let mut exchange = Self::begin(session)?;
        exchange.queue(b'Q', &[&raw_bytes::to_bytes(sql), b"\0"])?;
        exchange.flush()?;
        Ok(exchange)
    }

    /// Takes the stream over; nothing is sent yet.
    pub(super) fn begin(session: &'s mut Session) -> Result<Self, ServerError> {
        let (transport, spare) = session.take_over()?;
        Ok(Exchange {
            session,
            transport: Some(transport),
            inbound: spare.inbound.unwrap_or_else(|| Inbound::new(CAPACITY)),
            outbound: spare.outbound,
            sent: 0,
            error: None,
            rows: None,
        })
    }

    /// Waits for the response that begins a COPY in the wanted direction (`H` out, `G` in).
    pub(super) fn await_copy(&mut self, response: u8) -> Result<(), ServerError> {
        loop {
            match self.message()? {
                Some((tag, _)) if tag == response => return Ok(()),
                // CommandComplete and rows of statements before the COPY, or in place of it.
                Some((b'C' | b'I' | b'T' | b'D', _)) => self.rows = None,
                // The other direction: refused, and the end awaited.
                Some((b'G', _)) => {
                    self.queue(b'f', &[b"not the direction asked for\0"])?;
                    self.flush()?;
                }
                Some((tag, _)) => {
                    return Err(self.broken(ProtocolError::Unexpected { tag, during: "before COPY began" }));
                }
                None => return Err(ProtocolError::NoCopy.into()),
            }
        }
    }

    /// The row count of the COPY, once it has ended.
    pub(super) fn rows(&self) -> Option<u64> {
        self.rows
    }

    /// The stream is back with the session: the exchange has ended.
    pub(super) fn has_ended(&self) -> bool {
        self.transport.is_none()
    }

    /// Whether an error of the server has arrived.
    pub(super) fn has_error(&self) -> bool {
        self.error.is_some()
    }

    pub(super) fn is_interrupted(&self) -> bool {
        self.session.is_interrupted()
    }

    /// Appends a message to the bytes to send.
    pub(super) fn queue(&mut self, tag: u8, body: &[&[u8]]) -> Result<(), ServerError> {
        let length = body.iter().map(|part| part.len()).sum::<usize>();
        let length = length.checked_add(4).and_then(|length| i32::try_from(length).ok());
        let too_long = || ServerError::Values("a statement is longer than the protocol allows".into());
        let length = length.ok_or_else(too_long)?;
        self.outbound.push(tag);
        self.outbound.extend_from_slice(&length.to_be_bytes());
        for part in body {
            self.outbound.extend_from_slice(part);
        }
        Ok(())
    }

    /// Sends all queued bytes. An error of the server that arrives meanwhile is kept; the message that is being
    /// sent is always sent to its end, so that the stream stays whole.
    pub(super) fn flush(&mut self) -> Result<(), ServerError> {
        self.flush_and(Self::wait_and_listen)
    }

    /// As [`Self::flush`], with all that the server sends meanwhile kept for later.
    pub(super) fn flush_unheard(&mut self) -> Result<(), ServerError> {
        self.flush_and(Self::wait_and_gather)
    }

    fn flush_and(&mut self, wait: fn(&mut Self) -> Result<(), ServerError>) -> Result<(), ServerError> {
        while self.sent < self.outbound.len() {
            match self.poll_write() {
                Poll::Ready(Ok(0)) => return Err(self.lost(None)),
                Poll::Ready(Ok(count)) => self.sent += count,
                Poll::Ready(Err(error)) => return Err(self.lost(Some(error))),
                Poll::Pending => wait(self)?,
            }
        }
        loop {
            match self.poll_flush() {
                Poll::Ready(Ok(())) => break,
                Poll::Ready(Err(error)) => return Err(self.lost(Some(error))),
                Poll::Pending => wait(self)?,
            }
        }
        self.outbound.clear();
        self.sent = 0;
        Ok(())
    }

    /// Reads what the server has sent, without waiting, and keeps an error that is among it.
    pub(super) fn listen(&mut self) -> Result<(), ServerError> {
        // A server that floods us while it takes data is not ours to serve: one buffer at a time.
        if self.read_available()? == 0 {
            return Ok(());
        }
        while !self.has_error() {
            match self.inbound.next() {
                Ok(Next::Incomplete) => return Ok(()),
                Ok(Next::Message(tag @ (b'E' | b'N' | b'S' | b'A'), body)) => self.attend(tag, body)?,
                Ok(Next::Message(tag, _)) => {
                    return Err(self.broken(ProtocolError::Unexpected { tag, during: "while rows were sent" }));
                }
                Ok(Next::CopyData) => {
                    return Err(self.broken(ProtocolError::Unexpected { tag: b'd', during: "while rows were sent" }));
                }
                Err(error) => return Err(self.broken(error)),
            }
        }
        Ok(())
    }

    fn wait_and_listen(&mut self) -> Result<(), ServerError> {
        self.session.wait()?;
        if !self.has_error() {
            return self.listen();
        }
        // After its error the server has no more than ReadyForQuery to say.
        self.gather()
    }

    fn wait_and_gather(&mut self) -> Result<(), ServerError> {
        self.session.wait()?;
        self.gather()
    }

    fn gather(&mut self) -> Result<(), ServerError> {
        self.read_available()?;
        if self.inbound.is_flooded() { Err(self.broken(ProtocolError::Flood)) } else { Ok(()) }
    }

    /// The next message, notices and the like attended to. `None` after `ReadyForQuery`: the stream is back with the
    /// session. An error of the server is returned when `ReadyForQuery` has followed it.
    pub(super) fn message(&mut self) -> Result<Option<(u8, Range<usize>)>, ServerError> {
        loop {
            match self.inbound.next() {
                Err(error) => return Err(self.broken(error)),
                Ok(Next::Incomplete) => self.fill()?,
                Ok(Next::CopyData) => {
                    // Rows that nobody wants any more.
                    match self.inbound.payload() {
                        Err(error) => return Err(self.broken(error)),
                        Ok(range) if range.is_empty() && !self.inbound.has_bytes() => self.fill()?,
                        Ok(_) => {}
                    }
                }
                Ok(Next::Message(tag @ (b'E' | b'N' | b'S' | b'A'), body)) => self.attend(tag, body)?,
                Ok(Next::Message(b'Z', _)) => {
                    self.end()?;
                    return match self.error.take() {
                        Some(error) => Err(self.session.interrupted_or(ServerError::Server(error))),
                        None => Ok(None),
                    };
                }
                Ok(Next::Message(b'C', body)) => {
                    self.rows = row_count(self.inbound.slice(body.clone()));
                    return Ok(Some((b'C', body)));
                }
                Ok(Next::Message(tag, body)) => return Ok(Some((tag, body))),
            }
        }
    }

    /// Errors and messages that may come at any time.
    fn attend(&mut self, tag: u8, body: Range<usize>) -> Result<(), ServerError> {
        if !matches!(tag, b'E' | b'N') {
            return Ok(());
        }
        match ServerMessage::parse(self.inbound.slice(body)) {
            Ok(message) if tag == b'N' => self.session.notice(message),
            // The first error is the cause of any that follow.
            Ok(message) => drop(self.error.get_or_insert_with(|| Box::new(message))),
            Err(error) => return Err(self.broken(error)),
        }
        Ok(())
    }

    /// After `ReadyForQuery`: what the server has already sent beyond it is taken to a message's end, then the
    /// stream goes back.
    fn end(&mut self) -> Result<(), ServerError> {
        while !self.inbound.is_empty() {
            match self.inbound.next() {
                Ok(Next::Message(tag @ (b'E' | b'N' | b'S' | b'A'), body)) => self.attend(tag, body)?,
                Ok(Next::Incomplete) => self.fill()?,
                Ok(Next::Message(tag, _)) => {
                    return Err(self.broken(ProtocolError::Unexpected { tag, during: "after ReadyForQuery" }));
                }
                Ok(Next::CopyData) => {
                    return Err(self.broken(ProtocolError::Unexpected { tag: b'd', during: "after ReadyForQuery" }));
                }
                Err(error) => return Err(self.broken(error)),
            }
        }
        if let Some(transport) = self.transport.take() {
            // One that grew for a single long row is not kept.
            let inbound = Some(std::mem::take(&mut self.inbound)).filter(|inbound| inbound.capacity() <= CAPACITY);
            let outbound = std::mem::take(&mut self.outbound);
            self.session.give_back(transport, Spare { inbound, outbound });
        }
        Ok(())
    }

    /// Waits until there are new bytes.
    pub(super) fn fill(&mut self) -> Result<(), ServerError> {
        while self.read_available()? == 0 {
            self.session.wait()?;
        }
        Ok(())
    }

    /// Waits until the socket has something.
    pub(super) fn wait(&mut self) -> Result<(), ServerError> {
        self.session.wait()
    }

    /// Reads what is there, up to the buffer's size; 0 when nothing is.
    pub(super) fn read_available(&mut self) -> Result<usize, ServerError> {
        // A stream that never pauses never waits, so the end of the grace is looked for here too.
        if self.session.is_out_of_grace() {
            self.session.break_off();
            return Err(ServerError::Interrupted);
        }
        let mut total = 0;
        loop {
            let Some(transport) = self.transport.as_mut() else { return Err(ServerError::SessionBroken) };
            let reads_all = transport.reads_all();
            let mut space = ReadBuf::new(self.inbound.space());
            let room = space.remaining();
            let outcome = Pin::new(transport).poll_read(&mut Context::from_waker(Waker::noop()), &mut space);
            let count = space.filled().len();
            match outcome {
                Poll::Pending => return Ok(total),
                Poll::Ready(Ok(())) if count > 0 => {
                    self.inbound.filled(count);
                    total += count;
                    if reads_all || count == room || total >= CAPACITY / 2 {
                        return Ok(total);
                    }
                }
                // What came before the end is used first; the end is met again.
                Poll::Ready(_) if total > 0 => return Ok(total),
                Poll::Ready(Ok(())) => return Err(self.lost(None)),
                Poll::Ready(Err(error)) => return Err(self.lost(Some(error))),
            }
        }
    }

    fn poll_write(&mut self) -> Poll<io::Result<usize>> {
        let Some(transport) = self.transport.as_mut() else { return Poll::Ready(Ok(0)) };
        Pin::new(transport).poll_write(&mut Context::from_waker(Waker::noop()), &self.outbound[self.sent..])
    }

    fn poll_flush(&mut self) -> Poll<io::Result<()>> {
        let Some(transport) = self.transport.as_mut() else { return Poll::Ready(Ok(())) };
        Pin::new(transport).poll_flush(&mut Context::from_waker(Waker::noop()))
    }

    /// The connection is lost; an error that the server sent before says why.
    fn lost(&mut self, source: Option<io::Error>) -> ServerError {
        self.session.break_off();
        let error = match self.error.take() {
            Some(message) => ServerError::Server(message),
            None => ServerError::ConnectionLost { source },
        };
        self.session.interrupted_or(error)
    }

    /// The stream cannot be understood any more.
    pub(super) fn broken(&mut self, error: ProtocolError) -> ServerError {
        self.session.break_off();
        error.into()
    }
}

impl Drop for Exchange<'_> {
    fn drop(&mut self) {
        if self.transport.is_some() {
            self.session.break_off();
        }
    }
}

/// The count in a `CommandComplete`: `COPY 42`.
fn row_count(body: &[u8]) -> Option<u64> {
    let tag = std::str::from_utf8(body.strip_suffix(b"\0")?).ok()?;
    tag.strip_prefix("COPY ")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_copy_has_a_row_count() {
        assert_eq!(row_count(b"COPY 18446744073709551615\0"), Some(u64::MAX));
        for other in [&b"SELECT 5\0"[..], b"COPY\0", b"COPY -1\0", b"COPY 5", b"COPY 99999999999999999999\0"] {
            assert_eq!(row_count(other), None);
        }
    }
}
