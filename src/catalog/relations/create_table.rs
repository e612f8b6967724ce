//! CREATE TABLE: the sum of the table's own words, its columns', its constraints' and what only ALTER TABLE can say.
//!
//! # Invariants
//! Columns keep their physical order; the holes that dropped columns left are not kept.

mod older;

use std::collections::{HashMap, HashSet};

use older::needs_not_null_element;

use super::{
    attach,
    check::Check,
    column::{Attribute, Generated},
    default, not_null,
    options::{foreign_list, known, storage_list},
    printed::{Ancestry, DefaultPlace, ParentColumns, Printed, keeps_order, printed},
    relation::Relation,
    settings,
    table::Row,
};
use crate::{
    object::{Class, Definition, Element, Key, Kind, Object, Piece},
    syntax::identifier,
};

/// A version newer than all that older words are known for.
const NEWEST: u32 = u32::MAX;

/// Everything that a table's definition is made of.
pub(super) struct Table<'a> {
    row: Row,
    ancestry: Ancestry,
    /// Each column with what the definition says of it.
    columns: Vec<(&'a Attribute, Printed)>,
    checks: Vec<Check>,
    /// The parent is dumped as well.
    attached: bool,
}

impl<'a> Table<'a> {
    /// Settles how the table comes by its parents and what each column says for itself. `wanted`: what is dumped.
    pub(super) fn new(
        row: Row,
        attributes: &'a HashMap<u32, Vec<Attribute>>,
        checks: Vec<Check>,
        wanted: &HashSet<u32>,
    ) -> Self {
        let columns_of = |oid: &u32| attributes.get(oid).map_or(&[][..], Vec::as_slice);
        let columns = columns_of(&row.relation.oid);
        let parents: Vec<&[Attribute]> = row.parents.iter().map(|parent| columns_of(&parent.oid)).collect();
        let ancestry = if parents.is_empty() {
            Ancestry::None
        } else if row.is_partition {
            Ancestry::Partition
        } else if !keeps_order(columns, &parents) && is_complete(columns, &checks) {
            Ancestry::InheritLater
        } else {
            Ancestry::Inherits
        };
        let by_name = |columns: &&'a [Attribute]| columns.iter().map(|column| (&*column.name, column)).collect();
        let parents: Vec<ParentColumns<'a>> = parents.iter().map(by_name).collect();
        let columns = columns.iter().map(|column| (column, printed(column, ancestry, &parents))).collect();
        let attached = row.is_partition && row.parents.iter().all(|parent| wanted.contains(&parent.oid));
        Table { row, ancestry, columns, checks, attached }
    }

    /// The table, the objects that stand inside its definition, and those that its columns add to it.
    pub(super) fn objects(&self) -> Vec<Object> {
        let row = &self.row;
        let relation = &row.relation;
        let (create, mut objects) = self.definition(NEWEST);
        objects.extend(self.columns.iter().filter_map(|(column, _)| not_null::not_valid(relation, column)));
        objects.extend(self.checks.iter().filter_map(|check| check.object(relation, row.is_partition)));
        if let (true, Some(parent), Some(bound)) = (self.attached, row.parents.first(), &row.partition_bound) {
            objects.push(attach::object(relation, &row.owner, parent, bound));
        }
        objects.push(self.object(create));
        objects
    }

    /// The table's statements on a server of this major version, with the defaults of its columns as objects.
    fn definition(&self, server: u32) -> (Definition, Vec<Object>) {
        let row = &self.row;
        let relation = &row.relation;
        let mut defaults = Vec::new();
        let mut elements = Vec::new();
        let mut later = Vec::new();
        let mut constraints = Vec::new();
        for &(column, printed) in &self.columns {
            let mut pieces = self.column(column, printed);
            if let Some(default) = &column.default {
                match printed.default {
                    // What needs nothing can be part of no loop, and has no use for being an object.
                    DefaultPlace::Inside if !default.has_needs => pieces.push(Piece::Text(default::words(default))),
                    DefaultPlace::Inside => {
                        let object = default::object(relation, &column.name, default, true);
                        pieces.push(Piece::Inline(object.key));
                        defaults.push(object);
                    }
                    DefaultPlace::Apart => defaults.push(default::object(relation, &column.name, default, false)),
                    DefaultPlace::OtherExpression => {
                        let words = format!("SET EXPRESSION AS ({})", default.text);
                        later.push(settings::alter_column(relation, column, &words));
                    }
                    DefaultPlace::Nowhere | DefaultPlace::Null | DefaultPlace::Generated => {}
                }
            }
            if printed.default == DefaultPlace::Null && !printed.column {
                later.push(settings::alter_column(relation, column, "SET DEFAULT NULL"));
            }
            if let Some(not_null) = column.not_null.as_ref().filter(|_| printed.not_null) {
                if printed.column {
                    pieces.push(Piece::Text(not_null::words(relation, column, not_null, true)));
                } else if server >= not_null::ELEMENT_SINCE && needs_not_null_element(relation, column, printed) {
                    constraints.push(Piece::Text(not_null::words(relation, column, not_null, false)));
                } else {
                    later.push(settings::alter_column(relation, column, "SET NOT NULL"));
                }
            }
            if !pieces.is_empty() {
                elements.push(Element { pieces });
            }
        }
        elements.extend(constraints.into_iter().map(|piece| Element { pieces: vec![piece] }));
        let inline = self.checks.iter().filter(|check| check.is_inline(row.is_partition));
        elements.extend(inline.map(|check| Element { pieces: vec![Piece::Inline(check.key())] }));
        (self.statements(elements, later, server), defaults)
    }

