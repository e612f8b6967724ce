//! Which column says what in its own CREATE TABLE, and what is left to the parents: the decisions about
//! inheritance, without any SQL.
//!
//! A column that only parents define is not written in the child, but what the child says differently is:
//! its own default (or that it has none where a parent has one), its own NOT NULL, its own generation expression.
//! A partition is different: it is created alone, with everything, and attached afterwards.
//!
//! # Neighbours
//! `table` writes what is decided here.

use std::collections::HashMap;

use super::column::{Attribute, NotNull};

/// How a table comes by its parents.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Ancestry {
    /// It has none.
    None,
    /// INHERITS in CREATE TABLE.
    Inherits,
    /// Created alone, INHERIT by ALTER TABLE afterwards: that keeps the order of its columns.
    InheritLater,
    /// A partition: created alone, ATTACH as an object of its own.
    Partition,
}

/// What the table's own statement says of one column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Printed {
    /// The column is written, name and type.
    pub(super) column: bool,
    /// Where its default is written.
    pub(super) default: DefaultPlace,
    /// NOT NULL is written.
    pub(super) not_null: bool,
    /// A parent says NOT NULL too.
    pub(super) inherits_not_null: bool,
    /// SET STORAGE is written: it would be another otherwise.
    pub(super) storage: bool,
    /// SET COMPRESSION is written: it would be another otherwise.
    pub(super) compression: bool,
}

/// Where a column's default or generation expression is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum DefaultPlace {
    /// Nowhere: there is none, or a parent brings it.
    Nowhere,
    /// A default, in the column unless a loop forces it out.
    Inside,
    /// A default, by ALTER TABLE: the column is not written.
    Apart,
    /// DEFAULT NULL: hides the default of a parent.
    Null,
    /// A generation expression, in the column: there is no syntax to add it later.
    Generated,
    /// Another generation expression than the parent's for a column that is not written (SET EXPRESSION, 17).
    OtherExpression,
}

/// Columns of a parent by name.
pub(super) type ParentColumns<'a> = HashMap<&'a str, &'a Attribute>;

