//! Privileges on settings of the server (15 and newer): who but superusers may SET or ALTER SYSTEM them.

use crate::{
    catalog::{
        CatalogError, Reading,
        access::{Grants, Securable},
        query::{Query, query},
        reading::KindReader,
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("globals", "parameter_acl.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let (oid, name, owner): (u32, String, String) = (row.get("oid")?, row.get("name")?, row.get("owner")?);
        let (acl, base): (Vec<String>, Vec<String>) = (row.get("acl")?, row.get("base")?);
        let on = format!("PARAMETER {}", identifier(&name));
        let grants = Grants { securable: Securable::Parameter, on: &on, column: None, prefix: "", owner: &owner };
        let statements = grants.statements(&acl, &base)?;
        if !statements.is_empty() {
            let key = Key::new(Class::PARAMETER_ACL, oid);
            reading.add(Object {
                create: Definition::sql(statements),
                ..Object::new(key, Kind::ParameterAcl, None, name)
            });
        }
    }
    Ok(())
}
