//! What a dump selects: relations on the listing, objects after the reading.

use super::{LeaveOut, Names, Pattern, Relation, Relations, Selection};
use crate::object::{Class, Key, Kind, Object, Part, Section};
use crate::plan::{PlanError, order};

fn relation(oid: u32, schema: &str, name: &str, kind: char) -> Relation {
    Relation {
        oid,
        schema: schema.to_owned(),
        name: name.to_owned(),
        kind,
        visible: schema == "public",
        ..Relation::default()
    }
}

/// A partitioned table with a partition of a partition, a serial and an identity column, a foreign table,
/// an extension's configuration table.
fn listing() -> Vec<Relation> {
    vec![
        relation(1, "public", "events", 'p'),
        Relation { parents: vec![1], ..relation(2, "parts", "events_2024", 'p') },
        Relation { parents: vec![2], ..relation(3, "parts", "events_2024_01", 'r') },
        relation(4, "public", "orders", 'r'),
        Relation { owned_by: Some(4), ..relation(5, "other", "orders_seq", 'S') },
        Relation { owned_by: Some(4), identity: true, ..relation(6, "public", "orders_identity", 'S') },
        Relation { foreign_server: Some("far".to_owned()), ..relation(7, "public", "remote", 'f') },
        Relation { extension: Some("geo".to_owned()), ..relation(8, "public", "geo_config", 'r') },
        Relation { unlogged: true, ..relation(9, "public", "cache", 'r') },
        relation(10, "public", "sums", 'm'),
    ]
}

fn tables(names: &[&str]) -> Result<Vec<Pattern>, PlanError> {
    names.iter().map(|name| Pattern::parse(name)).collect()
}

fn sorted(oids: impl IntoIterator<Item = u32>) -> Vec<u32> {
    let mut oids: Vec<u32> = oids.into_iter().collect();
    oids.sort_unstable();
    oids
}

fn chosen(selection: &Selection) -> (Vec<u32>, Vec<u32>) {
    let Relations { definitions, rows } = selection.choose(&listing());
    (sorted(definitions), sorted(rows))
}

#[test]
fn everything() {
    let (definitions, rows) = chosen(&Selection::default());
    assert_eq!(definitions, [1, 2, 3, 4, 5, 6, 7, 9, 10]);
    assert_eq!(rows, [3, 4, 5, 6, 8, 9, 10]);
}

#[test]
fn definitions_only_bring_no_rows() {
    let (_, rows) = chosen(&Selection { schema_only: true, ..Selection::default() });
    assert_eq!(rows, [0_u32; 0]);
    let (_, rows) = chosen(&Selection { schema_only: true, sequence_data: true, ..Selection::default() });
    assert_eq!(rows, [5, 6]);
}

#[test]
fn tables_bring_their_sequences_and_on_request_their_children() -> Result<(), PlanError> {
    let selection = Selection { include_tables: tables(&["orders"])?, ..Selection::default() };
    assert_eq!(chosen(&selection).0, [4, 5, 6]);
    let selection = Selection { include_tables: tables(&["orders_identity", "events*"])?, ..Selection::default() };
    assert_eq!(chosen(&selection).0, [1], "an identity sequence comes only with its table; parts is not on the path");
    let selection = Selection { include_tables_and_children: tables(&["events"])?, ..Selection::default() };
    assert_eq!(chosen(&selection).0, [1, 2, 3]);
    let selection = Selection { exclude_tables_and_children: tables(&["parts.events_2024"])?, ..Selection::default() };
    assert_eq!(chosen(&selection).0, [1, 4, 5, 6, 7, 9, 10]);
    Ok(())
}

#[test]
fn rows_can_be_left_out() -> Result<(), PlanError> {
    let selection = Selection {
        exclude_table_data: tables(&["orders", "geo_config"])?,
        exclude_table_data_and_children: tables(&["events"])?,
        no_unlogged_table_data: true,
        include_foreign_data: vec![Pattern::parse_name("far")?],
        ..Selection::default()
    };
    let (definitions, rows) = chosen(&selection);
    assert_eq!(definitions.len(), 9);
    assert_eq!(rows, [5, 6, 7, 10]);
    Ok(())
}

#[test]
fn names_that_match_nothing() -> Result<(), PlanError> {
    let schemas = ["public".to_owned()];
    let names = Names { database: "db", schemas: &schemas, ..Names::default() };
    let mut selection = Selection { include_tables: tables(&["orders", "gone"])?, ..Selection::default() };
    assert_eq!(selection.check_names(&listing(), names), Ok(()));
    selection.strict_names = true;
    let missing = PlanError::NoMatch { what: "table", pattern: "gone".to_owned() };
    assert_eq!(selection.check_names(&listing(), names), Err(missing));
    let selection = Selection { include_schemas: vec![Pattern::parse_schema("x*")?], ..Selection::default() };
    assert_eq!(
        selection.check_names(&listing(), names),
        Err(PlanError::NothingMatches { what: "schema", patterns: "x*".to_owned() })
    );
    let selection = Selection { exclude_tables: tables(&["other.public.t"])?, ..Selection::default() };
    assert!(matches!(selection.check_names(&listing(), names), Err(PlanError::OtherDatabase { .. })));
    assert!(Selection { schema_only: true, data_only: true, ..Selection::default() }.check().is_err());
    Ok(())
}

fn object(class: Class, oid: u32, kind: Kind, schema: Option<&str>, name: &str) -> Object {
    let mut object = Object::new(Key::new(class, oid), kind, schema.map(str::to_owned), name);
    object.owner = Some("joe".into());
    object
}

