//! Range types, and the multirange that CREATE TYPE … AS RANGE makes beside them from 14 on.
//!
//! A canonical function takes and returns the range itself, so it can only be declared on a shell type: that is
//! an object of its own (`Part::Shell`) which the plan lets the function need instead of the range.

use super::undefined;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Element, Key, Kind, Object, Older, Part},
    syntax::qualified,
};

const QUERY: Query = query!("types", "range.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        if row.canonical.is_some() {
            reading.add(undefined::shell(row.oid, &row.schema, &row.name));
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
    subtype: String,
    /// Schema and name, when it is not the subtype's default.
    operator_class: Option<(String, String)>,
    collation: Option<String>,
    canonical: Option<String>,
    subtype_diff: Option<String>,
    /// Schema and name.
    multirange: Option<(String, String)>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let operator_class_schema: Option<String> = row.get("operator_class_schema")?;
        let multirange_schema: Option<String> = row.get("multirange_schema")?;
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            subtype: row.get("subtype")?,
            operator_class: operator_class_schema.zip(row.get("operator_class")?),
            collation: row.get("collation")?,
            canonical: row.get("canonical")?,
            subtype_diff: row.get("subtype_diff")?,
            multirange: multirange_schema.zip(row.get("multirange_name")?),
        })
    }
}

fn object(row: Row) -> Object {
    let name = qualified(&row.schema, &row.name);
    let mut options = vec![format!("subtype = {}", row.subtype)];
    if let Some((schema, class)) = &row.operator_class {
        options.push(format!("subtype_opclass = {}", qualified(schema, class)));
    }
    if let Some(collation) = &row.collation {
        options.push(format!("collation = {collation}"));
    }
    if let Some(function) = &row.canonical {
        options.push(format!("canonical = {function}"));
    }
    if let Some(function) = &row.subtype_diff {
        options.push(format!("subtype_diff = {function}"));
    }
    // Servers before 14 make no multirange and do not know the option, so it is written only when it says something.
    let without_multirange = options.clone();
    let mut older = Vec::new();
    if let Some((schema, multirange)) = &row.multirange
        && (*schema != row.schema || *multirange != default_multirange_name(&row.name))
    {
        older.push(Older { below: 14, create: definition(&name, without_multirange), loses: Vec::new() });
        options.push(format!("multirange_type_name = {}", qualified(schema, multirange)));
    }
    let key = Key::new(Class::TYPE, row.oid);
    let mut object = Object {
        owner: Some(row.owner.into()),
        create: definition(&name, options),
        older: older.into(),
        ..Object::new(key, Kind::Type, Some(row.schema), row.name).addressed("TYPE", &name)
    };
    if row.canonical.is_some() {
        object.needs.push(key.part(Part::Shell));
        // The canonical function needs the type and the type needs the function.
        object = object.cascading();
    }
    object
}

fn definition(name: &str, options: Vec<String>) -> Definition {
    Definition::list(format!("CREATE TYPE {name} AS RANGE ("), options.into_iter().map(Element::text), "\n);")
}

/// Longest name in bytes (`NAMEDATALEN` - 1).
const MAX_NAME_BYTES: usize = 63;

/// The name that CREATE TYPE … AS RANGE gives the multirange unless told otherwise (manual, CREATE TYPE):
/// the first "range" becomes "multirange", else `_multirange` is appended; cut to a name's length.
fn default_multirange_name(range: &str) -> String {
    if let Some((before, after)) = range.split_once("range") {
        let name = format!("{before}multirange{after}");
        cut(&name, MAX_NAME_BYTES).to_owned()
    } else {
        const SUFFIX: &str = "_multirange";
        format!("{}{SUFFIX}", cut(range, MAX_NAME_BYTES - SUFFIX.len()))
    }
}

/// The longest prefix of whole characters within so many bytes.
fn cut(name: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(name.len())).rev().find(|end| name.is_char_boundary(*end)).unwrap_or(0);
    &name[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str) -> Row {
        Row { oid: 20_000, schema: "s".to_owned(), name: name.to_owned(), subtype: "text".to_owned(), ..Row::default() }
    }

    #[test]
    fn every_option_is_qualified() {
        let object = object(Row {
            operator_class: Some(("pg_catalog".to_owned(), "text_pattern_ops".to_owned())),
            collation: Some("\"C\"".to_owned()),
            canonical: Some("s.fold".to_owned()),
            subtype_diff: Some("s.distance".to_owned()),
            multirange: Some(("s".to_owned(), "words".to_owned())),
            ..row("word")
        });
        assert_eq!(
            object.create.render(|_| None),
            "CREATE TYPE s.word AS RANGE (\n    subtype = text,\n    \
             subtype_opclass = pg_catalog.text_pattern_ops,\n    collation = \"C\",\n    canonical = s.fold,\n    \
             subtype_diff = s.distance,\n    multirange_type_name = s.words\n);"
        );
        assert_eq!(object.needs, [object.key.part(Part::Shell)]);
    }

    #[test]
    fn multirange_that_the_server_would_name_so_itself_is_not_mentioned() {
        let object =
            object(Row { multirange: Some(("s".to_owned(), "wordmultirange".to_owned())), ..row("wordrange") });
        assert_eq!(object.create.render(|_| None), "CREATE TYPE s.wordrange AS RANGE (\n    subtype = text\n);");
    }

    #[test]
    fn default_multirange_names() {
        assert_eq!(default_multirange_name("int4range"), "int4multirange");
        assert_eq!(default_multirange_name("span"), "span_multirange");
        assert_eq!(default_multirange_name(&"é".repeat(31)), format!("{}_multirange", "é".repeat(26)));
    }
}
