//! Keys of large tables in two steps: `CREATE UNIQUE INDEX`, which lets other indexes of the table be built at the same time, then
//! `ADD CONSTRAINT … USING INDEX`, which is over at once. `ADD CONSTRAINT` alone keeps the table to itself for as long as its
//! index takes.
//!
//! # Invariants
//! The constraint and its index end up as they would in one step. What is not understood is left as it is.

use std::{
    collections::{HashMap, HashSet},
    hash::BuildHasher,
};

use super::Load;
use crate::{
    manifest::Entry,
    object::{Kind, Section},
};

/// Rows from which on the second statement pays.
const LARGE_BYTES: u64 = 16 << 20;

/// Replaces the keys of large tables that have other indexes, too, by two entries each; gives the number of entries
/// added. The constraint keeps its number; those of the indexes are greater than all others.
pub fn split_keys<S: BuildHasher>(entries: &mut Vec<Entry>, loads: &HashMap<u32, Load, S>) -> u64 {
    let large = large_tables(entries, loads);
    let mut indexes: HashMap<u32, usize> = HashMap::new();
    for entry in entries.iter().filter(|entry| matches!(entry.kind, Kind::Index | Kind::Constraint)) {
        if let Some(table) = entry.belongs_to.filter(|table| large.contains(table)) {
            *indexes.entry(table).or_default() += 1;
        }
    }
    let mut next_id = entries.iter().map(|entry| entry.id).max().unwrap_or_default();
    let count = entries.len();
    let mut split = Vec::with_capacity(count);
    for mut entry in entries.drain(..) {
        let has_others = entry.belongs_to.and_then(|table| indexes.get(&table)).is_some_and(|&count| count > 1);
        if entry.kind == Kind::Constraint
            && has_others
            && let Some(steps) = two_steps(&entry.create)
            && let Some(id) = next_id.checked_add(1)
        {
            next_id = id;
            let index = Entry {
                id,
                kind: Kind::Index,
                section: Section::PostData,
                owner: None,
                address: None,
                create: steps.index,
                drop: None,
                ..entry.clone()
            };
            entry.create = steps.constraint;
            entry.depends_on.push(id);
            split.push(index);
        }
        split.push(entry);
    }
    let added = split.len().saturating_sub(count);
    *entries = split;
    u64::try_from(added).unwrap_or(u64::MAX)
}

/// Tables by entry number whose own rows are many. A partitioned table has none, and none of its keys is touched.
fn large_tables<S: BuildHasher>(entries: &[Entry], loads: &HashMap<u32, Load, S>) -> HashSet<u32> {
    let mut large = HashSet::new();
    for rows in entries.iter().filter(|entry| entry.kind == Kind::TableData) {
        let bytes = rows.stream.and_then(|stream| loads.get(&stream)).map_or(0, |load| load.bytes);
        if bytes >= LARGE_BYTES {
            large.extend(rows.belongs_to.iter().chain(&rows.depends_on));
        }
    }
    large
}

#[derive(Debug, Eq, PartialEq)]
struct Steps {
    index: String,
    constraint: String,
}

/// Takes apart what a dump writes for a key:
///
/// ```text
/// ALTER TABLE ONLY s.t
///     ADD CONSTRAINT name PRIMARY KEY (a, b) INCLUDE (c) WITH (fillfactor='70') DEFERRABLE;
/// further statements
/// ```
fn two_steps(create: &str) -> Option<Steps> {
    let (table, rest) = create.strip_prefix("ALTER TABLE ONLY ")?.split_once("\n    ADD CONSTRAINT ")?;
    let (name, rest) = rest.split_at(identifier_bytes(rest)?);
    let (kind, rest) =
        [" PRIMARY KEY", " UNIQUE"].into_iter().find_map(|kind| Some((kind, rest.strip_prefix(kind)?)))?;
    let (nulls, rest) = match rest.strip_prefix(" NULLS NOT DISTINCT") {
        Some(rest) => (" NULLS NOT DISTINCT", rest),
        None => ("", rest),
    };
    let rest = rest.strip_prefix(' ')?;
    let (columns, rest) = rest.split_at(list_bytes(rest)?);
    let (include, rest) = optional_list(rest, " INCLUDE ")?;
    let (options, rest) = optional_list(rest, " WITH ")?;
    let timings = [" DEFERRABLE INITIALLY DEFERRED", " DEFERRABLE", ""];
    let (timing, further) =
        timings.into_iter().find_map(|timing| Some((timing, rest.strip_prefix(timing)?.strip_prefix(';')?)))?;
    Some(Steps {
        index: format!("CREATE UNIQUE INDEX {name} ON ONLY {table} USING btree {columns}{include}{nulls}{options};"),
        constraint: format!(
            "ALTER TABLE ONLY {table}\n    ADD CONSTRAINT {name}{kind} USING INDEX {name}{timing};{further}"
        ),
    })
}

