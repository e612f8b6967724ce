//! Binary or text, decided per table over the type tree of its columns by an allow-list.
//!
//! | class | types | rows |
//! |---|---|---|
//! | A | built-in types proven equal on every server, enums, domains, ranges, arrays and composites of them | binary |
//! | B | arrays and composites that hold OIDs of the source's own types | binary; for servers before 14 the OIDs are replaced |
//! | C | everything else: object references, locale-bound values, types not proven | text |
//! | D | types that no server reads back in any format | none |
//!
//! # Invariants
//! A type is binary only if it is on the list and the source has both its binary functions. Names decide
//! only for types that the server itself or the extension of that name has made.

use std::collections::HashMap;

use crate::manifest::{Column, TypeInfo, TypeKind, TypeTable};

/// The decision for one table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Choice {
    /// Class A: portable.
    Binary,
    /// Class B: holds OIDs of user types; servers before 14 want their own.
    BinaryWithOids,
    /// Class C: text.
    Text {
        /// Why: a sentence for the manifest.
        reason: String,
    },
    /// Class D: no format can be restored.
    Unrestorable {
        /// Why: a sentence for the manifest.
        reason: String,
    },
}

/// Types nested deeper than this are read as text: no real schema comes near it.
const MAX_DEPTH: usize = 32;

/// OIDs below this belong to the server itself (`FirstGenbkiObjectId` in `transam.h`). Others change from
/// one database to the next.
const FIRST_USER_OID: u32 = 10_000;

/// Types of `pg_catalog` whose binary form was compared byte by byte on every supported server.
/// Not `tsquery`: servers send an empty one that they refuse to read back.
const PROVEN: [&str; 46] = [
    "bit",
    "bool",
    "box",
    "bpchar",
    "bytea",
    "char",
    "cid",
    "cidr",
    "circle",
    "date",
    "float4",
    "float8",
    "inet",
    "int2",
    "int4",
    "int8",
    "interval",
    "json",
    "jsonb",
    "jsonpath",
    "line",
    "lseg",
    "macaddr",
    "macaddr8",
    "name",
    "numeric",
    "oid",
    "path",
    "pg_lsn",
    "pg_snapshot",
    "point",
    "polygon",
    "refcursor",
    "text",
    "tid",
    "time",
    "timestamp",
    "timestamptz",
    "timetz",
    "tsvector",
    "txid_snapshot",
    "uuid",
    "varbit",
    "varchar",
    "xid",
    "xid8",
];

/// Extension types whose binary form was proven: type, extension. Any schema.
const PROVEN_EXTENSION_TYPES: [(&str, &str); 9] = [
    ("citext", "citext"),
    ("cube", "cube"),
    ("geography", "postgis"),
    ("geometry", "postgis"),
    ("halfvec", "vector"),
    ("hstore", "hstore"),
    ("ltree", "ltree"),
    ("sparsevec", "vector"),
    ("vector", "vector"),
];

/// Types whose binary form is the OID of an object, accepted by any server and wrong on all but the source.
const REFERENCES: [&str; 12] = [
    "regclass",
    "regcollation",
    "regconfig",
    "regdatabase",
    "regdictionary",
    "regnamespace",
    "regoper",
    "regoperator",
    "regproc",
    "regprocedure",
    "regrole",
    "regtype",
];

/// Types that servers write and never read back.
const WRITE_ONLY: [&str; 6] = [
    "pg_brin_bloom_summary",
    "pg_brin_minmax_multi_summary",
    "pg_dependencies",
    "pg_mcv_list",
    "pg_ndistinct",
    "pg_node_tree",
];

/// Binary or text for a table with these columns. `server_encoding` is the source's: `UTF8`.
pub fn row_format(columns: &[Column], types: &TypeTable, server_encoding: &str) -> Choice {
    let mut judge = Judge { types, is_utf8: server_encoding.eq_ignore_ascii_case("UTF8"), known: HashMap::new() };
    let mut worst = Verdict::Portable;
    let mut reason = String::new();
    for column in columns {
        let verdict = judge.verdict(column.type_oid, 0);
        // Of several columns the first names the reason.
        if verdict.rank() > worst.rank() {
            if let Verdict::Text(why) | Verdict::Unrestorable(why) = &verdict {
                reason = format!("column {}: {why}", column.name);
            }
            worst = verdict;
        }
    }
    match worst {
        Verdict::Portable => Choice::Binary,
        Verdict::HoldsOids => Choice::BinaryWithOids,
        Verdict::Text(_) => Choice::Text { reason },
        Verdict::Unrestorable(_) => Choice::Unrestorable { reason },
    }
}

/// Whether a value may name an object of the database (`regclass` and its like, at any depth): such rows
/// are restored after the indexes and constraints they may name.
pub fn has_object_reference(columns: &[Column], types: &TypeTable) -> bool {
    let mut seen = std::collections::HashSet::new();
    let mut stack: Vec<u32> = columns.iter().map(|column| column.type_oid).collect();
    while let Some(oid) = stack.pop() {
        let Some(info) = types.0.get(&oid).filter(|_| seen.insert(oid)) else { continue };
        if is_built_in(oid, info) && REFERENCES.contains(&info.name.as_str()) {
            return true;
        }
        match &info.kind {
            TypeKind::Domain(inner) | TypeKind::Array(inner) | TypeKind::Range(inner) | TypeKind::Multirange(inner) => {
                stack.push(*inner);
            }
            TypeKind::Composite(fields) => stack.extend(fields.iter().map(|field| field.type_oid)),
            TypeKind::Base | TypeKind::Enum(_) | TypeKind::Pseudo => {}
        }
    }
    false
}

