//! The calls of `pg_restore_relation_stats` and `pg_restore_attribute_stats`, as `pg_dump` writes them.
//!
//! Source: manual, "Statistics Manipulation Functions" (chapter "System Administration Functions", version 18).

use std::fmt::Write as _;

use crate::{
    catalog::{CatalogError, reading::CatalogRow},
    syntax::literal,
};

/// Column of the query, argument of the function, type it is cast to.
const RELATION: [(&str, &str); 4] =
    [("relpages", "integer"), ("reltuples", "real"), ("relallvisible", "integer"), ("relallfrozen", "integer")];

/// The values are texts of arrays of the column's type: the function, which knows that type, reads them.
const ATTRIBUTE: [(&str, &str); 14] = [
    ("inherited", "boolean"),
    ("null_frac", "real"),
    ("avg_width", "integer"),
    ("n_distinct", "real"),
    ("most_common_vals", "text"),
    ("most_common_freqs", "real[]"),
    ("histogram_bounds", "text"),
    ("correlation", "real"),
    ("most_common_elems", "text"),
    ("most_common_elem_freqs", "real[]"),
    ("elem_count_histogram", "real[]"),
    ("range_length_histogram", "text"),
    ("range_empty_frac", "real"),
    ("range_bounds_histogram", "text"),
];

/// The call for a relation.
pub(super) fn relation_call(row: &CatalogRow, version: u32) -> Result<String, CatalogError> {
    let mut text =
        begin("pg_restore_relation_stats", version, &row.get::<String>("schema")?, &row.get::<String>("name")?);
    for (column, kind) in RELATION {
        if let Some(value) = row.get::<Option<String>>(column)? {
            argument(&mut text, column, &value, Some(kind));
        }
    }
    text.push_str("\n);");
    Ok(text)
}

/// The call for a column.
pub(super) fn attribute_call(row: &CatalogRow, version: u32) -> Result<String, CatalogError> {
    let mut text =
        begin("pg_restore_attribute_stats", version, &row.get::<String>("schema")?, &row.get::<String>("name")?);
    match row.get::<Option<String>>("column_number")? {
        Some(number) => argument(&mut text, "attnum", &number, Some("smallint")),
        None => argument(&mut text, "attname", &row.get::<String>("column_name")?, None),
    }
    for (column, kind) in ATTRIBUTE {
        if let Some(value) = row.get::<Option<String>>(column)? {
            argument(&mut text, column, &value, Some(kind));
        }
    }
    text.push_str("\n);");
    Ok(text)
}

fn begin(function: &str, version: u32, schema: &str, name: &str) -> String {
    let mut text = format!("SELECT * FROM pg_catalog.{function}(\n\t'version', '{version}'::integer");
    argument(&mut text, "schemaname", schema, None);
    argument(&mut text, "relname", name, None);
    text
}

fn argument(text: &mut String, name: &str, value: &str, kind: Option<&str>) {
    // Writing to a String cannot fail.
    let _ = write!(text, ",\n\t'{name}', {}", literal(value).trim_start());
    if let Some(kind) = kind {
        text.extend(["::", kind]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_literals_with_their_type() {
        let mut text = begin("pg_restore_attribute_stats", 130_000, "s", "t");
        argument(&mut text, "attname", "it's", None);
        argument(&mut text, "histogram_bounds", "{\"a\\\\b\"}", Some("text"));
        assert_eq!(
            text,
            "SELECT * FROM pg_catalog.pg_restore_attribute_stats(\n\t'version', '130000'::integer,\n\t\
             'schemaname', 's',\n\t'relname', 't',\n\t'attname', 'it''s',\n\t\
             'histogram_bounds', E'{\"a\\\\\\\\b\"}'::text"
        );
    }
}
