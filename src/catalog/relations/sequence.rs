//! Sequences, the columns that own them, and their values.
//!
//! An identity column's sequence has no statement of its own: it is made by ALTER TABLE … ADD GENERATED, follows
//! its table and has its table's owner.

use super::relation::Relation;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Definition, Kind, Object, Older, Part},
    syntax::identifier,
};

const QUERY: Query = query!("relations", "sequence.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        let row = Row::read(&row)?;
        // An extension brings its sequences; `configuration` knows those whose values it wants dumped.
        if reading.members.contains(&row.relation.key()) {
            continue;
        }
        if let Some(owned) = owned_by(&row) {
            reading.add(owned);
        }
        add_values(reading, &row.relation, &row.owner);
        let sequence = if row.identity().is_some() { identity(&row) } else { sequence(&row) };
        reading.add(sequence);
    }
    Ok(())
}

/// The first server with sequences that are not logged.
const PERSISTENCE_SINCE: u32 = 15;

const UNLOGGED_LOST: &str = "UNLOGGED of a sequence";

/// Adds the object that stands for a sequence's value, and the sequence to the list of those whose values are read.
pub(super) fn add_values(reading: &mut Reading<'_>, relation: &Relation, owner: &str) {
    let key = relation.key().part(Part::Rows);
    reading.catalog.sequences.push((key, relation.schema.clone(), relation.name.clone()));
    reading.push(Object {
        owner: Some(owner.into()),
        belongs_to: Some(relation.key()),
        rows_of: Some(key),
        ..Object::new(key, Kind::SequenceSet, Some(relation.schema.clone()), relation.name.clone())
    });
}

struct Row {
    relation: Relation,
    owner: String,
    persistence: char,
    parameters: Parameters,
    column: Option<Owner>,
}

struct Parameters {
    type_name: String,
    start: i64,
    increment: i64,
    minimum: i64,
    maximum: i64,
    cache: i64,
    cycle: bool,
}

/// The column that owns a sequence.
struct Owner {
    relation: Relation,
    persistence: char,
    column: String,
    /// `attidentity`, NUL for a sequence that is merely OWNED BY.
    identity: char,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let column = match row.get("owner_oid")? {
            Some(oid) => Some(Owner {
                relation: Relation {
                    oid,
                    schema: row.get("owner_schema")?,
                    name: row.get("owner_name")?,
                    kind: row.char("owner_kind")?,
                },
                persistence: row.char("owner_persistence")?,
                column: row.get("owner_column")?,
                identity: row.char("identity")?,
            }),
            None => None,
        };
        Ok(Row {
            relation: Relation::read(row)?,
            owner: row.get("owner")?,
            persistence: row.char("persistence")?,
            parameters: Parameters {
                type_name: row.get("type_name")?,
                start: row.get("start")?,
                increment: row.get("increment")?,
                minimum: row.get("minimum")?,
                maximum: row.get("maximum")?,
                cache: row.get("cache")?,
                cycle: row.get("cycle")?,
            },
            column,
        })
    }

    /// The column whose identity it is, and the words for how.
    fn identity(&self) -> Option<(&Owner, &'static str)> {
        let column = self.column.as_ref()?;
        match column.identity {
            'a' => Some((column, "ALWAYS")),
            'd' => Some((column, "BY DEFAULT")),
            _ => None,
        }
    }

    fn object(&self) -> Object {
        let relation = &self.relation;
        Object::new(relation.key(), Kind::Sequence, Some(relation.schema.clone()), relation.name.clone())
            .addressed("SEQUENCE", &relation.qualified())
    }
}

fn sequence(row: &Row) -> Object {
    let parameters = &row.parameters;
    let as_type = match parameters.type_name.as_str() {
        "bigint" => String::new(),
        other => format!("\n    AS {other}"),
    };
    let words = format!("SEQUENCE {}{as_type}{};", row.relation.qualified(), parameters.words());
    let unlogged = row.persistence == 'u';
    let older =
        unlogged.then(|| Older::sql(PERSISTENCE_SINCE, format!("CREATE {words}"), vec![UNLOGGED_LOST.to_owned()]));
    Object {
        owner: Some(row.owner.as_str().into()),
        create: Definition::sql(format!("CREATE {}{words}", if unlogged { "UNLOGGED " } else { "" })),
        older: older.into_iter().collect(),
        ..row.object()
    }
}

