//! Level rows: decodes every block and computes counts and digests again.
//!
//! # Invariants
//! A thread holds one block at a time, raw and stored; of a row that is longer than a block, all its blocks.

use std::sync::{Mutex, PoisonError};

use super::parallel;
use crate::{
    Error,
    archive::{Archive, BlockRef},
    codec::{Decoder, Digest, RowBlock},
    manifest::{Contents, Table, hex},
    observer::Observer,
    rows::{block_info, describe, digester, rows_format},
    server::Interrupt,
};

/// Verifies every row of an archive.
pub(super) fn verify(
    archive: &Archive,
    contents: &Contents,
    threads: usize,
    interrupt: &Interrupt,
    observer: &dyn Observer,
) -> Result<(), Error> {
    let raw_bytes = archive.all_blocks().iter().map(|block| u64::from(block.header.raw_bytes)).sum();
    observer.expect(contents.tables.len() as u64, raw_bytes);
    let digests = Mutex::new(vec![Digest::default(); contents.tables.len()]);
    let reading = Reading { archive, contents, observer };
    parallel::for_each(&reading.pieces(), threads, interrupt, Buffers::default, |buffers, (position, blocks)| {
        let digest = reading.digest(&contents.tables[*position], blocks, buffers)?;
        digests.lock().unwrap_or_else(PoisonError::into_inner)[*position].add(digest);
        Ok(())
    })?;
    let digests = digests.into_inner().unwrap_or_else(PoisonError::into_inner);
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
    Ok(())
}

/// A thread's own memory.
#[derive(Default)]
struct Buffers {
    decoder: Decoder,
    payload: Vec<u8>,
    raw: Vec<u8>,
}

#[derive(Clone, Copy)]
struct Reading<'a> {
    archive: &'a Archive,
    contents: &'a Contents,
    observer: &'a dyn Observer,
}

impl<'a> Reading<'a> {
    /// Cuts every stream at blocks that begin with a row of their own.
    fn pieces(&self) -> Vec<(usize, &'a [BlockRef])> {
        let mut pieces = Vec::new();
        for (position, table) in self.contents.tables.iter().enumerate() {
            for run in self.archive.blocks(table.stream).chunk_by(|left, _| left.header.continued) {
                pieces.push((position, run));
            }
        }
        pieces
    }

    fn digest(&self, table: &Table, blocks: &[BlockRef], buffers: &mut Buffers) -> Result<Digest, Error> {
        let Buffers { decoder, payload, raw } = buffers;
        raw.clear();
        let mut rows = 0;
        for block in blocks {
            let decoding = || format!("decode block {} of {}", block.header.number, describe(table));
            self.archive.read_block(block, payload).map_err(Error::archive(decoding()))?;
            let header = block.header;
            decoder.decode(block_info(header), payload, raw).map_err(Error::codec(decoding()))?;
            rows += header.rows;
            self.observer.advance(u64::from(header.rows), u64::from(header.raw_bytes));
        }
        let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
        let reading = || format!("read the rows of {}", describe(table));
        let block = RowBlock::new(rows_format(table.format), columns, rows, std::mem::take(raw))
            .map_err(Error::codec(reading()))?;
        let mut digester = digester(table, &self.contents.manifest.types);
        let digest = digester.digest(&block).map_err(Error::codec(reading()))?;
        *raw = block.bytes;
        Ok(digest)
    }
}

/// Lower-case hex digits of a digest's sum.
pub(super) fn digest_hex(digest: &Digest) -> String {
    hex(&digest.sum.to_be_bytes())
}
