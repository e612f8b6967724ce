//! Backend messages out of a byte buffer, without I/O (manual chapter 53.7).
//!
//! ```text
//! ┌─────┬───────────────────┬───────────────────┐
//! │ tag │ length (i32, BE)  │ body              │   length counts itself and the body, not the tag
//! └─────┴───────────────────┴───────────────────┘
//! ```
//!
//! # Invariants
//! - `CopyData` is never held whole: its payload is handed on as it arrives, so that a row of nearly 1 GiB
//!   needs no more memory than a small one.
//! - Every other message is held whole, and is refused above a limit of its kind before memory grows.

use std::ops::Range;

/// Bytes of tag and length.
const HEADER: usize = 5;
/// The most a message other than `CopyData` may hold: the server's longest errors quote a statement.
const CONTROL_LIMIT: usize = 16 << 20;
/// The most a row of a query may hold: no value of a server is larger. Memory grows with what comes, not with what is
/// announced.
const ROW_LIMIT: usize = 1 << 30;

/// A rule of the protocol that the server broke.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ProtocolError {
    /// The length of a message is impossible.
    #[error("message '{}' has the impossible length {length}", tag.escape_ascii())]
    Length {
        /// The message's tag.
        tag: u8,
        /// Its length as sent.
        length: i32,
    },
    /// A text is not ended by a NUL byte.
    #[error("a message ends within a text")]
    UnterminatedText,
    /// A message came where the protocol does not allow it.
    #[error("message '{}' came {during}", tag.escape_ascii())]
    Unexpected {
        /// The message's tag.
        tag: u8,
        /// When: `before COPY began`.
        during: &'static str,
    },
    /// The statement ended without beginning a COPY.
    #[error("the statement did not begin a COPY")]
    NoCopy,
    /// The server's count of rows is missing.
    #[error("COPY ended without the server's count of rows")]
    NoRowCount,
    /// The answer to the request for TLS is neither yes nor no.
    #[error("the answer to the request for TLS is byte 0x{0:02x}")]
    TlsAnswer(u8),
    /// The server sends on and on where it has nothing to say.
    #[error("the server sent far more than an error and its end")]
    Flood,
    /// tokio-postgres could not read a message.
    #[error("unreadable message: {0}")]
    Unreadable(String),
    /// A value that every server reports is missing or unreadable.
    #[error("the server did not report {0}")]
    Missing(&'static str),
}

/// What the buffer holds next, once the payload is taken.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Next {
    /// `CopyData` begins, or the rest of one is due.
    CopyData,
    /// A whole message: its tag and where its body lies.
    Message(u8, Range<usize>),
    /// More bytes are needed.
    Incomplete,
}

/// Bytes received and not yet used.
#[derive(Default)]
pub(super) struct Inbound {
    bytes: Vec<u8>,
    start: usize,
    end: usize,
    /// Bytes of the current `CopyData` that are still to come.
    payload_left: usize,
}

impl Inbound {
    /// A buffer that reads up to `capacity` bytes at a time.
    pub(super) fn new(capacity: usize) -> Self {
        Inbound { bytes: vec![0; capacity], ..Inbound::default() }
    }

    /// How much can be read at a time.
    pub(super) fn capacity(&self) -> usize {
        self.bytes.len()
    }

    /// Nothing is left, not even a part of a message.
    pub(super) fn is_empty(&self) -> bool {
        self.start == self.end && self.payload_left == 0
    }

    /// Some bytes are there.
    pub(super) fn has_bytes(&self) -> bool {
        self.start < self.end
    }

    /// Nothing can be done before more bytes come. A header that is impossible is something to be done: an error.
    pub(super) fn is_incomplete(&self) -> bool {
        if self.payload_left > 0 {
            return !self.has_bytes();
        }
        match self.header_at(self.start) {
            Ok(None) => true,
            Ok(Some((tag, length))) => tag != b'd' && self.end - self.start < HEADER + length,
            Err(_) => false,
        }
    }

    /// More is waiting to be read than the largest message holds.
    pub(super) fn is_flooded(&self) -> bool {
        self.end - self.start > CONTROL_LIMIT
    }

