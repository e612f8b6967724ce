//! Which operator class an index column has without saying so.

use std::collections::HashMap;

use crate::catalog::{
    CatalogError, Reading,
    query::{Query, query},
};

pub(super) const QUERY: Query = query!("relation_parts", "index_class.sql");

const TEXT: u32 = 25;
const VARCHAR: u32 = 1043;

/// The first OID that is nobody's from the beginning.
const FIRST_OWN: u32 = 16384;

/// All operator classes.
#[derive(Debug, Default)]
pub(super) struct Classes {
    by_oid: HashMap<u32, Class>,
    /// A user made a class that columns of type varchar might have by themselves.
    varchar_is_uncertain: bool,
}

#[derive(Debug)]
struct Class {
    type_oid: u32,
    is_default: bool,
    /// None: `pg_catalog`, which need not be said.
    schema: Option<String>,
    name: String,
}

impl Classes {
    pub(super) fn read(reading: &mut Reading<'_>) -> Result<Self, CatalogError> {
        let mut classes = Classes::default();
        for row in reading.rows(QUERY)? {
            let oid = row.get("oid")?;
            let class = Class {
                type_oid: row.get("type_oid")?,
                is_default: row.get("is_default")?,
                schema: row.get("schema")?,
                name: row.get("name")?,
            };
            let preferred: bool = row.get("preferred")?;
            classes.varchar_is_uncertain |= oid >= FIRST_OWN
                && class.is_default
                && (class.type_oid == VARCHAR || preferred && class.type_oid >= FIRST_OWN);
            classes.by_oid.insert(oid, class);
        }
        Ok(classes)
    }

    /// Schema (unless `pg_catalog`) and name of a class that a column of this type has to name; the inner `None`: it is
    /// the type's default. The outer `None`: only the server knows.
    pub(super) fn named(&self, class: u32, column_type: u32) -> Option<Option<(Option<&str>, &str)>> {
        let class = self.by_oid.get(&class)?;
        if !class.is_default {
            return Some(Some((class.schema.as_deref(), &class.name)));
        }
        // Exactly the type's own: a method has one default for a type. The server finds others by the rules of
        // coercion (arrays, enums, domains); of these, varchar as text is everywhere.
        let as_text = column_type == VARCHAR && class.type_oid == TEXT && !self.varchar_is_uncertain;
        (class.type_oid == column_type || as_text).then_some(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(type_oid: u32, is_default: bool, schema: Option<&str>) -> Class {
        Class { type_oid, is_default, schema: schema.map(str::to_owned), name: "some_ops".to_owned() }
    }

    #[test]
    fn defaults_are_not_named_and_doubts_are_left_to_the_server() {
        let by_oid = [(1, class(TEXT, true, None)), (2, class(TEXT, false, Some("s")))].into_iter().collect();
        let mut classes = Classes { by_oid, varchar_is_uncertain: false };
        assert_eq!(classes.named(1, TEXT), Some(None));
        assert_eq!(classes.named(1, VARCHAR), Some(None));
        assert_eq!(classes.named(1, 16400), None, "a domain");
        assert_eq!(classes.named(2, VARCHAR), Some(Some((Some("s"), "some_ops"))));
        assert_eq!(classes.named(3, TEXT), None);
        classes.varchar_is_uncertain = true;
        assert_eq!(classes.named(1, VARCHAR), None);
    }
}
