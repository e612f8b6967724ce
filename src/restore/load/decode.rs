//! Blocks decoded into rows, for whoever sends them: the next one on a thread of its own while the last one is sent.
//!
//! # Invariants
//! At most two blocks of a stream are decoded at a time.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crossbeam_channel::{Receiver, Sender, bounded};

use super::{
    rewriting::Rewriting,
    streams::{Blocks, Piece},
};
use crate::{
    Error,
    archive::StreamEnd,
    codec::Decoder,
    manifest::Table,
    observer::Observer,
    rows::{block_info, describe},
};

/// What decoding has to know.
#[derive(Clone, Copy)]
pub(in crate::restore) struct About<'a> {
    /// The stream's table.
    pub(in crate::restore) table: &'a Table,
    /// Hears of the rows that are taken.
    pub(in crate::restore) observer: &'a dyn Observer,
    /// The restore has failed elsewhere: no more rows are wanted.
    pub(in crate::restore) stopped: &'a AtomicBool,
}

/// A decoded block, or the end of the stream.
enum Decoded {
    Rows { raw: Vec<u8>, rows: u32 },
    End(StreamEnd),
}

/// Decodes on the calling thread.
struct Decoding<'a> {
    blocks: &'a mut dyn Blocks,
    table: &'a Table,
    decoder: Decoder,
    payload: Vec<u8>,
    rewriting: Rewriting,
}

impl Decoding<'_> {
    fn next(&mut self, mut raw: Vec<u8>) -> Result<Decoded, Error> {
        let header = match self.blocks.next(&mut self.payload)? {
            Piece::Block(header) => header,
            Piece::End(end) => return Ok(Decoded::End(end)),
        };
        raw.clear();
        let decoding = || format!("decode block {} of {}", header.number, describe(self.table));
        self.decoder.decode(block_info(header), &self.payload, &mut raw).map_err(Error::codec(decoding()))?;
        self.rewriting.apply(&mut raw, self.table)?;
        Ok(Decoded::Rows { raw, rows: header.rows })
    }
}

/// The decoded rows of a stream, block by block.
pub(in crate::restore) struct Rows<'a> {
    about: About<'a>,
    from: From<'a>,
    current: Vec<u8>,
    seen: u64,
}

enum From<'a> {
    Here(Box<Decoding<'a>>),
    Ahead { decoded: Receiver<Result<Decoded, Error>>, empty: Sender<Vec<u8>> },
}

/// Gives the rows of `blocks` to `body`, in the form that the target takes.
pub(in crate::restore) fn with_rows<T>(
    blocks: &mut dyn Blocks,
    about: About<'_>,
    rewriting: Rewriting,
    body: impl FnOnce(&mut Rows<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let is_short = blocks.is_short();
    let mut decoding =
        Decoding { blocks, table: about.table, decoder: Decoder::default(), payload: Vec::new(), rewriting };
    if is_short {
        let from = From::Here(Box::new(decoding));
        return body(&mut Rows { about, from, current: Vec::new(), seen: 0 });
    }
    thread::scope(|scope| {
        let (done_sender, decoded) = bounded(1);
        let (empty, empty_receiver) = bounded::<Vec<u8>>(2);
        // The other of the two buffers is the reader's first one.
        let _ = empty.send(Vec::new());
        scope.spawn(move || {
            for raw in empty_receiver {
                let next = decoding.next(raw);
                let is_last = !matches!(next, Ok(Decoded::Rows { .. }));
                // Nobody listens when sending has failed.
                if done_sender.send(next).is_err() || is_last {
                    return;
                }
            }
        });
        let from = From::Ahead { decoded, empty };
        // Dropped at the end of the statement, which ends the thread.
        body(&mut Rows { about, from, current: Vec::new(), seen: 0 })
    })
}

impl Rows<'_> {
    /// The next block's rows, or the stream's end.
    pub(in crate::restore) fn next(&mut self) -> Result<Result<&[u8], StreamEnd>, Error> {
        if self.about.stopped.load(Ordering::Relaxed) {
            return Err(Error::Interrupted);
        }
        let used = std::mem::take(&mut self.current);
        let decoded = match &mut self.from {
            From::Here(decoding) => decoding.next(used)?,
            From::Ahead { decoded, empty } => {
                // The thread has ended: what it said last is still to be read.
                let _ = empty.send(used);
                decoded.recv().map_err(|_| Error::thread_died("decoding"))??
            }
        };
        match decoded {
            Decoded::End(end) => Ok(Err(end)),
            Decoded::Rows { raw, rows } => {
                self.about.observer.advance(u64::from(rows), raw.len() as u64);
                self.seen += u64::from(rows);
                self.current = raw;
                Ok(Ok(&self.current))
            }
        }
    }

    /// Rows in the blocks that were given so far, as the archive states them.
    pub(in crate::restore) fn seen_rows(&self) -> u64 {
        self.seen
    }
}
