//! Optimizer statistics: what ANALYZE found out, as calls of the functions that put it back (targets of 18 and newer).
//!
//! Read only when a dump asks for them, for the relations it takes in and their indexes. Statistics of a table come
//! with the rows, those of indexes and materialized views behind them.
//!
//! # Neighbours
//! Extended statistics objects are definitions (`relation_parts/statistics`); what was computed for them has no
//! function that takes it back, and the next ANALYZE computes it anew.

use std::collections::HashMap;

use super::{
    Catalog, CatalogError, Reading,
    query::{Query, query},
    reading::CatalogRow,
};
use crate::{
    manifest::Omission,
    object::{Class, Definition, Key, KeySet, Kind, Object, Part, Section},
    server::Session,
    syntax::qualified,
};

mod text;

use text::{attribute_call, relation_call};

const RELATIONS: Query = query!("statistics", "relation.sql");
const ATTRIBUTES: Query = query!("statistics", "attribute.sql");

/// Every query of this family.
pub(super) const QUERIES: [Query; 2] = [RELATIONS, ATTRIBUTES];

/// Adds the statistics of these relations and their indexes to what was read of the database.
///
/// # Errors
/// A query fails, or a row is not what its query promises.
pub fn read_statistics(session: &mut Session, relations: Vec<u32>, catalog: &mut Catalog) -> Result<(), CatalogError> {
    let known: KeySet = catalog.objects.iter().map(|object| object.key).collect();
    let mut reading = Reading::new(session, relations);
    let version = reading.version().0;
    let mut calls = attribute_calls(&mut reading, version)?;
    for row in reading.relation_rows(RELATIONS)? {
        let relation = Relation::read(&row)?;
        let subject = relation.subject();
        if !known.contains(&subject) {
            continue;
        }
        if relation.hidden && relation.table_oid.is_none() {
            catalog.omissions.push(Omission {
                kind: Kind::StatisticsData.label().to_owned(),
                name: qualified(&relation.schema, &relation.name),
                reason: "the role may not see what ANALYZE found out about it: dump as its owner or a superuser"
                    .to_owned(),
            });
        }
        let mut text = relation_call(&row, version)?;
        for call in calls.remove(&relation.oid).unwrap_or_default() {
            text.push('\n');
            text.push_str(&call);
        }
        catalog.objects.push(relation.object(subject, text));
    }
    Ok(())
}

struct Relation {
    oid: u32,
    schema: String,
    name: String,
    kind: char,
    table_oid: Option<u32>,
    constraint_oid: Option<u32>,
    hidden: bool,
}

impl Relation {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Relation {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            kind: row.char("kind")?,
            table_oid: row.get("table_oid")?,
            constraint_oid: row.get("constraint_oid")?,
            hidden: row.get("hidden")?,
        })
    }

    /// The object that brings the relation: a primary key brings its index.
    fn subject(&self) -> Key {
        match self.constraint_oid {
            Some(constraint) => Key::new(Class::CONSTRAINT, constraint),
            None => Key::new(Class::RELATION, self.oid),
        }
    }

    fn object(self, subject: Key, text: String) -> Object {
        let key = Key::new(Class::RELATION, self.oid);
        let is_table = matches!(self.kind, 'r' | 'p' | 'f');
        Object {
            section: if is_table { Section::Data } else { Section::PostData },
            belongs_to: Some(subject),
            // Filling a materialized view counts its rows anew.
            needs: [subject, key.part(Part::Refresh)].into(),
            create: Definition::sql(text),
            ..Object::new(key.part(Part::Statistics), Kind::StatisticsData, Some(self.schema), self.name)
        }
    }
}

/// The calls for columns, by relation.
fn attribute_calls(reading: &mut Reading<'_>, version: u32) -> Result<HashMap<u32, Vec<String>>, CatalogError> {
    let mut calls: HashMap<u32, Vec<String>> = HashMap::new();
    for row in reading.relation_rows(ATTRIBUTES)? {
        calls.entry(row.get("oid")?).or_default().push(attribute_call(&row, version)?);
    }
    Ok(calls)
}
