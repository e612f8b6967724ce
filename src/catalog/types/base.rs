//! Base types: the ones made of C functions.
//!
//! Input and output functions mention the type, and the type needs them: the shell type comes first.

use super::undefined;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Element, Feature, Key, Kind, Object, Part},
    syntax::{literal, qualified},
};

const QUERY: Query = query!("types", "base.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        reading.add(undefined::shell(row.oid, &row.schema, &row.name));
        reading.add(object(row)?);
    }
    Ok(())
}

struct Row {
    oid: u32,
    schema: String,
    name: String,
    owner: String,
    length: i16,
    input: String,
    output: String,
    receive: Option<String>,
    send: Option<String>,
    typmod_in: Option<String>,
    typmod_out: Option<String>,
    analyze: Option<String>,
    subscript: Option<String>,
    element: Option<String>,
    delimiter: char,
    by_value: bool,
    alignment: char,
    storage: char,
    category: char,
    preferred: bool,
    collatable: bool,
    default_text: Option<String>,
    default_expression: Option<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            length: row.get("length")?,
            input: row.get("input")?,
            output: row.get("output")?,
            receive: row.get("receive")?,
            send: row.get("send")?,
            typmod_in: row.get("typmod_in")?,
            typmod_out: row.get("typmod_out")?,
            analyze: row.get("analyze_function")?,
            subscript: row.get("subscript")?,
            element: row.get("element")?,
            delimiter: row.char("delimiter")?,
            by_value: row.get("by_value")?,
            alignment: row.char("alignment")?,
            storage: row.char("storage")?,
            category: row.char("category")?,
            preferred: row.get("preferred")?,
            collatable: row.get("collatable")?,
            default_text: row.get("default_text")?,
            default_expression: row.get("default_expression")?,
        })
    }
}

fn object(row: Row) -> Result<Object, CatalogError> {
    let name = qualified(&row.schema, &row.name);
    let key = Key::new(Class::TYPE, row.oid);
    Ok(Object {
        requires: Feature::used(&[(own_subscripting(&row).is_some(), Feature::Subscripting)]),
        create: Definition::list(
            format!("CREATE TYPE {name} ("),
            options(&row)?.into_iter().map(Element::text),
            "\n);",
        ),
        owner: Some(row.owner.into()),
        needs: [key.part(Part::Shell)].into(),
        // The functions need the type and the type needs the functions.
        ..Object::new(key, Kind::Type, Some(row.schema), row.name).addressed("TYPE", &name).cascading()
    })
}

/// The attributes of CREATE TYPE that differ from its defaults.
fn options(row: &Row) -> Result<Vec<String>, CatalogError> {
    let mut options = Vec::new();
    let length = if row.length < 0 { "variable".to_owned() } else { row.length.to_string() };
    options.push(format!("INTERNALLENGTH = {length}"));
    let functions = [
        ("INPUT", Some(&row.input)),
        ("OUTPUT", Some(&row.output)),
        ("RECEIVE", row.receive.as_ref()),
        ("SEND", row.send.as_ref()),
        ("TYPMOD_IN", row.typmod_in.as_ref()),
        ("TYPMOD_OUT", row.typmod_out.as_ref()),
        ("ANALYZE", row.analyze.as_ref()),
        ("SUBSCRIPT", own_subscripting(row)),
        ("ELEMENT", row.element.as_ref()),
    ];
    for (option, function) in functions {
        if let Some(function) = function {
            options.push(format!("{option} = {function}"));
        }
    }
    if row.collatable {
        options.push("COLLATABLE = true".to_owned());
    }
    if let Some(default) = &row.default_expression {
        options.push(format!("DEFAULT = {default}"));
    } else if let Some(default) = &row.default_text {
        options.push(format!("DEFAULT = {}", literal(default)));
    }
    if row.category != 'U' {
        options.push(format!("CATEGORY = {}", literal(&row.category.to_string())));
    }
    if row.preferred {
        options.push("PREFERRED = true".to_owned());
    }
    if row.delimiter != ',' {
        options.push(format!("DELIMITER = {}", literal(&row.delimiter.to_string())));
    }
    options.push(format!("ALIGNMENT = {}", alignment(row)?));
    options.push(format!("STORAGE = {}", storage(row)?));
    if row.by_value {
        options.push("PASSEDBYVALUE".to_owned());
    }
    Ok(options)
}

/// From 14 on the usual function is set by itself when there is an ELEMENT, and before 14 there is no such option.
fn own_subscripting(row: &Row) -> Option<&String> {
    let implied = |function: &String| row.element.is_some() && function == "raw_array_subscript_handler";
    row.subscript.as_ref().filter(|function| !implied(function))
}

fn alignment(row: &Row) -> Result<&'static str, CatalogError> {
    match row.alignment {
        'c' => Ok("char"),
        's' => Ok("int2"),
        'i' => Ok("int4"),
        'd' => Ok("double"),
        other => Err(unknown(row, "alignment", other)),
    }
}

fn storage(row: &Row) -> Result<&'static str, CatalogError> {
    match row.storage {
        'p' => Ok("plain"),
        'e' => Ok("external"),
        'x' => Ok("extended"),
        'm' => Ok("main"),
        other => Err(unknown(row, "storage", other)),
    }
}

fn unknown(row: &Row, what: &str, value: char) -> CatalogError {
    CatalogError::Row { what: QUERY.name, detail: format!("{what} {value:?} of type {}.{}", row.schema, row.name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        Row {
            oid: 20_000,
            schema: "s".to_owned(),
            name: "t".to_owned(),
            owner: "alice".to_owned(),
            length: -1,
            input: "s.t_in".to_owned(),
            output: "s.t_out".to_owned(),
            receive: None,
            send: None,
            typmod_in: None,
            typmod_out: None,
            analyze: None,
            subscript: None,
            element: None,
            delimiter: ',',
            by_value: false,
            alignment: 'i',
            storage: 'x',
            category: 'U',
            preferred: false,
            collatable: false,
            default_text: None,
            default_expression: None,
        }
    }

    #[test]
    fn defaults_are_not_spelled_out() -> Result<(), CatalogError> {
        let object = object(row())?;
        assert_eq!(
            object.create.render(|_| None),
            "CREATE TYPE s.t (\n    INTERNALLENGTH = variable,\n    INPUT = s.t_in,\n    OUTPUT = s.t_out,\n    \
             ALIGNMENT = int4,\n    STORAGE = extended\n);"
        );
        Ok(())
    }

    #[test]
    fn the_subscript_handler_of_element_types_is_left_to_the_server() -> Result<(), CatalogError> {
        let element = Some("integer".to_owned());
        let implied = Row { subscript: Some("raw_array_subscript_handler".to_owned()), element, ..row() };
        let chosen = Row { subscript: Some("s.handler".to_owned()), ..row() };
        assert!(!options(&implied)?.iter().any(|option| option.starts_with("SUBSCRIPT")));
        assert!(options(&chosen)?.contains(&"SUBSCRIPT = s.handler".to_owned()));
        Ok(())
    }

    #[test]
    fn a_code_of_a_newer_server_is_an_error() {
        assert!(options(&Row { storage: 'z', ..row() }).is_err());
    }
}
