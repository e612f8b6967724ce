//! The order of rows when foreign keys exist before them: data-only dumps, extension configuration tables.

use crate::object::{Class, Edge, Key, KeyMap, KeySet, Kind, Object, Part};

/// For each foreign key, an edge from its table's rows to those of the table it references.
///
/// Call it with all objects, before the selection takes the foreign keys away, and give the result to
/// [`super::order`] together with the other edges. A table that references itself gets no edge.
pub fn foreign_key_edges(objects: &[Object], edges: &[Edge]) -> Vec<Edge> {
    let rows: KeySet = objects.iter().map(|object| object.key).filter(|key| key.part == Part::Rows).collect();
    let mut referenced: KeyMap<Vec<Key>> = KeyMap::default();
    for key in objects.iter().filter(|object| object.kind == Kind::ForeignKey) {
        referenced.insert(key.key, key.needs.to_vec());
    }
    for edge in edges {
        if let Some(list) = referenced.get_mut(&edge.from) {
            list.push(edge.to);
        }
    }
    let mut found = Vec::new();
    for object in objects {
        let (Some(table), Some(list)) = (object.belongs_to, referenced.get(&object.key)) else { continue };
        for other in list.iter().filter(|other| other.class == Class::RELATION && **other != table) {
            let edge = Edge { from: table.part(Part::Rows), to: other.part(Part::Rows) };
            if rows.contains(&edge.from) && rows.contains(&edge.to) && edge.from != edge.to {
                found.push(edge);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
