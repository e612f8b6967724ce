//! The archive format: one file per chapter of `format-spec/spec.md`. Knows bytes only.
//!
//! ```text
//! preamble │ manifest │ entries … │ tables … │ blocks and stream ends, interleaved … │ summary │ index … │ trailer
//! ```
//!
//! # Invariants
//! - Nothing is written twice and nothing is sought: a pipe is as good as a file.
//! - Every byte is covered: by the preamble's or a header's CRC32C, by a record's checksum, by the index, by the trailer.
//! - Lengths are compared with their limits before memory is taken for them.
//! - Corrupt, unsupported, incomplete and I/O are told apart ([`ErrorClass`]).
//!
//! # Three readers, named by how they go through the file
//! [`SequentialReader`] front to back (pipes, `verify`), [`Archive`] by index, [`scan`] past damage. The first sits on
//! the [`Decoder`], which does no I/O; all of them and the writer share `order`, the rules about which record may follow.

mod checksum;
mod decoder;
mod document;
mod error;
mod fault;
mod foreign;
mod index;
mod limits;
mod order;
mod positioned;
mod preamble;
mod reader;
mod record;
mod scan;
mod sequential;
mod stream;
mod trailer;
mod writer;

pub use checksum::Payload;
pub use decoder::{Decoder, Step};
pub use document::DocumentKind;
pub use error::{ArchiveError, ErrorClass};
pub use fault::{Fault, Misuse, Place, Unmet};
pub use limits::Limits;
pub use preamble::{Identity, Version};
pub use reader::{Archive, BlockRef};
pub use record::{Header, RecordType};
pub use scan::{Gap, Scan, ScannedRecord, scan};
pub use sequential::{Event, SequentialReader};
pub use stream::{BlockHeader, StreamEnd};
pub use writer::{ArchiveWriter, Written};
