//! Rows on their way from an archive into the target, over one connection.
//!
//! ```text
//! streams ─ blocks ─▶ decode ─ rows ─▶ rewriting ─▶ table (COPY) · large_objects · sequences
//! ```

mod decode;
mod large_objects;
mod rewriting;
mod sequences;
mod streams;
mod table;

pub(super) use decode::{About, with_rows};
pub(super) use rewriting::Rewriting;
pub(super) use sequences::set_values;
pub(super) use streams::{Blocks, FileStreams, NoRows, Piece, Streams, missing_end};
pub(super) use table::{BINARY_HEADER, BINARY_TRAILER, LoadMode, WORTH_A_NEW_FILE, compare_rows, load, may_be_emptied};
