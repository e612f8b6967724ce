//! `COPY … TO STDOUT` as a stream of bytes.

use std::{
    ops::Range,
    thread,
    time::{Duration, Instant},
};

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

    /// The next bytes, or `None` after `CopyDone`. Chunks are large when the server sends much; rows may span chunks.
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
/// for a moment instead finds a few hundred KiB at once, and nobody has woken anybody. How long, follows from the
/// server's speed, which is measured without naps every now and then; where naps cost speed (the socket's buffer fills up,
/// and the server waits for us) they become shorter.
struct Pace {
    /// What a read after a nap should find.
    wanted: usize,
    /// The length of a nap; zero while the server's speed is measured.
    nap: Duration,
    /// Bytes per second without naps.
    speed: f64,
    phase_bytes: usize,
    phase_began: Instant,
    last: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Pace {
            wanted: Self::MOST_WANTED,
            nap: Duration::ZERO,
            speed: 0.0,
            phase_bytes: 0,
            phase_began: Instant::now(),
            last: 0,
        }
    }
}

impl Pace {
    /// Bytes read without naps, to measure the server's speed; small tables end here.
    const MEASURED: usize = 2 << 20;
    /// Bytes read with naps of one length.
    const NAPPED: usize = 32 << 20;
    /// Well below the buffer, so that the server is not held up.
    const MOST_WANTED: usize = CAPACITY / 2;
    const LEAST_WANTED: usize = CAPACITY / 16;
    const LONGEST: Duration = Duration::from_millis(4);

    fn fill(&mut self, exchange: &mut Exchange<'_>) -> Result<(), ServerError> {
        if self.last < self.wanted && !self.nap.is_zero() {
            thread::sleep(self.nap);
        }
        let mut count = exchange.read_available()?;
        while count == 0 {
            exchange.wait()?;
            count = exchange.read_available()?;
        }
        self.last = count;
        self.phase_bytes = self.phase_bytes.saturating_add(count);
        if self.phase_bytes >= if self.nap.is_zero() { Self::MEASURED } else { Self::NAPPED } {
            self.end_phase(self.phase_began.elapsed());
            self.phase_bytes = 0;
            self.phase_began = Instant::now();
        }
        Ok(())
    }

    /// From measuring to naps, and back.
    fn end_phase(&mut self, elapsed: Duration) {
        let speed = self.phase_bytes as f64 / elapsed.as_secs_f64().max(1e-6);
        if self.nap.is_zero() {
            self.speed = speed;
            let nap = Duration::try_from_secs_f64(self.wanted as f64 / speed.max(1.0));
            self.nap = nap.unwrap_or(Self::LONGEST).min(Self::LONGEST);
        } else {
            self.nap = Duration::ZERO;
            let slower = speed < 0.8 * self.speed;
            self.wanted = if slower { self.wanted / 2 } else { self.wanted.saturating_mul(2) };
            self.wanted = self.wanted.clamp(Self::LEAST_WANTED, Self::MOST_WANTED);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs phases against a server of `speed` bytes a second, with a socket buffer between; the nap in the end.
    fn settled(speed: f64, buffer: f64) -> (usize, Duration) {
        let mut pace = Pace::default();
        for _ in 0..41 {
            let nap = pace.nap.as_secs_f64();
            pace.phase_bytes = 1 << 20;
            let actual = if nap > 0.0 { speed.min(buffer / nap) } else { speed };
            pace.end_phase(Duration::from_secs_f64(pace.phase_bytes as f64 / actual));
        }
        (pace.wanted, pace.nap)
    }

    #[test]
    fn naps_follow_the_servers_speed() {
        assert_eq!(settled(256e6, 4e6), (Pace::MOST_WANTED, Duration::from_micros(1024)));
        assert_eq!(settled(1e6, 4e6), (Pace::MOST_WANTED, Pace::LONGEST));
    }

    #[test]
    fn a_small_buffer_is_not_left_full() {
        for buffer in [64e3, 150e3] {
            let (wanted, nap) = settled(256e6, buffer);
            assert!(buffer / nap.as_secs_f64() >= 0.5 * 256e6, "{buffer}: {wanted} bytes in {nap:?}");
        }
    }
}
