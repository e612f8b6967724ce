//! Tests of the parent.

use super::*;
use crate::manifest::Field;

/// Built-in types below 10 000, everything else above.
fn types() -> TypeTable {
    let mut table = TypeTable::default();
    let mut add = |oid: u32, schema: &str, name: &str, kind: TypeKind, binary: bool, extension: Option<&str>| {
        let info = TypeInfo {
            schema: schema.to_owned(),
            name: name.to_owned(),
            kind,
            send: binary,
            receive: binary,
            extension: extension.map(str::to_owned),
        };
        table.0.insert(oid, info);
    };
    for (oid, name) in [
        (23, "int4"),
        (25, "text"),
        (142, "xml"),
        (790, "money"),
        (2205, "regclass"),
        (194, "pg_node_tree"),
        (2950, "uuid"),
    ] {
        add(oid, "pg_catalog", name, TypeKind::Base, true, None);
    }
    add(1033, "pg_catalog", "aclitem", TypeKind::Base, false, None);
    add(22, "pg_catalog", "int2vector", TypeKind::Array(23), true, None);
    add(1007, "pg_catalog", "_int4", TypeKind::Array(23), true, None);
    add(3904, "pg_catalog", "int4range", TypeKind::Range(23), true, None);
    add(20_000, "public", "mood", TypeKind::Enum(vec!["sad".to_owned()]), true, None);
    add(20_001, "public", "_mood", TypeKind::Array(20_000), true, None);
    add(20_002, "public", "positive", TypeKind::Domain(23), true, None);
    let field = |type_oid| Field { name: format!("f{type_oid}"), type_oid };
    add(20_003, "public", "plain", TypeKind::Composite(vec![field(23), field(25)]), true, None);
    add(20_004, "public", "mixed", TypeKind::Composite(vec![field(23), field(20_002)]), true, None);
    add(20_005, "public", "pointer", TypeKind::Composite(vec![field(20_000), field(2205)]), true, None);
    add(20_006, "public", "_pointer", TypeKind::Array(20_005), true, None);
    add(20_007, "ext", "hstore", TypeKind::Base, true, Some("hstore"));
    add(20_008, "public", "hstore", TypeKind::Base, true, Some("other"));
    add(20_009, "ext", "cube", TypeKind::Base, false, Some("cube"));
    add(20_010, "pg_catalog", "int4", TypeKind::Base, true, None);
    add(20_011, "public", "moods", TypeKind::Range(20_001), true, None);
    add(20_012, "public", "selfish", TypeKind::Composite(vec![field(20_012)]), true, None);
    for oid in 30_000..30_040 {
        add(oid, "public", "deep", TypeKind::Domain(oid + 1), true, None);
    }
    table
}

fn choice(oids: &[u32], encoding: &str) -> Choice {
    row_format(&columns(oids), &types(), encoding)
}

fn columns(oids: &[u32]) -> Vec<Column> {
    let column = |&type_oid: &u32| Column {
        name: format!("c{type_oid}").into(),
        type_name: "".into(),
        type_oid,
        collation: None,
    };
    oids.iter().map(column).collect()
}

#[test]
fn portable_types() {
    assert_eq!(choice(&[], "UTF8"), Choice::Binary, "a table without columns");
    assert_eq!(choice(&[23, 25, 142, 2950, 1007, 3904, 20_000, 20_002, 20_003, 20_007], "UTF8"), Choice::Binary);
}

#[test]
fn values_that_hold_oids() {
    for oid in [20_001, 20_004, 20_011] {
        assert_eq!(choice(&[23, oid], "UTF8"), Choice::BinaryWithOids, "{oid}");
    }
}

#[test]
fn text_and_why() {
    for (oid, encoding, part) in [
        (142, "LATIN1", "column c142: type pg_catalog.xml "),
        (790, "UTF8", "locale"),
        (1033, "UTF8", "has no binary form"),
        (22, "UTF8", "column c22: type pg_catalog.int2vector "),
        (2205, "UTF8", "names an object"),
        (20_006, "UTF8", "column c20006: type pg_catalog.regclass names an object"),
        (20_008, "UTF8", "column c20008: type public.hstore is not on the list of types whose binary form is proven"),
        (20_009, "UTF8", "type ext.cube has no binary form in both directions"),
        (20_010, "UTF8", "type pg_catalog.int4 is not on the list"),
        (20_012, "UTF8", "type public.selfish contains itself"),
        (30_000, "UTF8", "nested too deeply"),
        (99, "UTF8", "the type with OID 99 is not known"),
    ] {
        match choice(&[23, oid, 20_001], encoding) {
            Choice::Text { reason } => assert!(reason.contains(part), "{reason}"),
            other => panic!("{oid}: {other:?}"),
        }
    }
}

#[test]
fn the_first_and_worst_column_gives_the_reason() {
    let Choice::Text { reason } = choice(&[790, 2205], "UTF8") else { panic!("text") };
    assert!(reason.starts_with("column c790: "), "{reason}");
    let Choice::Unrestorable { reason } = choice(&[790, 194], "UTF8") else { panic!("unrestorable") };
    assert!(reason.starts_with("column c194: "), "{reason}");
}

#[test]
fn references_at_any_depth() {
    assert!(has_object_reference(&columns(&[23, 20_006]), &types()));
    assert!(!has_object_reference(&columns(&[23, 20_012, 20_004, 1033]), &types()));
}

#[test]
fn lists_are_sorted() {
    assert!(PROVEN.is_sorted() && REFERENCES.is_sorted() && WRITE_ONLY.is_sorted());
    assert!(PROVEN_EXTENSION_TYPES.is_sorted());
}
