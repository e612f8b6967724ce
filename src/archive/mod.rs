//! The archive format: one file per chapter of `format-spec/spec.md`. Knows bytes only.

mod error;
mod reader;
mod sequential;
mod writer;

pub use error::ArchiveError;
pub use reader::{Archive, BlockRef};
pub use sequential::{Event, SequentialReader};
pub use writer::{ArchiveWriter, BlockHeader, Identity, StreamEnd, Written};
