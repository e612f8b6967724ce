//! Shell types: a name and nothing else.
//!
//! One that was never filled in is an object like any other. The shell that comes before a base or range type's
//! functions is made here too, for their files.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::KindReader,
    },
    object::{Class, Definition, Key, Kind, Object, Part},
    syntax::qualified,
};

const QUERY: Query = query!("types", "undefined.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let (schema, name): (String, String) = (row.get("schema")?, row.get("name")?);
        let address = qualified(&schema, &name);
        reading.add(Object {
            owner: Some(row.get("owner")?),
            create: statement(&address),
            ..Object::new(Key::new(Class::TYPE, row.get("oid")?), Kind::Type, Some(schema), name)
                .addressed("TYPE", &address)
        });
    }
    Ok(())
}

/// The shell that comes before the type of this OID. It has no owner, comment or DROP of its own: the type has.
pub(super) fn shell(oid: u32, schema: &str, name: &str) -> Object {
    let key = Key::new(Class::TYPE, oid).part(Part::Shell);
    Object {
        create: statement(&qualified(schema, name)),
        ..Object::new(key, Kind::ShellType, Some(schema.to_owned()), name)
    }
}

fn statement(name: &str) -> Definition {
    Definition::sql(format!("CREATE TYPE {name};"))
}
