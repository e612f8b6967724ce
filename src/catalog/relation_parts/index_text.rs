//! The text of an index, made here in the words of `pg_get_indexdef` from what the catalogs say of it.
//!
//! The server's function looks up everything anew for each index, and looks at the newest catalog instead of the
//! snapshot. Most indexes are plain lists of columns, whose text follows from what was read already; for the others
//! [`text`] says nothing, and the server is asked.

use super::operator_class::Classes;
use crate::{
    catalog::{
        CatalogError,
        reading::CatalogRow,
        relations::{Attribute, Relation, attribute},
    },
    syntax::{identifier, literal},
};

/// `pg_am.oid` of the access methods that are built in, with their names. btree alone has an order of its own.
const BTREE: u32 = 403;
const ACCESS_METHODS: &[(u32, &str)] =
    &[(BTREE, "btree"), (405, "hash"), (783, "gist"), (2742, "gin"), (4000, "spgist"), (3580, "brin")];

/// Bits of `pg_index.indoption`.
const DESCENDING: i16 = 1;
const NULLS_FIRST: i16 = 2;

/// What an index consists of.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    pub(super) unique: bool,
    pub(super) nulls_not_distinct: bool,
    /// The index of a partitioned table, which the server prints as one without children.
    pub(super) partitioned: bool,
    pub(super) access_method: u32,
    /// The columns after these are included ones.
    pub(super) key_count: usize,
    pub(super) columns: Vec<i16>,
    /// One for each key column, as the next two.
    pub(super) classes: Vec<u32>,
    pub(super) collations: Vec<u32>,
    pub(super) orders: Vec<i16>,
    pub(super) options: Vec<String>,
    /// Expressions, a predicate, parameters of operator classes: for the server to print.
    pub(super) elaborate: bool,
}

impl Shape {
    pub(super) fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let key_count: i16 = row.get("key_count")?;
        let has_expressions: bool = row.get("has_expressions")?;
        Ok(Shape {
            unique: row.get("is_unique")?,
            nulls_not_distinct: row.get("nulls_not_distinct")?,
            partitioned: row.get("partitioned")?,
            access_method: row.get("access_method")?,
            key_count: usize::try_from(key_count).unwrap_or_default(),
            columns: row.get("columns")?,
            classes: row.get("classes")?,
            collations: row.get("collations")?,
            orders: row.get("orders")?,
            options: row.get("options")?,
            elaborate: has_expressions || row.get("has_column_options")?,
        })
    }
}

/// The statement that creates the index, without a semicolon. `None`: the server has to be asked.
pub(super) fn text(
    name: &str,
    relation: &Relation,
    columns: &[Attribute],
    shape: &Shape,
    classes: &Classes,
) -> Option<String> {
    if shape.elaborate {
        return None;
    }
    let (keys, included) = shape.columns.split_at_checked(shape.key_count)?;
    let (_, method) = ACCESS_METHODS.iter().find(|(oid, _)| *oid == shape.access_method)?;
    let mut text = format!(
        "CREATE {}INDEX {} ON {}{} USING {method} (",
        if shape.unique { "UNIQUE " } else { "" },
        identifier(name),
        if shape.partitioned { "ONLY " } else { "" },
        relation.qualified(),
    );
    for (place, &number) in keys.iter().enumerate() {
        let column = attribute(columns, number)?;
        // A collation that is not the column's own is named.
        let collation = *shape.collations.get(place)?;
        if collation != 0 && collation != column.collation_oid {
            return None;
        }
        text.push_str(if place > 0 { ", " } else { "" });
        text.push_str(&identifier(&column.name));
        text.push_str(&classes.words(*shape.classes.get(place)?, column.type_oid)?);
        if shape.access_method == BTREE {
            text.push_str(order(*shape.orders.get(place)?));
        }
    }
    text.push(')');
    if !included.is_empty() {
        text.push_str(" INCLUDE (");
        text.push_str(&column_list(columns, included)?);
        text.push(')');
    }
    if shape.nulls_not_distinct {
        text.push_str(" NULLS NOT DISTINCT");
    }
    if !shape.options.is_empty() {
        let options: Vec<String> = shape.options.iter().map(|option| storage_parameter(option)).collect();
        text.push_str(" WITH (");
        text.push_str(&options.join(", "));
        text.push(')');
    }
    Some(text)
}

/// `a, b`: columns by number. `None` when one of them is not known.
pub(super) fn column_list(columns: &[Attribute], numbers: &[i16]) -> Option<String> {
    let mut list = String::new();
    for &number in numbers {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(&identifier(&attribute(columns, number)?.name));
    }
    Some(list)
}

fn order(bits: i16) -> &'static str {
    match (bits & DESCENDING != 0, bits & NULLS_FIRST != 0) {
        (false, false) => "",
        (false, true) => " NULLS FIRST",
        (true, false) => " DESC NULLS LAST",
        (true, true) => " DESC",
    }
}

/// `fillfactor='70'`, `fastupdate=off`: values that read as names stand as they are.
fn storage_parameter(option: &str) -> String {
    let (name, value) = option.split_once('=').unwrap_or((option, ""));
    let name = identifier(name);
    if identifier(value) == value {
        format!("{name}={value}")
    } else {
        format!("{name}={}", literal(value).trim_start())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_a_column_is_said_where_it_is_not_the_usual_one() {
        assert_eq!([0, 2, 1, 3].map(order), ["", " NULLS FIRST", " DESC NULLS LAST", " DESC"]);
    }

    #[test]
    fn only_values_that_read_as_names_stand_without_quotes() {
        let printed = ["fillfactor=70", "fastupdate=off", "fastupdate=on", "buffering=auto"].map(storage_parameter);
        assert_eq!(printed, ["fillfactor='70'", "fastupdate=off", "fastupdate='on'", "buffering=auto"]);
    }

    #[test]
    fn what_is_not_known_is_left_to_the_server() {
        assert_eq!(column_list(&[], &[1]), None);
        let relation = Relation { oid: 1, schema: "s".to_owned(), name: "t".to_owned(), kind: 'r' };
        let shape = Shape { access_method: BTREE, key_count: 2, columns: vec![1], ..Shape::default() };
        assert_eq!(text("i", &relation, &[], &shape, &Classes::default()), None);
    }
}
