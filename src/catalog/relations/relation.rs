//! A relation as the statements about it and its parts need it: where it stands and which words go with it.

use crate::{
    catalog::{CatalogError, reading::CatalogRow},
    object::{Class, Drop, Key},
    syntax::{identifier, qualified},
};

/// A relation's place and kind. Read from columns `relation_oid`, `schema`, `relation`, `relation_kind`.
#[derive(Clone, Debug)]
pub(in crate::catalog) struct Relation {
    /// `pg_class.oid`
    pub(in crate::catalog) oid: u32,
    /// Schema, unquoted.
    pub(in crate::catalog) schema: String,
    /// Name, unquoted.
    pub(in crate::catalog) name: String,
    /// `pg_class.relkind`
    pub(in crate::catalog) kind: char,
}

impl Relation {
    pub(in crate::catalog) fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Relation {
            oid: row.get("relation_oid")?,
            schema: row.get("schema")?,
            name: row.get("relation")?,
            kind: row.char("relation_kind")?,
        })
    }

    pub(in crate::catalog) fn key(&self) -> Key {
        Key::new(Class::RELATION, self.oid)
    }

    /// `public.orders`
    pub(in crate::catalog) fn qualified(&self) -> String {
        qualified(&self.schema, &self.name)
    }

    /// The words for it after CREATE, DROP and COMMENT ON.
    pub(in crate::catalog) fn noun(&self) -> &'static str {
        match self.kind {
            'f' => "FOREIGN TABLE",
            'v' => "VIEW",
            'm' => "MATERIALIZED VIEW",
            'S' => "SEQUENCE",
            _ => "TABLE",
        }
    }

    /// The words that begin a statement which changes it: ALTER TABLE serves every kind but foreign tables.
    pub(in crate::catalog) fn alter(&self) -> &'static str {
        if self.kind == 'f' { "ALTER FOREIGN TABLE" } else { "ALTER TABLE" }
    }

    /// `ALTER TABLE ONLY public.orders`
    pub(in crate::catalog) fn alter_only(&self) -> String {
        format!("{} ONLY {}", self.alter(), self.qualified())
    }

    /// The name in the listing of a part: `orders orders_pkey`.
    pub(in crate::catalog) fn part_name(&self, part: &str) -> String {
        format!("{} {part}", self.name)
    }

    /// Orders parts whose listed names are equal although table and part differ (`a b` + `c`, `a` + `b c`); empty when
    /// there is no other such part.
    pub(in crate::catalog) fn part_sort_key(&self, part: &str) -> Box<str> {
        let has_space = self.name.contains(' ') || part.contains(' ');
        if has_space { format!("{}\u{1}{part}", self.name).into() } else { Box::default() }
    }

    /// How to drop one of its constraints.
    pub(in crate::catalog) fn drop_constraint(&self, name: &str) -> Drop {
        let (alter, table, name) = (self.alter(), self.qualified(), identifier(name));
        let only = if self.kind == 'p' { "" } else { "ONLY " };
        Drop::marked(format!("{alter} {0}{only}{table} DROP CONSTRAINT {0}{name};", Drop::IF_EXISTS))
    }
}
