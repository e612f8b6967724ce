//! What every type in use is made of: the types of the archive's manifest, read the same way from the target
//! of a restore, where their fingerprints are compared before the first row is sent.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    manifest::{Field, TypeInfo, TypeKind, TypeTable},
    server::Session,
};

pub(in crate::catalog) const QUERY: Query = query!("types", "type_tree.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read: read_wanted };

/// The types in use on any session, source or target.
///
/// # Errors
/// The query fails, or the server has a kind of type that this program does not know.
pub fn read_types(session: &mut Session) -> Result<TypeTable, CatalogError> {
    let mut reading = Reading::new(session, Vec::new());
    read(&mut reading)?;
    Ok(reading.catalog.types)
}

/// Types are wanted for the columns of rows.
fn read_wanted(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    if reading.rows_of.is_empty() { Ok(()) } else { read(reading) }
}

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        reading.catalog.types.0.insert(row.oid, row.info()?);
    }
    Ok(())
}

struct Row {
    oid: u32,
    schema: String,
    name: String,
    /// `pg_type.typtype`, or `a` for an array.
    kind: char,
    inner_oid: Option<u32>,
    send: bool,
    receive: bool,
    extension: Option<String>,
    labels: Vec<String>,
    field_names: Vec<String>,
    field_types: Vec<u32>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            kind: row.char("kind")?,
            inner_oid: row.get("inner_oid")?,
            send: row.get("send")?,
            receive: row.get("receive")?,
            extension: row.get("extension")?,
            labels: row.get("labels")?,
            field_names: row.get("field_names")?,
            field_types: row.get("field_types")?,
        })
    }

    fn info(self) -> Result<TypeInfo, CatalogError> {
        let kind = match (self.kind, self.inner_oid) {
            ('b', _) => TypeKind::Base,
            ('e', _) => TypeKind::Enum(self.labels),
            ('c', _) => {
                let fields = self.field_names.into_iter().zip(self.field_types);
                TypeKind::Composite(fields.map(|(name, type_oid)| Field { name, type_oid }).collect())
            }
            ('a', Some(element)) => TypeKind::Array(element),
            ('d', Some(base)) => TypeKind::Domain(base),
            ('r', Some(subtype)) => TypeKind::Range(subtype),
            ('m', Some(subtype)) => TypeKind::Multirange(subtype),
            (kind, inner) => {
                let detail = format!("type {}.{} of kind {kind:?} over {inner:?}", self.schema, self.name);
                return Err(CatalogError::Row { what: QUERY.name, detail });
            }
        };
        Ok(TypeInfo {
            schema: self.schema,
            name: self.name,
            kind,
            send: self.send,
            receive: self.receive,
            extension: self.extension,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(kind: char, inner_oid: Option<u32>) -> Row {
        Row {
            oid: 20_000,
            schema: "s".to_owned(),
            name: "t".to_owned(),
            kind,
            inner_oid,
            send: true,
            receive: true,
            extension: None,
            labels: vec!["x".to_owned()],
            field_names: vec!["a".to_owned(), "b".to_owned()],
            field_types: vec![23, 25],
        }
    }

    #[test]
    fn each_kind_knows_what_it_is_made_of() -> Result<(), CatalogError> {
        assert_eq!(row('b', None).info()?.kind, TypeKind::Base);
        assert_eq!(row('e', None).info()?.kind, TypeKind::Enum(vec!["x".to_owned()]));
        assert_eq!(row('m', Some(23)).info()?.kind, TypeKind::Multirange(23));
        let fields = vec![Field { name: "a".to_owned(), type_oid: 23 }, Field { name: "b".to_owned(), type_oid: 25 }];
        assert_eq!(row('c', None).info()?.kind, TypeKind::Composite(fields));
        Ok(())
    }

    #[test]
    fn a_domain_over_nothing_is_an_error() {
        assert!(row('d', None).info().is_err());
        assert!(row('?', Some(23)).info().is_err());
    }
}