    /// Rows of the catalogs whose dependencies are the table's because they have no object of their own.
    pub(super) fn aliases(&self) -> Vec<(Key, Key)> {
        let table = self.row.relation.key();
        let mut aliases = Vec::new();
        for &(column, printed) in &self.columns {
            let apart = matches!(printed.default, DefaultPlace::Inside | DefaultPlace::Apart);
            if let Some(default) = column.default.as_ref().filter(|_| !apart) {
                aliases.push((Key::new(Class::ATTRDEF, default.oid), table));
            }
            let constraint = column.not_null.as_ref().and_then(|it| it.constraint.as_ref());
            if let Some(constraint) = constraint.filter(|it| it.valid) {
                aliases.push((Key::new(Class::CONSTRAINT, constraint.oid), table));
            }
        }
        for check in self.checks.iter().filter(|it| !it.is_object(self.row.is_partition)) {
            aliases.push((check.key(), table));
        }
        aliases
    }

    /// The pieces of a column that come before its default and NOT NULL; none when it is not written.
    fn column(&self, column: &Attribute, printed: Printed) -> Vec<Piece> {
        let mut text = identifier(&column.name);
        if self.row.of_type.is_some() {
            // The type has the column already; only what the table adds is said.
            if printed.default == DefaultPlace::Nowhere && !printed.not_null {
                return Vec::new();
            }
            text.push_str(" WITH OPTIONS");
        } else if printed.column {
            text.push(' ');
            text.push_str(&column.type_name);
            if let Some(collation) = &column.collation {
                text.push_str(" COLLATE ");
                text.push_str(collation);
            }
        } else {
            return Vec::new();
        }
        match (printed.default, column.generated, &column.default) {
            (DefaultPlace::Null, ..) => text.push_str(" DEFAULT NULL"),
            (DefaultPlace::Generated, Some(generated), Some(default)) => {
                text.push_str(" GENERATED ALWAYS AS (");
                text.push_str(&default.text);
                text.push_str(if generated == Generated::Stored { ") STORED" } else { ") VIRTUAL" });
            }
            _ => {}
        }
        vec![Piece::Text(text)]
    }

    /// The table's statements, from its elements and from what only ALTER TABLE can say.
    fn statements(&self, elements: Vec<Element>, later: Vec<String>, server: u32) -> Definition {
        let row = &self.row;
        let relation = &row.relation;
        let name = relation.qualified();
        let unlogged = if row.persistence == 'u' && relation.kind != 'p' { "UNLOGGED " } else { "" };
        let mut head = format!("CREATE {unlogged}{} {name}", relation.noun());
        if let Some(of_type) = &row.of_type {
            head.push_str(" OF ");
            head.push_str(of_type);
        }
        let mut tail = String::new();
        // A table of a type has no empty parentheses; any other table needs them.
        if row.of_type.is_none() || !elements.is_empty() {
            head.push_str(" (");
            tail.push_str("\n)");
        }
        let parents: Vec<String> = row.parents.iter().map(Relation::qualified).collect();
        if self.ancestry == Ancestry::Inherits {
            tail.push_str("\nINHERITS (");
            tail.push_str(&parents.join(", "));
            tail.push(')');
        }
        if let Some(key) = &row.partition_key {
            tail.push_str("\nPARTITION BY ");
            tail.push_str(key);
        }
        if let Some(server) = &row.server {
            tail.push_str("\nSERVER ");
            tail.push_str(&identifier(server));
        }
        if let Some(options) = storage_list(&known(&row.options, server), &known(&row.toast_options, server)) {
            tail.push_str("\nWITH (");
            tail.push_str(&options);
            tail.push(')');
        }
        if let Some(options) = foreign_list(&row.foreign_options) {
            tail.push_str("\nOPTIONS (\n    ");
            tail.push_str(&options);
            tail.push_str("\n)");
        }
        tail.push(';');
        let alter = relation.alter_only();
        if self.ancestry == Ancestry::InheritLater {
            settings::append(&mut tail, parents.iter().map(|parent| format!("{alter} INHERIT {parent};")));
        }
        settings::append(&mut tail, later);
        settings::append(&mut tail, settings::replica_identity(relation, row.replica_identity));
        for &(column, printed) in &self.columns {
            settings::append(&mut tail, settings::of_column(relation, column, printed, server));
        }
        if row.force_row_security {
            settings::append(&mut tail, [format!("{alter} FORCE ROW LEVEL SECURITY;")]);
        }
        Definition::list(head, elements, tail)
    }

