//! Ordinary, partitioned and foreign tables with their columns, defaults, NOT NULL and CHECK constraints.
//!
//! # Invariants
//! Columns keep their physical order; the holes that dropped columns left are not kept.

use std::collections::{HashMap, HashSet};

use super::{
    attach,
    check::{self, Check},
    column::{Attribute, Generated},
    default, not_null,
    options::{foreign_list, storage_list},
    printed::{Ancestry, DefaultPlace, ParentColumns, Printed, keeps_order, printed},
    relation::Relation,
    settings,
};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Element, Key, Kind, Object, Piece},
    syntax::{identifier, qualified},
};

const QUERY: Query = query!("relations", "table.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, check::QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let rows = reading.relation_rows(QUERY)?;
    let mut checks = check::read(reading)?;
    let attributes = std::mem::take(&mut reading.attributes);
    let wanted: HashSet<u32> = reading.relations.iter().copied().collect();
    for row in rows {
        let row = Row::read(&row)?;
        // An extension brings its tables whole; only the table itself is listed as a member.
        if !reading.members.contains(&row.relation.key()) {
            let checks = checks.remove(&row.relation.oid).unwrap_or_default();
            let table = Table::new(row, &attributes, checks, &wanted);
            for (row, object) in table.aliases() {
                reading.aliases.insert(row, object);
            }
            for object in table.objects() {
                reading.add(object);
            }
        }
    }
    reading.attributes = attributes;
    Ok(())
}

struct Row {
    relation: Relation,
    owner: String,
    persistence: char,
    is_partition: bool,
    replica_identity: char,
    force_row_security: bool,
    access_method: Option<String>,
    tablespace: Option<String>,
    options: Vec<String>,
    toast_options: Vec<String>,
    of_type: Option<String>,
    partition_key: Option<String>,
    partition_bound: Option<String>,
    server: Option<String>,
    foreign_options: Vec<String>,
    parents: Vec<Relation>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let oids: Vec<u32> = row.get("parent_oids")?;
        let schemas: Vec<String> = row.get("parent_schemas")?;
        let names: Vec<String> = row.get("parent_names")?;
        // Only the name of a parent is used, and only tables have children: the kind does not matter.
        let parents = oids.into_iter().zip(schemas).zip(names);
        let parents = parents.map(|((oid, schema), name)| Relation { oid, schema, name, kind: 'r' }).collect();
        Ok(Row {
            relation: Relation::read(row)?,
            owner: row.get("owner")?,
            persistence: row.char("persistence")?,
            is_partition: row.get("is_partition")?,
            replica_identity: row.char("replica_identity")?,
            force_row_security: row.get("force_row_security")?,
            access_method: row.get("access_method")?,
            tablespace: row.get("tablespace")?,
            options: row.get("options")?,
            toast_options: row.get("toast_options")?,
            of_type: row.get("of_type")?,
            partition_key: row.get("partition_key")?,
            partition_bound: row.get("partition_bound")?,
            server: row.get("server")?,
            foreign_options: row.get("foreign_options")?,
            parents,
        })
    }
}

/// Everything that a table's definition is made of.
struct Table<'a> {
    row: Row,
    ancestry: Ancestry,
    /// Each column with what the definition says of it.
    columns: Vec<(&'a Attribute, Printed)>,
    checks: Vec<Check>,
    /// The parent is dumped as well.
    attached: bool,
}

impl<'a> Table<'a> {
    fn new(row: Row, attributes: &'a HashMap<u32, Vec<Attribute>>, checks: Vec<Check>, wanted: &HashSet<u32>) -> Self {
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
        let by_name = |columns: &&'a [Attribute]| columns.iter().map(|column| (column.name.as_str(), column)).collect();
        let parents: Vec<ParentColumns<'a>> = parents.iter().map(by_name).collect();
        let columns = columns.iter().map(|column| (column, printed(column, ancestry, &parents))).collect();
        let attached = row.is_partition && row.parents.iter().all(|parent| wanted.contains(&parent.oid));
        Table { row, ancestry, columns, checks, attached }
    }