fn part(mut object: Object, of: Key) -> Object {
    object.belongs_to = Some(of);
    object
}

fn database() -> Vec<Object> {
    let orders = object(Class::RELATION, 4, Kind::Table, Some("public"), "orders");
    let key = orders.key;
    let index = part(object(Class::RELATION, 40, Kind::Index, Some("public"), "orders_day"), key);
    let mut comment = part(object(Class::RELATION, 40, Kind::Comment, Some("public"), "INDEX orders_day"), index.key);
    comment.key = comment.key.part(Part::Comment(0));
    let mut rows = object(Class::RELATION, 4, Kind::TableData, Some("public"), "orders");
    rows.key = rows.key.part(Part::Rows);
    let mut owned = object(Class::RELATION, 5, Kind::SequenceOwnedBy, Some("other"), "orders_seq");
    owned.key = owned.key.part(Part::OwnedBy);
    owned.belongs_to = Some(key.part(Part::Definition));
    owned.needs = [Key::new(Class::RELATION, 5)].into();
    let publication = object(Class::PUBLICATION, 60, Kind::Publication, None, "p");
    let member = part(
        object(Class::PUBLICATION_RELATION, 61, Kind::PublicationTable, Some("public"), "p orders"),
        publication.key,
    );
    vec![
        object(Class::DATABASE, 100, Kind::Database, None, "db"),
        object(Class::NAMESPACE, 50, Kind::Schema, None, "other"),
        object(Class::EXTENSION, 51, Kind::Extension, None, "geo"),
        object(Class::PROC, 52, Kind::Function, Some("other"), "f()"),
        object(Class::CAST, 53, Kind::Cast, None, "CAST"),
        object(Class::LARGE_OBJECT, 54, Kind::LargeObject, None, "54"),
        part(object(Class::RELATION, 5, Kind::Sequence, Some("other"), "orders_seq"), key),
        Object { needs: [key].into(), ..member },
        publication,
        owned,
        rows,
        comment,
        index,
        orders,
    ]
}

fn names(selection: &Selection) -> Vec<String> {
    let relations = selection.choose(&listing());
    let selected = selection.select(database(), &relations);
    let mut names: Vec<String> =
        selected.iter().map(|object| format!("{} {}", object.kind.label(), object.name)).collect();
    names.sort();
    names
}

#[test]
fn objects_follow_what_they_belong_to() -> Result<(), PlanError> {
    assert_eq!(names(&Selection::default()).len(), database().len());
    let selection = Selection { include_tables: tables(&["orders"])?, ..Selection::default() };
    assert_eq!(
        names(&selection),
        [
            "COMMENT INDEX orders_day",
            "DATABASE db",
            "INDEX orders_day",
            "SEQUENCE OWNED BY orders_seq",
            "SEQUENCE orders_seq",
            "TABLE DATA orders",
            "TABLE orders"
        ]
    );
    let selection = Selection { include_schemas: vec![Pattern::parse_schema("other")?], ..Selection::default() };
    assert_eq!(names(&selection), ["DATABASE db", "FUNCTION f()", "SCHEMA other", "SEQUENCE orders_seq"]);
    let selection = Selection { exclude_tables: tables(&["orders"])?, ..Selection::default() };
    assert!(!names(&selection).iter().any(|name| name.contains("orders_day") || name == "PUBLICATION TABLE p orders"));
    Ok(())
}

#[test]
fn large_objects_and_extensions_come_with_everything_or_on_request() -> Result<(), PlanError> {
    let schemas = vec![Pattern::parse_schema("other")?];
    let asked = Selection { include_schemas: schemas, large_objects: Some(true), ..Selection::default() };
    assert!(names(&asked).contains(&"LARGE OBJECT 54".to_owned()));
    let refused = Selection { large_objects: Some(false), ..Selection::default() };
    assert!(!names(&refused).contains(&"LARGE OBJECT 54".to_owned()));
    let extension = Selection { include_extensions: vec![Pattern::parse_name("geo")?], ..Selection::default() };
    assert!(names(&extension).contains(&"EXTENSION geo".to_owned()));
    assert!(!names(&extension).contains(&"CAST CAST".to_owned()));
    Ok(())
}

#[test]
fn options_leave_out_and_strip() {
    let leave_out = LeaveOut { owner: true, comments: true, publications: true, ..LeaveOut::default() };
    let selection = Selection { leave_out, ..Selection::default() };
    let relations = selection.choose(&listing());
    let objects = selection.select(database(), &relations);
    assert!(objects.iter().all(|object| object.owner.is_none()));
    assert!(objects.iter().all(|object| object.kind != Kind::Comment && object.kind != Kind::PublicationTable));
}

#[test]
fn sections_are_cut_after_the_order() {
    let selection = Selection { sections: vec![Section::PostData], ..Selection::default() };
    let objects = selection.select(database(), &selection.choose(&listing()));
    let entries = selection.finish(order(objects, Vec::new())).entries;
    assert!(!entries.is_empty() && entries.iter().all(|entry| entry.section == Section::PostData));
    assert!(entries.iter().enumerate().all(|(position, entry)| entry.id as usize == position + 1));
}

#[test]
fn a_filter_file_is_a_list_of_options() -> Result<(), PlanError> {
    let mut selection = Selection::default();
    selection
        .add_filter("include table_and_children public.events\nexclude table_data parts.*\ninclude foreign_data far")?;
    assert_eq!(chosen(&selection), (vec![1, 2, 3], vec![]));
    assert!(matches!(selection.add_filter("include table_data x"), Err(PlanError::FilterLine { .. })));
    Ok(())
}
