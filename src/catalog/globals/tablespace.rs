//! Tablespaces, and apart from them their options: a tablespace that the target has already is not created again.

use super::remark::Remarks;
use crate::{
    catalog::{
        CatalogError, Reading,
        access::{Grants, Securable, remark},
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        relations::option_list,
    },
    object::{Class, Definition, Key, Kind, Object, Part},
    syntax::{identifier, literal},
};

const QUERY: Query = query!("globals", "tablespace.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let remarks = Remarks::read(&row)?;
        let row = Row::read(&row)?;
        let object = object(&row);
        for remark in remarks.objects(&object) {
            reading.add(remark);
        }
        let address = format!("TABLESPACE {}", identifier(&row.name));
        let grants =
            Grants { securable: Securable::Tablespace, on: &address, column: None, prefix: "", owner: &row.owner };
        let grants = grants.statements(&row.acl, &row.base)?;
        if !grants.is_empty() {
            let label = format!("TABLESPACE {}", row.name);
            reading.add(Object {
                create: Definition::sql(grants),
                ..remark(&object, object.key.part(Part::Acl(0)), Kind::Acl, label)
            });
        }
        if let Some(options) = option_list(&row.options) {
            reading.add(Object {
                belongs_to: Some(object.key),
                needs: [object.key].into(),
                create: Definition::sql(format!("ALTER {address} SET ({options});")),
                ..Object::new(object.key.part(Part::Properties), Kind::TablespaceOptions, None, row.name.as_str())
            });
        }
        reading.add(object);
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    owner: String,
    owner_oid: u32,
    location: String,
    options: Vec<String>,
    acl: Vec<String>,
    base: Vec<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            owner_oid: row.get("owner_oid")?,
            location: row.get("location")?,
            options: row.get("options")?,
            acl: row.get("acl")?,
            base: row.get("base")?,
        })
    }
}

fn object(row: &Row) -> Object {
    let name = identifier(&row.name);
    // One inside the data directory (`allow_in_place_tablespaces`) is shown by its relative path and made with none.
    // (Windows paths begin with a drive's letter and a colon.)
    let is_absolute = row.location.starts_with('/') || row.location.get(1..2) == Some(":");
    let location = if is_absolute { row.location.as_str() } else { "" };
    Object {
        owner: Some(row.owner.as_str().into()),
        needs: [Key::new(Class::ROLE, row.owner_oid)].into(),
        create: Definition::sql(format!("CREATE TABLESPACE {name} LOCATION {};", literal(location).trim_start())),
        ..Object::new(Key::new(Class::TABLESPACE, row.oid), Kind::Tablespace, None, row.name.as_str())
            .addressed("TABLESPACE", &name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn location_is_absolute_or_none() {
        let text = |location: &str| {
            let row = Row {
                oid: 20_000,
                name: "Fast".to_owned(),
                owner: "ann".to_owned(),
                owner_oid: 10,
                location: location.to_owned(),
                options: Vec::new(),
                acl: Vec::new(),
                base: Vec::new(),
            };
            object(&row).create.head
        };
        assert_eq!(text("/mnt/it's fast"), "CREATE TABLESPACE \"Fast\" LOCATION '/mnt/it''s fast';");
        assert_eq!(text("D:/pg"), "CREATE TABLESPACE \"Fast\" LOCATION 'D:/pg';");
        assert_eq!(text("pg_tblspc/16384"), "CREATE TABLESPACE \"Fast\" LOCATION '';");
    }
}
