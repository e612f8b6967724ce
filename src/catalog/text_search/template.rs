//! Text search templates. They have no owner: only a superuser makes them.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::qualified,
};

const QUERY: Query = query!("text_search", "template.sql");

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
    init: Option<String>,
    lexize: String,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            init: row.get("init")?,
            lexize: row.get("lexize")?,
        })
    }
}

fn object(row: Row) -> Object {
    let name = qualified(&row.schema, &row.name);
    let init = row.init.map(|function| format!("INIT = {function}, ")).unwrap_or_default();
    let create = format!("CREATE TEXT SEARCH TEMPLATE {name} ({init}LEXIZE = {});", row.lexize);
    Object {
        create: Definition::sql(create),
        ..Object::new(Key::new(Class::TS_TEMPLATE, row.oid), Kind::TextSearchTemplate, Some(row.schema), row.name)
            .addressed("TEXT SEARCH TEMPLATE", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn init_is_optional() {
        let text = |init: Option<&str>| {
            let (schema, name, lexize) = ("s".to_owned(), "t".to_owned(), "dsimple_lexize".to_owned());
            object(Row { oid: 20_000, schema, name, init: init.map(str::to_owned), lexize }).create.render(|_| None)
        };
        assert_eq!(text(None), "CREATE TEXT SEARCH TEMPLATE s.t (LEXIZE = dsimple_lexize);");
        assert_eq!(
            text(Some("dsimple_init")),
            "CREATE TEXT SEARCH TEMPLATE s.t (INIT = dsimple_init, LEXIZE = dsimple_lexize);"
        );
    }
}
