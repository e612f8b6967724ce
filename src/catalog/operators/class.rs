//! Operator classes.

use super::member;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        statement::if_exists,
    },
    object::{Class, Definition, Drop, Element, Key, Kind, Object},
    syntax::{identifier, qualified},
};

const QUERY: Query = query!("operators", "class.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, member::QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut members = member::members(reading, Class::OPERATOR_CLASS)?;
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        let inside = members.remove(&row.oid).unwrap_or_default();
        reading.add(object(row, inside));
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
    is_default: bool,
    input_type: String,
    key_type: Option<String>,
    family_schema: String,
    family: String,
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
            is_default: row.get("is_default")?,
            input_type: row.get("input_type")?,
            key_type: row.get("key_type")?,
            family_schema: row.get("family_schema")?,
            family: row.get("family")?,
        })
    }
}

fn object(row: Row, members: Vec<String>) -> Object {
    let name = qualified(&row.schema, &row.name);
    let access_method = identifier(&row.access_method);
    let address = format!("{name} USING {access_method}");
    let storage = row.key_type.as_ref().map(|key_type| format!("STORAGE {key_type}"));
    let mut items: Vec<String> = storage.into_iter().chain(members).collect();
    if items.is_empty() {
        // The grammar wants at least one item; this one says what is so anyway.
        items.push(format!("STORAGE {}", row.input_type));
    }
    let mut object = Object {
        owner: Some(row.owner.into()),
        create: Definition::list(
            format!(
                "CREATE OPERATOR CLASS {name}{} FOR TYPE {} USING {access_method} FAMILY {} AS",
                if row.is_default { " DEFAULT" } else { "" },
                row.input_type,
                qualified(&row.family_schema, &row.family),
            ),
            items.into_iter().map(Element::text),
            ";",
        ),
        sort_key: row.access_method.into(),
        ..Object::new(Key::new(Class::OPERATOR_CLASS, row.oid), Kind::OperatorClass, Some(row.schema), row.name)
            .addressed("OPERATOR CLASS", &address)
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

    fn row() -> Row {
        Row {
            oid: 20_000,
            schema: "s".to_owned(),
            name: "ops".to_owned(),
            owner: "alice".to_owned(),
            access_method: "gist".to_owned(),
            own_access_method: false,
            is_default: true,
            input_type: "s.point".to_owned(),
            key_type: Some("box".to_owned()),
            family_schema: "s".to_owned(),
            family: "Points".to_owned(),
        }
    }

    #[test]
    fn storage_stands_before_the_members() {
        assert_eq!(
            object(row(), vec!["OPERATOR 1 s.<<(s.point,s.point)".to_owned()]).create.render(|_| None),
            "CREATE OPERATOR CLASS s.ops DEFAULT FOR TYPE s.point USING gist FAMILY s.\"Points\" AS\n    \
             STORAGE box,\n    OPERATOR 1 s.<<(s.point,s.point);"
        );
    }

    #[test]
    fn class_without_items_is_given_one() {
        let object = object(Row { key_type: None, is_default: false, ..row() }, Vec::new());
        assert_eq!(
            object.create.render(|_| None),
            "CREATE OPERATOR CLASS s.ops FOR TYPE s.point USING gist FAMILY s.\"Points\" AS\n    STORAGE s.point;"
        );
        assert_eq!(object.address.as_deref(), Some("OPERATOR CLASS s.ops USING gist"));
    }
}
