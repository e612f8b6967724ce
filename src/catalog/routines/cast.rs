//! Casts.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object},
};

const QUERY: Query = query!("routines", "cast.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        reading.add(object(&Row::read(&row)?)?);
    }
    Ok(())
}

struct Row {
    oid: u32,
    source: String,
    target: String,
    function: Option<String>,
    method: char,
    context: char,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            source: row.get("source")?,
            target: row.get("target")?,
            function: row.get("function")?,
            method: row.char("method")?,
            context: row.char("context")?,
        })
    }
}

fn object(row: &Row) -> Result<Object, CatalogError> {
    let name = format!("({} AS {})", row.source, row.target);
    let method = match (row.method, &row.function) {
        ('b', _) => "WITHOUT FUNCTION".to_owned(),
        ('i', _) => "WITH INOUT".to_owned(),
        ('f', Some(function)) => format!("WITH FUNCTION {function}"),
        (method, _) => return Err(unknown(&name, "method", method)),
    };
    let context = match row.context {
        'e' => "",
        'a' => " AS ASSIGNMENT",
        'i' => " AS IMPLICIT",
        context => return Err(unknown(&name, "context", context)),
    };
    Ok(Object {
        create: Definition::sql(format!("CREATE CAST {name} {method}{context};")),
        ..Object::new(Key::new(Class::CAST, row.oid), Kind::Cast, None, format!("CAST {name}")).addressed("CAST", &name)
    })
}

fn unknown(name: &str, what: &str, value: char) -> CatalogError {
    CatalogError::Row { what: QUERY.name, detail: format!("{what} {value:?} of cast {name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(method: char, context: char, function: Option<&str>) -> String {
        let (source, target) = ("integer".to_owned(), "s.mood".to_owned());
        let row = Row { oid: 20_000, source, target, function: function.map(str::to_owned), method, context };
        object(&row).map_or_else(|error| error.to_string(), |object| object.create.render(|_| None))
    }

    #[test]
    fn methods_and_contexts() {
        assert_eq!(text('b', 'i', None), "CREATE CAST (integer AS s.mood) WITHOUT FUNCTION AS IMPLICIT;");
        assert_eq!(text('i', 'a', None), "CREATE CAST (integer AS s.mood) WITH INOUT AS ASSIGNMENT;");
        assert_eq!(text('f', 'e', Some("s.f(integer)")), "CREATE CAST (integer AS s.mood) WITH FUNCTION s.f(integer);");
        assert!(text('f', 'e', None).contains("method 'f'"));
    }
}
