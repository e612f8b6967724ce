//! `pg_depend` as edges between objects.
//!
//! Many of its rows speak of things that no object stands for: a row type, an array type, a view's rule, a
//! constraint's index, a member of an extension. Such a thing is taken for the object that brings it: the one that
//! `aliases` names, else the one it is an internal part of. What depends on it then depends on that object, what it
//! depends on that object needs, and rows that only tie the two together (in whichever direction: a composite's
//! `pg_class` row is a part of its type, a table's `pg_type` row a part of its table) fall away.

use std::collections::{HashMap, HashSet};

use super::{CatalogError, Reading, query::Query, reading::KindReader};
use crate::object::{Class, Edge, Key, Part};

const QUERY: Query = Query { name: "depend.sql", text: include_str!("depend.sql") };

pub(super) const READERS: &[KindReader] = &[KindReader { queries: &[QUERY], read }];

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut links = Vec::new();
    for row in reading.rows(QUERY)? {
        links.push(Link {
            from: Key::new(Class(row.get("class")?), row.get("oid")?),
            to: Key::new(Class(row.get("to_class")?), row.get("to_oid")?),
            tie: match row.char("kind")? {
                'i' => Tie::Internal,
                'a' => Tie::Automatic,
                _ => Tie::Loose,
            },
        });
    }
    let objects = reading.catalog.objects.iter().map(|object| object.key);
    let objects: HashSet<Key> = objects.filter(|key| key.part == Part::Definition).collect();
    adopt(&mut reading.aliases, &objects, &links);
    reading.catalog.edges = edges(reading, &objects, &links);
    Ok(())
}

/// A row of `pg_depend`, whole objects only.
#[derive(Clone, Copy)]
struct Link {
    from: Key,
    to: Key,
    tie: Tie,
}

/// How close two objects are.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Tie {
    /// `from` is an implementation detail of `to`.
    Internal,
    /// `from` goes with `to`.
    Automatic,
    Loose,
}

/// Gives what no object stands for to the object it is a part of.
fn adopt(aliases: &mut HashMap<Key, Key>, objects: &HashSet<Key>, links: &[Link]) {
    for wanted in [Tie::Internal, Tie::Automatic] {
        for link in links.iter().filter(|link| link.tie == wanted) {
            // Of what is only dropped along with something else, these belong to one object alone.
            let is_part = wanted == Tie::Internal
                || matches!(
                    link.from.class,
                    Class::ATTRDEF | Class::CONSTRAINT | Class::ACCESS_METHOD_OPERATOR | Class::ACCESS_METHOD_PROCEDURE
                );
            if is_part && link.from != link.to && !objects.contains(&link.from) {
                aliases.entry(link.from).or_insert(link.to);
            }
        }
    }
}

fn edges(reading: &Reading<'_>, objects: &HashSet<Key>, links: &[Link]) -> Vec<Edge> {
    let own = |key: Key| if objects.contains(&key) { key } else { reading.resolve(key) };
    let mut edges: Vec<Edge> = links
        .iter()
        .filter_map(|link| {
            let (from, to) = (own(link.from), own(link.to));
            // What a member needs is the extension's own affair.
            let is_member = from.class == Class::EXTENSION && link.from.class != Class::EXTENSION;
            (!is_member && from != to && objects.contains(&from) && objects.contains(&to)).then_some(Edge { from, to })
        })
        .collect();
    edges.sort_unstable_by_key(|edge| (edge.from, edge.to));
    edges.dedup();
    edges
}
