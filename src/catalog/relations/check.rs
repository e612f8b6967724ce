//! CHECK constraints of tables: written in the table unless a loop forces them out.
//!
//! One that is NOT VALID (or, on 18, NOT ENFORCED) must not meet rows before they are loaded: post-data, always.

use std::collections::HashMap;

use super::relation::Relation;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
    },
    object::{Class, Definition, Feature, Inline, Key, Kind, Object, Section},
    syntax::identifier,
};

pub(super) const QUERY: Query = query!("relations", "check.sql");

/// A CHECK constraint.
#[derive(Clone, Debug)]
pub(super) struct Check {
    oid: u32,
    name: String,
    definition: String,
    /// Defined by its own table.
    pub(super) local: bool,
    /// False: NOT VALID or NOT ENFORCED.
    valid: bool,
    /// False: NOT ENFORCED.
    enforced: bool,
}

/// The CHECK constraints of all wanted relations, by relation, each table's by name.
pub(super) fn read(reading: &mut Reading<'_>) -> Result<HashMap<u32, Vec<Check>>, CatalogError> {
    let mut checks: HashMap<u32, Vec<Check>> = HashMap::new();
    for row in reading.relation_rows(QUERY)? {
        checks.entry(row.get("relation_oid")?).or_default().push(Check {
            oid: row.get("oid")?,
            name: row.get("name")?,
            definition: row.get("definition")?,
            local: row.get("local")?,
            valid: row.get("valid")?,
            enforced: row.get("enforced")?,
        });
    }
    Ok(checks)
}

impl Check {
    /// Whether it is an object. If not, the parents bring it. Partitions are created before they have a parent and
    /// ATTACH wants to find its constraints there.
    pub(super) fn is_object(&self, is_partition: bool) -> bool {
        self.local || (is_partition && self.valid)
    }

    /// Whether it stands inside the table's definition.
    pub(super) fn is_inline(&self, is_partition: bool) -> bool {
        self.valid && self.is_object(is_partition)
    }

    pub(super) fn key(&self) -> Key {
        Key::new(Class::CONSTRAINT, self.oid)
    }

    /// The constraint as an object, if it is one.
    pub(super) fn object(&self, relation: &Relation, is_partition: bool) -> Option<Object> {
        if !self.is_object(is_partition) {
            return None;
        }
        let name = identifier(&self.name);
        let mut object = Object {
            sort_key: relation.part_sort_key(&self.name),
            address: Some(format!("CONSTRAINT {name} ON {}", relation.qualified())),
            belongs_to: Some(relation.key()),
            // Not ONLY: children inherit what is added.
            create: Definition::sql(format!(
                "{} {}\n    ADD CONSTRAINT {name} {};",
                relation.alter(),
                relation.qualified(),
                self.definition
            )),
            requires: Feature::used(&[(!self.enforced, Feature::NotEnforced)]),
            drop: Some(relation.drop_constraint(&self.name)),
            ..Object::new(
                self.key(),
                Kind::CheckConstraint,
                Some(relation.schema.clone()),
                relation.part_name(&self.name),
            )
        };
        if self.valid {
            object.inline = Some(Box::new(Inline {
                into: relation.key(),
                text: format!(" CONSTRAINT {name} {}", self.definition),
                separate_section: Section::PostData,
            }));
        } else {
            object.section = Section::PostData;
        }
        Some(object)
    }
}
