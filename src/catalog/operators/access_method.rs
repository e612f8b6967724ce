//! Access methods for tables and indexes.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::KindReader,
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("operators", "access_method.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let handler: String = row.get("handler")?;
        reading.add(object(row.get("oid")?, row.get("name")?, row.char("type")?, &handler)?);
    }
    Ok(())
}

fn object(oid: u32, name: String, amtype: char, handler: &str) -> Result<Object, CatalogError> {
    let quoted = identifier(&name);
    let word = match amtype {
        'i' => "INDEX",
        't' => "TABLE",
        other => {
            let detail = format!("type {other:?} of access method {name}");
            return Err(CatalogError::Row { what: QUERY.name, detail });
        }
    };
    Ok(Object {
        create: Definition::sql(format!("CREATE ACCESS METHOD {quoted} TYPE {word} HANDLER {handler};")),
        ..Object::new(Key::new(Class::ACCESS_METHOD, oid), Kind::AccessMethod, None, name)
            .addressed("ACCESS METHOD", &quoted)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_is_a_word() -> Result<(), CatalogError> {
        let object = object(20_000, "Heap2".to_owned(), 't', "heap_tableam_handler")?;
        let text = object.create.render(|_| None);
        assert_eq!(text, "CREATE ACCESS METHOD \"Heap2\" TYPE TABLE HANDLER heap_tableam_handler;");
        Ok(())
    }
}
