//! Indexes that no constraint owns. What only ALTER can say of one (CLUSTER ON, REPLICA IDENTITY, statistics
//! targets) is a part of its text.

use super::statements;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        relations::Relation,
    },
    object::{Class, Definition, Feature, Key, Kind, Object},
    syntax::{identifier, qualified},
};

const QUERY: Query = query!("relation_parts", "index.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        let (relation, row) = (Relation::read(&row)?, Row::read(&row)?);
        reading.add(object(&relation, row));
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    definition: String,
    nulls_not_distinct: bool,
    properties: Properties,
    tablespace: Option<String>,
    attached: bool,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            definition: row.get("definition")?,
            nulls_not_distinct: row.get("nulls_not_distinct")?,
            properties: Properties::read(row)?,
            tablespace: row.get("tablespace")?,
            attached: row.get("attached")?,
        })
    }
}

/// What is said of an index after its creation, whether a constraint owns it or not.
pub(super) struct Properties {
    clustered: bool,
    replica_identity: bool,
    /// `2 SET STATISTICS 100`, by the column's number: expressions have no names.
    column_statistics: Vec<String>,
    extensions: Vec<String>,
}

impl Properties {
    pub(super) fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Properties {
            clustered: row.get("clustered")?,
            replica_identity: row.get("replica_identity")?,
            column_statistics: row.get("column_statistics")?,
            extensions: row.get("extensions")?,
        })
    }

    pub(super) fn statements(&self, relation: &Relation, index: &str) -> Vec<String> {
        let qualified = qualified(&relation.schema, index);
        let index = identifier(index);
        let mut statements: Vec<String> = self
            .column_statistics
            .iter()
            .map(|words| format!("ALTER INDEX {qualified} ALTER COLUMN {words};"))
            .collect();
        if self.clustered {
            statements.push(format!("{} {} CLUSTER ON {index};", relation.alter(), relation.qualified()));
        }
        if self.replica_identity {
            statements.push(format!("{} REPLICA IDENTITY USING INDEX {index};", relation.alter_only()));
        }
        statements.extend(
            self.extensions
                .iter()
                .map(|extension| format!("ALTER INDEX {qualified} DEPENDS ON EXTENSION {};", identifier(extension))),
        );
        statements
    }
}

fn object(relation: &Relation, row: Row) -> Object {
    let properties = row.properties.statements(relation, &row.name);
    let text = statements(std::iter::once(format!("{};", row.definition)).chain(properties));
    let mut object = Object {
        belongs_to: Some(relation.key()),
        tablespace: row.tablespace,
        create: Definition::sql(text),
        requires: Feature::used(&[(row.nulls_not_distinct, Feature::NullsNotDistinct)]),
        ..Object::new(Key::new(Class::RELATION, row.oid), Kind::Index, Some(relation.schema.clone()), row.name.clone())
            .addressed("INDEX", &qualified(&relation.schema, &row.name))
    };
    if row.attached {
        // Only the index of the parent can be dropped, and takes this one with it.
        object.drop = None;
    }
    object
}
