//! Extended statistics: what to collect, not what was collected.

use super::statements;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        relations::Relation,
    },
    object::{Class, Definition, Feature, Key, Kind, Object},
    syntax::qualified,
};

const QUERY: Query = query!("relation_parts", "statistics.sql");

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
    schema: String,
    name: String,
    owner: String,
    target: i32,
    has_expressions: bool,
    definition: String,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("own_schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            target: row.get("target")?,
            has_expressions: row.get("has_expressions")?,
            definition: row.get("definition")?,
        })
    }
}

fn object(relation: &Relation, row: Row) -> Object {
    let name = qualified(&row.schema, &row.name);
    let target = (row.target >= 0).then(|| format!("ALTER STATISTICS {name} SET STATISTICS {};", row.target));
    Object {
        owner: Some(row.owner.into()),
        belongs_to: Some(relation.key()),
        requires: Feature::used(&[(row.has_expressions, Feature::StatisticsExpressions)]),
        create: Definition::sql(statements(std::iter::once(format!("{};", row.definition)).chain(target))),
        ..Object::new(Key::new(Class::STATISTIC_EXT, row.oid), Kind::Statistics, Some(row.schema), row.name)
            .addressed("STATISTICS", &name)
    }
}
