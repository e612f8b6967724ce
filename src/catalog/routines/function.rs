//! Functions, procedures and window functions.
//!
//! The statement is the server's own (`pg_get_functiondef`): it knows how each setting of `SET` is quoted, which
//! clauses are defaults, and how a SQL-standard body reads.

use super::signature;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Feature, Key, Kind, Object, Repair},
    syntax::{identifier, qualified},
};

const QUERY: Query = query!("routines", "function.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        reading.add(object(Row::read(&row)?)?);
    }
    Ok(())
}

struct Row {
    oid: u32,
    schema: String,
    name: String,
    owner: String,
    procedure: bool,
    sql_body: bool,
    /// OUT parameters of a procedure.
    out_parameters: bool,
    definition: Option<String>,
    identity_arguments: Option<String>,
    argument_types: Vec<String>,
    /// Extensions of ALTER FUNCTION … DEPENDS ON EXTENSION.
    needed_extensions: Vec<String>,
    /// It is part of a type, whose DROP cascades to it.
    dropped_with_type: bool,
    /// Transforms of TRANSFORM FOR TYPE.
    transforms: Vec<u32>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            procedure: row.get("procedure")?,
            sql_body: row.get("sql_body")?,
            out_parameters: row.get::<Option<bool>>("out_parameters")? == Some(true),
            definition: row.get("definition")?,
            identity_arguments: row.get("identity_arguments")?,
            argument_types: row.get("argument_types")?,
            needed_extensions: row.get("needed_extensions")?,
            dropped_with_type: row.get("dropped_with_type")?,
            transforms: row.get("transforms")?,
        })
    }
}

fn object(row: Row) -> Result<Object, CatalogError> {
    let list_name = signature(&row.name, &row.argument_types);
    // The deparsing functions look at the newest catalog, not at the snapshot: they find nothing when the
    // function was dropped since.
    let (Some(definition), Some(arguments)) = (row.definition, row.identity_arguments) else {
        let detail = format!("function {}.{list_name} was dropped while the schema was read", row.schema);
        return Err(CatalogError::Row { what: QUERY.name, detail });
    };
    let (kind, noun) = if row.procedure { (Kind::Procedure, "PROCEDURE") } else { (Kind::Function, "FUNCTION") };
    let address = format!("{}({arguments})", qualified(&row.schema, &row.name));
    let mut statements = vec![statement(&definition)];
    for extension in &row.needed_extensions {
        statements.push(format!("ALTER {noun} {address} DEPENDS ON EXTENSION {};", identifier(extension)));
    }
    let mut object = Object {
        owner: Some(row.owner.into()),
        create: Definition::sql(statements.join("\n")),
        requires: Feature::used(&[(row.out_parameters, Feature::OutParameters), (row.sql_body, Feature::SqlBody)]),
        repair: Repair::Postpone,
        needs: row.transforms.iter().map(|oid| Key::new(Class::TRANSFORM, *oid)).collect(),
        ..Object::new(Key::new(Class::PROC, row.oid), kind, Some(row.schema), list_name).addressed(noun, &address)
    };
    if row.dropped_with_type {
        object.drop = None;
    }
    Ok(object)
}

/// `pg_get_functiondef`'s text as a statement that refuses to replace what the target already has.
fn statement(definition: &str) -> String {
    let definition = definition.trim_end();
    match definition.strip_prefix("CREATE OR REPLACE ") {
        Some(rest) => format!("CREATE {rest};"),
        None => format!("{definition};"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        Row {
            oid: 20_000,
            schema: "shop".to_owned(),
            name: "add".to_owned(),
            owner: "alice".to_owned(),
            procedure: false,
            sql_body: false,
            out_parameters: false,
            definition: Some(
                "CREATE OR REPLACE FUNCTION shop.add(a integer)\n … AS $function$\n$function$\n".to_owned(),
            ),
            identity_arguments: Some("a integer".to_owned()),
            argument_types: vec!["integer".to_owned()],
            needed_extensions: vec!["hstore".to_owned()],
            dropped_with_type: false,
            transforms: vec![20_001],
        }
    }

    #[test]
    fn definition_becomes_a_statement_of_its_own() -> Result<(), CatalogError> {
        let object = object(row())?;
        assert_eq!(
            object.create.render(|_| None),
            "CREATE FUNCTION shop.add(a integer)\n … AS $function$\n$function$;\n\
             ALTER FUNCTION shop.add(a integer) DEPENDS ON EXTENSION hstore;"
        );
        assert_eq!(object.name, "add(integer)");
        assert_eq!(object.needs, [Key::new(Class::TRANSFORM, 20_001)]);
        assert_eq!(object.address.as_deref(), Some("FUNCTION shop.add(a integer)"));
        Ok(())
    }

    #[test]
    fn function_of_a_type_is_dropped_with_it() -> Result<(), CatalogError> {
        assert!(object(row())?.drop.is_some());
        assert_eq!(object(Row { dropped_with_type: true, ..row() })?.drop, None);
        Ok(())
    }

    #[test]
    fn function_dropped_meanwhile_is_an_error() {
        assert!(object(Row { definition: None, ..row() }).is_err());
    }
}
