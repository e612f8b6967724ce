//! Tables of publications, with row filters and column lists (≥ 15).

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    manifest::Omission,
    object::{Class, Definition, Drop, Feature, Key, Kind, Object},
    syntax::{identifier, qualified},
};

const QUERY: Query = query!("replication", "publication_table.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        let row = Row::read(&row)?;
        if row.is_exception {
            reading.catalog.omissions.push(Omission {
                kind: Kind::PublicationTable.label().to_owned(),
                name: format!("{} {}", row.publication, row.name),
                reason: "tables that a publication leaves out (EXCEPT) are not supported yet".to_owned(),
            });
        } else {
            reading.add(object(row));
        }
    }
    Ok(())
}

struct Row {
    oid: u32,
    publication_oid: u32,
    publication: String,
    owner: String,
    table_oid: u32,
    schema: String,
    name: String,
    columns: Vec<String>,
    filter: Option<String>,
    is_exception: bool,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            publication_oid: row.get("publication_oid")?,
            publication: row.get("publication")?,
            owner: row.get("owner")?,
            table_oid: row.get("table_oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            columns: row.get("columns")?,
            filter: row.get("filter")?,
            is_exception: row.get("is_exception")?,
        })
    }
}

fn object(row: Row) -> Object {
    let (publication, table) = (identifier(&row.publication), qualified(&row.schema, &row.name));
    let mut words = vec![format!("ALTER PUBLICATION {publication} ADD TABLE ONLY {table}")];
    if !row.columns.is_empty() {
        let columns: Vec<String> = row.columns.iter().map(|column| identifier(column)).collect();
        words.push(format!("({})", columns.join(", ")));
    }
    if let Some(filter) = &row.filter {
        // The server's text has no parentheses around a bare TRUE.
        words.push(format!("WHERE ({filter})"));
    }
    let drop = format!("ALTER PUBLICATION {publication} DROP TABLE ONLY {table};");
    let table = Key::new(Class::RELATION, row.table_oid);
    let features =
        [(row.filter.is_some(), Feature::PublicationFilter), (!row.columns.is_empty(), Feature::PublicationColumns)];
    Object {
        requires: Feature::used(&features),
        owner: Some(row.owner.into()),
        belongs_to: Some(table),
        needs: [Key::new(Class::PUBLICATION, row.publication_oid), table].into(),
        create: Definition::sql(format!("{};", words.join(" "))),
        drop: Some(Drop::marked(drop)),
        ..Object::new(
            Key::new(Class::PUBLICATION_RELATION, row.oid),
            Kind::PublicationTable,
            Some(row.schema),
            format!("{} {}", row.publication, row.name),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_filter() {
        let row = Row {
            oid: 20_000,
            publication_oid: 20_001,
            publication: "p".to_owned(),
            owner: "o".to_owned(),
            table_oid: 20_002,
            schema: "s".to_owned(),
            name: "T".to_owned(),
            columns: vec!["id".to_owned(), "Name".to_owned()],
            filter: Some("true".to_owned()),
            is_exception: false,
        };
        let object = object(row);
        assert_eq!(object.create.head, "ALTER PUBLICATION p ADD TABLE ONLY s.\"T\" (id, \"Name\") WHERE (true);");
        assert_eq!(object.name, "p T");
    }
}
