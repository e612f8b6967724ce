//! Level checksums: every byte of the file, on several threads.
//!
//! The trailer vouches for the index and the index for every record, so records are checked in any order and on any
//! thread. Opening the archive has checked preamble, index, stream ends and trailer; here come documents and blocks.
//! The SHA-256 of the file as a whole can only be computed front to back and proves nothing more: it is computed, beside
//! the others, when there is a figure to compare it with.

use std::path::Path;

use super::parallel;
use crate::{
    Error,
    archive::{Archive, BlockRef},
    manifest::hex,
    observer::Observer,
    server::Interrupt,
};

/// What is checked, and how.
#[derive(Clone, Copy)]
pub(super) struct Check<'a> {
    pub(super) archive: &'a Archive,
    pub(super) path: &'a Path,
    pub(super) threads: usize,
    pub(super) interrupt: &'a Interrupt,
    pub(super) observer: &'a dyn Observer,
}

impl Check<'_> {
    /// Checks every record that is no block.
    pub(super) fn documents(&self) -> Result<(), Error> {
        self.archive.check_documents().map_err(Error::archive(self.doing()))
    }

    /// Checks the blocks, or leaves that to who decodes them, and gives the SHA-256 of the file if it is wanted.
    pub(super) fn blocks(&self, wanted: bool, sha256: bool) -> Result<Option<String>, Error> {
        let mut blocks: Vec<&BlockRef> = if wanted { self.archive.all_blocks().iter().collect() } else { Vec::new() };
        // In the order of the file: the disk is read from front to back, and the first damage is the first to be named.
        blocks.sort_unstable_by_key(|block| block.offset);
        self.observer.expect(0, blocks.iter().map(|block| u64::from(block.stored_bytes)).sum());
        let hash = || if sha256 { self.file_sha256() } else { Ok(None) };
        let check = || {
            parallel::for_each(&blocks, self.threads, self.interrupt, Vec::new, |buffer, block| {
                self.block(block, buffer)
            })
        };
        if self.threads <= 1 {
            check()?;
            return hash();
        }
        let (checked, hash) = std::thread::scope(|scope| {
            let hash = scope.spawn(hash);
            (check(), hash.join())
        });
        checked?;
        hash.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }

    fn block(&self, block: &BlockRef, buffer: &mut Vec<u8>) -> Result<(), Error> {
        self.archive.check_block(block, buffer).map_err(Error::archive(self.doing()))?;
        self.observer.advance(u64::from(block.header.rows), u64::from(block.stored_bytes));
        Ok(())
    }

    fn file_sha256(&self) -> Result<Option<String>, Error> {
        let hash = self.archive.file_sha256(|| !self.interrupt.is_triggered());
        match hash.map_err(Error::archive(self.doing()))? {
            Some(hash) => Ok(Some(hex(&hash))),
            None => Err(Error::Interrupted),
        }
    }

    fn doing(&self) -> String {
        format!("verify {}", self.path.display())
    }
}
