//! `PostgreSQL`'s lexical rules: identifiers, literals, statements. No I/O.

mod outside;
mod quote;
pub mod raw_bytes;

pub(crate) use outside::{split_outside, unquoted};
pub use quote::{identifier, literal, qualified, quoting_all};
