//! NOT NULL: words in the column, a table constraint for a column that is not written, and (from 18 on) a
//! constraint of its own when it is NOT VALID or bears a comment.

use super::{
    column::{Attribute, NotNull, NotNullConstraint},
    relation::Relation,
};
use crate::{
    object::{Class, Definition, Inline, Key, Kind, Object, Piece, Section},
    syntax::identifier,
};

/// NOT NULL inside a table's definition: where, and the object when the constraint needs one.
pub(super) struct Written {
    /// The piece for the column's element, or for one of its own when the column is not written.
    pub(super) piece: Piece,
    /// The constraint as an object, for the comment on it.
    pub(super) object: Option<Object>,
}

/// Writes the NOT NULL of a column into its table. `written`: the column is, too.
pub(super) fn written(relation: &Relation, column: &Attribute, not_null: &NotNull, written: bool) -> Written {
    let Some(constraint) = &not_null.constraint else {
        return Written { piece: Piece::Text(" NOT NULL".to_owned()), object: None };
    };
    let text = words(relation, column, constraint, written);
    if !constraint.commented {
        return Written { piece: Piece::Text(text), object: None };
    }
    let mut object = bare(relation, constraint);
    object.section = Section::PreData;
    object.create =
        Definition::sql(format!("{} ADD{};", relation.alter_only(), words(relation, column, constraint, false)));
    object.inline = Some(Inline { into: relation.key(), text, separate_section: Section::PreData });
    Written { piece: Piece::Inline(object.key), object: Some(object) }
}

/// A constraint that is NOT VALID: added in post-data, to the children as well. `None` when it is valid or comes
/// from a parent.
pub(super) fn not_valid(relation: &Relation, column: &Attribute) -> Option<Object> {
    let constraint = column.not_null.as_ref()?.constraint.as_ref()?;
    if constraint.valid || !constraint.local {
        return None;
    }
    let mut object = bare(relation, constraint);
    object.create = Definition::sql(format!(
        "{} {}\n    ADD CONSTRAINT {} NOT NULL {}{} NOT VALID;",
        relation.alter(),
        relation.qualified(),
        identifier(&constraint.name),
        identifier(&column.name),
        if constraint.no_inherit { " NO INHERIT" } else { "" },
    ));
    Some(object)
}

fn bare(relation: &Relation, constraint: &NotNullConstraint) -> Object {
    Object {
        sort_key: relation.part_sort_key(&constraint.name),
        address: Some(format!("CONSTRAINT {} ON {}", identifier(&constraint.name), relation.qualified())),
        belongs_to: Some(relation.key()),
        drop: Some(relation.drop_constraint(&constraint.name)),
        ..Object::new(
            Key::new(Class::CONSTRAINT, constraint.oid),
            Kind::Constraint,
            Some(relation.schema.clone()),
            relation.part_name(&constraint.name),
        )
    }
}

/// The server chooses the name itself when it is the one it would choose: older servers have no names for this.
/// A comment needs the name to be certain.
fn words(relation: &Relation, column: &Attribute, constraint: &NotNullConstraint, written: bool) -> String {
    let mut text = String::new();
    if constraint.commented || constraint.name != format!("{}_{}_not_null", relation.name, column.name) {
        text.push_str(" CONSTRAINT ");
        text.push_str(&identifier(&constraint.name));
    }
    text.push_str(" NOT NULL");
    if !written {
        text.push(' ');
        text.push_str(&identifier(&column.name));
    }
    if constraint.no_inherit {
        text.push_str(" NO INHERIT");
    }
    text
}
