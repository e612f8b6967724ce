//! A target of another version: definitions in its words, and what it cannot hold named before the first change.
//!
//! Two nets. The marks that the dump left in the archive say which definitions need which server and how older servers
//! are told the same ([`forms`]). What nobody marked (a function that is gone, a view in newer syntax, an operator that was
//! dropped) shows up when all definitions run in one transaction that is rolled back ([`rehearsal`]).
//!
//! # Neighbours
//! `object::Feature` lists the features; `arrival` asks here before anything is changed.

mod forms;
mod refusal;
mod rehearsal;

pub(super) use forms::{Fitted, check_bytes, fit};
pub(super) use refusal::{differs, refusal};
pub(super) use rehearsal::rehearse;
