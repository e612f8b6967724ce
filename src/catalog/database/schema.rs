//! Schemas.
//!
//! Every new database has `public`: it is neither created nor dropped, but may have another owner, comment and
//! privileges than a new one.

use std::sync::Arc;

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("database", "schema.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

/// Who owns `public` in a new database of a server ≥ 15. Before, it was the superuser of initdb, whose name is not
/// known to the target.
const PUBLIC_OWNER: &str = "pg_database_owner";

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
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row { oid: row.get("oid")?, name: row.get("name")?, owner: row.get("owner")? })
    }
}

fn object(row: Row) -> Object {
    let name = identifier(&row.name);
    let is_public = row.name == "public";
    let object =
        Object::new(Key::new(Class::NAMESPACE, row.oid), Kind::Schema, None, row.name).addressed("SCHEMA", &name);
    if is_public {
        return Object {
            owner: Some(row.owner.into()).filter(|owner: &Arc<str>| **owner != *PUBLIC_OWNER),
            drop: None,
            ..object
        };
    }
    Object { owner: Some(row.owner.into()), create: Definition::sql(format!("CREATE SCHEMA {name};")), ..object }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(name: &str, owner: &str) -> Object {
        object(Row { oid: 20_000, name: name.to_owned(), owner: owner.to_owned() })
    }

    #[test]
    fn public_is_never_created_or_dropped() {
        let public = schema("public", "pg_database_owner");
        assert!(public.create.is_empty() && public.drop.is_none() && public.owner.is_none());
        assert_eq!(schema("public", "alice").owner.as_deref(), Some("alice"));
        assert_eq!(public.address.as_deref(), Some("SCHEMA public"));
    }

    #[test]
    fn others_are() {
        let shop = schema("Shop", "alice");
        assert_eq!(shop.create.head, "CREATE SCHEMA \"Shop\";");
        assert_eq!(
            shop.drop_statements().map(|drop| drop.plain().into_owned()).as_deref(),
            Some("DROP SCHEMA \"Shop\";")
        );
        assert_eq!(shop.owner.as_deref(), Some("alice"));
    }
}