    /// The table, the objects that stand inside its definition, and those that its columns add to it.
    fn objects(&self) -> Vec<Object> {
        let row = &self.row;
        let relation = &row.relation;
        let mut objects = Vec::new();
        let mut elements = Vec::new();
        let mut later = Vec::new();
        let mut constraints = Vec::new();
        for &(column, printed) in &self.columns {
            let mut pieces = self.column(column, printed);
            if let Some(default) = &column.default {
                match printed.default {
                    DefaultPlace::Inside => {
                        let object = default::object(relation, &column.name, default, true);
                        pieces.push(Piece::Inline(object.key));
                        objects.push(object);
                    }
                    DefaultPlace::Apart => objects.push(default::object(relation, &column.name, default, false)),
                    DefaultPlace::OtherExpression => {
                        later.push(settings::alter_column(
                            relation,
                            column,
                            &format!("SET EXPRESSION AS ({})", default.text),
                        ));
                    }
                    DefaultPlace::Nowhere | DefaultPlace::Null | DefaultPlace::Generated => {}
                }
            }
            if printed.default == DefaultPlace::Null && !printed.column {
                later.push(settings::alter_column(relation, column, "SET DEFAULT NULL"));
            }
            if let Some(not_null) = column.not_null.as_ref().filter(|_| printed.not_null) {
                if not_null.constraint.is_none() && !printed.column {
                    later.push(settings::alter_column(relation, column, "SET NOT NULL"));
                } else {
                    let piece = Piece::Text(not_null::words(relation, column, not_null, printed.column));
                    if printed.column { &mut pieces } else { &mut constraints }.push(piece);
                }
            }
            objects.extend(not_null::not_valid(relation, column));
            if !pieces.is_empty() {
                elements.push(Element { pieces });
            }
        }
        elements.extend(constraints.into_iter().map(|piece| Element { pieces: vec![piece] }));
        for check in &self.checks {
            let Some(object) = check.object(relation, row.is_partition) else { continue };
            if object.inline.is_some() {
                elements.push(Element { pieces: vec![Piece::Inline(object.key)] });
            }
            objects.push(object);
        }
        if let (true, Some(parent), Some(bound)) = (self.attached, row.parents.first(), &row.partition_bound) {
            objects.push(attach::object(relation, &row.owner, parent, bound));
        }
        objects.push(self.object(elements, later));
        objects
    }

    /// Rows of the catalogs whose dependencies are the table's because they have no object of their own.
    fn aliases(&self) -> Vec<(Key, Key)> {
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
        for check in self.checks.iter().filter(|it| it.object(&self.row.relation, self.row.is_partition).is_none()) {
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

    /// The table itself.
    fn object(&self, elements: Vec<Element>, later: Vec<String>) -> Object {
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
            tail.push_str(&format!("\nINHERITS ({})", parents.join(", ")));
        }
        if let Some(key) = &row.partition_key {
            tail.push_str("\nPARTITION BY ");
            tail.push_str(key);
        }
        if let Some(server) = &row.server {
            tail.push_str("\nSERVER ");
            tail.push_str(&identifier(server));
        }
        if let Some(options) = storage_list(&row.options, &row.toast_options) {
            tail.push_str(&format!("\nWITH ({options})"));
        }
        if let Some(options) = foreign_list(&row.foreign_options) {
            tail.push_str(&format!("\nOPTIONS (\n    {options}\n)"));
        }
        tail.push(';');
        let alter = relation.alter_only();
        if self.ancestry == Ancestry::InheritLater {
            settings::append(&mut tail, parents.iter().map(|parent| format!("{alter} INHERIT {parent};")));
        }
        settings::append(&mut tail, later);
        settings::append(&mut tail, settings::replica_identity(relation, row.replica_identity));
        for &(column, printed) in &self.columns {
            settings::append(&mut tail, settings::of_column(relation, column, printed));
        }
        if row.force_row_security {
            settings::append(&mut tail, [format!("{alter} FORCE ROW LEVEL SECURITY;")]);
        }
        // The default for new tables does not reach partitioned ones: they have no storage (17).
        let access_method = row.access_method.as_ref();
        if let Some(method) = access_method.filter(|_| relation.kind == 'p') {
            settings::append(&mut tail, [format!("{alter} SET ACCESS METHOD {};", identifier(method))]);
        }
        let kind = if relation.kind == 'f' { Kind::ForeignTable } else { Kind::Table };
        Object {
            owner: Some(row.owner.clone()),
            tablespace: row.tablespace.clone(),
            access_method: access_method.filter(|_| relation.kind == 'r').cloned(),
            create: Definition { head, elements, tail },
            ..Object::new(relation.key(), kind, Some(relation.schema.clone()), relation.name.clone())
                .addressed(relation.noun(), &qualified(&relation.schema, &relation.name))
        }
    }
}

/// Everything that the table inherits it defines as well: created alone and told to inherit afterwards, it is what
/// it was.
fn is_complete(columns: &[Attribute], checks: &[Check]) -> bool {
    let constraint = |column: &Attribute| column.not_null.as_ref().and_then(|it| it.constraint.clone());
    columns.iter().all(|column| column.local && constraint(column).is_none_or(|it| it.local))
        && checks.iter().all(|check| check.local)
}
