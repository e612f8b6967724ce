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

mod known;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use crate::manifest::{Column, TypeInfo, TypeKind, TypeTable};
use known::{FIRST_USER_OID, PROVEN, PROVEN_EXTENSION_TYPES, REFERENCES, WRITE_ONLY};

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
