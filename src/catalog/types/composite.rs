//! Composite types made with CREATE TYPE … AS.
//!
//! In `pg_depend` and `pg_description` the fields hang on the type's `pg_class` row: `alias` says so for the edges,
//! and the fields' names are noted here under that row's OID for the comments.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Element, Key, Kind, Object},
    syntax::{identifier, qualified},
};

const QUERY: Query = query!("types", "composite.sql");

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
    fields: Vec<Field>,
}

struct Field {
    name: String,
    type_name: String,
    collation: Option<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let names: Vec<String> = row.get("field_names")?;
        let types: Vec<String> = row.get("field_types")?;
        let collations: Vec<Option<String>> = row.get("field_collations")?;
        let fields = names.into_iter().zip(types).zip(collations);
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            fields: fields.map(|((name, type_name), collation)| Field { name, type_name, collation }).collect(),
        })
    }
}

fn object(row: Row) -> Object {
    let name = qualified(&row.schema, &row.name);
    Object {
        owner: Some(row.owner.into()),
        create: Definition::list(format!("CREATE TYPE {name} AS ("), row.fields.iter().map(element), "\n);"),
        ..Object::new(Key::new(Class::TYPE, row.oid), Kind::Type, Some(row.schema), row.name).addressed("TYPE", &name)
    }
}

fn element(field: &Field) -> Element {
    let mut text = format!("{} {}", identifier(&field.name), field.type_name);
    if let Some(collation) = &field.collation {
        text.push_str(" COLLATE ");
        text.push_str(collation);
    }
    Element::text(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn composite(fields: Vec<Field>) -> String {
        let (schema, name, owner) = ("shop".to_owned(), "money".to_owned(), "alice".to_owned());
        object(Row { oid: 20_001, schema, name, owner, fields }).create.render(|_| None)
    }

    #[test]
    fn fields_keep_their_collation() {
        let amount = Field { name: "amount".to_owned(), type_name: "numeric(10,2)".to_owned(), collation: None };
        let unit = Field { name: "Unit".to_owned(), type_name: "text".to_owned(), collation: Some("\"C\"".to_owned()) };
        assert_eq!(
            composite(vec![amount, unit]),
            "CREATE TYPE shop.money AS (\n    amount numeric(10,2),\n    \"Unit\" text COLLATE \"C\"\n);"
        );
    }

    #[test]
    fn composite_without_fields_is_legal() {
        assert_eq!(composite(Vec::new()), "CREATE TYPE shop.money AS (\n);");
    }
}