/// What a type asks of the table that uses it.
#[derive(Clone, Debug)]
enum Verdict {
    Portable,
    HoldsOids,
    Text(String),
    Unrestorable(String),
}

impl Verdict {
    fn rank(&self) -> u8 {
        match self {
            Verdict::Portable => 0,
            Verdict::HoldsOids => 1,
            Verdict::Text(_) => 2,
            Verdict::Unrestorable(_) => 3,
        }
    }

    fn or(self, other: Verdict) -> Verdict {
        if other.rank() > self.rank() { other } else { self }
    }
}

struct Judge<'a> {
    types: &'a TypeTable,
    is_utf8: bool,
    /// Verdicts by OID, so that a type that many fields share is looked at once. A type that is being
    /// looked at stands as text: one that contains itself is no real type.
    known: HashMap<u32, Verdict>,
}

impl Judge<'_> {
    fn verdict(&mut self, oid: u32, depth: usize) -> Verdict {
        if let Some(known) = self.known.get(&oid) {
            return known.clone();
        }
        let types = self.types;
        let Some(info) = types.0.get(&oid) else {
            return Verdict::Text(format!("the type with OID {oid} is not known"));
        };
        if depth >= MAX_DEPTH {
            return Verdict::Text(format!("type {} is nested too deeply", name(info)));
        }
        self.known.insert(oid, Verdict::Text(format!("type {} contains itself", name(info))));
        let verdict = self.judge(oid, info, depth);
        self.known.insert(oid, verdict.clone());
        verdict
    }

    fn judge(&mut self, oid: u32, info: &TypeInfo, depth: usize) -> Verdict {
        if is_built_in(oid, info)
            && let Some(verdict) = self.by_name(info)
        {
            return verdict;
        }
        match &info.kind {
            TypeKind::Base => base(oid, info),
            TypeKind::Enum(_) => Verdict::Portable,
            TypeKind::Domain(inner) | TypeKind::Range(inner) | TypeKind::Multirange(inner) => {
                self.verdict(*inner, depth + 1)
            }
            TypeKind::Array(element) => holds(*element).or(self.verdict(*element, depth + 1)),
            TypeKind::Composite(fields) => fields.iter().fold(Verdict::Portable, |worst, field| {
                worst.or(holds(field.type_oid)).or(self.verdict(field.type_oid, depth + 1))
            }),
            TypeKind::Pseudo => Verdict::Text(format!("type {} is a pseudo type", name(info))),
        }
    }

    /// Built-in types that are decided by their name, whatever they are made of.
    fn by_name(&self, info: &TypeInfo) -> Option<Verdict> {
        let type_name = info.name.as_str();
        let text = |why: &str| Some(Verdict::Text(format!("type {} {why}", name(info))));
        if WRITE_ONLY.contains(&type_name) {
            let why = format!("no server reads values of type {} back in any format", name(info));
            return Some(Verdict::Unrestorable(why));
        }
        if REFERENCES.contains(&type_name) {
            return text("names an object by its OID, which is another one in the restored database");
        }
        match type_name {
            "aclitem" => text("names roles and has no binary form"),
            "int2vector" | "oidvector" => text("has a binary form that no server reads back when it is empty"),
            "money" => text("has a binary form that depends on the server's locale"),
            "xml" if !self.is_utf8 => text("has a binary form that changes when the server's encoding is not UTF8"),
            "xml" if info.send && info.receive => Some(Verdict::Portable),
            _ => None,
        }
    }
}

fn base(oid: u32, info: &TypeInfo) -> Verdict {
    let on_the_list = match &info.extension {
        Some(extension) => PROVEN_EXTENSION_TYPES.contains(&(info.name.as_str(), extension.as_str())),
        None => is_built_in(oid, info) && PROVEN.contains(&info.name.as_str()),
    };
    if !on_the_list {
        return Verdict::Text(format!("type {} is not on the list of types whose binary form is proven", name(info)));
    }
    if !(info.send && info.receive) {
        return Verdict::Text(format!("type {} has no binary form in both directions", name(info)));
    }
    Verdict::Portable
}

/// An array or composite writes the OID of each inner type into its value.
fn holds(inner: u32) -> Verdict {
    if inner < FIRST_USER_OID { Verdict::Portable } else { Verdict::HoldsOids }
}

fn is_built_in(oid: u32, info: &TypeInfo) -> bool {
    oid < FIRST_USER_OID && info.schema == "pg_catalog"
}

fn name(info: &TypeInfo) -> String {
    format!("{}.{}", info.schema, info.name)
}

#[cfg(test)]
mod tests {
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
            name: format!("c{type_oid}"),
            type_name: String::new(),
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
            (
                20_008,
                "UTF8",
                "column c20008: type public.hstore is not on the list of types whose binary form is proven",
            ),
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
}