/// Decides about one column. `parents` are the direct ones.
pub(super) fn printed(column: &Attribute, ancestry: Ancestry, parents: &[ParentColumns<'_>]) -> Printed {
    let inherited: Vec<&Attribute> = parents.iter().filter_map(|parent| parent.get(&*column.name).copied()).collect();
    let alone = matches!(ancestry, Ancestry::InheritLater | Ancestry::Partition);
    let written = alone || column.local || ancestry == Ancestry::None;
    Printed {
        column: written,
        default: default_place(column, written, ancestry, &inherited),
        not_null: column.not_null.as_ref().is_some_and(|it| prints_not_null(it, alone, &inherited)),
        inherits_not_null: inherited.iter().any(|parent| parent.not_null.is_some()),
        // A new child takes storage and compression from its parents.
        storage: column.storage
            != inherited.first().filter(|_| !alone).map_or(column.type_storage, |parent| parent.storage),
        compression: column.compression != inherited.first().filter(|_| !alone).and_then(|parent| parent.compression),
    }
}

fn default_place(column: &Attribute, written: bool, ancestry: Ancestry, inherited: &[&Attribute]) -> DefaultPlace {
    let Some(default) = &column.default else {
        let hides = inherited.iter().any(|parent| parent.generated.is_none() && parent.default.is_some());
        return if hides { DefaultPlace::Null } else { DefaultPlace::Nowhere };
    };
    if column.generated.is_some() {
        let mut generating = inherited.iter().filter(|parent| parent.generated.is_some()).peekable();
        let same = generating.peek().is_some()
            && generating.all(|parent| parent.default.as_ref().is_some_and(|it| it.text == default.text));
        return match ancestry {
            Ancestry::Inherits if same => DefaultPlace::Nowhere,
            _ if written => DefaultPlace::Generated,
            _ => DefaultPlace::OtherExpression,
        };
    }
    if written { DefaultPlace::Inside } else { DefaultPlace::Apart }
}

fn prints_not_null(not_null: &NotNull, alone: bool, inherited: &[&Attribute]) -> bool {
    match &not_null.constraint {
        // A constraint of its own in post-data, so that rows that break it can be loaded first.
        Some(constraint) if !constraint.valid => false,
        // Parents that are all NOT VALID would leave the child's NOT VALID too.
        Some(constraint) => alone || constraint.local || all_invalid(inherited),
        None => alone || !inherited.iter().any(|parent| parent.not_null.is_some()),
    }
}

/// Whether parents say NOT NULL, and each that does says NOT VALID.
fn all_invalid(inherited: &[&Attribute]) -> bool {
    let mut said = inherited.iter().filter_map(|parent| parent.not_null.as_ref()?.constraint.as_ref()).peekable();
    said.peek().is_some() && said.all(|constraint| !constraint.valid)
}

/// Whether CREATE TABLE … INHERITS would bring the columns in this order: the parents' columns first, then the rest.
pub(super) fn keeps_order(columns: &[Attribute], parents: &[&[Attribute]]) -> bool {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let own = columns.iter().filter(|column| column.local);
    for column in parents.iter().copied().flatten().chain(own) {
        let next = places.len();
        places.entry(&column.name).or_insert(next);
    }
    columns.iter().map(|column| places.get(&*column.name)).is_sorted()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::relations::column::{ColumnDefault, Generated, NotNullConstraint};

    fn column(name: &str) -> Attribute {
        Attribute {
            number: 1,
            name: name.into(),
            type_oid: 23,
            type_name: "integer".into(),
            collation_oid: 0,
            collation: None,
            local: true,
            generated: None,
            storage: 'p',
            type_storage: 'p',
            compression: None,
            statistics_target: None,
            options: [].into(),
            foreign_options: [].into(),
            default: None,
            not_null: None,
        }
    }

    fn inherited(name: &str) -> Attribute {
        Attribute { local: false, ..column(name) }
    }

    fn with_default(column: Attribute, text: &str) -> Attribute {
        Attribute {
            default: Some(Box::new(ColumnDefault { oid: 1, text: text.to_owned(), has_needs: true })),
            ..column
        }
    }

    fn generated(column: Attribute, text: &str) -> Attribute {
        Attribute { generated: Some(Generated::Stored), ..with_default(column, text) }
    }

    fn decide(child: &Attribute, ancestry: Ancestry, parent: &Attribute) -> Printed {
        printed(child, ancestry, &[HashMap::from([(&*parent.name, parent)])])
    }

    fn not_null(column: Attribute, local: bool, valid: bool) -> Attribute {
        let constraint = NotNullConstraint {
            oid: 1,
            name: "n".into(),
            local,
            no_inherit: false,
            valid,
            commented: false,
            shared: false,
        };
        Attribute { not_null: Some(NotNull { constraint: Some(Box::new(constraint)) }), ..column }
    }

    #[test]
    fn only_own_columns_are_written_unless_the_table_is_created_alone() {
        let parent = column("a");
        assert!(!decide(&inherited("a"), Ancestry::Inherits, &parent).column);
        assert!(decide(&column("a"), Ancestry::Inherits, &parent).column);
        assert!(decide(&inherited("a"), Ancestry::Partition, &parent).column);
    }

    #[test]
    fn a_default_the_child_does_not_have_is_hidden() {
        let parent = with_default(column("a"), "1");
        assert_eq!(decide(&inherited("a"), Ancestry::Inherits, &parent).default, DefaultPlace::Null);
        assert_eq!(decide(&column("a"), Ancestry::Partition, &parent).default, DefaultPlace::Null);
        let child = with_default(inherited("a"), "2");
        assert_eq!(decide(&child, Ancestry::Inherits, &parent).default, DefaultPlace::Apart);
        let child = with_default(column("a"), "2");
        assert_eq!(decide(&child, Ancestry::Inherits, &parent).default, DefaultPlace::Inside);
    }

    #[test]
    fn generation_expressions_come_from_the_parents_when_all_of_them_agree() {
        let parent = generated(column("a"), "b * 2");
        let place = |child: &Attribute, ancestry| decide(child, ancestry, &parent).default;
        assert_eq!(place(&generated(column("a"), "b * 2"), Ancestry::Inherits), DefaultPlace::Nowhere);
        assert_eq!(place(&generated(column("a"), "b * 3"), Ancestry::Inherits), DefaultPlace::Generated);
        assert_eq!(place(&generated(column("a"), "b * 2"), Ancestry::Partition), DefaultPlace::Generated);
        assert_eq!(place(&generated(inherited("a"), "b * 3"), Ancestry::Inherits), DefaultPlace::OtherExpression);
        let other = generated(column("a"), "b * 3");
        let both = [HashMap::from([("a", &parent)]), HashMap::from([("a", &other)])];
        let child = generated(column("a"), "b * 2");
        assert_eq!(printed(&child, Ancestry::Inherits, &both).default, DefaultPlace::Generated);
    }

    #[test]
    fn not_null_of_a_child_is_its_own_or_its_parents() {
        let parent = not_null(column("a"), true, true);
        let says = |child: &Attribute, ancestry| decide(child, ancestry, &parent).not_null;
        assert!(!says(&not_null(inherited("a"), false, true), Ancestry::Inherits));
        assert!(says(&not_null(inherited("a"), true, true), Ancestry::Inherits));
        assert!(says(&not_null(inherited("a"), false, true), Ancestry::Partition));
        assert!(!says(&not_null(column("a"), true, false), Ancestry::None));
        let invalid = not_null(column("a"), true, false);
        let child = not_null(inherited("a"), false, true);
        assert!(decide(&child, Ancestry::Inherits, &invalid).not_null);
        let both = [HashMap::from([("a", &invalid)]), HashMap::from([("a", &parent)])];
        assert!(!printed(&child, Ancestry::Inherits, &both).not_null, "one parent is valid");
    }

    #[test]
    fn before_18_not_null_belongs_to_the_parents_when_one_has_it() {
        let old = |column: Attribute| Attribute { not_null: Some(NotNull { constraint: None }), ..column };
        assert!(!decide(&old(column("a")), Ancestry::Inherits, &old(column("a"))).not_null);
        assert!(decide(&old(inherited("a")), Ancestry::Inherits, &column("a")).not_null);
        assert!(decide(&old(inherited("a")), Ancestry::Partition, &old(column("a"))).not_null);
    }

    #[test]
    fn storage_is_said_when_it_is_neither_the_types_nor_the_parents() {
        let parent = Attribute { storage: 'e', type_storage: 'x', ..column("a") };
        let says = |storage, ancestry| {
            decide(&Attribute { storage, type_storage: 'x', ..inherited("a") }, ancestry, &parent).storage
        };
        assert!(!says('e', Ancestry::Inherits));
        assert!(says('x', Ancestry::Inherits));
        assert!(says('e', Ancestry::Partition));
        assert!(!says('x', Ancestry::InheritLater));
    }

    #[test]
    fn order_is_kept_when_the_parents_columns_come_first() {
        let parent = [column("a"), column("b")];
        let keeps = |child: &[Attribute]| keeps_order(child, &[&parent]);
        assert!(keeps(&[inherited("a"), column("b"), column("c")]));
        assert!(!keeps(&[column("c"), column("a"), column("b")]));
        assert!(!keeps(&[inherited("a"), column("c"), inherited("b")]));
    }
}
