//! Indexes that no constraint owns. What only ALTER can say of one (CLUSTER ON, REPLICA IDENTITY, statistics
//! targets) is a part of its text.

use std::sync::Arc;

use super::{
    definition::{OF_INDEXES, definition, printed},
    index_text::{self, Shape},
    operator_class::{self, Classes},
    statements,
};
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

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, operator_class::QUERY, OF_INDEXES], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let rows = reading.relation_rows(QUERY)?;
    if rows.len() == 0 {
        return Ok(());
    }
    let classes = Classes::read(reading)?;
    let mut elaborate = Vec::new();
    for row in rows {
        let (relation, row, shape) = (Relation::read(&row)?, Row::read(&row)?, Shape::read(&row)?);
        let columns = reading.columns_of(relation.oid);
        let text = columns.and_then(|columns| index_text::text(&row.name, &relation, columns, &shape, &classes));
        match text {
            Some(text) => reading.add(object(&relation, row, &text)),
            None => elaborate.push((relation, row)),
        }
    }
    let oids: Vec<u32> = elaborate.iter().map(|(_, row)| row.oid).collect();
    let mut printed = printed(reading, OF_INDEXES, &oids)?;
    for (relation, row) in elaborate {
        let text = definition(&mut printed, OF_INDEXES, row.oid)?;
        reading.add(object(&relation, row, &text));
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    nulls_not_distinct: bool,
    properties: Properties,
    tablespace: Option<Arc<str>>,
    attached: bool,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
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

fn object(relation: &Relation, row: Row, definition: &str) -> Object {
    let properties = row.properties.statements(relation, &row.name);
    let text = statements(std::iter::once(format!("{definition};")).chain(properties));
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
