//! Tests of the parent.

use super::*;

pub(in crate::plan) fn entry(id: u32, kind: Kind, name: &str) -> Entry {
    Entry {
        id,
        kind,
        section: kind.section(),
        schema: Some("public".into()),
        name: name.to_owned(),
        owner: Some("joe".into()),
        address: None,
        belongs_to: None,
        tablespace: Some("fast".into()),
        access_method: None,
        partitioned: false,
        create: String::new(),
        requires: [].into(),
        older: [].into(),
        drop: None,
        depends_on: [].into(),
        stream: None,
    }
}

fn part(id: u32, kind: Kind, name: &str, of: u32) -> Entry {
    Entry { belongs_to: Some(of), depends_on: [of].into(), ..entry(id, kind, name) }
}

fn archive() -> Vec<Entry> {
    let mut schema = entry(2, Kind::Schema, "shop");
    schema.schema = None;
    let mut other = entry(9, Kind::Table, "orders");
    other.schema = Some("shop".into());
    let mut rows = entry(10, Kind::TableData, "orders");
    rows.depends_on = [4].into();
    let mut publication = entry(15, Kind::Publication, "p");
    publication.schema = None;
    let mut remark = part(16, Kind::Comment, "PUBLICATION p", 15);
    remark.schema = None;
    let mut database = entry(1, Kind::Database, "db");
    database.schema = None;
    vec![
        database,
        schema,
        entry(3, Kind::Function, "add(integer, integer)"),
        entry(4, Kind::Table, "orders"),
        part(5, Kind::Comment, "TABLE orders", 4),
        part(6, Kind::Sequence, "orders_id_seq", 4),
        Entry { depends_on: [4, 6].into(), ..entry(7, Kind::SequenceOwnedBy, "orders_id_seq") },
        entry(8, Kind::Table, "lines"),
        other,
        rows,
        part(11, Kind::Index, "orders_day", 4),
        part(12, Kind::Comment, "INDEX orders_day", 11),
        part(13, Kind::Trigger, "orders log", 4),
        part(14, Kind::ForeignKey, "lines lines_fk", 8),
        publication,
        remark,
        part(17, Kind::Acl, "TABLE orders", 4),
    ]
}

fn ids(selection: &EntrySelection) -> Result<Vec<u32>, PlanError> {
    Ok(selection.select(archive())?.into_iter().map(|entry| entry.id).collect())
}

fn patterns(names: &[&str]) -> Result<Vec<Pattern>, PlanError> {
    names.iter().map(|name| Pattern::parse(name)).collect()
}

#[test]
fn everything_but_the_database() -> Result<(), PlanError> {
    let all = EntrySelection::default();
    assert_eq!(ids(&all)?, (2..=17).collect::<Vec<_>>());
    assert_eq!(ids(&EntrySelection { create: true, ..all })?, (1..=17).collect::<Vec<_>>());
    Ok(())
}

#[test]
fn a_table_brings_what_belongs_to_it() -> Result<(), PlanError> {
    let tables = patterns(&["public.orders"])?;
    let selection = EntrySelection { tables, ..EntrySelection::default() };
    assert_eq!(ids(&selection)?, [4, 5, 6, 7, 10, 11, 12, 13, 17]);
    let post = EntrySelection { sections: vec![Section::PostData], ..selection.clone() };
    assert_eq!(ids(&post)?, [11, 13]);
    let data = EntrySelection { data_only: true, ..selection };
    assert_eq!(ids(&data)?, [10]);
    Ok(())
}

#[test]
fn schemas_by_pattern_or_by_exact_name() -> Result<(), PlanError> {
    for text in ["shop", "SHOP", "sh*"] {
        let selection =
            EntrySelection { include_schemas: vec![Pattern::parse_schema(text)?], ..EntrySelection::default() };
        assert_eq!(ids(&selection)?, [9], "{text}");
    }
    let selection =
        EntrySelection { exclude_schemas: vec![Pattern::parse_schema("public")?], ..EntrySelection::default() };
    assert_eq!(ids(&selection)?, [2, 9, 15, 16]);
    Ok(())
}

#[test]
fn single_objects() -> Result<(), PlanError> {
    let named = |functions: &str, triggers: &str| EntrySelection {
        functions: vec![functions.to_owned()],
        triggers: vec![triggers.to_owned()],
        ..EntrySelection::default()
    };
    assert_eq!(ids(&named("add(integer,integer)", "x"))?, [3]);
    assert_eq!(ids(&named("public.add", "log"))?, [3, 13]);
    assert_eq!(ids(&named("add(integer)", "orders log"))?, [13]);
    let selection = EntrySelection { indexes: patterns(&["orders_d*"])?, ..EntrySelection::default() };
    assert_eq!(ids(&selection)?, [11, 12]);
    Ok(())
}

#[test]
fn what_is_left_out_takes_its_comments_along() -> Result<(), PlanError> {
    let leave_out = LeaveOut { publications: true, acl: true, owner: true, tablespaces: true, ..LeaveOut::default() };
    let selection = EntrySelection { leave_out, ..EntrySelection::default() };
    let chosen = selection.select(archive())?;
    assert!(chosen.iter().all(|entry| ![15, 16, 17].contains(&entry.id)));
    assert!(chosen.iter().all(|entry| entry.owner.is_none() && entry.tablespace.is_none()));
    Ok(())
}

#[test]
fn strict_names_name_the_missing_one() -> Result<(), PlanError> {
    let selection =
        EntrySelection { tables: patterns(&["orders", "gone"])?, strict_names: true, ..EntrySelection::default() };
    assert_eq!(ids(&selection), Err(PlanError::NoMatch { what: "table", pattern: "gone".to_owned() }));
    Ok(())
}

#[test]
fn a_list_orders_and_a_filter_adds() -> Result<(), PlanError> {
    let mut selection = EntrySelection { list: Some(UseList::parse("17; \n4;\n8;")?), ..EntrySelection::default() };
    assert_eq!(ids(&selection)?, [17, 4, 8]);
    selection.add_filter("include table orders")?;
    assert_eq!(ids(&selection)?, [17, 4]);
    assert!(matches!(selection.add_filter("exclude table x"), Err(PlanError::FilterLine { line: 1, .. })));
    Ok(())
}

#[test]
fn a_circle_of_parts_ends() -> Result<(), PlanError> {
    let circle = vec![part(1, Kind::Index, "a", 2), part(2, Kind::Index, "b", 1)];
    let selection = EntrySelection { tables: patterns(&["t"])?, ..EntrySelection::default() };
    assert_eq!(selection.select(circle)?, Vec::<Entry>::new());
    Ok(())
}
