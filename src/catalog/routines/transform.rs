//! Transforms between a type and a procedural language.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("routines", "transform.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        reading.add(object(Row::read(&row)?));
    }
    Ok(())
}

struct Row {
    oid: u32,
    type_name: String,
    language: String,
    from_sql: Option<String>,
    to_sql: Option<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            type_name: row.get("type")?,
            language: row.get("language")?,
            from_sql: row.get("from_sql")?,
            to_sql: row.get("to_sql")?,
        })
    }
}

fn object(row: Row) -> Object {
    let name = format!("FOR {} LANGUAGE {}", row.type_name, identifier(&row.language));
    let from = row.from_sql.map(|function| format!("FROM SQL WITH FUNCTION {function}"));
    let to = row.to_sql.map(|function| format!("TO SQL WITH FUNCTION {function}"));
    let functions: Vec<String> = from.into_iter().chain(to).collect();
    Object {
        create: Definition::sql(format!("CREATE TRANSFORM {name} ({});", functions.join(", "))),
        ..Object::new(
            Key::new(Class::TRANSFORM, row.oid),
            Kind::Transform,
            None,
            format!("TRANSFORM FOR {} LANGUAGE {}", row.type_name, row.language),
        )
        .addressed("TRANSFORM", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_direction_is_enough() {
        let row = Row {
            oid: 20_000,
            type_name: "s.mood".to_owned(),
            language: "plX".to_owned(),
            from_sql: None,
            to_sql: Some("s.f(internal)".to_owned()),
        };
        assert_eq!(
            object(row).create.render(|_| None),
            "CREATE TRANSFORM FOR s.mood LANGUAGE \"plX\" (TO SQL WITH FUNCTION s.f(internal));"
        );
    }
}
