//! COPY rows ↔ columnar blocks. Knows bytes only: no server, no files, no I/O.

mod block;
mod cutter;
mod digest;
mod error;
mod shape;

pub use block::{BlockInfo, Compression, Decoder, Encoder, Method};
pub use cutter::{RowBlock, RowCutter, Rows};
pub use digest::{Digest, Digester};
pub use error::CodecError;
pub use shape::Shape;
