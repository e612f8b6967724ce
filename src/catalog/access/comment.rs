//! Comments on everything but the database, whose comment is one of its properties.

use super::subject::{Place, Subjects, remark};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object, Older, Part},
    syntax::literal,
};

const QUERY: Query = query!("access", "comment.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

/// What initdb says about the schema `public`.
const PUBLIC_COMMENT: &str = "standard public schema";

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let rows = reading.rows(QUERY)?.map(|row| Row::read(&row)).collect::<Result<Vec<_>, _>>()?;
    let subjects = Subjects::new(reading);
    let mut comments: Vec<Object> = rows.iter().filter_map(|row| comment(&subjects, row)).collect();
    let public = reading.catalog.objects.iter().find(|object| object.kind == Kind::Schema && object.name == "public");
    if let Some(public) = public
        && !rows.iter().any(|row| row.place.key() == public.key)
    {
        // A new database has the comment; the source has taken it away.
        comments.push(Object {
            create: Definition::sql("COMMENT ON SCHEMA public IS NULL;"),
            ..remark(public, public.key.part(Part::Comment(0)), Kind::Comment, "SCHEMA public".to_owned())
        });
    }
    reading.catalog.objects.extend(comments);
    Ok(())
}

struct Row {
    place: Place,
    /// Of a NOT NULL constraint.
    of_not_null: bool,
    comment: String,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let schema: Option<String> = row.get("index_schema")?;
        let name: Option<String> = row.get("index_name")?;
        let holder_class: Option<u32> = row.get("holder_class")?;
        let holder_oid: Option<u32> = row.get("holder_oid")?;
        Ok(Row {
            place: Place {
                class: row.get("class")?,
                oid: row.get("oid")?,
                subid: row.column_number("subid")?,
                column: row.get("column_name")?,
                index: schema.zip(name),
                constraint: row.get("constraint_name")?,
                holder: holder_class.zip(holder_oid).map(|(class, oid)| Key::new(Class(class), oid)),
            },
            of_not_null: row.get::<Option<bool>>("of_not_null")? == Some(true),
            comment: row.get("comment")?,
        })
    }
}

fn comment(subjects: &Subjects<'_>, row: &Row) -> Option<Object> {
    let subject = subjects.find(&row.place)?;
    let object = subject.object;
    if object.kind == Kind::Schema && object.name == "public" && row.comment == PUBLIC_COMMENT {
        return None;
    }
    let key = row.place.key().part(Part::Comment(row.place.subid));
    // On older servers it is a property of its column or domain, without a name.
    let is_of_domain = row.place.holder.is_some_and(|holder| holder.class == Class::TYPE);
    let below = if is_of_domain { 17 } else { 18 };
    let older = row.of_not_null.then(|| Older::sql(below, "", vec!["the comment of a NOT NULL constraint".to_owned()]));
    Some(Object {
        older: older.into_iter().collect(),
        create: Definition::sql(format!("COMMENT ON {} IS {};", subject.address, literal(&row.comment))),
        ..remark(object, key, Kind::Comment, subject.label)
    })
}
