//! The types of dumped columns as a tree: array → element, composite → fields, domain → base.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::codec::Shape;

/// Types nested deeper than this are refused: no real schema comes near it, a hostile archive might.
const MAX_DEPTH: usize = 32;

/// One type at the source.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct TypeInfo {
    /// Schema, unquoted.
    pub schema: String,
    /// Name (`typname`), unquoted.
    pub name: String,
    /// What it is made of.
    pub kind: TypeKind,
    /// It has a binary output function.
    pub send: bool,
    /// It has a binary input function.
    pub receive: bool,
    /// The extension it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
}

/// What a type is made of. Numbers are OIDs at the source, keys of the [`TypeTable`].
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TypeKind {
    /// A base type.
    Base,
    /// An enum with its labels in order.
    Enum(Vec<String>),
    /// A domain over another type.
    Domain(u32),
    /// An array of another type.
    Array(u32),
    /// A composite type or a table's row type: its live fields in order.
    Composite(Vec<Field>),
    /// A range over a subtype.
    Range(u32),
    /// A multirange over a subtype.
    Multirange(u32),
    /// A pseudo type; no column has one.
    Pseudo,
}

impl TypeKind {
    /// The OIDs of the types it is made of.
    fn parts(&self) -> Vec<u32> {
        match self {
            TypeKind::Base | TypeKind::Enum(_) | TypeKind::Pseudo => Vec::new(),
            TypeKind::Domain(part) | TypeKind::Array(part) | TypeKind::Range(part) | TypeKind::Multirange(part) => {
                vec![*part]
            }
            TypeKind::Composite(fields) => fields.iter().map(|field| field.type_oid).collect(),
        }
    }
}

/// One field of a composite type.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Field {
    /// Name, unquoted.
    pub name: String,
    /// The type's OID.
    pub type_oid: u32,
}

/// The types that dumped columns use, and everything inside them, by OID at the source.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct TypeTable(pub BTreeMap<u32, TypeInfo>);

/// OIDs below this belong to PostgreSQL itself (`FirstGenbkiObjectId` in `transam.h`): the same on every
/// server of a version, and the ones that servers from 14 on compare when they read arrays and composites.
const FIRST_USER_OID: u32 = 10_000;

impl TypeTable {
    /// The places inside a value of this type that a digest has to mask, OIDs of the source's own types and flags of
    /// arrays: they change from one database to the next although the value is the same.
    pub fn shape(&self, oid: u32) -> Shape {
        self.shape_at(oid, 0)
    }

    fn shape_at(&self, oid: u32, depth: usize) -> Shape {
        let Some(info) = self.0.get(&oid).filter(|_| depth < MAX_DEPTH) else {
            return Shape::Opaque;
        };
        match &info.kind {
            TypeKind::Domain(base) => self.shape_at(*base, depth + 1),
            TypeKind::Array(element) => match self.shape_at(*element, depth + 1) {
                Shape::Opaque if *element < FIRST_USER_OID => Shape::PlainArray,
                inner => Shape::Array(Box::new(inner)),
            },
            TypeKind::Composite(fields) => {
                Shape::Composite(fields.iter().map(|field| self.shape_at(field.type_oid, depth + 1)).collect())
            }
            TypeKind::Range(subtype) => match self.shape_at(*subtype, depth + 1) {
                Shape::Opaque => Shape::Opaque,
                inner => Shape::Range(Box::new(inner)),
            },
            TypeKind::Multirange(subtype) => match self.shape_at(*subtype, depth + 1) {
                Shape::Opaque => Shape::Opaque,
                inner => Shape::Multirange(Box::new(inner)),
            },
            TypeKind::Base | TypeKind::Enum(_) | TypeKind::Pseudo => Shape::Opaque,
        }
    }

    /// The type that an array is an array of, at any depth; any other type itself.
    pub fn innermost(&self, oid: u32) -> u32 {
        let mut innermost = oid;
        for _ in 0..MAX_DEPTH {
            match self.0.get(&innermost).map(|info| &info.kind) {
                Some(TypeKind::Array(element)) => innermost = *element,
                _ => break,
            }
        }
        innermost
    }

    /// Whether the type is `wanted` or has it inside.
    pub fn holds(&self, oid: u32, wanted: u32) -> bool {
        self.inside(oid).contains(&wanted)
    }

    /// A type without a binary input function that the type is or has inside.
    pub fn not_receivable(&self, oid: u32) -> Option<&TypeInfo> {
        self.inside(oid).iter().filter_map(|oid| self.0.get(oid)).find(|info| !info.receive)
    }

    /// The type and all types inside it.
    fn inside(&self, oid: u32) -> BTreeSet<u32> {
        let mut found = BTreeSet::new();
        let mut pending = vec![oid];
        while let Some(oid) = pending.pop() {
            if found.insert(oid)
                && let Some(info) = self.0.get(&oid)
            {
                pending.extend(info.kind.parts());
            }
        }
        found
    }

    /// OIDs by schema and name.
    pub fn by_name(&self) -> std::collections::HashMap<(&str, &str), u32> {
        self.0.iter().map(|(oid, info)| ((info.schema.as_str(), info.name.as_str()), *oid)).collect()
    }

    /// Copies a type and everything inside it into another table.
    pub fn copy_tree(&self, oid: u32, target: &mut TypeTable) {
        let mut pending = vec![oid];
        while let Some(oid) = pending.pop() {
            let Some(info) = self.0.get(&oid) else { continue };
            if target.0.insert(oid, info.clone()).is_none() {
                pending.extend(info.kind.parts());
            }
        }
    }

    /// The type spelled out to its base types, without OIDs: equal on two databases exactly when binary
    /// rows of one can be read by the other and mean the same.
    pub fn fingerprint(&self, oid: u32) -> String {
        let mut text = String::new();
        self.fingerprint_at(oid, 0, &mut text);
        text
    }

    fn fingerprint_at(&self, oid: u32, depth: usize, out: &mut String) {
        use std::fmt::Write as _;
        let Some(info) = self.0.get(&oid).filter(|_| depth < MAX_DEPTH) else {
            let _ = write!(out, "unknown type {oid}");
            return;
        };
        let nested = |label: &str, inner: u32, out: &mut String| {
            let _ = write!(out, " {label} (");
            self.fingerprint_at(inner, depth + 1, out);
            out.push(')');
        };
        // The server names arrays, by what names are free at the time.
        if let TypeKind::Array(element) = info.kind {
            return nested("array", element, out);
        }
        let _ = write!(out, "{:?}.{:?}", info.schema, info.name);
        match &info.kind {
            TypeKind::Base | TypeKind::Pseudo | TypeKind::Enum(_) | TypeKind::Array(_) => {}
            TypeKind::Domain(base) => nested("domain", *base, out),
            TypeKind::Range(subtype) => nested("range", *subtype, out),
            TypeKind::Multirange(subtype) => nested("multirange", *subtype, out),
            TypeKind::Composite(fields) => {
                out.push_str(" composite (");
                for (position, field) in fields.iter().enumerate() {
                    let _ = write!(out, "{}{:?} ", if position == 0 { "" } else { ", " }, field.name);
                    self.fingerprint_at(field.type_oid, depth + 1, out);
                }
                out.push(')');
            }
        }
    }
}
