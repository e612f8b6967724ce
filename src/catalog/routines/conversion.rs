//! Conversions between encodings.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::{literal, qualified},
};

const QUERY: Query = query!("routines", "conversion.sql");

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
    is_default: bool,
    source: String,
    target: String,
    function: String,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            is_default: row.get("is_default")?,
            source: row.get("source")?,
            target: row.get("target")?,
            function: row.get("function")?,
        })
    }
}

fn object(row: Row) -> Object {
    let name = qualified(&row.schema, &row.name);
    let create = format!(
        "CREATE {}CONVERSION {name} FOR {} TO {} FROM {};",
        if row.is_default { "DEFAULT " } else { "" },
        literal(&row.source),
        literal(&row.target),
        row.function,
    );
    Object {
        owner: Some(row.owner.into()),
        create: Definition::sql(create),
        ..Object::new(Key::new(Class::CONVERSION, row.oid), Kind::Conversion, Some(row.schema), row.name)
            .addressed("CONVERSION", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn default_is_a_word_of_the_statement() {
        let row = Row {
            oid: 20_000,
            schema: "s".to_owned(),
            name: "c".to_owned(),
            owner: "alice".to_owned(),
            is_default: true,
            source: "LATIN1".to_owned(),
            target: "UTF8".to_owned(),
            function: "iso8859_1_to_utf8".to_owned(),
        };
        assert_eq!(
            object(row).create.render(|_| None),
            "CREATE DEFAULT CONVERSION s.c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;"
        );
    }
}
