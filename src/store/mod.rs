//! Where archives live: atomic local files, stdin and stdout.

mod error;
mod file;

pub use error::StoreError;
pub use file::AtomicFile;
