//! COPY rows ↔ columnar blocks. Knows bytes only: no server, no files, no I/O.
//!
//! ```text
//! COPY OUT bytes ─ cutter ─▶ RowBlock ─ rows ─▶ columns ─ choose, encoding/* ─▶ pages ─▶ payload
//! payload ─▶ pages ─ encoding/* ─▶ columns ─ join ─▶ rows ─▶ COPY IN bytes
//! ```
//! format-spec/blocks.md is the normative text; a file here names the section it implements.

mod block;
mod choose;
mod column;
mod cost;
mod cutter;
mod decoder;
mod digest;
mod encoder;
mod encoding;
mod error;
mod input;
mod join;
mod json;
mod key;
mod limits;
mod mask;
mod page;
mod row_block;
mod rows;
mod shape;
mod spare;
mod templates;
mod values;

pub use block::{BlockInfo, Compression, Method};
pub use cutter::{Emit, RowCutter};
pub use decoder::Decoder;
pub use digest::{Digest, Digester};
pub use encoder::Encoder;
pub use error::CodecError;
pub use limits::{MAX_BLOCK_RAW, MAX_COLUMNS, MAX_ROW};
pub use mask::each_oid;
pub use row_block::{RowBlock, Rows};
pub use shape::Shape;

#[cfg(test)]
mod tests;
