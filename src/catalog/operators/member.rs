//! What operator classes and families are made of.
//!
//! A member's row in `pg_amop` or `pg_amproc` depends on the class that brought it, or on the family when it was
//! added loosely (ALTER OPERATOR FAMILY … ADD); its other dependencies are those of that owner.

use std::collections::HashMap;

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::CatalogRow,
    },
    object::{Class, Key},
    syntax::qualified,
};

pub(super) const QUERY: Query = query!("operators", "member.sql");

/// The members of all operator classes or of all families, as items of their statements, by owner's OID.
pub(super) fn members(reading: &mut Reading<'_>, class: Class) -> Result<HashMap<u32, Vec<String>>, CatalogError> {
    let mut members: HashMap<u32, Vec<String>> = HashMap::new();
    for row in reading.rows_with(QUERY, &[&[class.0]])? {
        let owner: u32 = row.get("owner_oid")?;
        let member = Key::new(Class(row.get("class")?), row.get("oid")?);
        reading.aliases.insert(member, Key::new(class, owner));
        members.entry(owner).or_default().push(item(&Row::read(&row)?));
    }
    Ok(members)
}

struct Row {
    function: bool,
    number: i16,
    member: String,
    left_type: String,
    right_type: String,
    /// Schema and name.
    sort_family: Option<(String, String)>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let schema: Option<String> = row.get("sort_family_schema")?;
        Ok(Row {
            function: row.get("function")?,
            number: row.get("number")?,
            member: row.get("member")?,
            left_type: row.get("left_type")?,
            right_type: row.get("right_type")?,
            sort_family: schema.zip(row.get("sort_family")?),
        })
    }
}

fn item(row: &Row) -> String {
    if row.function {
        return format!("FUNCTION {} ({}, {}) {}", row.number, row.left_type, row.right_type, row.member);
    }
    let order = row.sort_family.as_ref().map(|(schema, name)| format!(" FOR ORDER BY {}", qualified(schema, name)));
    format!("OPERATOR {} {}{}", row.number, row.member, order.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_both_kinds() {
        let row = |function, member: &str, sort_family| Row {
            function,
            number: 3,
            member: member.to_owned(),
            left_type: "integer".to_owned(),
            right_type: "bigint".to_owned(),
            sort_family,
        };
        let family = Some(("pg_catalog".to_owned(), "float_ops".to_owned()));
        assert_eq!(
            item(&row(false, "s.<->(integer,bigint)", family)),
            "OPERATOR 3 s.<->(integer,bigint) FOR ORDER BY pg_catalog.float_ops"
        );
        assert_eq!(item(&row(true, "s.f(integer)", None)), "FUNCTION 3 (integer, bigint) s.f(integer)");
    }
}
