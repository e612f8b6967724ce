//! Foreign keys. One that references a partitioned table needs its index whole: every attachment below it.

use std::collections::HashMap;

use super::{
    definition::{OF_CONSTRAINTS, definition, printed},
    index_attach::{self, Attachments},
    key_text::{self, Reference, Timing},
};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        relations::Relation,
    },
    object::{Class, Definition, Feature, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("relation_parts", "foreign_key.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, index_attach::QUERY, OF_CONSTRAINTS], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    add_keys(reading)?;
    // Nobody after this reader looks into the columns, which are much of what is held.
    reading.attributes = HashMap::new();
    Ok(())
}

fn add_keys(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let rows = reading.relation_rows(QUERY)?;
    if rows.len() == 0 {
        return Ok(());
    }
    let attachments = Attachments::read(reading)?;
    let mut elaborate = Vec::new();
    for row in rows {
        let (relation, row) = (Relation::read(&row)?, Row::read(&row)?);
        match row.text(reading, &relation) {
            Some(text) => reading.add(object(&relation, &row, &text, attachments.below(row.index_oid))),
            None => elaborate.push((relation, row)),
        }
    }
    let oids: Vec<u32> = elaborate.iter().map(|(_, row)| row.oid).collect();
    let mut printed = printed(reading, OF_CONSTRAINTS, &oids)?;
    for (relation, row) in elaborate {
        let text = definition(&mut printed, OF_CONSTRAINTS, row.oid)?;
        reading.add(object(&relation, &row, &text, attachments.below(row.index_oid)));
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    index_oid: u32,
    columns: Vec<i16>,
    reference: Reference,
    timing: Timing,
    valid: bool,
    enforced: bool,
    /// PERIOD
    temporal: bool,
    /// ON DELETE SET … of chosen columns.
    sets_columns: bool,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            index_oid: row.get("index_oid")?,
            columns: row.get("columns")?,
            reference: Reference {
                oid: row.get("referenced_oid")?,
                schema: row.get("referenced_schema")?,
                name: row.get("referenced")?,
                columns: row.get("referenced_columns")?,
                matching: row.char("matching")?,
                on_update: row.char("on_update")?,
                on_delete: row.char("on_delete")?,
            },
            timing: Timing { deferrable: row.get("deferrable")?, deferred: row.get("deferred")? },
            valid: row.get("valid")?,
            enforced: row.get("enforced")?,
            temporal: row.get("temporal")?,
            sets_columns: row.get("sets_columns")?,
        })
    }

    /// The definition as the server words it; `None`: it has to be asked.
    fn text(&self, reading: &Reading<'_>, relation: &Relation) -> Option<String> {
        if !self.enforced || self.temporal || self.sets_columns {
            return None;
        }
        let columns = reading.columns_of(relation.oid)?;
        let referenced = reading.columns_of(self.reference.oid)?;
        key_text::foreign(columns, &self.columns, &self.reference, referenced, self.timing, self.valid)
    }
}

fn object(relation: &Relation, row: &Row, definition: &str, needs: Vec<Key>) -> Object {
    // Partitions get theirs from the partitioned table.
    let only = if relation.kind == 'p' { "" } else { "ONLY " };
    let name = identifier(&row.name);
    let table = relation.qualified();
    let features = [
        (row.sets_columns, Feature::KeyColumnAction),
        (!row.enforced, Feature::NotEnforced),
        (row.temporal, Feature::TemporalKey),
    ];
    Object {
        requires: Feature::used(&features),
        sort_key: relation.part_sort_key(&row.name),
        address: Some(format!("CONSTRAINT {name} ON {table}")),
        belongs_to: Some(relation.key()),
        create: Definition::sql(format!("{} {only}{table}\n    ADD CONSTRAINT {name} {definition};", relation.alter())),
        drop: Some(relation.drop_constraint(&row.name)),
        needs: needs.into(),
        ..Object::new(
            Key::new(Class::CONSTRAINT, row.oid),
            Kind::ForeignKey,
            Some(relation.schema.clone()),
            relation.part_name(&row.name),
        )
    }
}
