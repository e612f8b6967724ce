//! Where archives live: atomic local files, stdin and stdout.
//!
//! # Invariants
//! - A final name never holds a partial file: everything is written as `NAME.partial` and renamed once it is on disk.
//! - An error of `fsync` is final: what the kernel failed to write once it may claim to have written the next time.
//! - Whoever holds the lock on `NAME.partial` is the one that writes `NAME`.
//!
//! # Neighbours
//! `archive` writes into an [`AtomicFile`] and reads from files; which streams the command line allows (no archive on a
//! terminal) is decided in the binary.

mod error;
mod fault;
mod file;
mod input;
mod output;
mod space;

pub use error::StoreError;
pub use fault::{Disk, FaultyDisk, LocalDisk, Operation, UnsyncedDisk};
pub use file::{AtomicFile, publish_pair, write_atomically};
pub use input::Input;
pub use output::Output;
pub use space::free_space;
