//! Level rows: decodes every block and computes counts and digests again.

use std::{
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use super::{Level, VerifyReport, structure};
use crate::{
    Error,
    archive::{Archive, BlockRef},
    codec::{Decoder, Digest, RowBlock},
    manifest::{Contents, Table, hex},
    observer::Observer,
    opened,
    rows::{block_info, describe, digester, rows_format},
    server::Interrupt,
};

/// What the threads share.
struct Shared<'a> {
    archive: &'a Archive,
    contents: &'a Contents,
    interrupt: &'a Interrupt,
    observer: &'a dyn Observer,
    /// Pieces of work: a stream and a run of its blocks that begins at a row's begin.
    pieces: Vec<(usize, &'a [BlockRef])>,
    next: AtomicUsize,
    digests: Mutex<Vec<Digest>>,
    error: Mutex<Option<Error>>,
}

/// Verifies every row of the archive at `path`.
pub(super) fn verify(
    path: &Path,
    threads: usize,
    interrupt: &Interrupt,
    observer: &dyn Observer,
) -> Result<VerifyReport, Error> {
    let (archive, contents) = opened::open(path)?;
    let shared = Shared {
        pieces: pieces(&archive, &contents),
        archive: &archive,
        contents: &contents,
        interrupt,
        observer,
        next: AtomicUsize::new(0),
        digests: Mutex::new(vec![Digest::default(); contents.tables.len()]),
        error: Mutex::new(None),
    };
    thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| shared.work());
        }
    });
    if let Some(error) = shared.error.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(error);
    }
    if interrupt.is_triggered() {
        return Err(Error::Interrupted);
    }
    let digests = shared.digests.into_inner().unwrap_or_else(PoisonError::into_inner);
    for (table, digest) in contents.tables.iter().zip(&digests) {
        let stated = archive.stream_end(table.stream).map(|end| (end.rows, end.digest));
        if stated != Some((digest.rows, digest.sum)) {
            let what = match stated {
                Some((rows, _)) if rows != digest.rows => {
                    format!("{}: the archive states {rows} rows and holds {}", describe(table), digest.rows)
                }
                _ => format!("{}: the rows do not have the digest that the archive states", describe(table)),
            };
            return Err(Error::Contradiction { what });
        }
    }
    structure::report(&archive, contents, Level::Rows)
}

/// Cuts every stream at blocks that begin with a row of their own.
fn pieces<'a>(archive: &'a Archive, contents: &'a Contents) -> Vec<(usize, &'a [BlockRef])> {
    let mut pieces = Vec::new();
    for (position, table) in contents.tables.iter().enumerate() {
        for run in archive.blocks(table.stream).chunk_by(|left, _| left.header.continued) {
            pieces.push((position, run));
        }
    }
    pieces
}

impl Shared<'_> {
    fn work(&self) {
        let (mut decoder, mut payload, mut bytes) = (Decoder::default(), Vec::new(), Vec::new());
        while let Some((position, blocks)) = self.pieces.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            if self.interrupt.is_triggered() || self.error.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
                return;
            }
            let table = &self.contents.tables[*position];
            match self.digest(table, blocks, &mut decoder, &mut payload, &mut bytes) {
                Ok(digest) => self.digests.lock().unwrap_or_else(PoisonError::into_inner)[*position].add(digest),
                Err(error) => {
                    self.error.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
                }
            }
        }
    }

    fn digest(
        &self,
        table: &Table,
        blocks: &[BlockRef],
        decoder: &mut Decoder,
        payload: &mut Vec<u8>,
        bytes: &mut Vec<u8>,
    ) -> Result<Digest, Error> {
        bytes.clear();
        let mut rows = 0;
        for block in blocks {
            let decoding = || format!("decode block {} of {}", block.header.number, describe(table));
            self.archive.read_block(block, payload).map_err(Error::archive(decoding()))?;
            let header = block.header;
            decoder.decode(block_info(header), payload, bytes).map_err(Error::codec(decoding()))?;
            rows += header.rows;
            self.observer.advance(u64::from(header.rows), u64::from(header.raw_bytes));
        }
        let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
        let block = RowBlock { format: rows_format(table.format), columns, rows, bytes: std::mem::take(bytes) };
        let mut digester = digester(table, &self.contents.manifest.types);
        let digest = digester.digest(&block).map_err(Error::codec(format!("read the rows of {}", describe(table))));
        *bytes = block.bytes;
        digest
    }
}

/// Lower-case hex digits of a digest's sum.
pub(super) fn digest_hex(digest: &Digest) -> String {
    hex(&digest.sum.to_be_bytes())
}
