//! Definitions in the words of the target, as far as the marks of the archive go.

use std::collections::HashMap;

use crate::{manifest::Entry, server::ServerVersion, syntax::raw_bytes};

/// The first server on which a partitioned table has an access method, for its partitions.
const PARTITIONED_METHOD_SINCE: u32 = 17;

/// The entries as one server can hold them.
#[derive(Debug, Default)]
pub(in crate::restore) struct Fitted {
    /// What can be restored, in order.
    pub(in crate::restore) entries: Vec<Entry>,
    /// Parts of these that had to be left out, one text each.
    pub(in crate::restore) lost: Vec<String>,
    /// Entries that are missing from `entries` because the server cannot hold them or what they depend on.
    pub(in crate::restore) unheld: Vec<String>,
}

/// Entries whose bytes a database of this encoding cannot hold: those of a database without an encoding may be any.
pub(in crate::restore) fn check_bytes(entries: &[Entry], encoding: &str) -> Vec<String> {
    if encoding == "SQL_ASCII" {
        return Vec::new();
    }
    let is_text = |text: &str| std::str::from_utf8(&raw_bytes::to_bytes(text)).is_ok();
    let foreign = entries.iter().filter(|entry| !is_text(&entry.create) || !is_text(&entry.name));
    foreign
        .map(|entry| format!("{}: bytes that are not UTF-8 need a database of encoding SQL_ASCII", entry.label()))
        .collect()
}

/// Puts every definition into the words of the server and takes out what has none.
pub(in crate::restore) fn fit(entries: Vec<Entry>, server: ServerVersion) -> Fitted {
    let mut fitted = Fitted::default();
    // Entries taken out, with the name of the one that is the reason.
    let mut gone: HashMap<u32, String> = HashMap::new();
    for mut entry in entries {
        let unknown: Vec<String> = entry
            .requires
            .iter()
            .filter(|requirement| requirement.server > server.major())
            .map(|requirement| format!("{} needs PostgreSQL {}", requirement.feature, requirement.server))
            .collect();
        if !unknown.is_empty() {
            fitted.unheld.push(format!("{}: {}", entry.label(), unknown.join(", ")));
            gone.insert(entry.id, entry.label());
            continue;
        }
        if let Some(cause) = entry.depends_on.iter().chain(&entry.belongs_to).find_map(|id| gone.get(id)) {
            fitted.unheld.push(format!("{}: depends on {cause}", entry.label()));
            gone.insert(entry.id, cause.clone());
            continue;
        }
        if let Some(form) = entry.older.iter().position(|form| server.major() < form.below) {
            let form = entry.older.swap_remove(form);
            fitted.lost.extend(form.loses.iter().map(|lost| format!("{}: {lost}", entry.label())));
            entry.create = form.create;
        }
        if entry.partitioned
            && server.major() < PARTITIONED_METHOD_SINCE
            && let Some(method) = entry.access_method.take()
        {
            fitted.lost.push(format!("{}: access method {method} of a partitioned table", entry.label()));
        }
        fitted.entries.push(entry);
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        manifest::{OlderForm, Requirement},
        object::Kind,
    };

    fn entry(id: u32, name: &str, depends_on: &[u32]) -> Entry {
        Entry {
            id,
            kind: Kind::Table,
            section: Kind::Table.section(),
            schema: Some("s".to_owned()),
            name: name.to_owned(),
            owner: None,
            address: None,
            belongs_to: None,
            tablespace: None,
            access_method: None,
            partitioned: false,
            create: "newest".to_owned(),
            requires: Vec::new(),
            older: Vec::new(),
            drop: None,
            drop_if_exists: None,
            depends_on: depends_on.to_vec(),
            stream: None,
        }
    }

    fn form(below: u32, create: &str, loses: &[&str]) -> OlderForm {
        let loses = loses.iter().map(|&lost| lost.to_owned()).collect();
        OlderForm { below, create: create.to_owned(), loses }
    }

    #[test]
    fn the_first_form_that_is_for_the_server_is_taken() {
        let mut table = entry(1, "t", &[]);
        table.older = vec![form(14, "oldest", &["compression"]), form(18, "older", &[])];
        for (server, create, lost) in [(13, "oldest", 1), (14, "older", 0), (17, "older", 0), (18, "newest", 0)] {
            let fitted = fit(vec![table.clone()], ServerVersion(server * 10_000));
            assert_eq!((fitted.entries[0].create.as_str(), fitted.lost.len()), (create, lost), "{server}");
        }
    }

    #[test]
    fn what_depends_on_it_goes_as_well() {
        let requires = vec![Requirement { feature: "a virtual generated column".to_owned(), server: 18 }];
        let table = Entry { requires, ..entry(1, "t", &[]) };
        let all = vec![table, entry(2, "other", &[]), entry(3, "t_rows", &[1]), entry(4, "t_index", &[2, 3])];
        let fitted = fit(all.clone(), ServerVersion(170_002));
        assert_eq!(fitted.entries.iter().map(|entry| entry.id).collect::<Vec<_>>(), [2]);
        assert_eq!(
            fitted.unheld,
            [
                "TABLE s.t: a virtual generated column needs PostgreSQL 18",
                "TABLE s.t_rows: depends on TABLE s.t",
                "TABLE s.t_index: depends on TABLE s.t"
            ]
        );
        assert_eq!(fit(all, ServerVersion(180_000)).unheld, Vec::<String>::new());
    }
}
