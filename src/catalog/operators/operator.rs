//! Operators.
//!
//! A commutator or negator that does not exist yet becomes a shell when the first of the two is created and is
//! filled in by the second, so the two need no order.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Element, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("operators", "operator.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        if row.right_type.is_none() && !reading.members.contains(&Key::new(Class::OPERATOR, row.oid)) {
            let (schema, name) = (&row.schema, &row.name);
            reading.catalog.warnings.push(format!(
                "postfix operator {schema}.{name} cannot be restored on servers from 14 on: they have none"
            ));
        }
        reading.add(object(row));
    }
    Ok(())
}

#[derive(Default)]
struct Row {
    oid: u32,
    schema: String,
    name: String,
    owner: String,
    function: String,
    left_type: Option<String>,
    right_type: Option<String>,
    /// Schema and name.
    commutator: Option<(String, String)>,
    /// Schema and name.
    negator: Option<(String, String)>,
    restriction: Option<String>,
    join: Option<String>,
    merges: bool,
    hashes: bool,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let commutator_schema: Option<String> = row.get("commutator_schema")?;
        let negator_schema: Option<String> = row.get("negator_schema")?;
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            function: row.get("function")?,
            left_type: row.get("left_type")?,
            right_type: row.get("right_type")?,
            commutator: commutator_schema.zip(row.get("commutator")?),
            negator: negator_schema.zip(row.get("negator")?),
            restriction: row.get("restriction")?,
            join: row.get("join_function")?,
            merges: row.get("merges")?,
            hashes: row.get("hashes")?,
        })
    }
}

fn object(row: Row) -> Object {
    let name = format!("{}.{}", identifier(&row.schema), row.name);
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "NONE".to_owned());
    let arguments = format!("{}, {}", side(&row.left_type), side(&row.right_type));
    let create =
        Definition::list(format!("CREATE OPERATOR {name} ("), options(&row).into_iter().map(Element::text), "\n);");
    Object {
        owner: Some(row.owner.into()),
        create,
        // Operators of one name differ by their operands only.
        sort_key: arguments.as_str().into(),
        ..Object::new(Key::new(Class::OPERATOR, row.oid), Kind::Operator, Some(row.schema), row.name)
            .addressed("OPERATOR", &format!("{name} ({arguments})"))
    }
}

fn options(row: &Row) -> Vec<String> {
    let operator = |(schema, name): &(String, String)| format!("OPERATOR({}.{name})", identifier(schema));
    let mut options = vec![format!("FUNCTION = {}", row.function)];
    let values = [
        ("LEFTARG", row.left_type.clone()),
        ("RIGHTARG", row.right_type.clone()),
        ("COMMUTATOR", row.commutator.as_ref().map(operator)),
        ("NEGATOR", row.negator.as_ref().map(operator)),
        ("RESTRICT", row.restriction.clone()),
        ("JOIN", row.join.clone()),
    ];
    for (option, value) in values {
        options.extend(value.map(|value| format!("{option} = {value}")));
    }
    if row.merges {
        options.push("MERGES".to_owned());
    }
    if row.hashes {
        options.push("HASHES".to_owned());
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_are_named_with_their_schema() {
        let object = object(Row {
            schema: "Odd".to_owned(),
            name: "===".to_owned(),
            function: "\"Odd\".same".to_owned(),
            left_type: Some("integer".to_owned()),
            right_type: Some("text".to_owned()),
            negator: Some(("Odd".to_owned(), "!==".to_owned())),
            restriction: Some("eqsel".to_owned()),
            hashes: true,
            ..Row::default()
        });
        assert_eq!(
            object.create.render(|_| None),
            "CREATE OPERATOR \"Odd\".=== (\n    FUNCTION = \"Odd\".same,\n    LEFTARG = integer,\n    RIGHTARG = text,\n    \
             NEGATOR = OPERATOR(\"Odd\".!==),\n    RESTRICT = eqsel,\n    HASHES\n);"
        );
        assert_eq!(object.address.as_deref(), Some("OPERATOR \"Odd\".=== (integer, text)"));
    }

    #[test]
    fn missing_operand_is_none() {
        let row = Row {
            schema: "s".to_owned(),
            name: "@#".to_owned(),
            right_type: Some("integer".to_owned()),
            ..Row::default()
        };
        assert_eq!(object(row).address.as_deref(), Some("OPERATOR s.@# (NONE, integer)"));
    }
}
