//! Column defaults: written in the column unless a loop (usually a serial column's sequence) forces them out,
//! and apart from the start where the column itself is not written. One that needs nothing is a part of the column's
//! words.

use super::{column::ColumnDefault, relation::Relation};
use crate::{
    object::{Class, Definition, Drop, Inline, Key, Kind, Object, Section},
    syntax::identifier,
};

/// What stands in the column.
pub(super) fn words(default: &ColumnDefault) -> String {
    format!(" DEFAULT {}", default.text)
}

/// The default of a column. `inside`: the table's definition has a place for it.
pub(super) fn object(relation: &Relation, column: &str, default: &ColumnDefault, inside: bool) -> Object {
    let key = Key::new(Class::ATTRDEF, default.oid);
    let quoted = identifier(column);
    let (alter, table) = (relation.alter(), relation.qualified());
    let inline = inside
        .then(|| Box::new(Inline { into: relation.key(), text: words(default), separate_section: Section::PreData }));
    Object {
        sort_key: relation.part_sort_key(column),
        belongs_to: Some(relation.key()),
        create: Definition::sql(format!(
            "{} ALTER COLUMN {quoted} SET DEFAULT {};",
            relation.alter_only(),
            default.text
        )),
        drop: Some(Drop::marked(format!(
            "{alter} {}ONLY {table} ALTER COLUMN {quoted} DROP DEFAULT;",
            Drop::IF_EXISTS
        ))),
        inline,
        ..Object::new(key, Kind::Default, Some(relation.schema.clone()), relation.part_name(column))
    }
}
