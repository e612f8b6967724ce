//! A file that appears under its name only when it is whole.

mod partial;

use std::{
    ffi::OsString,
    fs::File,
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{
    Disk, LocalDisk, StoreError, UnsyncedDisk,
    space::{folder, free_space},
};
use partial::create_locked;

/// `FILE.partial`, created 0600 with `O_EXCL|O_NOFOLLOW` in the folder of `FILE`; removed on drop unless published.
///
/// The open file is locked for as long as it is written. A `FILE.partial` that nobody has locked was left by a process
/// that was killed, and is taken away; one that is locked is another dump to the same name: [`StoreError::Busy`].
pub struct AtomicFile {
    file: File,
    path: PathBuf,
    partial: PathBuf,
    replace: bool,
    written_bytes: u64,
    /// Cleared once the partial file has become the final one.
    is_partial: bool,
    disk: Box<dyn Disk>,
}

impl AtomicFile {
    /// `replace`: an existing FILE may be replaced; otherwise it is an error now and at publish.
    pub fn create(path: &Path, replace: bool) -> Result<Self, StoreError> {
        AtomicFile::create_on(Box::new(LocalDisk), path, replace)
    }

    /// [`AtomicFile::create`] on a disk of the caller's choice: tests make its operations fail.
    pub fn create_on(disk: Box<dyn Disk>, path: &Path, replace: bool) -> Result<Self, StoreError> {
        let Some(name) = path.file_name() else { return Err(StoreError::NotAFile { path: path.to_owned() }) };
        match path.symlink_metadata() {
            Ok(_) if !replace => return Err(StoreError::Exists { path: path.to_owned() }),
            Ok(found) if found.is_dir() => return Err(StoreError::NotAFile { path: path.to_owned() }),
            _ => {}
        }
        let mut partial_name = OsString::from(name);
        partial_name.push(".partial");
        let partial = path.with_file_name(partial_name);
        let file = create_locked(&partial)?;
        let path = path.to_owned();
        Ok(AtomicFile { file, path, partial, replace, written_bytes: 0, is_partial: true, disk })
    }

    /// Does not wait for the disk when it is published.
    #[must_use]
    pub fn without_sync(mut self) -> Self {
        self.disk = Box::new(UnsyncedDisk);
        self
    }

    /// The final path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The path of the temporary file.
    pub fn partial_path(&self) -> &Path {
        &self.partial
    }

    /// Bytes written so far.
    pub fn written_bytes(&self) -> u64 {
        self.written_bytes
    }

    /// A second handle on what was written, for reading it back before it is published.
    pub fn reopen(&self) -> Result<File, StoreError> {
        File::open(&self.partial).map_err(|source| self.error("open", &self.partial, source))
    }

    /// What a failed write means, with path and space: the error of [`io::Write`] has no room for it.
    pub fn explain(&self, source: io::Error) -> StoreError {
        self.error("write", &self.partial, source)
    }

    /// Waits until all bytes are on disk. [`AtomicFile::publish`] does it too; earlier it keeps two files together.
    pub fn sync(&mut self) -> Result<(), StoreError> {
        self.disk.sync_file(&self.file).map_err(|source| self.error("write to disk", &self.partial, source))
    }

    /// fsync of the file, rename (no-replace unless allowed), fsync of the folder.
    pub fn publish(mut self) -> Result<PathBuf, StoreError> {
        self.sync()?;
        self.rename()?;
        self.sync_folder()?;
        Ok(self.path.clone())
    }

    /// Leaves the partial file where it is: the user asked to keep what there is of a failed run.
    pub fn keep_partial(mut self) -> PathBuf {
        self.is_partial = false;
        self.partial.clone()
    }

    fn rename(&mut self) -> Result<(), StoreError> {
        match self.disk.rename(&self.partial, &self.path, self.replace) {
            Ok(()) => {
                self.is_partial = false;
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(StoreError::Exists { path: self.path.clone() })
            }
            Err(source) => Err(self.error("give its name to", &self.path, source)),
        }
    }

    fn sync_folder(&mut self) -> Result<(), StoreError> {
        let folder = folder(&self.path);
        self.disk.sync_folder(&folder).map_err(|source| self.error("write to disk the folder", &folder, source))
    }

    fn error(&self, action: &'static str, path: &Path, source: io::Error) -> StoreError {
        if matches!(source.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) {
            let free_bytes = free_space(&self.partial).ok();
            let (path, written_bytes) = (self.path.clone(), self.written_bytes);
            return StoreError::NoSpace { path, written_bytes, free_bytes, source };
        }
        StoreError::Io { action, path: path.to_owned(), source }
    }
}

impl Write for AtomicFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.disk.write(&mut self.file, bytes)?;
        self.written_bytes += u64::try_from(count).unwrap_or(0);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for AtomicFile {
    fn drop(&mut self) {
        if self.is_partial {
            // Nothing can be done about an error here; the next run takes a leftover away.
            let _ = std::fs::remove_file(&self.partial);
        }
    }
}

/// Writes a small file (the metadata beside an archive) with the same care.
pub fn write_atomically(path: &Path, content: &[u8], replace: bool) -> Result<PathBuf, StoreError> {
    let mut file = AtomicFile::create(path, replace)?;
    if let Err(error) = file.write_all(content) {
        return Err(file.explain(error));
    }
    file.publish()
}

/// Publishes an archive and the small file that describes it. Both are on disk before either has its name, and the
/// description comes last: where it stands, its archive stands too.
pub fn publish_pair(mut archive: AtomicFile, mut description: AtomicFile) -> Result<(), StoreError> {
    archive.sync()?;
    description.sync()?;
    archive.rename()?;
    description.rename()?;
    description.sync_folder()?;
    if folder(&archive.path) == folder(&description.path) { Ok(()) } else { archive.sync_folder() }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot set up its files has failed")]
mod tests {
    use std::os::unix::fs::MetadataExt as _;

    use super::*;
    use crate::store::FaultyDisk;

    #[test]
    fn a_name_appears_whole_with_mode_0600_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dump");
        let mut file = AtomicFile::create(&path, false).unwrap();
        file.write_all(b"rows").unwrap();
        assert!(!path.exists());
        assert_eq!(file.partial_path().metadata().unwrap().mode() & 0o777, 0o600);
        file.publish().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"rows");
        assert!(matches!(AtomicFile::create(&path, false), Err(StoreError::Exists { .. })));

        let mut dropped = AtomicFile::create(&path, true).unwrap();
        dropped.write_all(b"other").unwrap();
        drop(dropped);
        assert_eq!(std::fs::read(&path).unwrap(), b"rows");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_appears_meanwhile_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dump");
        let file = AtomicFile::create(&path, false).unwrap();
        std::fs::write(&path, b"someone else's").unwrap();
        assert!(matches!(file.publish(), Err(StoreError::Exists { .. })));
        assert_eq!(std::fs::read(&path).unwrap(), b"someone else's");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn leftovers_are_taken_away_and_running_dumps_and_links_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dump");
        let partial = folder.path().join("a.dump.partial");
        std::fs::write(&partial, b"left by a killed run").unwrap();
        let first = AtomicFile::create(&path, false).unwrap();
        assert!(matches!(AtomicFile::create(&path, false), Err(StoreError::Busy { .. })));
        drop(first);

        let target = folder.path().join("target");
        std::fs::write(&target, b"precious").unwrap();
        std::os::unix::fs::symlink(&target, &partial).unwrap();
        assert!(matches!(AtomicFile::create(&path, false), Err(StoreError::InTheWay { .. })));
        assert_eq!(std::fs::read(&target).unwrap(), b"precious");
    }

    const NEW: &[u8] = b"the new content, longer than a few short writes";

    fn replace_on(disk: FaultyDisk, path: &Path, content: &[u8]) -> Result<PathBuf, StoreError> {
        let mut file = AtomicFile::create_on(Box::new(disk), path, true)?;
        match file.write_all(content) {
            Ok(()) => file.publish(),
            Err(error) => Err(file.explain(error)),
        }
    }

    #[test]
    fn every_failing_operation_leaves_the_old_file_or_the_whole_new_one() {
        const ENOSPC: i32 = 28;
        const EIO: i32 = 5;
        for errno in [ENOSPC, EIO] {
            let mut operations = 0;
            loop {
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("a.dump");
                std::fs::write(&path, b"old").unwrap();
                let result = replace_on(FaultyDisk::new(operations, errno), &path, NEW);
                let content = std::fs::read(&path).unwrap();
                let is_new = content == NEW;
                assert!(is_new || content == b"old", "after {operations} operations");
                assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "after {operations} operations");
                match result {
                    Ok(_) => break assert!(is_new),
                    Err(error) => assert_eq!(matches!(error, StoreError::NoSpace { .. }), errno == ENOSPC),
                }
                operations += 1;
            }
            assert!(operations >= 7 + 3, "short writes, sync, rename, sync: {operations}");
        }
    }

    #[test]
    fn a_full_disk_names_path_and_space() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dump");
        let file = AtomicFile::create(&path, false).unwrap();
        let message = file.explain(io::Error::from_raw_os_error(28)).to_string();
        assert!(message.contains("a.dump") && message.contains("bytes are written"), "{message}");
    }

    #[test]
    fn a_pair_stands_together() {
        let folder = tempfile::tempdir().unwrap();
        let mut archive = AtomicFile::create(&folder.path().join("a.dump"), false).unwrap();
        let mut description = AtomicFile::create(&folder.path().join("a.metadata.json"), false).unwrap();
        archive.write_all(b"archive").unwrap();
        description.write_all(b"{}").unwrap();
        publish_pair(archive, description).unwrap();
        let mut names: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a.dump", "a.metadata.json"]);
    }
}
