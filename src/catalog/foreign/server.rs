//! Foreign servers.

use super::options_clause;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::{identifier, literal},
};

const QUERY: Query = query!("foreign", "server.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        reading.add(object(Row::read(&row)?));
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    owner: String,
    server_type: Option<String>,
    server_version: Option<String>,
    wrapper: String,
    options: Vec<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            server_type: row.get("server_type")?,
            server_version: row.get("server_version")?,
            wrapper: row.get("wrapper")?,
            options: row.get("options")?,
        })
    }
}

fn object(row: Row) -> Object {
    let name = identifier(&row.name);
    let mut words = vec![format!("CREATE SERVER {name}")];
    for (word, value) in [("TYPE", &row.server_type), ("VERSION", &row.server_version)] {
        if let Some(value) = value.as_ref().filter(|value| !value.is_empty()) {
            words.push(format!("{word} {}", literal(value).trim_start()));
        }
    }
    words.push(format!("FOREIGN DATA WRAPPER {}{};", identifier(&row.wrapper), options_clause(&row.options)));
    Object {
        owner: Some(row.owner.into()),
        create: Definition::sql(words.join(" ")),
        ..Object::new(Key::new(Class::FOREIGN_SERVER, row.oid), Kind::ForeignServer, None, row.name)
            .addressed("SERVER", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_and_version_are_literals() {
        let row = Row {
            oid: 20_000,
            name: "Far away".to_owned(),
            owner: "o".to_owned(),
            server_type: Some("it's".to_owned()),
            server_version: Some(String::new()),
            wrapper: "postgres_fdw".to_owned(),
            options: vec!["host=far".to_owned()],
        };
        assert_eq!(
            object(row).create.head,
            "CREATE SERVER \"Far away\" TYPE 'it''s' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (\n    host 'far'\n);"
        );
    }
}
