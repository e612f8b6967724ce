//! Rules, but for the ON SELECT rules of views: those are the views.

use super::statements;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        relations::Relation,
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("relation_parts", "rule.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        let (relation, row) = (Relation::read(&row)?, Row::read(&row)?);
        reading.add(object(&relation, &row));
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    enabled: char,
    definition: String,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            enabled: row.char("enabled")?,
            definition: row.get("definition")?,
        })
    }
}

/// The words that set when a rule or trigger fires; `None` for the way it is created.
pub(super) fn firing(enabled: char) -> Option<&'static str> {
    match enabled {
        'D' => Some("DISABLE"),
        'R' => Some("ENABLE REPLICA"),
        'A' => Some("ENABLE ALWAYS"),
        _ => None,
    }
}

fn object(relation: &Relation, row: &Row) -> Object {
    let (name, table) = (identifier(&row.name), relation.qualified());
    let firing = firing(row.enabled).map(|words| format!("ALTER TABLE {table} {words} RULE {name};"));
    Object {
        sort_key: relation.part_sort_key(&row.name),
        belongs_to: Some(relation.key()),
        create: Definition::sql(statements(std::iter::once(row.definition.clone()).chain(firing))),
        ..Object::new(
            Key::new(Class::REWRITE, row.oid),
            Kind::Rule,
            Some(relation.schema.clone()),
            relation.part_name(&row.name),
        )
        .addressed("RULE", &format!("{name} ON {table}"))
    }
}
