//! Publications; their tables and schemas are objects of their own.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Feature, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("replication", "publication.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        reading.add(object(Row::read(&row)?)?);
    }
    Ok(())
}

struct Row {
    oid: u32,
    name: String,
    owner: String,
    all_tables: bool,
    all_sequences: bool,
    operations: Vec<String>,
    via_root: bool,
    /// `n` none, `s` stored.
    generated_columns: char,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            all_tables: row.get("all_tables")?,
            all_sequences: row.get("all_sequences")?,
            operations: row.get("operations")?,
            via_root: row.get("via_root")?,
            generated_columns: row.char("generated_columns")?,
        })
    }
}

fn object(row: Row) -> Result<Object, CatalogError> {
    let name = identifier(&row.name);
    let all: Vec<&str> = [(row.all_tables, "ALL TABLES"), (row.all_sequences, "ALL SEQUENCES")]
        .into_iter()
        .filter_map(|(is_all, words)| is_all.then_some(words))
        .collect();
    let content = if all.is_empty() { String::new() } else { format!(" FOR {}", all.join(", ")) };
    let mut options = vec![format!("publish = '{}'", row.operations.join(", "))];
    if row.via_root {
        options.push("publish_via_partition_root = true".to_owned());
    }
    match row.generated_columns {
        'n' => {}
        's' => options.push("publish_generated_columns = stored".to_owned()),
        other => {
            let detail = format!("generated columns {other:?} of publication {name}");
            return Err(CatalogError::Row { what: QUERY.name, detail });
        }
    }
    Ok(Object {
        requires: Feature::used(&[(row.generated_columns != 'n', Feature::PublicationGenerated)]),
        owner: Some(row.owner.into()),
        create: Definition::sql(format!("CREATE PUBLICATION {name}{content} WITH ({});", options.join(", "))),
        ..Object::new(Key::new(Class::PUBLICATION, row.oid), Kind::Publication, None, row.name)
            .addressed("PUBLICATION", &name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(all_tables: bool, via_root: bool, generated_columns: char, operations: &[&str]) -> Option<String> {
        let row = Row {
            oid: 20_000,
            name: "Pub".to_owned(),
            owner: "o".to_owned(),
            all_tables,
            all_sequences: false,
            operations: operations.iter().map(|&operation| operation.to_owned()).collect(),
            via_root,
            generated_columns,
        };
        object(row).ok().map(|object| object.create.head)
    }

    #[test]
    fn only_options_that_are_not_defaults_follow_publish() {
        assert_eq!(
            text(true, false, 'n', &["insert", "delete"]).as_deref(),
            Some("CREATE PUBLICATION \"Pub\" FOR ALL TABLES WITH (publish = 'insert, delete');")
        );
        assert_eq!(
            text(false, true, 's', &[]).as_deref(),
            Some(
                "CREATE PUBLICATION \"Pub\" WITH (publish = '', publish_via_partition_root = true, \
                 publish_generated_columns = stored);"
            )
        );
        assert_eq!(text(false, false, '?', &[]), None);
    }
}
