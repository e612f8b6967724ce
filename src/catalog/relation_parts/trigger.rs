//! Triggers. A partition's copy of its parent's trigger comes with the parent's; only when it fires at other
//! times is there something to say.

use super::{rule::firing, statements};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        relations::Relation,
    },
    object::{Class, Definition, Key, Kind, Object, Part},
    syntax::identifier,
};

const QUERY: Query = query!("relation_parts", "trigger.sql");

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
    enabled: char,
    /// A partition's copy of the parent's trigger.
    copy: bool,
    definition: String,
    ancestors: Vec<u32>,
    extensions: Vec<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            enabled: row.char("enabled")?,
            copy: row.get("copy")?,
            definition: row.get("definition")?,
            ancestors: row.get("ancestors")?,
            extensions: row.get("extensions")?,
        })
    }
}

fn object(relation: &Relation, row: Row) -> Object {
    let (name, table) = (identifier(&row.name), relation.qualified());
    let fire = |words: &str| format!("{} {table} {words} TRIGGER {name};", relation.alter());
    let mut object = Object {
        sort_key: relation.part_sort_key(&row.name),
        belongs_to: Some(relation.key()),
        ..Object::new(
            Key::new(Class::TRIGGER, row.oid),
            Kind::Trigger,
            Some(relation.schema.clone()),
            relation.part_name(&row.name),
        )
    };
    if row.copy {
        object.create = Definition::sql(fire(firing(row.enabled).unwrap_or("ENABLE")));
        // What is said of an ancestor reaches the copies: this has to come after.
        object.needs = row.ancestors.into_iter().map(|oid| Key::new(Class::TRIGGER, oid)).collect();
        object.needs.push(relation.key().part(Part::Attach));
        return object;
    }
    let depends = row
        .extensions
        .iter()
        .map(|extension| format!("ALTER TRIGGER {name} ON {table} DEPENDS ON EXTENSION {};", identifier(extension)));
    let firing = firing(row.enabled).map(fire);
    let create = std::iter::once(format!("{};", row.definition)).chain(firing).chain(depends);
    object.create = Definition::sql(statements(create));
    object.addressed("TRIGGER", &format!("{name} ON {table}"))
}
