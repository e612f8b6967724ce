//! A file that appears under its name only when it is whole.
use super::StoreError;
use std::path::{Path, PathBuf};

/// `FILE.partial`, created 0600 with O_EXCL|O_NOFOLLOW in the folder of `FILE`; removed on drop unless published.
pub struct AtomicFile {}

impl AtomicFile {
    /// `replace`: an existing FILE may be replaced; otherwise it is an error now and at publish.
    pub fn create(_path: &Path, _replace: bool) -> Result<Self, StoreError> {
        todo!()
    }
    /// The final path.
    pub fn path(&self) -> &Path {
        todo!()
    }
    /// fsync of the file, rename (no-replace unless allowed), fsync of the folder.
    pub fn publish(self) -> Result<PathBuf, StoreError> {
        todo!()
    }
}

impl std::io::Write for AtomicFile {
    fn write(&mut self, _buf: &[u8]) -> std::io::Result<usize> {
        todo!()
    }
    fn flush(&mut self) -> std::io::Result<()> {
        todo!()
    }
}
