//! Extensions: asked for by name and schema. The version is the target's own choice.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    manifest::Extension,
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("database", "extension.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

/// OIDs below are given by initdb: every database has these extensions.
const FIRST_USER_OID: u32 = 16_384;

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        reading.catalog.extensions.push(Extension {
            name: row.name.clone(),
            version: row.version.clone(),
            schema: row.schema.clone(),
        });
        if row.oid >= FIRST_USER_OID {
            reading.add(object(row));
        }
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    version: String,
    schema: String,
    schema_oid: u32,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            version: row.get("version")?,
            schema: row.get("schema")?,
            schema_oid: row.get("schema_oid")?,
        })
    }
}

fn object(row: Row) -> Object {
    let (name, schema) = (identifier(&row.name), identifier(&row.schema));
    Object {
        create: Definition::sql(format!("CREATE EXTENSION IF NOT EXISTS {name} WITH SCHEMA {schema};")),
        needs: [Key::new(Class::NAMESPACE, row.schema_oid)].into(),
        ..Object::new(Key::new(Class::EXTENSION, row.oid), Kind::Extension, None, row.name)
            .addressed("EXTENSION", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_and_the_version_is_left_out() {
        let row = Row {
            oid: 20_000,
            name: "uuid-ossp".to_owned(),
            version: "1.1".to_owned(),
            schema: "Ext".to_owned(),
            schema_oid: 2200,
        };
        assert_eq!(object(row).create.head, "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" WITH SCHEMA \"Ext\";");
    }
}