    /// Free space for the next read. What is left over moves to the front; the buffer grows only when a
    /// message that must be held whole fills it.
    pub(super) fn space(&mut self) -> &mut [u8] {
        if self.start > 0 {
            self.bytes.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        if self.end == self.bytes.len() {
            let grown = self.bytes.len().max(HEADER).saturating_mul(2);
            self.bytes.resize(grown, 0);
        }
        &mut self.bytes[self.end..]
    }

    /// `count` bytes were read into the space.
    pub(super) fn filled(&mut self, count: usize) {
        self.end = (self.end + count).min(self.bytes.len());
    }

    /// Bytes at a range that [`Inbound`] gave out.
    pub(super) fn slice(&self, range: Range<usize>) -> &[u8] {
        &self.bytes[range]
    }

    /// All `CopyData` payload in the buffer, moved together into one run: the headers between are
    /// overwritten. Empty when something else comes next.
    pub(super) fn payload(&mut self) -> Result<Range<usize>, ProtocolError> {
        let mut from = self.start;
        if self.payload_left == 0 {
            // The first header is stepped over, so that a lone large message is not moved at all.
            match self.copy_data_at(from)? {
                Some(length) => {
                    self.payload_left = length;
                    from += HEADER;
                }
                None => return Ok(self.start..self.start),
            }
        }
        let first = from;
        let mut to = from;
        loop {
            let count = self.payload_left.min(self.end - from);
            if to != from {
                self.bytes.copy_within(from..from + count, to);
            }
            from += count;
            to += count;
            self.payload_left -= count;
            if self.payload_left > 0 {
                break;
            }
            match self.copy_data_at(from) {
                Ok(Some(length)) => {
                    self.payload_left = length;
                    from += HEADER;
                }
                // A bad header is reported after the payload before it, by the next call.
                Ok(None) | Err(_) => break,
            }
        }
        self.start = from;
        Ok(first..to)
    }

    /// The payload's length when a `CopyData` header stands at `at`.
    fn copy_data_at(&self, at: usize) -> Result<Option<usize>, ProtocolError> {
        match self.header_at(at)? {
            Some((b'd', length)) => Ok(Some(length)),
            _ => Ok(None),
        }
    }

    /// Tag and body length of the header at `at`, when it is there as a whole.
    fn header_at(&self, at: usize) -> Result<Option<(u8, usize)>, ProtocolError> {
        let Some(&[tag, a, b, c, d]) = self.bytes[at..self.end].first_chunk::<HEADER>() else { return Ok(None) };
        body_length(tag, [a, b, c, d]).map(|length| Some((tag, length)))
    }

    /// What comes next. A message that is returned counts as used.
    pub(super) fn next(&mut self) -> Result<Next, ProtocolError> {
        if self.payload_left > 0 {
            return Ok(Next::CopyData);
        }
        let Some((tag, length)) = self.header_at(self.start)? else { return Ok(Next::Incomplete) };
        if tag == b'd' {
            return Ok(Next::CopyData);
        }
        let body = self.start + HEADER;
        if self.end - body < length {
            return Ok(Next::Incomplete);
        }
        self.start = body + length;
        Ok(Next::Message(tag, body..body + length))
    }
}

/// The body's length by the header's; impossible lengths and those above the kind's limit are refused.
fn body_length(tag: u8, bytes: [u8; 4]) -> Result<usize, ProtocolError> {
    let length = i32::from_be_bytes(bytes);
    let body = usize::try_from(length).ok().and_then(|length| length.checked_sub(4));
    match body {
        Some(body) if tag == b'd' || body <= CONTROL_LIMIT || tag == b'D' && body <= ROW_LIMIT => Ok(body),
        _ => Err(ProtocolError::Length { tag, length }),
    }
}

/// Follows the messages that another reader takes from the stream: where they end, and how the server asked
/// for credentials.
#[derive(Default)]
pub(super) struct Tracker {
    header: [u8; HEADER],
    header_seen: usize,
    body_left: usize,
    /// The first bytes of the very first message: enough for an authentication request's code.
    first: [u8; HEADER + 4],
    first_seen: usize,
}

impl Tracker {
    /// Bytes that the other reader took.
    pub(super) fn observe(&mut self, mut bytes: &[u8]) -> Result<(), ProtocolError> {
        if self.first_seen < self.first.len() {
            let count = bytes.len().min(self.first.len() - self.first_seen);
            self.first[self.first_seen..self.first_seen + count].copy_from_slice(&bytes[..count]);
            self.first_seen += count;
        }
        while !bytes.is_empty() {
            if self.body_left > 0 {
                let count = bytes.len().min(self.body_left);
                self.body_left -= count;
                bytes = &bytes[count..];
                continue;
            }
            self.header[self.header_seen] = bytes[0];
            self.header_seen += 1;
            bytes = &bytes[1..];
            if self.header_seen == HEADER {
                let [tag, a, b, c, d] = self.header;
                // Rows of catalog queries may be long; lengths only need to be possible.
                let length = i32::from_be_bytes([a, b, c, d]);
                self.body_left = usize::try_from(length)
                    .ok()
                    .and_then(|length| length.checked_sub(4))
                    .ok_or(ProtocolError::Length { tag, length })?;
                self.header_seen = 0;
            }
        }
        Ok(())
    }

