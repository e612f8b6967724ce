//! A schema as the entries that `pg_dump` 18 writes for it.

use std::collections::BTreeMap;

use super::{
    Side,
    toc::{self, Entry},
};
use crate::{
    Tools,
    error::{Result, output_of},
};

/// Every entry by kind, schema and tag, with all that can differ.
pub(super) fn describe(side: Side<'_>) -> Result<BTreeMap<String, String>> {
    let mut pg_dump = Tools::get()?.command("pg_dump");
    let archive = output_of(pg_dump.args(["-Fc", "-s", "-Z0", "-E", side.encoding.name(), "-d", side.url]))?;
    let mut entries: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in toc::read(&archive, side.encoding)?.iter().filter(|entry| !is_about_the_database(entry)) {
        let name = format!("{} {}.{}", entry.kind, entry.schema, entry.tag);
        entries.entry(name).or_default().push(description(entry));
    }
    // Entries of one name (a rule per event, say) have no order among themselves.
    let joined = |(name, mut texts): (String, Vec<String>)| {
        texts.sort();
        (name, texts.join("\n"))
    };
    Ok(entries.into_iter().map(joined).collect())
}

/// Entries of the database itself, which is a new one at the target.
fn is_about_the_database(entry: &Entry) -> bool {
    let attached = ["ACL", "COMMENT", "SECURITY LABEL"].contains(&entry.kind.as_str());
    ["ENCODING", "STDSTRINGS", "SEARCHPATH", "DATABASE", "DATABASE PROPERTIES"].contains(&entry.kind.as_str())
        || (attached && entry.tag.starts_with("DATABASE "))
}

fn description(entry: &Entry) -> String {
    let definition = match entry.kind.as_str() {
        "ACL" | "DEFAULT ACL" => in_any_order(&entry.definition),
        _ => without_attribute_versions(entry.definition.trim()),
    };
    // What is attached to an object bears the object's owner, which is compared there.
    let attached = ["ACL", "COMMENT", "SECURITY LABEL"].contains(&entry.kind.as_str());
    let owner = if attached { "" } else { &entry.owner };
    let mut text = definition;
    for (word, value) in [("owner", owner), ("tablespace", &entry.tablespace), ("using", &entry.access_method)] {
        if !value.is_empty() {
            text.extend(["\n-- ", word, " ", value]);
        }
    }
    text
}

/// The statements of an ACL sorted; those under another session user stay with it.
fn in_any_order(definition: &str) -> String {
    let mut grantor = String::new();
    let mut grants = Vec::new();
    for statement in definition.split(";\n").map(str::trim).filter(|statement| !statement.is_empty()) {
        if statement.starts_with("SET SESSION AUTHORIZATION") {
            grantor = format!("{statement}; ");
        } else if statement.starts_with("RESET SESSION AUTHORIZATION") {
            grantor.clear();
        } else {
            grants.push(format!("{grantor}{}", statement.trim_end_matches(';')));
        }
    }
    grants.sort();
    grants.join("\n")
}

/// Without `ALTER COLUMN … SET (pg_attver=…)`: servers from the minor releases of November 2026 on keep that
/// in every column's options for themselves, and older versions of `pg_dump` print it.
fn without_attribute_versions(definition: &str) -> String {
    if !definition.contains("pg_attver=") {
        return definition.to_owned();
    }
    let mut kept = Vec::new();
    for line in definition.lines() {
        let Some((before, options)) = line.split_once(" SET (") else {
            kept.push(line.to_owned());
            continue;
        };
        let options: Vec<&str> =
            options.trim_end_matches(");").split(", ").filter(|option| !option.starts_with("pg_attver=")).collect();
        if !options.is_empty() {
            kept.push(format!("{before} SET ({});", options.join(", ")));
        }
    }
    kept.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grants_are_a_set_per_grantor() {
        let one = "GRANT SELECT ON TABLE t TO a;\nGRANT INSERT ON TABLE t TO b;\n";
        let two = "GRANT INSERT ON TABLE t TO b;\nGRANT SELECT ON TABLE t TO a;\n";
        assert_eq!(in_any_order(one), in_any_order(two));
        let other = "SET SESSION AUTHORIZATION c;\nGRANT INSERT ON TABLE t TO b;\nRESET SESSION AUTHORIZATION;\n\
                     GRANT SELECT ON TABLE t TO a;\n";
        assert_ne!(in_any_order(one), in_any_order(other));
    }

    #[test]
    fn attribute_versions_vanish_and_other_options_stay() {
        let with = "CREATE TABLE t (a int);\n\nALTER TABLE ONLY t ALTER COLUMN a SET (pg_attver='7');\n\
                    ALTER TABLE ONLY t ALTER COLUMN b SET (n_distinct=5, pg_attver=7);";
        let without = "CREATE TABLE t (a int);\n\nALTER TABLE ONLY t ALTER COLUMN b SET (n_distinct=5);";
        assert_eq!(without_attribute_versions(with), without);
    }
}
