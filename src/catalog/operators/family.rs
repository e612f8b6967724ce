//! Operator families with their loose members.

use super::member;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        statement::if_exists,
    },
    object::{Class, Definition, Drop, Key, Kind, Object},
    syntax::{identifier, qualified},
};

const QUERY: Query = query!("operators", "family.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, member::QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut members = member::members(reading, Class::OPERATOR_FAMILY)?;
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        let loose = members.remove(&row.oid).unwrap_or_default();
        reading.add(object(row, &loose));
    }
    Ok(())
}

struct Row {
    oid: u32,
    schema: String,
    name: String,
    owner: String,
    access_method: String,
    /// It is not a built-in one.
    own_access_method: bool,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            access_method: row.get("access_method")?,
            own_access_method: row.get("own_access_method")?,
        })
    }
}

fn object(row: Row, loose: &[String]) -> Object {
    let address = format!("{} USING {}", qualified(&row.schema, &row.name), identifier(&row.access_method));
    let mut statements = vec![format!("CREATE OPERATOR FAMILY {address};")];
    if !loose.is_empty() {
        statements.push(format!("ALTER OPERATOR FAMILY {address} ADD\n    {};", loose.join(",\n    ")));
    }
    let mut object = Object {
        owner: Some(row.owner.into()),
        create: Definition::sql(statements.join("\n")),
        sort_key: row.access_method.into(),
        ..Object::new(Key::new(Class::OPERATOR_FAMILY, row.oid), Kind::OperatorFamily, Some(row.schema), row.name)
            .addressed("OPERATOR FAMILY", &address)
    };
    // IF EXISTS does not cover the access method, which may be missing too.
    if let Some(drop) = object.drop_statements().filter(|_| row.own_access_method) {
        object.drop = Some(Drop::both(drop.plain().into_owned(), if_exists(&drop.if_exists())));
    }
    object
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loose_members_are_added_afterwards() {
        let row = Row {
            oid: 20_000,
            schema: "s".to_owned(),
            name: "ops".to_owned(),
            owner: "alice".to_owned(),
            access_method: "btree".to_owned(),
            own_access_method: false,
        };
        let loose =
            ["OPERATOR 1 <(integer,bigint)".to_owned(), "FUNCTION 1 (integer, bigint) f(integer,bigint)".to_owned()];
        assert_eq!(
            object(row, &loose).create.render(|_| None),
            "CREATE OPERATOR FAMILY s.ops USING btree;\nALTER OPERATOR FAMILY s.ops USING btree ADD\n    \
             OPERATOR 1 <(integer,bigint),\n    FUNCTION 1 (integer, bigint) f(integer,bigint);"
        );
    }
}
