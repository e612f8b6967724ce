//! Enum types.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Element, Key, Kind, Object},
    syntax::{literal, qualified},
};

const QUERY: Query = query!("types", "enumeration.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        reading.add(object(Row::read(&row)?));
    }
    Ok(())
}

struct Row {
    oid: u32,
    schema: String,
    name: String,
    owner: String,
    labels: Vec<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            labels: row.get("labels")?,
        })
    }
}

fn object(row: Row) -> Object {
    let name = qualified(&row.schema, &row.name);
    Object {
        owner: Some(row.owner.into()),
        create: Definition::list(
            format!("CREATE TYPE {name} AS ENUM ("),
            row.labels.iter().map(|label| Element::text(literal(label))),
            "\n);",
        ),
        ..Object::new(Key::new(Class::TYPE, row.oid), Kind::Type, Some(row.schema), row.name).addressed("TYPE", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_in_their_order() {
        let row = Row {
            oid: 20_000,
            schema: "shop".to_owned(),
            name: "mood".to_owned(),
            owner: "alice".to_owned(),
            labels: vec!["sad".to_owned(), "it's".to_owned()],
        };
        assert_eq!(object(row).create.render(|_| None), "CREATE TYPE shop.mood AS ENUM (\n    'sad',\n    'it''s'\n);");
    }
}
