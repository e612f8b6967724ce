//! The safety net: what the database holds and no reader made an object of is named as an omission, so that a new
//! kind of object on a newer server is a warning and not a hole in the backup.

use std::collections::HashMap;

use super::{CatalogError, Reading, query::Query, reading::KindReader};
use crate::{
    manifest::Omission,
    object::{Class, Key, Part},
};

const QUERY: Query = Query { name: "uncovered.sql", text: include_str!("uncovered.sql") };

pub(super) const READERS: &[KindReader] = &[KindReader { queries: &[QUERY], read }];

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let objects = reading.catalog.objects.iter().map(|object| object.key).filter(|key| key.part == Part::Definition);
    let known: Vec<Key> = objects.chain(reading.aliases.keys().copied()).collect();
    let classes: Vec<u32> = known.iter().map(|key| key.class.0).collect();
    let oids: Vec<u32> = known.iter().map(|key| key.oid).collect();
    let is_member = |oid: u32| reading.members.contains(&Key::new(Class::RELATION, oid));
    let wanted: Vec<u32> = reading.relations.iter().copied().filter(|&oid| !is_member(oid)).collect();
    let mut unnamed: HashMap<String, i64> = HashMap::new();
    for row in reading.rows_with(QUERY, &[&classes, &oids, &wanted])? {
        let (kind, name): (String, String) = (row.get("kind")?, row.get("name")?);
        unnamed.entry(kind.clone()).or_insert(row.get("unnamed")?);
        reading.catalog.omissions.push(omission(kind, name));
    }
    let mut unnamed: Vec<(String, i64)> = unnamed.into_iter().filter(|&(_, count)| count > 0).collect();
    unnamed.sort();
    for (kind, count) in unnamed {
        reading.catalog.omissions.push(omission(kind, format!("{count} more")));
    }
    Ok(())
}

fn omission(kind: String, name: String) -> Omission {
    let reason = "this version of dumpr does not dump it: save its definition by other means".to_owned();
    Omission { kind, name, reason }
}
