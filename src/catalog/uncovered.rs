//! The safety net: what the database holds and no reader made an object of is named as an omission, so that a new
//! kind of object on a newer server is a warning and not a hole in the backup.

use std::collections::BTreeMap;

use super::{CatalogError, Reading, query::Query, reading::KindReader};
use crate::{
    manifest::Omission,
    object::{Class, Key, KeySet, Kind, Part},
};

const QUERY: Query =
    Query { name: "uncovered.sql", text: concat!(include_str!("found.sql"), include_str!("uncovered.sql")) };
const NAMES: Query = Query {
    name: "uncovered_names.sql",
    text: concat!(include_str!("found.sql"), include_str!("uncovered_names.sql")),
};

pub(super) const READERS: &[KindReader] = &[KindReader { queries: &[QUERY, NAMES], read }];

/// The first OID that is nobody's from the beginning.
const FIRST_OWN: u32 = 16384;

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let rows = reading.relation_rows(QUERY)?;
    let objects = reading.catalog.objects.iter().map(|object| object.key).filter(|key| key.part == Part::Definition);
    let objects: KeySet = objects.collect();
    let is_known = |key: &Key| objects.contains(key) || reading.aliases.contains_key(key);
    let mut missing: Vec<Key> = Vec::new();
    for row in rows {
        let (class, oids): (u32, Vec<u32>) = (row.get("class")?, row.get("oids")?);
        let own = oids.into_iter().filter(|oid| *oid >= FIRST_OWN);
        missing.extend(own.map(|oid| Key::new(Class(class), oid)).filter(|key| !is_known(key)));
    }
    drop(objects);
    if !missing.is_empty() {
        name(reading, &missing)?;
    }
    Ok(())
}

/// Adds omissions with the names of objects that nobody knows: no more names of one class than anybody reads.
fn name(reading: &mut Reading<'_>, missing: &[Key]) -> Result<(), CatalogError> {
    let classes: Vec<u32> = missing.iter().map(|key| key.class.0).collect();
    let oids: Vec<u32> = missing.iter().map(|key| key.oid).collect();
    let relations = reading.relations.clone();
    let mut unnamed = BTreeMap::new();
    for row in reading.rows_with(NAMES, &[&relations, &classes, &oids])? {
        let class = Class(row.get("class")?);
        let count: i64 = row.get("unnamed")?;
        if count > 0 {
            unnamed.insert(class, count);
        }
        reading.catalog.omissions.push(omission(class, row.get("name")?));
    }
    for (class, count) in unnamed {
        reading.catalog.omissions.push(omission(class, format!("{count} more")));
    }
    Ok(())
}

fn omission(class: Class, name: String) -> Omission {
    let reason = "this version of dumpr does not dump it: save its definition by other means".to_owned();
    Omission { kind: label(class).to_owned(), name, reason }
}

/// The label of what a catalog mostly holds.
fn label(class: Class) -> &'static str {
    let kind = match class {
        Class::TYPE => Kind::Type,
        Class::PROC => Kind::Function,
        Class::FOREIGN_SERVER => Kind::ForeignServer,
        Class::FOREIGN_DATA_WRAPPER => Kind::ForeignDataWrapper,
        Class::ACCESS_METHOD => Kind::AccessMethod,
        Class::CAST => Kind::Cast,
        Class::CONSTRAINT => Kind::Constraint,
        Class::CONVERSION => Kind::Conversion,
        Class::LANGUAGE => Kind::Language,
        Class::NAMESPACE => Kind::Schema,
        Class::OPERATOR_CLASS => Kind::OperatorClass,
        Class::OPERATOR => Kind::Operator,
        Class::REWRITE => Kind::Rule,
        Class::TRIGGER => Kind::Trigger,
        Class::OPERATOR_FAMILY => Kind::OperatorFamily,
        Class::EXTENSION => Kind::Extension,
        Class::POLICY => Kind::Policy,
        Class::STATISTIC_EXT => Kind::Statistics,
        Class::COLLATION => Kind::Collation,
        Class::EVENT_TRIGGER => Kind::EventTrigger,
        Class::TRANSFORM => Kind::Transform,
        Class::TS_DICTIONARY => Kind::TextSearchDictionary,
        Class::TS_PARSER => Kind::TextSearchParser,
        Class::TS_CONFIGURATION => Kind::TextSearchConfiguration,
        Class::TS_TEMPLATE => Kind::TextSearchTemplate,
        Class::PUBLICATION => Kind::Publication,
        Class::PUBLICATION_RELATION => Kind::PublicationTable,
        // Tables, sequences, indexes, and what newer servers may keep there.
        _ => return "RELATION",
    };
    kind.label()
}
