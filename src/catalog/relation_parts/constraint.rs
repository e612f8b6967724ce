//! PRIMARY KEY, UNIQUE and EXCLUDE constraints, each with its index.

use std::sync::Arc;

use super::{
    definition::{self, OF_CONSTRAINTS, printed},
    index::Properties,
    key_text::{self, Timing},
    statements,
};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        relations::{Attribute, Relation, option_list},
    },
    object::{Class, Definition, Feature, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("relation_parts", "constraint.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, OF_CONSTRAINTS], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut elaborate = Vec::new();
    for row in reading.relation_rows(QUERY)? {
        let (relation, row) = (Relation::read(&row)?, Row::read(&row)?);
        match reading.columns_of(relation.oid).and_then(|columns| row.text(columns)) {
            Some(text) => reading.add(object(&relation, row, &text)),
            None => elaborate.push((relation, row)),
        }
    }
    let oids: Vec<u32> = elaborate.iter().map(|(_, row)| row.oid).collect();
    let mut printed = printed(reading, OF_CONSTRAINTS, &oids)?;
    for (relation, row) in elaborate {
        let text = definition::definition(&mut printed, OF_CONSTRAINTS, row.oid)?;
        reading.add(object(&relation, row, &text));
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    kind: char,
    timing: Timing,
    /// WITHOUT OVERLAPS
    temporal: bool,
    nulls_not_distinct: bool,
    columns: Vec<i16>,
    index_columns: Vec<i16>,
    /// The columns of the index after these are included ones.
    key_count: i16,
    index_name: String,
    options: Vec<String>,
    properties: Properties,
    tablespace: Option<Arc<str>>,
    attached: bool,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            kind: row.char("kind")?,
            timing: Timing { deferrable: row.get("deferrable")?, deferred: row.get("deferred")? },
            temporal: row.get("temporal")?,
            nulls_not_distinct: row.get("nulls_not_distinct")?,
            columns: row.get("columns")?,
            index_columns: row.get("index_columns")?,
            key_count: row.get("key_count")?,
            index_name: row.get("index_name")?,
            options: row.get("options")?,
            properties: Properties::read(row)?,
            tablespace: row.get("tablespace")?,
            attached: row.get("attached")?,
        })
    }

    /// The definition as the server words it; `None`: it has to be asked.
    fn text(&self, columns: &[Attribute]) -> Option<String> {
        let included = self.index_columns.get(usize::try_from(self.key_count).ok()?..)?;
        if self.temporal {
            return None;
        }
        key_text::unique(self.kind, self.nulls_not_distinct, columns, &self.columns, included, self.timing)
    }
}

fn object(relation: &Relation, row: Row, text: &str) -> Object {
    let definition = definition(row.kind, text, row.timing, &row.options);
    let create = format!("{}\n    ADD CONSTRAINT {} {definition};", relation.alter_only(), identifier(&row.name));
    let properties = row.properties.statements(relation, &row.index_name);
    let features = [(row.nulls_not_distinct, Feature::NullsNotDistinct), (row.temporal, Feature::TemporalKey)];
    Object {
        requires: Feature::used(&features),
        sort_key: relation.part_sort_key(&row.name),
        address: Some(format!("CONSTRAINT {} ON {}", identifier(&row.name), relation.qualified())),
        belongs_to: Some(relation.key()),
        tablespace: row.tablespace,
        create: Definition::sql(statements(std::iter::once(create).chain(properties))),
        // An attached one is dropped with that of the parent.
        drop: (!row.attached).then(|| relation.drop_constraint(&row.name)),
        ..Object::new(
            Key::new(Class::CONSTRAINT, row.oid),
            Kind::Constraint,
            Some(relation.schema.clone()),
            relation.part_name(&row.name),
        )
    }
}

/// The server's text leaves out the index's storage parameters (but for EXCLUDE, where it has them); they come
/// before the words about deferring.
fn definition(kind: char, text: &str, timing: Timing, options: &[String]) -> String {
    let words = timing.words();
    match (option_list(options), text.strip_suffix(words)) {
        (Some(list), Some(start)) if kind != 'x' => format!("{start} WITH ({list}){words}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn storage_parameters_come_before_the_timing() {
        let options = ["fillfactor=70".to_owned()];
        let deferred = Timing { deferrable: true, deferred: true };
        let text = definition('u', "UNIQUE (a) INCLUDE (b) DEFERRABLE INITIALLY DEFERRED", deferred, &options);
        assert_eq!(text, "UNIQUE (a) INCLUDE (b) WITH (fillfactor='70') DEFERRABLE INITIALLY DEFERRED");
        let plain = Timing { deferrable: false, deferred: false };
        assert_eq!(definition('p', "PRIMARY KEY (a)", plain, &[]), "PRIMARY KEY (a)");
        let exclude = "EXCLUDE USING gist (r WITH &&) WITH (fillfactor='70')";
        assert_eq!(definition('x', exclude, plain, &options), exclude);
    }
}
