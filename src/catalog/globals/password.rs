//! Passwords of roles: a kind of their own, so that a reader of an archive can show or restore the rest without them.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::KindReader,
    },
    object::{Class, Definition, Key, Kind, Object, Part},
    syntax::{identifier, literal},
};

const QUERY: Query = query!("globals", "password.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let (oid, name, hash): (u32, String, String) = (row.get("oid")?, row.get("name")?, row.get("hash")?);
        let key = Key::new(Class::ROLE, oid);
        reading.add(Object {
            belongs_to: Some(key),
            needs: [key, key.part(Part::Properties)].into(),
            create: Definition::sql(statement(&name, &hash)),
            ..Object::new(key.part(Part::Password), Kind::RolePassword, None, name)
        });
    }
    Ok(())
}

/// The server takes a hash in one of its own forms as it is.
fn statement(name: &str, hash: &str) -> String {
    format!("ALTER ROLE {} PASSWORD {};", identifier(name), literal(hash).trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_a_literal() {
        assert_eq!(statement("Joe", "md5abc"), "ALTER ROLE \"Joe\" PASSWORD 'md5abc';");
    }
}
