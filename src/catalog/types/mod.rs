//! Types and collations: one kind per file, in the words of CREATE TYPE, CREATE DOMAIN and CREATE COLLATION.
//!
//! # Neighbours
//! `type_tree` reads what columns are made of, for every type in use; the others read what has to be created.
//! `alias` says which rows of `pg_type` have no object of their own (arrays, row types, multiranges).

use super::reading::KindReader;

mod alias;
mod base;
mod collation;
mod composite;
mod domain;
mod enumeration;
mod range;
mod type_tree;
mod undefined;

pub(super) use type_tree::QUERY as TREE;
pub use type_tree::read_types;

/// The family's register.
pub(super) const READERS: &[KindReader] = &[
    collation::READER,
    enumeration::READER,
    domain::READER,
    composite::READER,
    range::READER,
    base::READER,
    undefined::READER,
    alias::READER,
    type_tree::READER,
];
