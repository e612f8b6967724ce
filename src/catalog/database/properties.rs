//! The database: CREATE DATABASE, and apart from it what ALTER DATABASE, COMMENT and GRANT add.
//!
//! Both are restored only where the database itself is asked for. They are two objects because CREATE DATABASE runs
//! outside of a transaction and in another database.

use std::sync::Arc;

use super::{create::create_database, setting::set_clause, source::source};
use crate::{
    catalog::{
        CatalogError, Reading,
        access::{Grants, Securable},
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object, Part},
    syntax::{identifier, literal},
};

const QUERY: Query = query!("database", "properties.sql");
const SETTINGS: Query = query!("database", "setting.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, SETTINGS], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let source = source(reading)?;
    let version = reading.version();
    let settings = reading.rows(SETTINGS)?.map(|row| Setting::read(&row)).collect::<Result<Vec<_>, _>>()?;
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        let name = identifier(&row.name);
        let key = Key::new(Class::DATABASE, row.oid);
        let text = properties(&row, &settings)?;
        reading.add(Object {
            owner: Some(row.owner.as_str().into()),
            tablespace: row.tablespace.clone(),
            create: Definition::sql(create_database(&row.name, &source, row.tablespace.as_deref(), version)),
            ..Object::new(key, Kind::Database, None, row.name.as_str()).addressed("DATABASE", &name)
        });
        if !text.is_empty() {
            reading.add(Object {
                owner: Some(row.owner.into()),
                belongs_to: Some(key),
                needs: [key].into(),
                create: Definition::sql(text),
                ..Object::new(key.part(Part::Properties), Kind::DatabaseProperties, None, row.name)
            });
        }
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    owner: String,
    tablespace: Option<Arc<str>>,
    connection_limit: i32,
    is_template: bool,
    comment: Option<String>,
    label_providers: Vec<String>,
    labels: Vec<String>,
    acl: Vec<String>,
    base: Vec<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            tablespace: row.get("tablespace")?,
            connection_limit: row.get("connection_limit")?,
            is_template: row.get("is_template")?,
            comment: row.get("comment")?,
            label_providers: row.get("label_providers")?,
            labels: row.get("labels")?,
            acl: row.get("acl")?,
            base: row.get("base")?,
        })
    }
}

/// ALTER DATABASE SET, or ALTER ROLE IN DATABASE SET.
struct Setting {
    role: Option<String>,
    setting: String,
}

impl Setting {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Setting { role: row.get("role")?, setting: row.get("setting")? })
    }
}

fn properties(row: &Row, settings: &[Setting]) -> Result<String, CatalogError> {
    let name = identifier(&row.name);
    let mut lines = Vec::new();
    if let Some(comment) = &row.comment {
        lines.push(format!("COMMENT ON DATABASE {name} IS {};", literal(comment)));
    }
    for (provider, label) in row.label_providers.iter().zip(&row.labels) {
        let provider = identifier(provider);
        lines.push(format!("SECURITY LABEL FOR {provider} ON DATABASE {name} IS {};", literal(label)));
    }
    let on = format!("DATABASE {name}");
    let grants = Grants { securable: Securable::Database, on: &on, column: None, prefix: "", owner: &row.owner };
    lines.push(grants.statements(&row.acl, &row.base)?);
    if row.is_template {
        lines.push(format!("ALTER DATABASE {name} IS_TEMPLATE = true;"));
    }
    // -1 is the default; -2 marks a database whose DROP was interrupted.
    if row.connection_limit >= 0 {
        lines.push(format!("ALTER DATABASE {name} CONNECTION LIMIT = {};", row.connection_limit));
    }
    for Setting { role, setting } in settings {
        let clause = set_clause(setting)
            .ok_or_else(|| CatalogError::Row { what: SETTINGS.name, detail: format!("setting {setting:?}") })?;
        lines.push(match role {
            Some(role) => format!("ALTER ROLE {} IN DATABASE {name} {clause};", identifier(role)),
            None => format!("ALTER DATABASE {name} {clause};"),
        });
    }
    lines.retain(|line| !line.is_empty());
    Ok(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        let list = |items: &[&str]| items.iter().map(|&item| item.to_owned()).collect();
        Row {
            oid: 20_000,
            name: "Shop".to_owned(),
            owner: "o".to_owned(),
            tablespace: None,
            connection_limit: -1,
            is_template: false,
            comment: None,
            label_providers: Vec::new(),
            labels: Vec::new(),
            acl: list(&["=Tc/o", "o=CTc/o"]),
            base: list(&["=Tc/o", "o=CTc/o"]),
        }
    }

    #[test]
    fn new_database_has_no_properties() -> Result<(), CatalogError> {
        assert_eq!(properties(&row(), &[])?, "");
        Ok(())
    }

    #[test]
    fn everything_it_can_have() -> Result<(), CatalogError> {
        let row = Row {
            connection_limit: 7,
            is_template: true,
            comment: Some("it's".to_owned()),
            acl: vec!["o=CTc/o".to_owned(), "a=c/o".to_owned()],
            ..row()
        };
        let settings = [
            Setting { role: None, setting: "work_mem=1MB".to_owned() },
            Setting { role: Some("a".to_owned()), setting: "search_path=x, y".to_owned() },
        ];
        assert_eq!(
            properties(&row, &settings)?,
            "COMMENT ON DATABASE \"Shop\" IS 'it''s';\n\
             REVOKE CONNECT, TEMPORARY ON DATABASE \"Shop\" FROM PUBLIC;\n\
             GRANT CONNECT ON DATABASE \"Shop\" TO a;\n\
             ALTER DATABASE \"Shop\" IS_TEMPLATE = true;\n\
             ALTER DATABASE \"Shop\" CONNECTION LIMIT = 7;\n\
             ALTER DATABASE \"Shop\" SET work_mem TO '1MB';\n\
             ALTER ROLE a IN DATABASE \"Shop\" SET search_path TO 'x', 'y';"
        );
        Ok(())
    }
}
