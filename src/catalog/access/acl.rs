//! Privileges that differ from what a new object has.
//!
//! Objects of the catalogs' own and members of extensions are created with initial privileges, which the server keeps
//! in `pg_init_privs`; of them only what has changed since is dumped. Everything else starts with the defaults of its
//! kind. For the schema `public` the base is what a new database has, whatever the source's version. (The query gives
//! PUBLIC grant options there for servers before 15: nobody can have them, so the item is always replaced.)

use std::sync::Arc;

use super::{
    Grants, Securable,
    subject::{Subjects, remark},
};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    manifest::Omission,
    object::{Class, Definition, Key, Kind, Object, Older, Part},
    syntax::identifier,
};

const QUERY: Query = query!("access", "acl.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

/// The first server on which not everybody may create in `public`.
const PUBLIC_CLOSED_SINCE: u32 = 15;

/// OIDs below are given by initdb.
const FIRST_USER_OID: u32 = 16_384;

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let rows = reading.rows(QUERY)?.map(|row| Row::read(&row)).collect::<Result<Vec<_>, _>>()?;
    let subjects = Subjects::new(reading);
    let (mut acls, mut omissions) = (Vec::new(), Vec::new());
    for row in &rows {
        let Some(mut object) = bearer(reading, &subjects, row) else { continue };
        match row.statements() {
            Ok((text, older)) if text.is_empty() && older.is_empty() => {}
            Ok((text, older)) => {
                object.create = Definition::sql(text);
                object.older = older.into();
                acls.push(object);
            }
            Err(error) => omissions.push(Omission {
                kind: Kind::Acl.label().to_owned(),
                name: row.label.clone(),
                reason: format!("{error}; grant them by hand"),
            }),
        }
    }
    reading.catalog.objects.extend(acls);
    reading.catalog.omissions.extend(omissions);
    Ok(())
}

struct Row {
    class: u32,
    oid: u32,
    subid: i16,
    securable: Securable,
    /// Between ON and TO: `TABLE public.orders`.
    on: String,
    /// `TABLE orders`, `COLUMN orders.id`.
    label: String,
    /// Unquoted.
    column: Option<String>,
    schema: Option<String>,
    owner: String,
    acl: Vec<String>,
    base: Vec<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let keyword: String = row.get("keyword")?;
        let (address, name): (String, String) = (row.get("address")?, row.get("name")?);
        let column: Option<String> = row.get("column_name")?;
        let securable = Securable::from_keyword(&keyword)
            .ok_or_else(|| CatalogError::Row { what: QUERY.name, detail: format!("keyword {keyword:?}") })?;
        Ok(Row {
            class: row.get("class")?,
            oid: row.get("oid")?,
            subid: row.column_number("subid")?,
            securable: if column.is_some() { Securable::Column } else { securable },
            on: format!("{keyword} {address}"),
            label: match &column {
                Some(column) => format!("COLUMN {name}.{column}"),
                None => format!("{keyword} {name}"),
            },
            column,
            schema: row.get("schema")?,
            owner: row.get("owner")?,
            acl: row.get("acl")?,
            base: row.get("base")?,
        })
    }

    /// The statements, and those for older servers.
    fn statements(&self) -> Result<(String, Vec<Older>), CatalogError> {
        let column = self.column.as_deref().map(identifier);
        let grants = Grants {
            securable: self.securable,
            on: &self.on,
            column: column.as_deref(),
            prefix: "",
            owner: &self.owner,
        };
        let text = grants.statements(&self.acl, &self.base)?;
        let mut older: Vec<Older> = grants.before_maintain(&self.acl, &self.base, &text)?.into_iter().collect();
        if self.on == "SCHEMA public" {
            let before = grants.statements(&self.acl, &self.public_base())?;
            if before != text {
                older.push(Older::sql(PUBLIC_CLOSED_SINCE, before, Vec::new()));
            }
        }
        Ok((text, older))
    }

    /// What a new `public` has on servers before 15: everybody may create in it.
    fn public_base(&self) -> Vec<String> {
        let open = |item: &String| item.strip_prefix("=U/").map_or_else(|| item.clone(), |rest| format!("=UC/{rest}"));
        self.base.iter().map(open).collect()
    }

    fn is_system(&self) -> bool {
        let schema =
            if self.class == Class::NAMESPACE.0 { self.on.strip_prefix("SCHEMA ") } else { self.schema.as_deref() };
        match schema {
            Some(schema) => schema == "pg_catalog",
            None => self.oid < FIRST_USER_OID,
        }
    }
}

/// The object without its statements: what it belongs to decides its place. `None`: nothing of it is dumped.
fn bearer(reading: &Reading<'_>, subjects: &Subjects<'_>, row: &Row) -> Option<Object> {
    let bare = Key::new(Class(row.class), row.oid);
    let key = bare.part(Part::Acl(row.subid));
    let mut object = if let Some(object) = subjects.object(bare) {
        remark(object, key, Kind::Acl, row.label.clone())
    } else {
        let extension = subjects.object(reading.resolve(bare)).filter(|object| object.kind == Kind::Extension);
        let mut object = match extension {
            Some(extension) => remark(extension, key, Kind::Acl, row.label.clone()),
            None if row.is_system() => Object::new(key, Kind::Acl, None, row.label.clone()),
            None => return None,
        };
        object.schema = row.schema.as_deref().map(Arc::from);
        object.owner = Some(row.owner.as_str().into());
        object
    };
    if row.subid != 0 {
        // REVOKE on a table takes the columns' privileges away too.
        object.needs.push(bare.part(Part::Acl(0)));
    }
    Some(object)
}
