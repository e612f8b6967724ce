//! Text search dictionaries.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Element, Key, Kind, Object},
    syntax::qualified,
};

const QUERY: Query = query!("text_search", "dictionary.sql");

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
    template_schema: String,
    template: String,
    /// As the server keeps them: `stopwords = 'english', accept = 'false'`.
    options: Option<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            template_schema: row.get("template_schema")?,
            template: row.get("template")?,
            options: row.get("options")?,
        })
    }
}

fn object(row: Row) -> Object {
    let name = qualified(&row.schema, &row.name);
    let template = format!("TEMPLATE = {}", qualified(&row.template_schema, &row.template));
    Object {
        owner: Some(row.owner.into()),
        create: Definition::list(
            format!("CREATE TEXT SEARCH DICTIONARY {name} ("),
            [template].into_iter().chain(row.options).map(Element::text),
            "\n);",
        ),
        ..Object::new(Key::new(Class::TS_DICTIONARY, row.oid), Kind::TextSearchDictionary, Some(row.schema), row.name)
            .addressed("TEXT SEARCH DICTIONARY", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_the_servers_own_text() {
        let row = Row {
            oid: 20_000,
            schema: "s".to_owned(),
            name: "d".to_owned(),
            owner: "alice".to_owned(),
            template_schema: "pg_catalog".to_owned(),
            template: "simple".to_owned(),
            options: Some("stopwords = 'english', accept = 'false'".to_owned()),
        };
        assert_eq!(
            object(row).create.render(|_| None),
            "CREATE TEXT SEARCH DICTIONARY s.d (\n    TEMPLATE = pg_catalog.simple,\n    \
             stopwords = 'english', accept = 'false'\n);"
        );
    }
}
