//! Domains and their constraints.
//!
//! A constraint is an object of its own, written inside CREATE DOMAIN unless a loop (a CHECK that calls a function
//! of the domain) forces it out. One that is NOT VALID must not be checked against rows that are loaded later, so
//! it is never inside: it is added in post-data.

use std::collections::HashMap;

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        statement::if_exists,
    },
    object::{Class, Definition, Drop, Element, Inline, Key, Kind, Object, Piece, Section},
    syntax::{identifier, literal, qualified},
};

const QUERY: Query = query!("types", "domain.sql");
const CONSTRAINT_QUERY: Query = query!("types", "domain_constraint.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, CONSTRAINT_QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut inside: HashMap<u32, Vec<Piece>> = HashMap::new();
    for row in reading.rows(CONSTRAINT_QUERY)? {
        let row = ConstraintRow::read(&row)?;
        // An extension brings its domain whole; only the domain itself is listed as a member.
        if reading.members.contains(&Key::new(Class::TYPE, row.domain_oid)) {
            continue;
        }
        let domain = row.domain_oid;
        let constraint = constraint(row);
        if constraint.inline.is_some() {
            inside.entry(domain).or_default().push(Piece::Inline(constraint.key));
        }
        reading.add(constraint);
    }
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        let pieces = inside.remove(&row.oid).unwrap_or_default();
        reading.add(object(row, pieces));
    }
    Ok(())
}

struct Row {
    oid: u32,
    schema: String,
    name: String,
    owner: String,
    base_type: String,
    collation: Option<String>,
    default_expression: Option<String>,
    default_text: Option<String>,
    base_default_text: Option<String>,
    /// Before 17, where NOT NULL is no constraint of its own.
    not_null: bool,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            base_type: row.get("base_type")?,
            collation: row.get("collation")?,
            default_expression: row.get("default_expression")?,
            default_text: row.get("default_text")?,
            base_default_text: row.get("base_default_text")?,
            not_null: row.get("not_null")?,
        })
    }
}

struct ConstraintRow {
    oid: u32,
    domain_oid: u32,
    schema: String,
    domain: String,
    name: String,
    not_null: bool,
    validated: bool,
    definition: String,
}

impl ConstraintRow {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(ConstraintRow {
            oid: row.get("oid")?,
            domain_oid: row.get("domain_oid")?,
            schema: row.get("schema")?,
            domain: row.get("domain")?,
            name: row.get("name")?,
            not_null: row.get("not_null")?,
            validated: row.get("validated")?,
            definition: row.get("definition")?,
        })
    }
}

fn object(row: Row, constraints: Vec<Piece>) -> Object {
    let name = qualified(&row.schema, &row.name);
    let mut head = format!("CREATE DOMAIN {name} AS {}", row.base_type);
    if let Some(collation) = &row.collation {
        head.push_str(" COLLATE ");
        head.push_str(collation);
    }
    if let Some(default) = default(&row) {
        head.push_str(" DEFAULT ");
        head.push_str(&default);
    }
    if row.not_null {
        head.push_str(" NOT NULL");
    }
    let loses_default = row.default_text.is_none() && row.base_default_text.is_some();
    // DEFAULT NULL would not do: over another domain it is kept as an expression.
    let tail = if loses_default { format!(";\nALTER DOMAIN {name} DROP DEFAULT;") } else { ";".to_owned() };
    Object {
        owner: Some(row.owner.into()),
        // One element: the constraints of a domain are not separated by commas.
        create: Definition::list(head, [Element { pieces: constraints }], tail),
        ..Object::new(Key::new(Class::TYPE, row.oid), Kind::Domain, Some(row.schema), row.name)
            .addressed("DOMAIN", &name)
    }
}

/// What follows DEFAULT. A domain takes over its base type's default: as text when the base is no domain itself,
/// and then saying it again would turn it into an expression.
fn default(row: &Row) -> Option<String> {
    match (&row.default_expression, &row.default_text, &row.base_default_text) {
        (Some(expression), _, _) => Some(expression.clone()),
        (None, Some(text), Some(inherited)) if text == inherited => None,
        (None, text, _) => text.as_deref().map(literal),
    }
}

