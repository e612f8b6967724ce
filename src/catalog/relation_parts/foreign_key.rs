//! Foreign keys. One that references a partitioned table needs its index whole: every attachment below it.

use super::{index_attach, index_attach::Attachments};
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

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, index_attach::QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let rows = reading.relation_rows(QUERY)?;
    if rows.is_empty() {
        return Ok(());
    }
    let attachments = Attachments::read(reading)?;
    for row in rows {
        let (relation, row) = (Relation::read(&row)?, Row::read(&row)?);
        let needs = attachments.below(row.index_oid);
        reading.add(object(&relation, &row, needs));
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    index_oid: u32,
    definition: String,
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
            definition: row.get("definition")?,
            enforced: row.get("enforced")?,
            temporal: row.get("temporal")?,
            sets_columns: row.get("sets_columns")?,
        })
    }
}

fn object(relation: &Relation, row: &Row, needs: Vec<Key>) -> Object {
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
        create: Definition::sql(format!(
            "{} {only}{table}\n    ADD CONSTRAINT {name} {};",
            relation.alter(),
            row.definition
        )),
        drop: Some(relation.drop_constraint(&row.name)),
        needs,
        ..Object::new(
            Key::new(Class::CONSTRAINT, row.oid),
            Kind::ForeignKey,
            Some(relation.schema.clone()),
            relation.part_name(&row.name),
        )
    }
}
