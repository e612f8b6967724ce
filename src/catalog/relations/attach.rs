//! ATTACH PARTITION of tables: an object of its own, so that partitions can be created in any order and a
//! partition keeps the order of its columns.

use super::relation::Relation;
use crate::object::{Definition, Kind, Object, Part};

/// Attaches a table to its parent.
pub(super) fn object(partition: &Relation, owner: &str, parent: &Relation, bound: &str) -> Object {
    Object {
        owner: Some(owner.into()),
        belongs_to: Some(partition.key()),
        create: Definition::sql(format!(
            "ALTER TABLE ONLY {} ATTACH PARTITION {} {bound};",
            parent.qualified(),
            partition.qualified()
        )),
        needs: [parent.key(), partition.key()].into(),
        ..Object::new(
            partition.key().part(Part::Attach),
            Kind::TableAttach,
            Some(partition.schema.clone()),
            partition.name.clone(),
        )
    }
}
