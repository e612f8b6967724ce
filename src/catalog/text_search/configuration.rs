//! Text search configurations with their mappings.

use std::collections::HashMap;

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::{identifier, qualified},
};

const QUERY: Query = query!("text_search", "configuration.sql");
const MAPPING_QUERY: Query = query!("text_search", "mapping.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, MAPPING_QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut mappings: HashMap<u32, Vec<Mapping>> = HashMap::new();
    for row in reading.rows(MAPPING_QUERY)? {
        let mapping = Mapping { token: row.get("token")?, dictionaries: row.get("dictionaries")? };
        mappings.entry(row.get("configuration_oid")?).or_default().push(mapping);
    }
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        let mappings = mappings.remove(&row.oid).unwrap_or_default();
        reading.add(object(row, &mappings));
    }
    Ok(())
}

/// Which dictionaries see a token, in their order.
struct Mapping {
    token: String,
    dictionaries: Vec<String>,
}

struct Row {
    oid: u32,
    schema: String,
    name: String,
    owner: String,
    parser_schema: String,
    parser: String,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            parser_schema: row.get("parser_schema")?,
            parser: row.get("parser")?,
        })
    }
}

fn object(row: Row, mappings: &[Mapping]) -> Object {
    let name = qualified(&row.schema, &row.name);
    let parser = qualified(&row.parser_schema, &row.parser);
    let mut statements = vec![format!("CREATE TEXT SEARCH CONFIGURATION {name} (PARSER = {parser});")];
    for Mapping { token, dictionaries } in mappings {
        let (token, dictionaries) = (identifier(token), dictionaries.join(", "));
        statements.push(format!("ALTER TEXT SEARCH CONFIGURATION {name} ADD MAPPING FOR {token} WITH {dictionaries};"));
    }
    Object {
        owner: Some(row.owner.into()),
        create: Definition::sql(statements.join("\n")),
        ..Object::new(
            Key::new(Class::TS_CONFIGURATION, row.oid),
            Kind::TextSearchConfiguration,
            Some(row.schema),
            row.name,
        )
        .addressed("TEXT SEARCH CONFIGURATION", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mappings_follow_the_configuration() {
        let row = Row {
            oid: 20_000,
            schema: "s".to_owned(),
            name: "c".to_owned(),
            owner: "alice".to_owned(),
            parser_schema: "pg_catalog".to_owned(),
            parser: "default".to_owned(),
        };
        let dictionaries = vec!["s.d".to_owned(), "simple".to_owned()];
        assert_eq!(
            object(row, &[Mapping { token: "asciiword".to_owned(), dictionaries }]).create.render(|_| None),
            "CREATE TEXT SEARCH CONFIGURATION s.c (PARSER = pg_catalog.\"default\");\n\
             ALTER TEXT SEARCH CONFIGURATION s.c ADD MAPPING FOR asciiword WITH s.d, simple;"
        );
    }
}
