//! Free space.

use std::path::{Path, PathBuf};

use super::StoreError;

/// Bytes that an ordinary user may still write where `path` is or will be.
pub fn free_space(path: &Path) -> Result<u64, StoreError> {
    let probe = if path.exists() { path.to_owned() } else { folder(path) };
    let stat = rustix::fs::statvfs(&probe);
    let stat =
        stat.map_err(|errno| StoreError::Io { action: "ask for free space at", path: probe, source: errno.into() })?;
    Ok(stat.f_bavail.saturating_mul(stat.f_frsize))
}

/// The folder a file is in.
pub(super) fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}
