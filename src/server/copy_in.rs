//! `COPY … FROM STDIN` as a sink of bytes.

use super::{ServerError, Session, exchange::Exchange, frames::ProtocolError};

/// Bytes of tag and length before the payload.
const HEADER: usize = 5;
/// The most payload of one `CopyData` message. The server takes rows apart wherever messages end.
const PAYLOAD: usize = 256 << 10;

/// A running `COPY … FROM STDIN`. Dropping it without `finish` fails the COPY at the server.
pub struct CopyIn<'s> {
    exchange: Exchange<'s>,
}

impl<'s> CopyIn<'s> {
    pub(super) fn start(session: &'s mut Session, sql: &str) -> Result<Self, ServerError> {
        let mut exchange = session.exchange(sql)?;
        exchange.await_copy(b'G')?;
        Ok(CopyIn { exchange })
    }

    /// Sends bytes; an error of the server that has arrived meanwhile is returned here. Small pieces are
    /// gathered: they go out with later ones or with `finish`.
    pub fn send(&mut self, bytes: &[u8]) -> Result<(), ServerError> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let outbound = &mut self.exchange.outbound;
            if outbound.is_empty() {
                outbound.reserve(HEADER + PAYLOAD);
                outbound.extend_from_slice(&[b'd', 0, 0, 0, 0]);
            }
            let room = (HEADER + PAYLOAD).saturating_sub(outbound.len());
            let (now, later) = rest.split_at(room.min(rest.len()));
            outbound.extend_from_slice(now);
            rest = later;
            if outbound.len() >= HEADER + PAYLOAD {
                self.flush()?;
            }
        }
        Ok(())
    }

    /// Ends the COPY: the server's own count of rows.
    pub fn finish(mut self) -> Result<u64, ServerError> {
        self.flush()?;
        self.exchange.queue(b'c', &[])?;
        self.exchange.flush()?;
        loop {
            match self.exchange.message()? {
                Some((b'C', _)) => {}
                Some((tag, _)) => {
                    return Err(self.exchange.broken(ProtocolError::Unexpected { tag, during: "at the end of COPY" }));
                }
                None => return self.exchange.rows().ok_or(ProtocolError::NoRowCount.into()),
            }
        }
    }

    /// Sends the gathered payload as one message. When the server has reported an error the COPY is over: what
    /// is under way is sent to its end (the server overlooks it), and the session is ready for the next statement.
    fn flush(&mut self) -> Result<(), ServerError> {
        if self.exchange.has_ended() {
            return Err(ServerError::SessionBroken);
        }
        if !self.exchange.is_interrupted() {
            self.exchange.listen()?;
            if !self.exchange.has_error() {
                self.close_message();
                self.exchange.flush()?;
            }
        }
        if self.exchange.has_error() || self.exchange.is_interrupted() {
            self.exchange.outbound.clear();
            return Err(self.await_failure());
        }
        Ok(())
    }

    /// Writes the length of the gathered message into its header.
    fn close_message(&mut self) {
        let outbound = &mut self.exchange.outbound;
        // Never above HEADER + PAYLOAD, see `send`.
        let length = u32::try_from(outbound.len().saturating_sub(1)).unwrap_or(0);
        if let Some(field) = outbound.get_mut(1..HEADER) {
            field.copy_from_slice(&length.to_be_bytes());
        }
    }

    /// The error that ends the COPY, once the server is ready again.
    fn await_failure(&mut self) -> ServerError {
        if !self.exchange.has_error() {
            // Interrupted: if the request to cancel does not reach the server, this ends the COPY too.
            let failed = self.exchange.queue(b'f', &[b"interrupted\0"]).and_then(|()| self.exchange.flush());
            if let Err(error) = failed {
                return error;
            }
        }
        loop {
            match self.exchange.message() {
                Ok(Some(_)) => {}
                // ReadyForQuery without an error: the server has accepted what we gave up.
                Ok(None) => return ServerError::Interrupted,
                Err(error) => return error,
            }
        }
    }
}

impl Drop for CopyIn<'_> {
    fn drop(&mut self) {
        if self.exchange.has_ended() || self.exchange.has_error() {
            return;
        }
        self.exchange.outbound.clear();
        let failed = self.exchange.queue(b'f', &[b"given up by the client\0"]).and_then(|()| self.exchange.flush());
        if failed.is_ok() {
            // The server answers with an error that says what we know, or the session is given up.
            while let Ok(Some(_)) = self.exchange.message() {}
        }
    }
}
