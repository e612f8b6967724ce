//! `COPY … TO STDOUT` as a stream of bytes.

use std::{ops::Range, thread, time::Duration};

use super::{
    ServerError, Session,
    exchange::{CAPACITY, Exchange},
    frames::ProtocolError,
};

/// A running `COPY … TO STDOUT`. Dropped before its end it gives the session up: the statement may run for
/// hours, and ends at the server's next attempt to send.
pub struct CopyOut<'s> {
    exchange: Exchange<'s>,
    pace: Pace,
    done: bool,
}

impl<'s> CopyOut<'s> {
    pub(super) fn start(session: &'s mut Session, sql: &str) -> Result<Self, ServerError> {
        let mut exchange = session.exchange(sql)?;
        exchange.await_copy(b'H')?;
        Ok(CopyOut { exchange, pace: Pace::default(), done: false })
    }

    /// The next bytes, or `None` after CopyDone. Chunks are large when the server sends much; rows may span chunks.
    pub fn next_chunk(&mut self) -> Result<Option<&[u8]>, ServerError> {
        match self.next_range()? {
            Some(range) => Ok(Some(self.exchange.inbound.slice(range))),
            None => Ok(None),
        }
    }

    /// After the last chunk: the server's own count of rows (`COPY n`).
    pub fn finish(mut self) -> Result<u64, ServerError> {
        while self.next_range()?.is_some() {}
        self.exchange.rows().ok_or(ProtocolError::NoRowCount.into())
    }

    fn next_range(&mut self) -> Result<Option<Range<usize>>, ServerError> {
        while !self.exchange.has_ended() {
            if self.exchange.is_interrupted() {
                // The server has its grace to end the statement; what it still sends is not wanted.
                while self.exchange.message()?.is_some() {}
                return Err(ServerError::Interrupted);
            }
            let range = match self.exchange.inbound.payload() {
                Ok(range) => range,
                Err(error) => return Err(self.exchange.broken(error)),
            };
            if !range.is_empty() {
                return Ok(Some(range));
            }
            if self.exchange.inbound.is_incomplete() {
                self.pace.fill(&mut self.exchange)?;
                continue;
            }
            match self.exchange.message()? {
                Some((b'c', _)) if !self.done => self.done = true,
                Some((b'C', _)) if self.done => {}
                Some((tag, _)) => {
                    return Err(self.exchange.broken(ProtocolError::Unexpected { tag, during: "within COPY" }));
                }
                None => {}
            }
        }
        Ok(None)
    }
}

/// Lets bytes gather before they are read.
///
/// A server sends in pieces of 8 KiB and wakes a waiting reader for each, at the cost of both. A reader that sleeps
/// for a moment instead finds a few hundred KiB at once, and nobody has woken anybody. The moment follows the server's speed.
#[derive(Default)]
struct Pace {
    received: usize,
    nap: Duration,
}

impl Pace {
    /// Small tables are read without naps.
    const WARM_UP: usize = 1 << 20;
    /// What a read should find: well below the buffer, so that the server is not held up.
    const WANTED: Range<usize> = CAPACITY / 4..CAPACITY / 2;
    const LONGEST: Duration = Duration::from_millis(2);
    const STEP: Duration = Duration::from_micros(50);

    fn fill(&mut self, exchange: &mut Exchange<'_>) -> Result<(), ServerError> {
        if self.received >= Self::WARM_UP && !self.nap.is_zero() {
            thread::sleep(self.nap);
        }
        let mut count = exchange.read_available()?;
        if count == 0 {
            // The server is slower than that: wait for it.
            self.nap /= 2;
            while count == 0 {
                exchange.wait()?;
                count = exchange.read_available()?;
            }
        } else if count < Self::WANTED.start {
            self.nap = (self.nap + self.nap / 8 + Self::STEP).min(Self::LONGEST);
        } else if count > Self::WANTED.end {
            self.nap -= self.nap / 4;
        }
        self.received = self.received.saturating_add(count);
        Ok(())
    }
}
