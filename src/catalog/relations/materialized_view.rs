//! Materialized views, created empty; `refresh` fills them at the very end.

use std::sync::Arc;

use super::{
    column::Attribute,
    options::{OPTIONS_SINCE, known, storage_list, unknown},
    printed::{Ancestry, printed},
    relation::Relation,
    settings::{self, COMPRESSION_SINCE},
    view::without_semicolon,
};
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Definition, Kind, Object, Older, Repair},
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
    access_method: Option<Arc<str>>,
    tablespace: Option<Arc<str>>,
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
    let printed = |column| printed(column, Ancestry::None, &[]);
    let loses = |server: u32| -> Vec<String> {
        let options = unknown(&row.options, server).chain(unknown(&row.toast_options, server));
        let options = options.map(|option| format!("storage parameter {option}"));
        let compression = columns.iter().filter_map(|it| settings::lost_compression(it, printed(it), server));
        options.chain(compression).collect()
    };
    let older = [COMPRESSION_SINCE, OPTIONS_SINCE]
        .into_iter()
        .map(|below| (below, loses(below - 1), text(&row, columns, below - 1)));
    let newest = text(&row, columns, u32::MAX);
    let older = older
        .filter(|(_, _, older)| *older != newest)
        .map(|(below, loses, text)| Older::sql(below, text, loses))
        .collect();
    Object {
        older,
        owner: Some(row.owner.into()),
        tablespace: row.tablespace,
        access_method: row.access_method,
        create: Definition::sql(newest),
        repair: Repair::Postpone,
        ..Object::new(relation.key(), Kind::MaterializedView, Some(relation.schema.clone()), relation.name.clone())
            .addressed("MATERIALIZED VIEW", &name)
    }
}

/// The statements on a server of this major version.
fn text(row: &Row, columns: &[Attribute], server: u32) -> String {
    let relation = &row.relation;
    let name = relation.qualified();
    let with = storage_list(&known(&row.options, server), &known(&row.toast_options, server));
    let with = with.map_or_else(String::new, |it| format!("\nWITH ({it})"));
    let mut text =
        format!("CREATE MATERIALIZED VIEW {name}{with} AS\n{}\n  WITH NO DATA;", without_semicolon(&row.definition));
    settings::append(&mut text, settings::replica_identity(relation, row.replica_identity));
    for column in columns {
        let printed = printed(column, Ancestry::None, &[]);
        settings::append(&mut text, settings::of_column(relation, column, printed, server));
    }
    let depends =
        |extension: &String| format!("ALTER MATERIALIZED VIEW {name} DEPENDS ON EXTENSION {};", identifier(extension));
    settings::append(&mut text, row.extensions.iter().map(depends));
    text
}
