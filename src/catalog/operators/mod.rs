//! Operators, and what index access methods know of them: families, classes, and the methods themselves.
//!
//! # Neighbours
//! `member` reads the operators and functions inside families and classes for both.

use super::reading::KindReader;

mod access_method;
mod class;
mod family;
mod member;
mod operator;

/// The family's register.
pub(super) const READERS: &[KindReader] = &[access_method::READER, operator::READER, family::READER, class::READER];
