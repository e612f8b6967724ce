//! `pg_depend` as edges between objects.
//!
//! Many of its rows speak of things that no object stands for: a row type, an array type, a view's rule, a
//! constraint's index, a member of an extension. Such a thing is taken for the object that brings it: the one that
//! `aliases` names, else the one it is an internal part of. What depends on it then depends on that object, what it
//! depends on that object needs, and rows that only tie the two together (in whichever direction: a composite's
//! `pg_class` row is a part of its type, a table's `pg_type` row a part of its table) fall away.

use super::{
    CatalogError, Reading,
    query::Query,
    reading::{KindReader, resolve},
};
use crate::object::{Class, Edge, Key, KeyMap, KeySet, Part};

const QUERY: Query = Query { name: "depend.sql", text: include_str!("depend.sql") };

pub(super) const READERS: &[KindReader] = &[KindReader { queries: &[QUERY], read }];

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut links = Vec::new();
    for row in reading.rows(QUERY)? {
        let (class, to_class) = (Class(row.get("class")?), Class(row.get("to_class")?));
        let tie = match row.char("kind")? {
            'i' => Tie::Internal,
            'a' => Tie::Automatic,
            _ => Tie::Loose,
        };
        let (oids, to_oids): (Vec<u32>, Vec<u32>) = (row.get("oids")?, row.get("to_oids")?);
        let pairs = oids.into_iter().zip(to_oids);
        links.extend(pairs.map(|(oid, to)| Link { from: Key::new(class, oid), to: Key::new(to_class, to), tie }));
    }
    let objects = reading.catalog.objects.iter().map(|object| object.key);
    let objects: KeySet = objects.filter(|key| key.part == Part::Definition).collect();
    adopt(&mut reading.aliases, &objects, &links);
    reading.catalog.edges = edges(&reading.aliases, &objects, links);
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
fn adopt(aliases: &mut KeyMap<Key>, objects: &KeySet, links: &[Link]) {
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

/// The dependencies between objects. Each takes the place of its link: there are more of them than of anything else.
fn edges(aliases: &KeyMap<Key>, objects: &KeySet, links: Vec<Link>) -> Vec<Edge> {
    let own = |key: Key| if objects.contains(&key) { key } else { resolve(aliases, key) };
    let mut edges: Vec<Edge> = links
        .into_iter()
        .filter_map(|link| {
            let (from, to) = (own(link.from), own(link.to));
            // What a member needs is the extension's own affair.
            let is_member = from.class == Class::EXTENSION && link.from.class != Class::EXTENSION;
            (!is_member && from != to && objects.contains(&from) && objects.contains(&to)).then_some(Edge { from, to })
        })
        .collect();
    edges.sort_unstable_by_key(|edge| (edge.from, edge.to));
    edges.dedup();
    edges.shrink_to_fit();
    edges
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: Key = key(Class::RELATION, 1);
    const ROW_TYPE: Key = key(Class::TYPE, 2);
    const ARRAY_TYPE: Key = key(Class::TYPE, 3);
    const FUNCTION: Key = key(Class::PROC, 4);
    const VIEW: Key = key(Class::RELATION, 5);
    const RULE: Key = key(Class::REWRITE, 6);
    const CONSTRAINT: Key = key(Class::CONSTRAINT, 7);
    const INDEX: Key = key(Class::RELATION, 8);
    const FOREIGN_KEY: Key = key(Class::CONSTRAINT, 9);
    const EXTENSION: Key = key(Class::EXTENSION, 10);
    const MEMBER: Key = key(Class::TYPE, 11);

    const fn key(class: Class, oid: u32) -> Key {
        Key { class, oid, part: Part::Definition }
    }

    fn read(objects: &[Key], aliases: &[(Key, Key)], links: &[(Key, Key, Tie)]) -> Vec<(Key, Key)> {
        let objects = objects.iter().copied().collect();
        let mut aliases = aliases.iter().copied().collect();
        let links: Vec<Link> = links.iter().map(|&(from, to, tie)| Link { from, to, tie }).collect();
        adopt(&mut aliases, &objects, &links);
        edges(&aliases, &objects, links).into_iter().map(|edge| (edge.from, edge.to)).collect()
    }

    #[test]
    fn types_of_a_table_are_the_table() {
        let links = [
            (ROW_TYPE, TABLE, Tie::Internal),
            (ARRAY_TYPE, ROW_TYPE, Tie::Internal),
            (FUNCTION, ARRAY_TYPE, Tie::Loose),
        ];
        assert_eq!(read(&[TABLE, FUNCTION], &[], &links), [(FUNCTION, TABLE)]);
    }

    #[test]
    fn fields_of_a_composite_are_the_type() {
        let (composite, relation) = (ROW_TYPE, TABLE);
        let links = [(relation, composite, Tie::Internal), (relation, key(Class::TYPE, 20), Tie::Loose)];
        let edges = read(&[composite, key(Class::TYPE, 20)], &[(relation, composite)], &links);
        assert_eq!(edges, [(composite, key(Class::TYPE, 20))]);
    }

    #[test]
    fn view_needs_what_its_rule_needs() {
        let links = [(RULE, VIEW, Tie::Internal), (RULE, TABLE, Tie::Loose), (RULE, VIEW, Tie::Loose)];
        assert_eq!(read(&[TABLE, VIEW], &[], &links), [(VIEW, TABLE)]);
    }

    #[test]
    fn foreign_key_needs_the_constraint_of_its_index() {
        let links =
            [(INDEX, CONSTRAINT, Tie::Internal), (CONSTRAINT, TABLE, Tie::Automatic), (FOREIGN_KEY, INDEX, Tie::Loose)];
        assert_eq!(
            read(&[TABLE, CONSTRAINT, FOREIGN_KEY], &[], &links),
            [(CONSTRAINT, TABLE), (FOREIGN_KEY, CONSTRAINT)]
        );
    }

    #[test]
    fn members_are_their_extension_and_need_nothing() {
        let links = [(TABLE, MEMBER, Tie::Loose), (MEMBER, FUNCTION, Tie::Loose), (ARRAY_TYPE, MEMBER, Tie::Internal)];
        assert_eq!(read(&[TABLE, FUNCTION, EXTENSION], &[(MEMBER, EXTENSION)], &links), [(TABLE, EXTENSION)]);
    }

    #[test]
    fn objects_of_their_own_are_nobodys_part() {
        let identity = key(Class::RELATION, 30);
        let links =
            [(identity, TABLE, Tie::Internal), (identity, TABLE, Tie::Internal), (TABLE, TABLE, Tie::Automatic)];
        assert_eq!(read(&[TABLE, identity], &[], &links), [(identity, TABLE)]);
    }

    #[test]
    fn what_nobody_knows_falls_away() {
        assert_eq!(read(&[TABLE], &[], &[(TABLE, FUNCTION, Tie::Loose), (VIEW, TABLE, Tie::Loose)]), []);
    }

    #[test]
    fn circles_of_aliases_end() {
        let aliases = [(ROW_TYPE, ARRAY_TYPE), (ARRAY_TYPE, ROW_TYPE)];
        assert_eq!(read(&[TABLE], &aliases, &[(TABLE, ROW_TYPE, Tie::Loose)]), []);
    }
}
