//! ENABLE ROW LEVEL SECURITY: an object of its own, late, so that the restore itself is not subject to it.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::KindReader,
        relations::Relation,
    },
    object::{Definition, Kind, Object, Part},
};

const QUERY: Query = query!("relation_parts", "row_security.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        // Not `add`: who secures an extension's table has done so himself, as with privileges.
        let object = object(&Relation::read(&row)?);
        reading.push(object);
    }
    Ok(())
}

fn object(relation: &Relation) -> Object {
    Object {
        belongs_to: Some(relation.key()),
        create: Definition::sql(format!("ALTER TABLE {} ENABLE ROW LEVEL SECURITY;", relation.qualified())),
        needs: [relation.key()].into(),
        ..Object::new(
            relation.key().part(Part::RowSecurity),
            Kind::RowSecurity,
            Some(relation.schema.clone()),
            relation.name.clone(),
        )
    }
}
