//! Which operator class an index column has without saying so.

use std::collections::HashMap;

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
    },
    syntax::{identifier, qualified},
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

    /// What a column of this type says of its class, with a space before it; nothing of its type's default. `None`: only
    /// the server knows.
    pub(super) fn words(&self, class: u32, column_type: u32) -> Option<String> {
        let class = self.by_oid.get(&class)?;
        if !class.is_default {
            let name =
                class.schema.as_ref().map_or_else(|| identifier(&class.name), |schema| qualified(schema, &class.name));
            return Some(format!(" {name}"));
        }
        // Exactly the type's own: a method has one default for a type. The server finds others by the rules of
        // coercion (arrays, enums, domains); of these, varchar as text is everywhere.
        let as_text = column_type == VARCHAR && class.type_oid == TEXT && !self.varchar_is_uncertain;
        (class.type_oid == column_type || as_text).then(String::new)
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
        assert_eq!(classes.words(1, TEXT).as_deref(), Some(""));
        assert_eq!(classes.words(1, VARCHAR).as_deref(), Some(""));
        assert_eq!(classes.words(1, 16400), None, "a domain");
        assert_eq!(classes.words(2, VARCHAR).as_deref(), Some(" s.some_ops"));
        assert_eq!(classes.words(3, TEXT), None);
        classes.varchar_is_uncertain = true;
        assert_eq!(classes.words(1, VARCHAR), None);
    }
}
