//! COPY as byte streams.
use super::{ServerError, Session};

/// A running `COPY … TO STDOUT`.
pub struct CopyOut<'s> {
    _session: &'s mut Session,
}

impl CopyOut<'_> {
    /// The next bytes, or `None` after CopyDone. Chunks are large when the server sends much; rows may span chunks.
    pub fn next_chunk(&mut self) -> Result<Option<&[u8]>, ServerError> {
        todo!()
    }
    /// After the last chunk: the server's own count of rows (`COPY n`).
    pub fn finish(self) -> Result<u64, ServerError> {
        todo!()
    }
}

/// A running `COPY … FROM STDIN`. Dropping it without `finish` fails the COPY at the server.
pub struct CopyIn<'s> {
    _session: &'s mut Session,
}

impl CopyIn<'_> {
    /// Sends bytes; an error of the server that has arrived meanwhile is returned here.
    pub fn send(&mut self, _bytes: &[u8]) -> Result<(), ServerError> {
        todo!()
    }
    /// Ends the COPY: the server's own count of rows.
    pub fn finish(self) -> Result<u64, ServerError> {
        todo!()
    }
}
