//! ATTACH PARTITION of indexes: the index of a partitioned table becomes valid when those of all partitions are
//! attached.

use std::collections::HashMap;

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        relations::Relation,
    },
    object::{Class, Definition, Key, Kind, Object, Part},
    syntax::qualified,
};

pub(super) const QUERY: Query = query!("relation_parts", "index_attach.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        let row = Row::read(&row)?;
        reading.add(object(&row));
    }
    Ok(())
}

struct Row {
    relation: Relation,
    index_name: String,
    /// The index, or the constraint that owns it.
    index: Key,
    parent_index_oid: u32,
    parent_index: Key,
    parent_name: String,
    parent_relation: Key,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let parent_schema: String = row.get("parent_schema")?;
        let parent_name: String = row.get("parent_index_name")?;
        Ok(Row {
            relation: Relation::read(row)?,
            index_name: row.get("index_name")?,
            index: owner(row.get("index_oid")?, row.get("constraint_oid")?),
            parent_index_oid: row.get("parent_index_oid")?,
            parent_index: owner(row.get("parent_index_oid")?, row.get("parent_constraint_oid")?),
            parent_name: qualified(&parent_schema, &parent_name),
            parent_relation: Key::new(Class::RELATION, row.get("parent_relation_oid")?),
        })
    }
}

fn owner(index: u32, constraint: Option<u32>) -> Key {
    constraint.map_or(Key::new(Class::RELATION, index), |oid| Key::new(Class::CONSTRAINT, oid))
}

fn object(row: &Row) -> Object {
    let relation = &row.relation;
    let index = qualified(&relation.schema, &row.index_name);
    Object {
        belongs_to: Some(relation.key()),
        create: Definition::sql(format!("ALTER INDEX {} ATTACH PARTITION {index};", row.parent_name)),
        // The tables as well: both are locked.
        needs: [row.index, row.parent_index, relation.key(), row.parent_relation].into(),
        ..Object::new(
            row.index.part(Part::Attach),
            Kind::IndexAttach,
            Some(relation.schema.clone()),
            row.index_name.clone(),
        )
    }
}

/// Which attachments make an index of a partitioned table whole, over all levels of its tree.
pub(super) struct Attachments {
    children: HashMap<u32, Vec<(u32, Key)>>,
}

impl Attachments {
    pub(super) fn read(reading: &mut Reading<'_>) -> Result<Self, CatalogError> {
        let mut children: HashMap<u32, Vec<(u32, Key)>> = HashMap::new();
        for row in reading.relation_rows(QUERY)? {
            let index: u32 = row.get("index_oid")?;
            let row = Row::read(&row)?;
            children.entry(row.parent_index_oid).or_default().push((index, row.index.part(Part::Attach)));
        }
        Ok(Attachments { children })
    }

    /// The keys of the attachments below an index.
    pub(super) fn below(&self, index: u32) -> Vec<Key> {
        let mut found = Vec::new();
        let mut open = vec![index];
        while let Some(parent) = open.pop() {
            for &(child, key) in self.children.get(&parent).into_iter().flatten() {
                found.push(key);
                // An index has one parent: no index is met twice unless the catalogs are broken.
                if found.len() <= self.children.values().map(Vec::len).sum() {
                    open.push(child);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_levels_of_a_tree_are_found() {
        let key = |oid| Key::new(Class::RELATION, oid).part(Part::Attach);
        let children = HashMap::from([(1, vec![(2, key(2)), (3, key(3))]), (3, vec![(4, key(4))])]);
        let attachments = Attachments { children };
        let mut below = attachments.below(1);
        below.sort_unstable();
        assert_eq!(below, [key(2), key(3), key(4)]);
        assert!(attachments.below(9).is_empty());
    }
}
