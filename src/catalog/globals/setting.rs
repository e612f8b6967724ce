//! ALTER ROLE … SET for all databases, of one role or of all (`ALTER ROLE ALL`, which `pg_dumpall` forgets).

use std::collections::BTreeMap;

use crate::{
    catalog::{
        CatalogError, Reading,
        database::set_clause,
        query::{Query, query},
        reading::KindReader,
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("globals", "setting.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut by_role: BTreeMap<u32, (Option<String>, Vec<String>)> = BTreeMap::new();
    for row in reading.rows(QUERY)? {
        let (role, setting): (Option<String>, String) = (row.get("role")?, row.get("setting")?);
        let clause = set_clause(&setting)
            .ok_or_else(|| CatalogError::Row { what: QUERY.name, detail: format!("setting {setting:?}") })?;
        let whom = role.as_deref().map_or_else(|| "ALL".to_owned(), identifier);
        let (_, lines) = by_role.entry(row.get("role_oid")?).or_insert_with(|| (role, Vec::new()));
        lines.push(format!("ALTER ROLE {whom} {clause};"));
    }
    for (oid, (role, lines)) in by_role {
        let subject = role.as_ref().map(|_| Key::new(Class::ROLE, oid));
        reading.add(Object {
            belongs_to: subject,
            needs: subject.into_iter().collect(),
            create: Definition::sql(lines.join("\n")),
            ..Object::new(
                Key::new(Class::ROLE_SETTING, oid),
                Kind::RoleSettings,
                None,
                role.unwrap_or_else(|| "ALL".to_owned()),
            )
        });
    }
    Ok(())
}
