//! What can go wrong with files.

use std::{io, path::PathBuf};

/// An error of the store room: what was being done to which file.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file exists and may not be replaced.
    #[error("{} exists already", .path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The path names something that cannot become a file: a folder, nothing, a device.
    #[error("{} cannot be the name of a file", .path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// Another process is writing the same file.
    #[error("{} is being written by another process", .partial.display())]
    Busy {
        /// Its temporary file.
        partial: PathBuf,
    },
    /// Something that is no leftover of ours stands where the temporary file must be.
    #[error("{} is in the way and is not a file that dumpr left; remove it", .partial.display())]
    InTheWay {
        /// The temporary file's name.
        partial: PathBuf,
    },
    /// The disk is full.
    #[error(
        "no space left for {}: {written_bytes} bytes are written, {} free on its file system",
        .path.display(),
        free(*.free_bytes)
    )]
    NoSpace {
        /// The file.
        path: PathBuf,
        /// Bytes written before.
        written_bytes: u64,
        /// Bytes that are free; `None` when the system does not say.
        free_bytes: Option<u64>,
        /// The system's error.
        source: io::Error,
    },
    /// Any other refusal of the operating system.
    #[error("cannot {action} {}", .path.display())]
    Io {
        /// What was being done.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

fn free(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| "an unknown number are".to_owned(), |bytes| format!("{bytes} are"))
}