fn identity(row: &Row) -> Object {
    let Some((owner, how)) = row.identity() else { return row.object() };
    // The persistence follows the table's unless it is said (15).
    let persistence = match (row.persistence, owner.persistence) {
        ('u', 'p') => "\n    UNLOGGED",
        ('p', 'u') => "\n    LOGGED",
        _ => "",
    };
    let create = |persistence: &str| {
        format!(
            "{} {} ALTER COLUMN {} ADD GENERATED {how} AS IDENTITY (\n    SEQUENCE NAME {}{persistence}{}\n);",
            owner.relation.alter(),
            owner.relation.qualified(),
            identifier(&owner.column),
            row.relation.qualified(),
            row.parameters.words(),
        )
    };
    // Before 15 every sequence is logged.
    let lost = if row.persistence == 'u' { vec![UNLOGGED_LOST.to_owned()] } else { Vec::new() };
    let older = (!persistence.is_empty()).then(|| Older::sql(PERSISTENCE_SINCE, create(""), lost));
    Object {
        belongs_to: Some(owner.relation.key()),
        create: Definition::sql(create(persistence)),
        older: older.into_iter().collect(),
        drop: None,
        ..row.object()
    }
}

fn owned_by(row: &Row) -> Option<Object> {
    let owner = row.column.as_ref().filter(|_| row.identity().is_none())?;
    let relation = &row.relation;
    Some(Object {
        belongs_to: Some(relation.key()),
        create: Definition::sql(format!(
            "ALTER SEQUENCE {} OWNED BY {}.{};",
            relation.qualified(),
            owner.relation.qualified(),
            identifier(&owner.column)
        )),
        needs: [relation.key(), owner.relation.key()].into(),
        ..Object::new(
            relation.key().part(Part::OwnedBy),
            Kind::SequenceOwnedBy,
            Some(relation.schema.clone()),
            relation.name.clone(),
        )
    })
}

impl Parameters {
    fn words(&self) -> String {
        let (lowest, highest) = match self.type_name.as_str() {
            "smallint" => (i64::from(i16::MIN), i64::from(i16::MAX)),
            "integer" => (i64::from(i32::MIN), i64::from(i32::MAX)),
            _ => (i64::MIN, i64::MAX),
        };
        let (minimum, maximum) = if self.increment > 0 { (1, highest) } else { (lowest, -1) };
        let limit = |word: &str, value: i64, usual: i64| {
            if value == usual { format!("\n    NO {word}") } else { format!("\n    {word} {value}") }
        };
        format!(
            "\n    START WITH {}\n    INCREMENT BY {}{}{}\n    CACHE {}{}",
            self.start,
            self.increment,
            limit("MINVALUE", self.minimum, minimum),
            limit("MAXVALUE", self.maximum, maximum),
            self.cache,
            if self.cycle { "\n    CYCLE" } else { "" }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(type_name: &str, increment: i64, minimum: i64, maximum: i64) -> Parameters {
        Parameters { type_name: type_name.to_owned(), start: 1, increment, minimum, maximum, cache: 1, cycle: false }
    }

    #[test]
    fn usual_limits_depend_on_type_and_direction() {
        let words = parameters("integer", 1, 1, i64::from(i32::MAX)).words();
        assert!(words.contains("NO MINVALUE") && words.contains("NO MAXVALUE"), "{words}");
        let words = parameters("smallint", -1, i64::from(i16::MIN), -1).words();
        assert!(words.contains("NO MINVALUE") && words.contains("NO MAXVALUE"), "{words}");
        let words = parameters("bigint", 1, 5, i64::from(i32::MAX)).words();
        assert!(words.contains("\n    MINVALUE 5") && words.contains("\n    MAXVALUE 2147483647"), "{words}");
    }
}
