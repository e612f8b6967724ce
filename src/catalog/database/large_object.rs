//! Large objects: created and granted in groups of equal owner and privileges, so that a million of them are a
//! thousand objects here. Their OIDs are kept: columns refer to them.
//!
//! # Invariants
//! The `address` of a group has one line per large object (`LARGE OBJECT 16401`); each gets the owner.

use crate::{
    catalog::{
        CatalogError, Reading,
        access::{Grants, Securable},
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Drop, Key, Kind, Object, Part},
};

const QUERY: Query = query!("database", "large_object.sql");
const REMARKED: Query = query!("database", "large_object_remark.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, REMARKED], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut groups = Vec::new();
    for row in reading.rows(QUERY)? {
        groups.push(Group::read(&row)?);
    }
    if groups.is_empty() {
        return Ok(());
    }
    // What comments and labels are about is found by alias: a comment belongs to the group.
    for row in reading.rows(REMARKED)? {
        let oid: u32 = row.get("oid")?;
        if let Some(group) = groups.iter().find(|group| group.oids.binary_search(&oid).is_ok())
            && group.first() != oid
        {
            reading.aliases.insert(Key::new(Class::LARGE_OBJECT, oid), group.key());
        }
    }
    let mut needs = Vec::with_capacity(groups.len());
    for group in groups {
        reading.catalog.large_objects += group.oids.len() as u64;
        needs.push(group.key());
        if let Some(acl) = group.acl()? {
            reading.push(acl);
        }
        reading.push(group.object());
    }
    let data = Key::new(Class::LARGE_OBJECT, 0).part(Part::Rows);
    reading.push(Object {
        needs: needs.into(),
        rows_of: Some(data),
        ..Object::new(data, Kind::LargeObjectData, None, "LARGE OBJECTS")
    });
    Ok(())
}

/// Large objects of one owner with the same privileges.
struct Group {
    owner: String,
    /// Sorted, at least one.
    oids: Vec<u32>,
    acl: Vec<String>,
    base: Vec<String>,
}

impl Group {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let oids: Vec<u32> = row.get("oids")?;
        if oids.is_empty() {
            return Err(CatalogError::Row { what: QUERY.name, detail: "a group of no large objects".to_owned() });
        }
        Ok(Group { owner: row.get("owner")?, oids, acl: row.get("acl")?, base: row.get("base")? })
    }

    fn first(&self) -> u32 {
        self.oids.first().copied().unwrap_or_default()
    }

    fn last(&self) -> u32 {
        self.oids.last().copied().unwrap_or_default()
    }

    fn key(&self) -> Key {
        Key::new(Class::LARGE_OBJECT, self.first())
    }

    /// `16401`, `16401..16420`.
    fn name(&self) -> String {
        if self.oids.len() == 1 { self.first().to_string() } else { format!("{}..{}", self.first(), self.last()) }
    }

    fn object(&self) -> Object {
        let array = self.array();
        let addresses: Vec<String> = self.oids.iter().map(|oid| format!("LARGE OBJECT {oid}")).collect();
        Object {
            sort_key: format!("{:010}", self.first()).into(),
            address: Some(addresses.join("\n")),
            create: Definition::sql(format!("SELECT pg_catalog.lo_create(o) FROM pg_catalog.unnest({array}) o;")),
            drop: Some(Drop::both(
                format!("SELECT pg_catalog.lo_unlink(o) FROM pg_catalog.unnest({array}) o;"),
                format!(
                    "SELECT pg_catalog.lo_unlink(oid) FROM pg_catalog.pg_largeobject_metadata WHERE oid = ANY ({array});"
                ),
            )),
            owner: Some(self.owner.as_str().into()),
            ..Object::new(self.key(), Kind::LargeObject, None, self.name())
        }
    }

    fn array(&self) -> String {
        let oids: Vec<String> = self.oids.iter().map(u32::to_string).collect();
        format!("'{{{}}}'::pg_catalog.oid[]", oids.join(","))
    }

    /// One GRANT names them all.
    fn acl(&self) -> Result<Option<Object>, CatalogError> {
        let oids: Vec<String> = self.oids.iter().map(u32::to_string).collect();
        let on = format!("LARGE OBJECT {}", oids.join(", "));
        let securable = Securable::LargeObject;
        let grants = Grants { securable, on: &on, column: None, prefix: "", owner: &self.owner };
        let text = grants.statements(&self.acl, &self.base)?;
        Ok((!text.is_empty()).then(|| Object {
            section: Kind::LargeObject.section(),
            sort_key: format!("{:010}", self.first()).into(),
            owner: Some(self.owner.as_str().into()),
            belongs_to: Some(self.key()),
            needs: [self.key()].into(),
            create: Definition::sql(text),
            ..Object::new(self.key().part(Part::Acl(0)), Kind::Acl, None, format!("LARGE OBJECT {}", self.name()))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(oids: &[u32], acl: &[&str]) -> Group {
        Group {
            owner: "o".to_owned(),
            oids: oids.to_vec(),
            acl: acl.iter().map(|&item| item.to_owned()).collect(),
            base: vec!["o=rw/o".to_owned()],
        }
    }

    #[test]
    fn one_statement_creates_a_group() {
        let object = group(&[16_401, 16_500], &["o=rw/o"]).object();
        assert_eq!(
            object.create.head,
            "SELECT pg_catalog.lo_create(o) FROM pg_catalog.unnest('{16401,16500}'::pg_catalog.oid[]) o;"
        );
        assert_eq!(object.address.as_deref(), Some("LARGE OBJECT 16401\nLARGE OBJECT 16500"));
        assert_eq!(object.name, "16401..16500");
        assert_eq!(object.owner.as_deref(), Some("o"));
    }

    #[test]
    fn one_grant_names_them_all() -> Result<(), CatalogError> {
        let acl = group(&[7, 9], &["o=rw/o", "a=r/o"]).acl()?;
        assert_eq!(acl.map(|acl| acl.create.head).as_deref(), Some("GRANT SELECT ON LARGE OBJECT 7, 9 TO a;"));
        assert_eq!(group(&[7], &["o=rw/o"]).acl()?, None);
        Ok(())
    }
}
