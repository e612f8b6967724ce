//! REFRESH of the materialized views that have rows, each after those it reads, directly or through views.
//!
//! One that reads an unpopulated view cannot be refreshed: it stays empty.

use std::sync::Arc;

use super::relation::Relation;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::KindReader,
    },
    object::{Class, Definition, Key, Kind, Object, Part},
};

const QUERY: Query = query!("relations", "refresh.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        let relation = Relation::read(&row)?;
        let owner = row.get("owner")?;
        let sources: Option<Vec<u32>> = row.get("sources")?;
        reading.add(object(&relation, owner, &sources.unwrap_or_default()));
    }
    Ok(())
}

fn object(relation: &Relation, owner: Arc<str>, sources: &[u32]) -> Object {
    let sources = sources.iter().map(|&oid| Key::new(Class::RELATION, oid).part(Part::Refresh));
    Object {
        owner: Some(owner),
        belongs_to: Some(relation.key()),
        create: Definition::sql(format!("REFRESH MATERIALIZED VIEW {};", relation.qualified())),
        needs: std::iter::once(relation.key()).chain(sources).collect(),
        ..Object::new(
            relation.key().part(Part::Refresh),
            Kind::Refresh,
            Some(relation.schema.clone()),
            relation.name.clone(),
        )
    }
}
