//! `PostgreSQL`'s lexical rules: identifiers, literals, statements. No I/O.

mod quote;
pub mod raw_bytes;

pub use quote::{identifier, literal, qualified, quoting_all};
