//! NOT NULL: words in the column, a table constraint for a column that is not written, and (from 18 on) a
//! constraint of its own when it is NOT VALID.

use super::{
    column::{Attribute, NotNull, NotNullConstraint},
    relation::Relation,
};
use crate::{
    object::{Class, Definition, Feature, Key, Kind, Object},
    syntax::identifier,
};

/// The first server that takes NOT NULL as an element of CREATE TABLE.
pub(super) const ELEMENT_SINCE: u32 = 18;

/// The NOT NULL of a column inside its table's definition: `written`, in the column, or else as an element of its own.
pub(super) fn words(relation: &Relation, column: &Attribute, not_null: &NotNull, written: bool) -> String {
    let mut text = String::new();
    let constraint = not_null.constraint.as_ref();
    if let Some(named) = constraint.filter(|it| !is_usual(relation, column, it)) {
        text.push_str(" CONSTRAINT ");
        text.push_str(&identifier(&named.name));
    }
    text.push_str(" NOT NULL");
    if !written {
        text.push(' ');
        text.push_str(&identifier(&column.name));
    }
    if constraint.is_some_and(|it| it.no_inherit) {
        text.push_str(" NO INHERIT");
    }
    text
}

/// Whether SET NOT NULL makes it, on servers that know no name for it as well.
pub(super) fn is_plain(relation: &Relation, column: &Attribute, not_null: &NotNull) -> bool {
    not_null.constraint.as_ref().is_none_or(|it| is_usual(relation, column, it) && !it.no_inherit)
}

/// The server chooses the name itself when it is the one it would choose: older servers have no names for this.
/// A comment needs the name to be certain, and a name that is taken would not be chosen.
fn is_usual(relation: &Relation, column: &Attribute, constraint: &NotNullConstraint) -> bool {
    !constraint.commented
        && !constraint.shared
        && *constraint.name == *format!("{}_{}_not_null", relation.name, column.name)
}

/// A constraint that is NOT VALID: added in post-data, to the children as well. `None` when it is valid or comes
/// from a parent.
pub(super) fn not_valid(relation: &Relation, column: &Attribute) -> Option<Object> {
    let constraint = column.not_null.as_ref()?.constraint.as_ref()?;
    if constraint.valid || !constraint.local {
        return None;
    }
    Some(Object {
        sort_key: relation.part_sort_key(&constraint.name),
        address: Some(format!("CONSTRAINT {} ON {}", identifier(&constraint.name), relation.qualified())),
        belongs_to: Some(relation.key()),
        create: Definition::sql(format!(
            "{} {}\n    ADD CONSTRAINT {} NOT NULL {}{} NOT VALID;",
            relation.alter(),
            relation.qualified(),
            identifier(&constraint.name),
            identifier(&column.name),
            if constraint.no_inherit { " NO INHERIT" } else { "" },
        )),
        requires: [Feature::NotNullNotValid].into(),
        drop: Some(relation.drop_constraint(&constraint.name)),
        ..Object::new(
            Key::new(Class::CONSTRAINT, constraint.oid),
            Kind::Constraint,
            Some(relation.schema.clone()),
            relation.part_name(&constraint.name),
        )
    })
}