fn constraint(row: ConstraintRow) -> Object {
    let domain = qualified(&row.schema, &row.domain);
    let name = identifier(&row.name);
    // The name that the server would choose itself is left to it, as in what people write.
    let unnamed = row.not_null && row.name == format!("{}_not_null", row.domain);
    let text = if unnamed { row.definition } else { format!("CONSTRAINT {name} {}", row.definition) };
    let key = Key::new(Class::CONSTRAINT, row.oid);
    let into = Key::new(Class::TYPE, row.domain_oid);
    let mut object = Object::new(key, Kind::CheckConstraint, Some(row.schema), format!("{} {}", row.domain, row.name));
    object.address = Some(format!("CONSTRAINT {name} ON DOMAIN {domain}"));
    object.belongs_to = Some(into);
    object.create = Definition::sql(format!("ALTER DOMAIN {domain} ADD {text};"));
    // ALTER DOMAIN has no IF EXISTS for the domain itself.
    object.drop = Some(Drop::both(
        format!("ALTER DOMAIN {domain} DROP CONSTRAINT {name};"),
        if_exists(&format!("ALTER DOMAIN {domain} DROP CONSTRAINT IF EXISTS {name};")),
    ));
    if row.validated {
        let text = format!("\n    {text}");
        object.inline = Some(Box::new(Inline { into, text, separate_section: Section::PostData }));
    } else {
        object.section = Section::PostData;
    }
    object
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(base_type: &str) -> Row {
        Row {
            oid: 20_000,
            schema: "shop".to_owned(),
            name: "price".to_owned(),
            owner: "alice".to_owned(),
            base_type: base_type.to_owned(),
            collation: None,
            default_expression: None,
            default_text: None,
            base_default_text: None,
            not_null: false,
        }
    }

    fn check(oid: u32, name: &str, definition: &str) -> ConstraintRow {
        ConstraintRow {
            oid,
            domain_oid: 20_000,
            schema: "shop".to_owned(),
            domain: "price".to_owned(),
            name: name.to_owned(),
            not_null: definition == "NOT NULL",
            validated: !definition.ends_with("NOT VALID"),
            definition: definition.to_owned(),
        }
    }

    #[test]
    fn constraints_follow_each_other_without_commas() {
        let constraints = [
            constraint(check(1, "positive", "CHECK ((VALUE > 0))")),
            constraint(check(2, "price_not_null", "NOT NULL")),
        ];
        let pieces = constraints.iter().map(|object| Piece::Inline(object.key)).collect();
        let domain = object(row("numeric(10,2)"), pieces);
        let text = domain.create.render(|key| {
            constraints.iter().find(|object| object.key == key)?.inline.as_ref().map(|inline| inline.text.as_str())
        });
        assert_eq!(
            text,
            "CREATE DOMAIN shop.price AS numeric(10,2)\n    CONSTRAINT positive CHECK ((VALUE > 0))\n    NOT NULL;"
        );
    }

    #[test]
    fn domain_whose_constraints_stand_apart_is_a_whole_statement() {
        let pieces = vec![Piece::Inline(Key::new(Class::CONSTRAINT, 1))];
        let domain = object(Row { not_null: true, default_text: Some("it's".to_owned()), ..row("text") }, pieces);
        assert_eq!(domain.create.render(|_| None), "CREATE DOMAIN shop.price AS text DEFAULT 'it''s' NOT NULL;");
    }

    #[test]
    fn default_is_said_only_when_it_is_not_the_base_types() {
        let defaults = |expression: Option<&str>, own: Option<&str>, base: Option<&str>| {
            default(&Row {
                default_expression: expression.map(str::to_owned),
                default_text: own.map(str::to_owned),
                base_default_text: base.map(str::to_owned),
                ..row("s.number")
            })
        };
        assert_eq!(defaults(None, Some("42"), Some("42")), None);
        assert_eq!(defaults(Some("1 + 1"), Some("(1 + 1)"), Some("42")).as_deref(), Some("1 + 1"));
        assert_eq!(defaults(None, None, None), None);
        let without = object(Row { base_default_text: Some("42".to_owned()), ..row("s.number") }, Vec::new());
        assert_eq!(
            without.create.render(|_| None),
            "CREATE DOMAIN shop.price AS s.number;\nALTER DOMAIN shop.price DROP DEFAULT;"
        );
    }

    #[test]
    fn unvalidated_constraint_waits_for_the_rows() {
        let object = constraint(check(1, "positive", "CHECK ((VALUE > 0)) NOT VALID"));
        assert_eq!((object.section, &object.inline), (Section::PostData, &None));
        assert_eq!(
            object.create.render(|_| None),
            "ALTER DOMAIN shop.price ADD CONSTRAINT positive CHECK ((VALUE > 0)) NOT VALID;"
        );
    }
}