    /// The bytes seen so far end where a message ends.
    pub(super) fn at_boundary(&self) -> bool {
        self.header_seen == 0 && self.body_left == 0
    }

    /// The code of the server's first authentication request, once it was seen.
    pub(super) fn authentication_code(&self) -> Option<u32> {
        match self.first {
            [b'R', _, _, _, _, a, b, c, d] if self.first_seen == self.first.len() => {
                Some(u32::from_be_bytes([a, b, c, d]))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(tag: u8, body: &[u8]) -> Vec<u8> {
        let mut bytes = vec![tag];
        bytes.extend(i32::try_from(body.len() + 4).unwrap_or(i32::MAX).to_be_bytes());
        bytes.extend(body);
        bytes
    }

    /// Feeds `stream` in pieces of `step` bytes; returns the payload and the tags of other messages.
    fn read_all(stream: &[u8], step: usize) -> Result<(Vec<u8>, Vec<u8>), ProtocolError> {
        let mut inbound = Inbound::new(16);
        let (mut payload, mut tags) = (Vec::new(), Vec::new());
        let mut rest = stream;
        loop {
            let range = inbound.payload()?;
            payload.extend_from_slice(inbound.slice(range));
            match inbound.next()? {
                Next::Message(tag, _) => tags.push(tag),
                Next::CopyData if inbound.has_bytes() => {}
                _ if rest.is_empty() => return Ok((payload, tags)),
                _ => {
                    let count = step.min(rest.len()).min(inbound.space().len());
                    inbound.space()[..count].copy_from_slice(&rest[..count]);
                    inbound.filled(count);
                    rest = &rest[count..];
                }
            }
        }
    }

    #[test]
    fn any_cutting_of_the_stream_reads_the_same() {
        let mut stream = Vec::new();
        for body in [&b"hello"[..], b"", b"a long row that is longer than the buffer", b"x"] {
            stream.extend(message(b'd', body));
        }
        stream.extend(message(b'N', b"SNOTICE\0\0"));
        stream.extend(message(b'd', b"after the notice"));
        stream.extend(message(b'c', b""));
        stream.extend(message(b'C', b"COPY 5\0"));
        stream.extend(message(b'Z', b"I"));
        for step in 1..=stream.len() {
            let (payload, tags) = read_all(&stream, step).expect("well-formed");
            assert_eq!(payload, b"helloa long row that is longer than the bufferxafter the notice", "step {step}");
            assert_eq!(tags, b"NcCZ", "step {step}");
        }
    }

    #[test]
    fn impossible_lengths_are_refused() {
        for (tag, length) in [(b'd', 0), (b'd', 3), (b'd', -1), (b'C', i32::MIN), (b'C', i32::MAX), (b'E', 17 << 20)] {
            let mut stream = message(b'd', b"fine");
            stream.push(tag);
            stream.extend(length.to_be_bytes());
            assert_eq!(read_all(&stream, 7), Err(ProtocolError::Length { tag, length }));
        }
    }

    #[test]
    fn a_huge_copy_data_needs_no_memory_before_it_comes() {
        let mut stream = vec![b'd'];
        stream.extend(i32::MAX.to_be_bytes());
        stream.extend([7; 100]);
        assert_eq!(read_all(&stream, 10), Ok((vec![7; 100], vec![])));
    }

    #[test]
    fn the_tracker_knows_where_messages_end() {
        let mut stream = message(b'R', &10u32.to_be_bytes());
        let first = stream.len();
        stream.extend(message(b'S', b"a\0b\0"));
        let mut tracker = Tracker::default();
        for (index, byte) in stream.iter().enumerate() {
            tracker.observe(&[*byte]).expect("well-formed");
            assert_eq!(tracker.at_boundary(), index + 1 == first || index + 1 == stream.len(), "byte {index}");
        }
        assert_eq!(tracker.authentication_code(), Some(10));
        assert!(tracker.observe(&[b'Z', 0, 0, 0, 1]).is_err());
    }
}
