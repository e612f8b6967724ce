//! The columns of relations: read once for every reader after this one.

use std::sync::Arc;

use thin_vec::ThinVec;

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::Names,
};

const QUERY: Query = query!("relations", "column.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY, super::listing::QUERY], read };

/// A live column. There are more of them than of anything else, so what tables have in common is shared and what few
/// columns have takes a word.
#[derive(Clone, Debug)]
pub(crate) struct Attribute {
    /// `attnum`
    pub(crate) number: i16,
    /// Name, unquoted.
    pub(crate) name: Arc<str>,
    /// The type's OID.
    pub(crate) type_oid: u32,
    /// The type as SQL reads it, with modifiers.
    pub(crate) type_name: Arc<str>,
    /// The collation's OID; 0 when the type has none.
    pub(crate) collation_oid: u32,
    /// Collation when it is not the type's default, qualified and quoted.
    pub(crate) collation: Option<Arc<str>>,
    /// Defined by its own table, perhaps by parents as well.
    pub(crate) local: bool,
    /// Its value is computed.
    pub(crate) generated: Option<Generated>,
    /// `attstorage`
    pub(crate) storage: char,
    /// `typstorage`: what a new column has.
    pub(crate) type_storage: char,
    /// `attcompression` when set.
    pub(crate) compression: Option<char>,
    /// Statistics target when set.
    pub(crate) statistics_target: Option<i32>,
    /// Attribute options, `name=value`.
    pub(crate) options: ThinVec<String>,
    /// Options for a foreign table's wrapper, `name=value`.
    pub(crate) foreign_options: ThinVec<String>,
    /// Default or generation expression.
    pub(crate) default: Option<Box<ColumnDefault>>,
    /// NOT NULL.
    pub(crate) not_null: Option<NotNull>,
}

/// The column with this number, of the columns of one relation in physical order.
pub(crate) fn attribute(columns: &[Attribute], number: i16) -> Option<&Attribute> {
    columns.binary_search_by_key(&number, |column| column.number).ok().and_then(|place| columns.get(place))
}

/// How a generated column is computed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Generated {
    /// When the row is written.
    Stored,
    /// When the row is read (18).
    Virtual,
}

/// A row of `pg_attrdef`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct ColumnDefault {
    /// `pg_attrdef.oid`
    pub(crate) oid: u32,
    /// The expression.
    pub(crate) text: String,
    /// It needs something that a user made: a sequence, a function, a type.
    pub(crate) has_needs: bool,
}

/// NOT NULL of a column.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct NotNull {
    /// Its row in `pg_constraint` (18); before, there is only `attnotnull`.
    pub(crate) constraint: Option<Box<NotNullConstraint>>,
}

/// NOT NULL as a constraint (18).
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct NotNullConstraint {
    /// `pg_constraint.oid`
    pub(crate) oid: u32,
    /// Name, unquoted.
    pub(crate) name: Box<str>,
    /// Defined by its own table.
    pub(crate) local: bool,
    /// NO INHERIT.
    pub(crate) no_inherit: bool,
    /// False: NOT VALID.
    pub(crate) valid: bool,
    /// There is a comment on it.
    pub(crate) commented: bool,
    /// Another constraint of the schema has the same name.
    pub(crate) shared: bool,
}

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        let relation: u32 = row.get("relation_oid")?;
        let mut attribute = Attribute::read(&row, &mut reading.names)?;
        if reading.options.no_toast_compression {
            attribute.compression = None;
        }
        reading.attributes.entry(relation).or_default().push(attribute);
    }
    reading.attributes.values_mut().for_each(Vec::shrink_to_fit);
    Ok(())
}

impl Attribute {
    fn read(row: &CatalogRow, names: &mut Names) -> Result<Self, CatalogError> {
        let default = match row.get("default_oid")? {
            Some(oid) => {
                let text = row.get("default_text")?;
                Some(Box::new(ColumnDefault { oid, text, has_needs: row.get("default_needs")? }))
            }
            None => None,
        };
        let statistics_target: i32 = row.get("statistics_target")?;
        Ok(Attribute {
            number: row.get("number")?,
            name: names.one(row.get("name")?),
            type_oid: row.get("type_oid")?,
            type_name: names.one(row.get("type_name")?),
            collation_oid: row.get("collation_oid")?,
            collation: row.get::<Option<Arc<str>>>("collation")?.map(|collation| names.one(collation)),
            local: row.get("local")?,
            generated: match row.char("generated")? {
                's' => Some(Generated::Stored),
                'v' => Some(Generated::Virtual),
                _ => None,
            },
            storage: row.char("storage")?,
            type_storage: row.char("type_storage")?,
            compression: set(row.char("compression")?),
            statistics_target: (statistics_target >= 0).then_some(statistics_target),
            options: row.get::<Vec<String>>("options")?.into(),
            foreign_options: row.get::<Vec<String>>("foreign_options")?.into(),
            default,
            not_null: NotNull::read(row)?,
        })
    }
}

impl NotNull {
    fn read(row: &CatalogRow) -> Result<Option<Self>, CatalogError> {
        // On 18, `attnotnull` is set for NOT VALID constraints as well and the row of `pg_constraint` tells.
        if let Some(oid) = row.get("not_null_oid")? {
            let constraint = NotNullConstraint {
                oid,
                name: row.get::<String>("not_null_name")?.into(),
                local: row.get("not_null_local")?,
                no_inherit: row.get("not_null_no_inherit")?,
                valid: row.get("not_null_valid")?,
                commented: row.get("not_null_commented")?,
                shared: row.get("not_null_shared")?,
            };
            return Ok(Some(NotNull { constraint: Some(Box::new(constraint)) }));
        }
        let not_null: bool = row.get("not_null")?;
        Ok(not_null.then_some(NotNull { constraint: None }))
    }
}

/// A `"char"` that is NUL when nothing is set.
fn set(value: char) -> Option<char> {
    (value != '\0').then_some(value)
}
