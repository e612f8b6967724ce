//! The few operations that decide whether a file is safe, behind one interface, so that tests can make each of them fail.

use std::{
    fs::File,
    io::{self, Write as _},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use rustix::fs::{CWD, RenameFlags};

/// An operation of a [`Disk`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Operation {
    /// Writing bytes.
    Write,
    /// fsync of a file.
    SyncFile,
    /// Giving the file its name.
    Rename,
    /// fsync of a folder.
    SyncFolder,
}

/// What an [`super::AtomicFile`] asks of the operating system once its temporary file is open.
pub trait Disk: Send {
    /// Writes some of the bytes.
    fn write(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
        file.write(bytes)
    }

    /// Returns when the file's bytes are on disk.
    fn sync_file(&mut self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    /// Renames; fails with `AlreadyExists` when `to` exists and may not be replaced.
    fn rename(&mut self, from: &Path, to: &Path, replace: bool) -> io::Result<()> {
        rename(from, to, replace)
    }

    /// Returns when the folder's entries are on disk.
    fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }
}

/// The operating system as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalDisk;

impl Disk for LocalDisk {}

/// The operating system left to write when it likes (`--no-sync`): a power failure may lose the file or a part of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnsyncedDisk;

impl Disk for UnsyncedDisk {
    fn sync_file(&mut self, _file: &File) -> io::Result<()> {
        Ok(())
    }

    fn sync_folder(&mut self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// A disk that fails at its N-th operation, for tests: N = 0, 1, 2 … until nothing fails any more. Writes take at most
/// 7 bytes at a time, so short writes are tried on the way.
#[derive(Clone, Debug)]
pub struct FaultyDisk {
    left: Arc<AtomicU64>,
    error: i32,
}

impl FaultyDisk {
    /// `operations` succeed, the next one and all after it fail with this error number.
    pub fn new(operations: u64, errno: i32) -> Self {
        FaultyDisk { left: Arc::new(AtomicU64::new(operations)), error: errno }
    }

    fn pass(&self, _operation: Operation) -> io::Result<()> {
        let passed = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
        passed.map(|_| ()).map_err(|_| io::Error::from_raw_os_error(self.error))
    }
}

impl Disk for FaultyDisk {
    fn write(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
        self.pass(Operation::Write)?;
        file.write(bytes.get(..7).unwrap_or(bytes))
    }

    fn sync_file(&mut self, file: &File) -> io::Result<()> {
        self.pass(Operation::SyncFile)?;
        file.sync_all()
    }

    fn rename(&mut self, from: &Path, to: &Path, replace: bool) -> io::Result<()> {
        self.pass(Operation::Rename)?;
        rename(from, to, replace)
    }

    fn sync_folder(&mut self, folder: &Path) -> io::Result<()> {
        self.pass(Operation::SyncFolder)?;
        File::open(folder)?.sync_all()
    }
}

fn rename(from: &Path, to: &Path, replace: bool) -> io::Result<()> {
    if replace {
        return std::fs::rename(from, to);
    }
    match rustix::fs::renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Ok(()) => Ok(()),
        // File systems without renameat2 (NFS, some FUSE): a hard link does not replace either.
        Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP) => {
            std::fs::hard_link(from, to)?;
            std::fs::remove_file(from)
        }
        Err(errno) => Err(errno.into()),
    }
}
