//! `PostgreSQL`'s lexical rules: identifiers, literals, statements. No I/O.

mod quote;

pub use quote::{identifier, literal, qualified, quoting_all};
