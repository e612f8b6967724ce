//! Text search parsers. They have no owner: only a superuser makes them.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Element, Key, Kind, Object},
    syntax::qualified,
};

const QUERY: Query = query!("text_search", "parser.sql");

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
    start: String,
    token: String,
    finish: String,
    lextypes: String,
    headline: Option<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            start: row.get("start")?,
            token: row.get("token")?,
            finish: row.get("finish")?,
            lextypes: row.get("lextypes")?,
            headline: row.get("headline")?,
        })
    }
}

fn object(row: Row) -> Object {
    let name = qualified(&row.schema, &row.name);
    let functions = [
        ("START", Some(&row.start)),
        ("GETTOKEN", Some(&row.token)),
        ("END", Some(&row.finish)),
        ("HEADLINE", row.headline.as_ref()),
        ("LEXTYPES", Some(&row.lextypes)),
    ];
    let options = functions.into_iter().filter_map(|(option, function)| Some(format!("{option} = {}", function?)));
    Object {
        create: Definition::list(format!("CREATE TEXT SEARCH PARSER {name} ("), options.map(Element::text), "\n);"),
        ..Object::new(Key::new(Class::TS_PARSER, row.oid), Kind::TextSearchParser, Some(row.schema), row.name)
            .addressed("TEXT SEARCH PARSER", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headline_is_optional() {
        let row = Row {
            oid: 20_000,
            schema: "s".to_owned(),
            name: "p".to_owned(),
            start: "prsd_start".to_owned(),
            token: "prsd_nexttoken".to_owned(),
            finish: "prsd_end".to_owned(),
            lextypes: "prsd_lextype".to_owned(),
            headline: None,
        };
        assert_eq!(
            object(row).create.render(|_| None),
            "CREATE TEXT SEARCH PARSER s.p (\n    START = prsd_start,\n    GETTOKEN = prsd_nexttoken,\n    \
             END = prsd_end,\n    LEXTYPES = prsd_lextype\n);"
        );
    }
}
