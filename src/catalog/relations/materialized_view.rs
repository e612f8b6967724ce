//! Materialized views, created empty; `refresh` fills them at the very end.

use super::{
    column::Attribute,
    options::storage_list,
    printed::{Ancestry, printed},
    relation::Relation,
    settings,
    view::without_semicolon,
};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Definition, Kind, Object, Repair},
    syntax::identifier,
};

const QUERY: Query = query!("relations", "materialized_view.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.relation_rows(QUERY)? {
        let row = Row::read(&row)?;
        let columns = reading.attributes.get(&row.relation.oid).map_or(&[][..], Vec::as_slice);
        let object = object(row, columns);
        reading.add(object);
    }
    Ok(())
}

struct Row {
    relation: Relation,
    owner: String,
    replica_identity: char,
    access_method: Option<String>,
    tablespace: Option<String>,
    options: Vec<String>,
    toast_options: Vec<String>,
    definition: String,
    extensions: Vec<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            relation: Relation::read(row)?,
            owner: row.get("owner")?,
            replica_identity: row.char("replica_identity")?,
            access_method: row.get("access_method")?,
            tablespace: row.get("tablespace")?,
            options: row.get("options")?,
            toast_options: row.get("toast_options")?,
            definition: row.get("definition")?,
            extensions: row.get("extensions")?,
        })
    }
}

fn object(row: Row, columns: &[Attribute]) -> Object {
    let relation = &row.relation;
    let name = relation.qualified();
    let with = storage_list(&row.options, &row.toast_options).map_or_else(String::new, |it| format!("\nWITH ({it})"));
    let mut text =
        format!("CREATE MATERIALIZED VIEW {name}{with} AS\n{}\n  WITH NO DATA;", without_semicolon(&row.definition));
    settings::append(&mut text, settings::replica_identity(relation, row.replica_identity));
    for column in columns {
        settings::append(&mut text, settings::of_column(relation, column, printed(column, Ancestry::None, &[])));
    }
    let depends =
        |extension: &String| format!("ALTER MATERIALIZED VIEW {name} DEPENDS ON EXTENSION {};", identifier(extension));
    settings::append(&mut text, row.extensions.iter().map(depends));
    Object {
        owner: Some(row.owner),
        tablespace: row.tablespace,
        access_method: row.access_method,
        create: Definition::sql(text),
        repair: Repair::Postpone,
        ..Object::new(relation.key(), Kind::MaterializedView, Some(relation.schema.clone()), relation.name.clone())
            .addressed("MATERIALIZED VIEW", &name)
    }
}
