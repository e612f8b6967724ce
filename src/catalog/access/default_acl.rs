//! Default privileges: what objects created later start with.
//!
//! Those of one schema add to the others, so their base is empty; those of all schemas replace the built-in defaults.

use super::{Grants, Securable};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object, Older},
    syntax::identifier,
};

const QUERY: Query = query!("access", "default_acl.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        if let Some(object) = object(Row::read(&row)?)? {
            reading.add(object);
        }
    }
    Ok(())
}

struct Row {
    oid: u32,
    role: String,
    schema: Option<String>,
    schema_oid: u32,
    object_type: char,
    acl: Vec<String>,
    base: Vec<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            role: row.get("role")?,
            schema: row.get("schema")?,
            schema_oid: row.get("schema_oid")?,
            object_type: row.char("object_type")?,
            acl: row.get("acl")?,
            base: row.get("base")?,
        })
    }
}

fn object(row: Row) -> Result<Option<Object>, CatalogError> {
    let (securable, plural) = match row.object_type {
        'r' => (Securable::Table, "TABLES"),
        'S' => (Securable::Sequence, "SEQUENCES"),
        'f' => (Securable::Function, "FUNCTIONS"),
        'T' => (Securable::Type, "TYPES"),
        'n' => (Securable::Schema, "SCHEMAS"),
        'L' => (Securable::LargeObject, "LARGE OBJECTS"),
        other => {
            let detail = format!("default privileges of role {} for objects of type {other:?}", row.role);
            return Err(CatalogError::Row { what: QUERY.name, detail });
        }
    };
    let place = row.schema.as_deref().map(|schema| format!("IN SCHEMA {} ", identifier(schema))).unwrap_or_default();
    let prefix = format!("ALTER DEFAULT PRIVILEGES FOR ROLE {} {place}", identifier(&row.role));
    let grants = Grants { securable, on: plural, column: None, prefix: &prefix, owner: &row.role };
    let text = grants.statements(&row.acl, &row.base)?;
    if text.is_empty() {
        return Ok(None);
    }
    let older = if securable == Securable::LargeObject {
        Some(Older::sql(18, "", vec!["default privileges for large objects".to_owned()]))
    } else {
        grants.before_maintain(&row.acl, &row.base, &text)?
    };
    let name = format!("DEFAULT PRIVILEGES FOR {plural}");
    Ok(Some(Object {
        sort_key: row.role.as_str().into(),
        owner: Some(row.role.into()),
        needs: row.schema.iter().map(|_| Key::new(Class::NAMESPACE, row.schema_oid)).collect(),
        create: Definition::sql(text),
        older: older.into_iter().collect(),
        ..Object::new(Key::new(Class::DEFAULT_ACL, row.oid), Kind::DefaultAcl, row.schema, name)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(schema: Option<&str>, object_type: char, acl: &[&str], base: &[&str]) -> Option<String> {
        let list = |items: &[&str]| items.iter().map(|&item| item.to_owned()).collect();
        let row = Row {
            oid: 20_000,
            role: "Alice".to_owned(),
            schema: schema.map(str::to_owned),
            schema_oid: 2200,
            object_type,
            acl: list(acl),
            base: list(base),
        };
        object(row).ok().flatten().map(|object| object.create.render(|_| None))
    }

    #[test]
    fn of_one_schema_and_of_all() {
        assert_eq!(
            text(Some("s"), 'r', &["bob=r/\"Alice\""], &[]).as_deref(),
            Some("ALTER DEFAULT PRIVILEGES FOR ROLE \"Alice\" IN SCHEMA s GRANT SELECT ON TABLES TO bob;")
        );
        assert_eq!(
            text(None, 'f', &["\"Alice\"=X/\"Alice\""], &["=X/\"Alice\"", "\"Alice\"=X/\"Alice\""]).as_deref(),
            Some("ALTER DEFAULT PRIVILEGES FOR ROLE \"Alice\" REVOKE ALL ON FUNCTIONS FROM PUBLIC;")
        );
        assert_eq!(
            text(None, 'L', &["\"Alice\"=rw/\"Alice\"", "bob=r/\"Alice\""], &["\"Alice\"=rw/\"Alice\""]).as_deref(),
            Some("ALTER DEFAULT PRIVILEGES FOR ROLE \"Alice\" GRANT SELECT ON LARGE OBJECTS TO bob;")
        );
    }

    #[test]
    fn nothing_to_say_is_no_object() {
        assert_eq!(text(None, 'n', &["\"Alice\"=UC/\"Alice\""], &["\"Alice\"=UC/\"Alice\""]), None);
    }
}
