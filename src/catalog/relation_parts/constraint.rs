//! PRIMARY KEY, UNIQUE and EXCLUDE constraints, each with its index.

use super::{index::Properties, statements};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
        relations::{Relation, option_list},
    },
    object::{Class, Definition, Feature, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("relation_parts", "constraint.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        let (relation, row) = (Relation::read(&row)?, Row::read(&row)?);
        reading.add(object(&relation, row));
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
    definition: String,
    index_name: String,
    options: Vec<String>,
    properties: Properties,
    tablespace: Option<String>,
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
            definition: row.get("definition")?,
            index_name: row.get("index_name")?,
            options: row.get("options")?,
            properties: Properties::read(row)?,
            tablespace: row.get("tablespace")?,
            attached: row.get("attached")?,
        })
    }
}

#[derive(Clone, Copy)]
struct Timing {
    deferrable: bool,
    deferred: bool,
}

impl Timing {
    /// The words that end a constraint's definition.
    fn words(self) -> &'static str {
        match (self.deferrable, self.deferred) {
            (true, true) => " DEFERRABLE INITIALLY DEFERRED",
            (true, false) => " DEFERRABLE",
            (false, _) => "",
        }
    }
}

fn object(relation: &Relation, row: Row) -> Object {
    let definition = definition(row.kind, &row.definition, row.timing, &row.options);
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
