//! The folder of one running server, and the removal of those whose tests were killed together with their supervisor.

use std::{
    env,
    fs::{self, DirBuilder, File, TryLockError},
    os::unix::fs::{DirBuilderExt, MetadataExt},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use rustix::process::{Pid, Signal, kill_process};

use crate::{
    account::Account,
    error::{Error, Result},
};

/// A folder that belongs to this process for as long as the value lives.
#[derive(Debug)]
pub(crate) struct RunFolder {
    path: PathBuf,
    /// Locked while the owner lives; the system releases it when the process ends.
    _owner: File,
}

impl RunFolder {
    /// A new folder owned by `account`.
    pub(crate) fn create(account: &Account, version: u32) -> Result<RunFolder> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let base = base(account)?;
        // Held while a folder is made and locked, so that no other process takes the new folder for a dead one.
        let guard_path = base.join("lock");
        let guard = File::create(&guard_path).map_err(Error::io("create", &guard_path))?;
        guard.lock().map_err(Error::io("lock", &guard_path))?;
        remove_dead(&base);
        let path = base.join(format!("{version}-{}-{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed)));
        DirBuilder::new().mode(0o755).create(&path).map_err(Error::io("create", &path))?;
        account.own(&path)?;
        let owner_path = path.join("owner");
        let owner = File::create(&owner_path).map_err(Error::io("create", &owner_path))?;
        owner.lock().map_err(Error::io("lock", &owner_path))?;
        Ok(RunFolder { path, _owner: owner })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

/// The folder of this account's servers, in the temporary directory so that socket paths stay short.
fn base(account: &Account) -> Result<PathBuf> {
    let base = env::temp_dir().join(format!("dumpr-test-{}", account.uid()));
    match DirBuilder::new().mode(0o755).create(&base) {
        Ok(()) => account.own(&base)?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(Error::io("create", &base)(error)),
    }
    let info = fs::symlink_metadata(&base).map_err(Error::io("read", &base))?;
    if !info.is_dir() || info.uid() != account.uid() {
        return Err(Error::Malformed { what: format!("{} is not a folder of {}", base.display(), account.name()) });
    }
    Ok(base)
}

/// Ends the servers and removes the folders that nobody holds any more.
fn remove_dead(base: &Path) {
    for entry in fs::read_dir(base).into_iter().flatten().flatten() {
        let path = entry.path();
        if !path.is_dir() {
            continue;
        }
        let dead = match File::open(path.join("owner")) {
            Ok(owner) => !matches!(owner.try_lock(), Err(TryLockError::WouldBlock)),
            Err(_) => true,
        };
        if dead {
            end_server(&path.join("data"));
            let _ = fs::remove_dir_all(&path);
        }
    }
}

/// Ends the server of this data directory, if one still runs: only a process that works in that very directory.
fn end_server(data: &Path) {
    let pid = fs::read_to_string(data.join("postmaster.pid")).ok().and_then(|text| text.lines().next()?.parse().ok());
    let Some(pid) = pid else { return };
    let works_here = fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|cwd| cwd == data);
    if let Some(pid) = Pid::from_raw(pid)
        && works_here
    {
        let _ = kill_process(pid, Signal::QUIT);
    }
}