    /// The table itself.
    fn object(&self, create: Definition) -> Object {
        let row = &self.row;
        let relation = &row.relation;
        let kind = if relation.kind == 'f' { Kind::ForeignTable } else { Kind::Table };
        Object {
            owner: Some(row.owner.as_str().into()),
            tablespace: row.tablespace.clone(),
            access_method: row.access_method.clone().filter(|_| relation.kind != 'f'),
            partitioned: relation.kind == 'p',
            create,
            requires: self.requires().into(),
            older: self.older().into(),
            ..Object::new(relation.key(), kind, Some(relation.schema.clone()), relation.name.clone())
                .addressed(relation.noun(), &relation.qualified())
        }
    }
}

/// Everything that the table inherits it defines as well: created alone and told to inherit afterwards, it is what
/// it was.
fn is_complete(columns: &[Attribute], checks: &[Check]) -> bool {
    let has_own_not_null = |column: &Attribute| {
        column.not_null.as_ref().and_then(|it| it.constraint.as_ref()).is_none_or(|constraint| constraint.local)
    };
    columns.iter().all(|column| column.local && has_own_not_null(column)) && checks.iter().all(|check| check.local)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::relations::column::{ColumnDefault, NotNull};

    pub(super) fn row(kind: char) -> Row {
        Row {
            relation: Relation { oid: 1, schema: "s".to_owned(), name: "T".to_owned(), kind },
            owner: "o".to_owned(),
            persistence: 'p',
            is_partition: false,
            replica_identity: 'd',
            force_row_security: false,
            access_method: None,
            tablespace: None,
            options: [].into(),
            toast_options: [].into(),
            of_type: None,
            partition_key: None,
            partition_bound: None,
            server: None,
            foreign_options: [].into(),
            parents: Vec::new(),
        }
    }

    fn parent() -> Relation {
        Relation { oid: 2, schema: "s".to_owned(), name: "parent".to_owned(), kind: 'r' }
    }

    pub(super) fn column(number: i16, name: &str) -> Attribute {
        Attribute {
            number,
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

    /// The table's own statement, its inline objects in place.
    fn text(row: Row, columns: Vec<Attribute>, parent: Vec<Attribute>) -> String {
        let attributes = HashMap::from([(1, columns), (2, parent)]);
        let objects = Table::new(row, &attributes, Vec::new(), &HashSet::from([1, 2])).objects();
        let inline = |key| {
            objects.iter().find(|object| object.key == key).and_then(|it| it.inline.as_ref()).map(|it| it.text.as_str())
        };
        let table = objects.iter().find(|object| matches!(object.kind, Kind::Table | Kind::ForeignTable));
        table.map(|table| table.create.render(inline)).unwrap_or_default()
    }

    #[test]
    fn a_table_without_columns_keeps_its_parentheses_and_one_of_a_type_has_none() {
        assert_eq!(text(row('r'), Vec::new(), Vec::new()), "CREATE TABLE s.\"T\" (\n);");
        let typed = Row { of_type: Some("s.ty".to_owned()), ..row('r') };
        assert_eq!(text(typed, vec![column(1, "a")], Vec::new()), "CREATE TABLE s.\"T\" OF s.ty;");
    }

    #[test]
    fn a_columns_default_comes_before_its_not_null() {
        let a = Attribute {
            default: Some(Box::new(ColumnDefault { oid: 7, text: "1".to_owned(), has_needs: true })),
            not_null: Some(NotNull { constraint: None }),
            ..column(1, "a")
        };
        let expected = "CREATE TABLE s.\"T\" (\n    a integer DEFAULT 1 NOT NULL,\n    b integer\n);";
        assert_eq!(text(row('r'), vec![a, column(2, "b")], Vec::new()), expected);
    }

    #[test]
    fn a_child_says_only_what_is_its_own() {
        let child = Row { parents: vec![parent()], ..row('r') };
        let inherited = Attribute {
            local: false,
            default: Some(Box::new(ColumnDefault { oid: 7, text: "2".to_owned(), has_needs: true })),
            ..column(1, "a")
        };
        let columns = vec![inherited, column(2, "b")];
        assert_eq!(
            text(child, columns, vec![column(1, "a")]),
            "CREATE TABLE s.\"T\" (\n    b integer\n)\nINHERITS (s.parent);"
        );
    }

    #[test]
    fn a_child_whose_columns_stand_otherwise_inherits_later() {
        let child = Row { parents: vec![parent()], ..row('r') };
        assert_eq!(
            text(child, vec![column(1, "b"), column(2, "a")], vec![column(1, "a")]),
            "CREATE TABLE s.\"T\" (\n    b integer,\n    a integer\n);\n\nALTER TABLE ONLY s.\"T\" INHERIT s.parent;"
        );
    }

    #[test]
    fn a_partition_is_created_whole() {
        let partition = Row { parents: vec![parent()], is_partition: true, ..row('f') };
        let columns = vec![Attribute { local: false, ..column(1, "a") }];
        assert_eq!(text(partition, columns, vec![column(1, "a")]), "CREATE FOREIGN TABLE s.\"T\" (\n    a integer\n);");
    }
}
