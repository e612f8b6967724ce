//! Security labels of everything but the database, whose labels are among its properties.

use super::subject::{Place, Subjects, remark};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Definition, Kind, Object, Part},
    syntax::{identifier, literal},
};

const QUERY: Query = query!("access", "security_label.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let rows = reading.rows(QUERY)?.map(|row| Row::read(&row)).collect::<Result<Vec<_>, _>>()?;
    let subjects = Subjects::new(reading);
    let mut labels = Vec::new();
    let mut position = 0_u8;
    for (at, row) in rows.iter().enumerate() {
        // Rows are sorted: labels of one thing follow each other.
        let again =
            at > 0 && rows[at - 1].place.key() == row.place.key() && rows[at - 1].place.subid == row.place.subid;
        position = if again { next_position(position)? } else { 0 };
        labels.extend(label(&subjects, row, position));
    }
    reading.catalog.objects.extend(labels);
    Ok(())
}

/// The position of the next label of the same object.
fn next_position(position: u8) -> Result<u8, CatalogError> {
    let detail = || "an object has more than 256 security labels".to_owned();
    position.checked_add(1).ok_or_else(|| CatalogError::Row { what: QUERY.name, detail: detail() })
}

struct Row {
    place: Place,
    provider: String,
    label: String,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let place = Place {
            class: row.get("class")?,
            oid: row.get("oid")?,
            subid: row.column_number("subid")?,
            column: row.get("column_name")?,
            ..Place::default()
        };
        Ok(Row { place, provider: row.get("provider")?, label: row.get("label")? })
    }
}

fn label(subjects: &Subjects<'_>, row: &Row, position: u8) -> Option<Object> {
    let subject = subjects.find(&row.place)?;
    let key = row.place.key().part(Part::SecurityLabel(row.place.subid, position));
    Some(Object {
        sort_key: row.provider.as_str().into(),
        create: Definition::sql(statement(&row.provider, &subject.address, &row.label)),
        ..remark(subject.object, key, Kind::SecurityLabel, subject.label)
    })
}

fn statement(provider: &str, address: &str, label: &str) -> String {
    format!("SECURITY LABEL FOR {} ON {address} IS {};", identifier(provider), literal(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provider_and_label_are_quoted() {
        assert_eq!(
            statement("se linux", "TABLE public.t", "it's"),
            "SECURITY LABEL FOR \"se linux\" ON TABLE public.t IS 'it''s';"
        );
    }
}
