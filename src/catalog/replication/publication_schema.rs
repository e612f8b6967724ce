//! Schemas of publications (≥ 15): every table of the schema is published.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Drop, Feature, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("replication", "publication_schema.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        reading.add(object(Row::read(&row)?));
    }
    Ok(())
}

struct Row {
    oid: u32,
    publication_oid: u32,
    publication: String,
    owner: String,
    schema_oid: u32,
    schema: String,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            publication_oid: row.get("publication_oid")?,
            publication: row.get("publication")?,
            owner: row.get("owner")?,
            schema_oid: row.get("schema_oid")?,
            schema: row.get("schema")?,
        })
    }
}

fn object(row: Row) -> Object {
    let (publication, schema) = (identifier(&row.publication), identifier(&row.schema));
    let drop = format!("ALTER PUBLICATION {publication} DROP TABLES IN SCHEMA {schema};");
    let schema_key = Key::new(Class::NAMESPACE, row.schema_oid);
    Object {
        requires: [Feature::PublicationSchemas].into(),
        owner: Some(row.owner.into()),
        belongs_to: Some(schema_key),
        needs: [Key::new(Class::PUBLICATION, row.publication_oid), schema_key].into(),
        create: Definition::sql(format!("ALTER PUBLICATION {publication} ADD TABLES IN SCHEMA {schema};")),
        drop: Some(Drop::marked(drop)),
        ..Object::new(
            Key::new(Class::PUBLICATION_NAMESPACE, row.oid),
            Kind::PublicationSchema,
            Some(row.schema.clone()),
            format!("{} {}", row.publication, row.schema),
        )
    }
}
