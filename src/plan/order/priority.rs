//! The order objects have when no dependency says otherwise: kind, schema, name, sort key.
//!
//! # Invariants
//! OIDs never decide between objects that differ in anything an archive shows: two databases with the
//! same definitions give the same order.

use std::collections::BTreeSet;

use crate::object::Object;

/// The positions of the objects, sorted by what a reader sees of them.
pub(super) fn sorted(objects: &[Object]) -> Vec<usize> {
    // Schemas become numbers first: there are few of them, and nearly every comparison would repeat theirs.
    let schemas: BTreeSet<Option<&str>> = objects.iter().map(|object| object.schema.as_deref()).collect();
    let schemas: Vec<Option<&str>> = schemas.into_iter().collect();
    let mut last = (None, 0);
    let mut keys = Vec::with_capacity(objects.len());
    for (position, object) in objects.iter().enumerate() {
        let schema = object.schema.as_deref();
        if last.0 != Some(schema) {
            last = (Some(schema), schemas.binary_search(&schema).unwrap_or_default());
        }
        keys.push((object.kind, last.1, object.name.as_str(), position));
    }
    // A merge sort: the catalogs give each kind in order already, and it takes long runs as they are.
    keys.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)).then_with(|| break_tie(&objects[a.3], &objects[b.3])));
    keys.into_iter().map(|key| key.3).collect()
}

/// Orders two objects of equal kind, schema and name. The key comes last: it decides only between objects
/// whose statements are the same letter for letter.
fn break_tie(a: &Object, b: &Object) -> std::cmp::Ordering {
    a.sort_key
        .cmp(&b.sort_key)
        .then_with(|| a.address.cmp(&b.address))
        .then_with(|| a.create.head.cmp(&b.create.head))
        .then_with(|| a.create.tail().cmp(b.create.tail()))
        .then_with(|| a.key.cmp(&b.key))
}
