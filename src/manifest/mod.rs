//! What an archive says of itself, typed: source, entries, tables, types, summary. JSON in and out.
//!
//! The archive room carries these documents as bytes; the meaning is here. Key order in the JSON is the
//! order of the fields below. `format-spec/manifest.schema.json` publishes the shapes.
//!
//! # Neighbours
//! `catalog` and `plan` fill it, `dump` writes it, `restore`, `verify` and `cli` read it.

mod contents;
mod encodings;
mod entry;
mod hex;
mod source;
mod table;
mod types;

pub use contents::{Contents, ContentsError, ContentsReader};
pub use encodings::Encodings;
pub use entry::{Entry, OlderForm, Requirement};
pub use hex::hex;
pub use source::{Extension, Manifest, Omission, Source, StreamSummary, Summary};
pub use table::{Column, LoadTarget, RowFormat, StreamContent, Table};
pub use types::{Field, TypeInfo, TypeKind, TypeTable};
