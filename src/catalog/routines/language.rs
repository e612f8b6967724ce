//! Procedural languages made with CREATE LANGUAGE; most come with an extension.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("routines", "language.sql");

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
    trusted: bool,
    handler: Option<String>,
    inline_handler: Option<String>,
    validator: Option<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            trusted: row.get("trusted")?,
            handler: row.get("handler")?,
            inline_handler: row.get("inline_handler")?,
            validator: row.get("validator")?,
        })
    }
}

fn object(row: Row) -> Object {
    let name = identifier(&row.name);
    let mut words = vec![format!("CREATE {}PROCEDURAL LANGUAGE {name}", if row.trusted { "TRUSTED " } else { "" })];
    let functions = [("HANDLER", &row.handler), ("INLINE", &row.inline_handler), ("VALIDATOR", &row.validator)];
    for (word, function) in functions {
        words.extend(function.as_ref().map(|function| format!("{word} {function}")));
    }
    Object {
        owner: Some(row.owner.into()),
        create: Definition::sql(format!("{};", words.join(" "))),
        ..Object::new(Key::new(Class::LANGUAGE, row.oid), Kind::Language, None, row.name).addressed("LANGUAGE", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_it_has_is_written() {
        let row = Row {
            oid: 20_000,
            name: "plX".to_owned(),
            owner: "alice".to_owned(),
            trusted: true,
            handler: Some("plpgsql_call_handler".to_owned()),
            inline_handler: None,
            validator: Some("s.check".to_owned()),
        };
        assert_eq!(
            object(row).create.render(|_| None),
            "CREATE TRUSTED PROCEDURAL LANGUAGE \"plX\" HANDLER plpgsql_call_handler VALIDATOR s.check;"
        );
    }
}
