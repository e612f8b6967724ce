//! Views, with the dummy that stands in for one in a dependency loop. Defaults of a view's columns are objects
//! of their own.

use super::{column::Attribute, default, options::option_list, relation::Relation};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Definition, Dummy, Feature, Kind, Object, Older, Repair},
    syntax::identifier,
};

const QUERY: Query = query!("relations", "view.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let rows = reading.relation_rows(QUERY)?;
    let attributes = std::mem::take(&mut reading.attributes);
    for row in rows {
        let row = Row::read(&row)?;
        // An extension brings its views whole; only the view itself is listed as a member.
        if reading.members.contains(&row.relation.key()) {
            continue;
        }
        let columns = attributes.get(&row.relation.oid).map_or(&[][..], Vec::as_slice);
        for column in columns {
            if let Some(text) = &column.default {
                reading.add(default::object(&row.relation, &column.name, text, false));
            }
        }
        reading.add(object(row, columns));
    }
    reading.attributes = attributes;
    Ok(())
}

struct Row {
    relation: Relation,
    owner: String,
    options: Vec<String>,
    definition: String,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            relation: Relation::read(row)?,
            owner: row.get("owner")?,
            options: row.get("options")?,
            definition: row.get("definition")?,
        })
    }
}

fn object(row: Row, columns: &[Attribute]) -> Object {
    let relation = &row.relation;
    let name = relation.qualified();
    let body = body(&row.options, &row.definition);
    // Written out as false it is what older servers do.
    let is_invoker = row.options.iter().any(|option| is_on(option, "security_invoker"));
    let older = row.options.iter().any(|option| option.starts_with("security_invoker=")) && !is_invoker;
    let older = older.then(|| {
        let known: Vec<String> =
            row.options.iter().filter(|option| !option.starts_with("security_invoker=")).cloned().collect();
        Older::sql(15, format!("CREATE VIEW {name}{}", self::body(&known, &row.definition)), Vec::new())
    });
    Object {
        owner: Some(row.owner.into()),
        create: Definition::sql(format!("CREATE VIEW {name}{body}")),
        requires: Feature::used(&[(is_invoker, Feature::SecurityInvoker)]),
        older: older.into_iter().collect(),
        repair: Repair::Dummy(Box::new(Dummy {
            create: format!("CREATE VIEW {name} AS\n{};", dummy_query(columns)),
            replace: format!("CREATE OR REPLACE VIEW {name}{body}"),
        })),
        ..Object::new(relation.key(), Kind::View, Some(relation.schema.clone()), relation.name.clone())
            .addressed("VIEW", &name)
    }
}

/// Whether a boolean option is set and true, as the server reads it.
fn is_on(option: &str, name: &str) -> bool {
    let value = option.strip_prefix(name).and_then(|rest| rest.strip_prefix('='));
    value.is_some_and(|value| matches!(value.to_ascii_lowercase().as_str(), "true" | "on" | "yes" | "1" | "t" | "y"))
}

/// The statement after the view's name: options, query, check option.
fn body(options: &[String], definition: &str) -> String {
    let mut check = "";
    let mut others = Vec::new();
    for option in options {
        match option.split_once('=') {
            Some(("check_option", "local")) => check = "\n  WITH LOCAL CHECK OPTION",
            Some(("check_option", _)) => check = "\n  WITH CASCADED CHECK OPTION",
            _ => others.push(option.clone()),
        }
    }
    let with = option_list(&others).map_or_else(String::new, |list| format!(" WITH ({list})"));
    format!("{with} AS\n{}{check};", without_semicolon(definition))
}

/// A query of the same columns that names nothing but their types and collations.
fn dummy_query(columns: &[Attribute]) -> String {
    let columns: Vec<String> = columns
        .iter()
        .map(|column| {
            let collation = column.collation.as_ref().map_or_else(String::new, |it| format!(" COLLATE {it}"));
            format!("\n    NULL::{}{collation} AS {}", column.type_name, identifier(&column.name))
        })
        .collect();
    format!("SELECT{}", columns.join(","))
}

/// `pg_get_viewdef` ends the query like a statement.
pub(super) fn without_semicolon(definition: &str) -> &str {
    definition.strip_suffix(';').unwrap_or(definition)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_option_follows_the_query() {
        let options = ["security_barrier=true", "check_option=cascaded"].map(str::to_owned);
        let expected = " WITH (security_barrier='true') AS\n SELECT 1\n  WITH CASCADED CHECK OPTION;";
        assert_eq!(body(&options, " SELECT 1;"), expected);
        assert_eq!(body(&[], " SELECT 1;"), " AS\n SELECT 1;");
    }

    #[test]
    fn a_view_without_columns_has_a_dummy_too() {
        assert_eq!(dummy_query(&[]), "SELECT");
    }
}
