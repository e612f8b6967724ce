//! The safety net: what the database holds and no reader made an object of is named as an omission, so that a new
//! kind of object on a newer server is a warning and not a hole in the backup.

use std::collections::BTreeMap;

use super::{CatalogError, Reading, query::Query, reading::KindReader};
use crate::{
    manifest::Omission,
    object::{Class, Key, Kind, Part},
};

const QUERY: Query = Query { name: "uncovered.sql", text: include_str!("uncovered.sql") };

pub(super) const READERS: &[KindReader] = &[KindReader { queries: &[QUERY], read }];

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let objects = reading.catalog.objects.iter().map(|object| object.key).filter(|key| key.part == Part::Definition);
    // The query itself leaves out what these two classes of rows stand for, and there may be very many of them.
    let known = objects.chain(reading.aliases.keys().copied()).filter(|key| key.class != Class::ATTRDEF);
    let of_extension = |key: &Key| reading.aliases.get(key).is_none_or(|to| to.class == Class::EXTENSION);
    let known = known.filter(|key| key.class != Class::TYPE || of_extension(key));
    let known: Vec<Key> = known.collect();
    let classes: Vec<u32> = known.iter().map(|key| key.class.0).collect();
    let oids: Vec<u32> = known.iter().map(|key| key.oid).collect();
    let is_member = |oid: u32| reading.members.contains(&Key::new(Class::RELATION, oid));
    let wanted: Vec<u32> = reading.relations.iter().copied().filter(|&oid| !is_member(oid)).collect();
    let mut unnamed = BTreeMap::new();
    for row in reading.rows_with(QUERY, &[&classes, &oids, &wanted])? {
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