/// Bytes of the identifier that the text begins with.
fn identifier_bytes(text: &str) -> Option<usize> {
    if text.starts_with('"') {
        let mut at = 1;
        loop {
            at += text.get(at..)?.find('"')? + 1;
            if !text[at..].starts_with('"') {
                return Some(at);
            }
            at += 1;
        }
    }
    text.find(' ').filter(|&bytes| bytes > 0)
}

/// Bytes of a list of names in parentheses that the text begins with; none when it holds anything but names: `WITHOUT OVERLAPS`.
fn list_bytes(text: &str) -> Option<usize> {
    let mut at = text.strip_prefix('(').map(|_| 1)?;
    loop {
        let rest = text.get(at..)?;
        let name = if rest.starts_with('"') { identifier_bytes(rest)? } else { rest.find([',', ')', ' ', '('])? };
        at += name;
        let rest = text.get(at..)?;
        match rest.strip_prefix(", ") {
            Some(_) => at += 2,
            None => return rest.starts_with(')').then_some(at + 1),
        }
    }
}

/// The words and the list behind them when the text begins with the words; none when no list follows.
fn optional_list<'a>(text: &'a str, words: &str) -> Option<(&'a str, &'a str)> {
    let Some(rest) = text.strip_prefix(words) else { return Some(("", text)) };
    let bytes = if words == " WITH " { parameters_bytes(rest)? } else { list_bytes(rest)? };
    Some(text.split_at(words.len() + bytes))
}

/// Bytes of storage parameters in parentheses: `(fillfactor='70')`.
fn parameters_bytes(text: &str) -> Option<usize> {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\'' => quoted = !quoted,
            b')' if !quoted => return Some(at + 1),
            b'(' if at == 0 => {}
            b'(' if !quoted => return None,
            _ if at == 0 => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(create: &str) -> Option<(String, String)> {
        two_steps(create).map(|steps| (steps.index, steps.constraint))
    }

    #[test]
    fn a_key_in_two_steps() {
        assert_eq!(
            steps("ALTER TABLE ONLY public.t\n    ADD CONSTRAINT t_pkey PRIMARY KEY (a, \"b, c)\");\nALTER TABLE public.t CLUSTER ON t_pkey;"),
            Some((
                "CREATE UNIQUE INDEX t_pkey ON ONLY public.t USING btree (a, \"b, c)\");".to_owned(),
                "ALTER TABLE ONLY public.t\n    ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;\nALTER TABLE public.t CLUSTER ON t_pkey;"
                    .to_owned()
            ))
        );
        assert_eq!(
            steps("ALTER TABLE ONLY s.\"T\"\n    ADD CONSTRAINT \"a \"\"b\" UNIQUE NULLS NOT DISTINCT (x) INCLUDE (y) WITH (fillfactor='70', deduplicate_items='off') DEFERRABLE INITIALLY DEFERRED;"),
            Some((
                "CREATE UNIQUE INDEX \"a \"\"b\" ON ONLY s.\"T\" USING btree (x) INCLUDE (y) NULLS NOT DISTINCT WITH (fillfactor='70', deduplicate_items='off');".to_owned(),
                "ALTER TABLE ONLY s.\"T\"\n    ADD CONSTRAINT \"a \"\"b\" UNIQUE USING INDEX \"a \"\"b\" DEFERRABLE INITIALLY DEFERRED;".to_owned()
            ))
        );
    }

    #[test]
    fn what_is_not_understood_stays() {
        for create in [
            "ALTER TABLE ONLY t\n    ADD CONSTRAINT k PRIMARY KEY (a, during WITHOUT OVERLAPS);",
            "ALTER TABLE ONLY t\n    ADD CONSTRAINT k EXCLUDE USING gist (r WITH &&);",
            "ALTER TABLE ONLY t\n    ADD CONSTRAINT k UNIQUE (a) NOT ENFORCED;",
            "ALTER TABLE t\n    ADD CONSTRAINT k UNIQUE (a);",
            "ALTER TABLE ONLY t\n    ADD CONSTRAINT k UNIQUE (a",
            "ALTER TABLE ONLY t\n    ADD CONSTRAINT \"k UNIQUE (a);",
            "ALTER TABLE ONLY t\n    ADD CONSTRAINT k UNIQUE (a) WITH (a(b));",
            "",
        ] {
            assert_eq!(steps(create), None, "{create}");
        }
    }
}
