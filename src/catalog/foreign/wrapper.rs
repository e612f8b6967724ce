//! Foreign-data wrappers made by hand; most come with an extension.

use super::options_clause;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("foreign", "wrapper.sql");

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
    handler: Option<String>,
    validator: Option<String>,
    options: Vec<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            handler: row.get("handler")?,
            validator: row.get("validator")?,
            options: row.get("options")?,
        })
    }
}

fn object(row: Row) -> Object {
    let name = identifier(&row.name);
    let mut words = vec![format!("CREATE FOREIGN DATA WRAPPER {name}")];
    for (word, function) in [("HANDLER", &row.handler), ("VALIDATOR", &row.validator)] {
        if let Some(function) = function {
            words.push(format!("{word} {function}"));
        }
    }
    Object {
        owner: Some(row.owner.into()),
        create: Definition::sql(format!("{}{};", words.join(" "), options_clause(&row.options))),
        ..Object::new(Key::new(Class::FOREIGN_DATA_WRAPPER, row.oid), Kind::ForeignDataWrapper, None, row.name)
            .addressed("FOREIGN DATA WRAPPER", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_it_has_is_written() {
        let row = Row {
            oid: 20_000,
            name: "W".to_owned(),
            owner: "o".to_owned(),
            handler: None,
            validator: Some("s.v".to_owned()),
            options: vec!["debug=true".to_owned()],
        };
        assert_eq!(
            object(row).create.head,
            "CREATE FOREIGN DATA WRAPPER \"W\" VALIDATOR s.v OPTIONS (\n    debug 'true'\n);"
        );
    }
}
