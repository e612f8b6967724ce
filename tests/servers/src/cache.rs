//! The cache of downloaded servers: filled once, safe against several test processes filling it at the same time.

use std::{
    env,
    fs::{self, File, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use crate::error::{Error, Result};

/// The folder for downloaded things.
fn folder() -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(chosen) = set("DUMPR_TEST_CACHE") {
        return std::path::absolute(&chosen).map_err(Error::io("find", &chosen));
    }
    if rustix::process::geteuid().is_root() {
        // Not root's home: the account that servers run under cannot read that.
        return Ok("/var/cache/dumpr-test".into());
    }
    let caches = set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")));
    caches.map(|caches| caches.join("dumpr-test")).ok_or(Error::NoCache)
}

/// The cached folder of this name, filled by `fill` when it is not there yet.
///
/// Whoever comes first takes the lock and fills a folder of another name, which gets its real name when it is
/// complete: a folder of this name is always whole.
pub(crate) fn entry(name: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let folder = folder()?;
    let entry = folder.join(name);
    if entry.is_dir() {
        return Ok(entry);
    }
    fs::create_dir_all(&folder).map_err(Error::io("create", &folder))?;
    let lock_path = folder.join(format!("{name}.lock"));
    let lock = File::create(&lock_path).map_err(Error::io("create", &lock_path))?;
    lock.lock().map_err(Error::io("lock", &lock_path))?;
    if entry.is_dir() {
        return Ok(entry);
    }
    // Under the lock: what lies there is left from somebody who was killed while filling it.
    let staging = folder.join(format!("{name}.partial"));
    if staging.exists() {
        fs::remove_dir_all(&staging).map_err(Error::io("remove", &staging))?;
    }
    fs::create_dir_all(&staging).map_err(Error::io("create", &staging))?;
    let filled = fill(&staging)
        .and_then(|()| make_readable(&staging))
        .and_then(|()| fs::rename(&staging, &entry).map_err(Error::io("move into place", &entry)));
    if filled.is_err() {
        let _ = fs::remove_dir_all(&staging);
    }
    filled.map(|()| entry)
}

/// Lets every account read what was unpacked, whatever the umask, and enter every folder.
fn make_readable(path: &Path) -> Result<()> {
    let info = fs::symlink_metadata(path).map_err(Error::io("read", path))?;
    if info.is_symlink() {
        return Ok(());
    }
    let mode = info.permissions().mode();
    let add = if info.is_dir() || mode & 0o100 != 0 { 0o555 } else { 0o444 };
    fs::set_permissions(path, Permissions::from_mode(mode | add)).map_err(Error::io("change the mode of", path))?;
    if info.is_dir() {
        for child in fs::read_dir(path).map_err(Error::io("read", path))? {
            make_readable(&child.map_err(Error::io("read", path))?.path())?;
        }
    }
    Ok(())
}
