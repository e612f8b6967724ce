//! The temporary file: locked while it is written, taken away when whoever wrote it is gone.

use std::{
    fs::{File, OpenOptions},
    io,
    os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _},
    path::Path,
};

use rustix::fs::{FlockOperation, OFlags, flock};

use crate::store::StoreError;

/// Creates and locks the temporary file; takes a leftover away first.
pub(super) fn create_locked(partial: &Path) -> Result<File, StoreError> {
    // A leftover is removed at most a few times: more than that is another process doing the same.
    for _ in 0..3 {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600).custom_flags(no_follow());
        match options.open(partial) {
            Ok(file) => {
                if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
                    return Err(StoreError::Busy { partial: partial.to_owned() });
                }
                // Between open and lock another process may have taken it for a leftover and removed it.
                if !stands_at(&file, partial) {
                    continue;
                }
                // The umask can only take away; this gives the mode whatever it was.
                let mode = file.set_permissions(std::fs::Permissions::from_mode(0o600));
                mode.map_err(|source| io_error("set the mode of", partial, source))?;
                return Ok(file);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => remove_leftover(partial)?,
            Err(source) => return Err(io_error("create", partial, source)),
        }
    }
    Err(StoreError::Busy { partial: partial.to_owned() })
}

/// Removes a partial file that nobody has locked.
fn remove_leftover(partial: &Path) -> Result<(), StoreError> {
    let in_the_way = || StoreError::InTheWay { partial: partial.to_owned() };
    let Ok(found) = partial.symlink_metadata() else { return Ok(()) };
    if !found.is_file() {
        return Err(in_the_way());
    }
    let opened = OpenOptions::new().write(true).custom_flags(no_follow()).open(partial);
    let file = match opened {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(_) => return Err(in_the_way()),
    };
    if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
        return Err(StoreError::Busy { partial: partial.to_owned() });
    }
    if stands_at(&file, partial) {
        std::fs::remove_file(partial).map_err(|source| io_error("remove", partial, source))?;
    }
    Ok(())
}

/// Whether the open file is the one that has this name now.
fn stands_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), path.symlink_metadata()) {
        (Ok(open), Ok(named)) => open.dev() == named.dev() && open.ino() == named.ino(),
        _ => false,
    }
}

fn no_follow() -> i32 {
    // O_NOFOLLOW is one low bit on every platform.
    i32::try_from(OFlags::NOFOLLOW.bits()).unwrap_or(0)
}

fn io_error(action: &'static str, path: &Path, source: io::Error) -> StoreError {
    StoreError::Io { action, path: path.to_owned(), source }
}
