//! From unordered objects to the table of contents.
use crate::{
    manifest::Entry,
    object::{Edge, Key, Object},
};
use std::collections::HashMap;

/// The table of contents and what had to be said about it.
pub struct Ordered {
    /// Entries in restore order, numbered from 1; `depends_on` holds the direct dependencies that are in the archive; `stream` is not set.
    pub entries: Vec<Entry>,
    /// The key each entry was made from, in the same order.
    pub keys: Vec<Key>,
    /// The object whose rows it stands for, by entry position.
    pub rows_of: HashMap<usize, Key>,
    /// Loops that had to be broken with no known repair.
    pub warnings: Vec<String>,
}

/// Sorts by natural keys, topologically; repairs loops. `edges` come from `pg_depend`; edges to unknown keys are dropped.
pub fn order(_objects: Vec<Object>, _edges: &[Edge]) -> Ordered {
    todo!()
}
