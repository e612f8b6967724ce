//! Configuration tables of extensions: their definition comes with the extension, their rows are dumped.
//!
//! Their foreign keys exist before their rows are loaded, so the rows are ordered by them.

use std::collections::HashMap;

use super::{relation::Relation, sequence, table_data};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::KindReader,
    },
    object::{Class, Key, Part},
};

const QUERY: Query = query!("relations", "configuration.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, table_data::QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut conditions: HashMap<u32, (Option<String>, Vec<u32>)> = HashMap::new();
    for row in reading.relation_rows(QUERY)? {
        let relation = Relation::read(&row)?;
        // A table that has left the extension is listed as any other.
        if !reading.members.contains(&relation.key()) {
            continue;
        }
        if relation.kind == 'S' {
            let owner: String = row.get("owner")?;
            sequence::add_values(reading, &relation, &owner);
        } else {
            let condition: Option<String> = row.get("condition")?;
            conditions.insert(relation.oid, (condition.filter(|it| !it.is_empty()), row.get("referenced")?));
        }
    }
    if conditions.is_empty() {
        return Ok(());
    }
    for row in reading.data_rows(table_data::QUERY)? {
        let row = table_data::Row::read(&row)?;
        let Some((condition, referenced)) = conditions.remove(&row.relation.oid) else { continue };
        table_data::add(reading, row, condition);
        if let Some(object) = reading.catalog.objects.last_mut() {
            // Rows of tables that are not dumped are no objects: needing them means nothing.
            object.needs.extend(referenced.into_iter().map(|oid| Key::new(Class::RELATION, oid).part(Part::Rows)));
        }
    }
    Ok(())
}
