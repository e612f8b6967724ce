//! Definitions in the words of the target, as far as the marks of the archive go.

use std::collections::HashMap;

use crate::{manifest::Entry, object::Kind, server::ServerVersion, syntax::raw_bytes};

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

/// Why an entry is taken out.
struct Reason {
    /// The entry that the server does not know.
    cause: String,
    /// What is said of this one.
    text: String,
}

/// Puts every definition into the words of the server and takes out what has none.
pub(in crate::restore) fn fit(entries: Vec<Entry>, server: ServerVersion) -> Fitted {
    let mut gone = take_out(&entries, server);
    let mut fitted = Fitted::default();
    for mut entry in entries {
        if let Some(reason) = gone.remove(&entry.id) {
            // A view and its redefinition are one thing to the reader.
            if entry.kind != Kind::View || !fitted.unheld.contains(&reason.text) {
                fitted.unheld.push(reason.text);
            }
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

/// What the server does not know, and what depends on it. A view that is created as a dummy goes with its redefinition: a
/// dummy that stays answers with NULLs.
fn take_out(entries: &[Entry], server: ServerVersion) -> HashMap<u32, Reason> {
    let mut gone: HashMap<u32, Reason> = HashMap::new();
    loop {
        let before = gone.len();
        for entry in entries {
            if gone.contains_key(&entry.id) {
                continue;
            }
            let unknown = entry.requires.iter().filter(|requirement| requirement.server > server.major());
            let unknown: Vec<String> =
                unknown.map(|it| format!("{} needs PostgreSQL {}", it.feature, it.server)).collect();
            let needed = entry.depends_on.iter().chain(&entry.belongs_to);
            let cause = if unknown.is_empty() {
                let Some(reason) = needed.into_iter().find_map(|id| gone.get(id)) else { continue };
                reason.cause.clone()
            } else {
                entry.label()
            };
            let depends = || format!("{}: depends on {cause}", entry.label());
            if let (Kind::View, Some(dummy)) = (entry.kind, entry.belongs_to)
                && !gone.contains_key(&dummy)
            {
                gone.insert(dummy, Reason { text: depends(), cause: cause.clone() });
            }
            let text =
                if unknown.is_empty() { depends() } else { format!("{}: {}", entry.label(), unknown.join(", ")) };
            gone.insert(entry.id, Reason { cause, text });
        }
        if gone.len() == before {
            return gone;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::{OlderForm, Requirement};

    fn entry(id: u32, name: &str, depends_on: &[u32]) -> Entry {
        Entry {
            id,
            kind: Kind::Table,
            section: Kind::Table.section(),
            schema: Some("s".into()),
            name: name.to_owned(),
            owner: None,
            address: None,
            belongs_to: None,
            tablespace: None,
            access_method: None,
            partitioned: false,
            create: "newest".to_owned(),
            requires: [].into(),
            older: [].into(),
            drop: None,
            depends_on: depends_on.into(),
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
        table.older = [form(14, "oldest", &["compression"]), form(18, "older", &[])].into();
        for (server, create, lost) in [(13, "oldest", 1), (14, "older", 0), (17, "older", 0), (18, "newest", 0)] {
            let fitted = fit(vec![table.clone()], ServerVersion(server * 10_000));
            assert_eq!((fitted.entries[0].create.as_str(), fitted.lost.len()), (create, lost), "{server}");
        }
    }

    #[test]
    fn what_depends_on_it_goes_as_well() {
        let requires = [Requirement { feature: "a virtual generated column".to_owned(), server: 18 }].into();
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

    #[test]
    fn a_dummy_does_not_stay_without_its_view() {
        let requires = [Requirement { feature: "a function body in standard SQL".to_owned(), server: 14 }].into();
        let view = |id, depends_on: &[u32]| Entry { kind: Kind::View, ..entry(id, "v", depends_on) };
        let all = vec![
            view(1, &[]),
            entry(2, "reads_v", &[1]),
            Entry { kind: Kind::Function, requires, ..entry(3, "f()", &[]) },
            Entry { belongs_to: Some(1), ..view(4, &[1, 3]) },
            entry(5, "other", &[]),
        ];
        let fitted = fit(all.clone(), ServerVersion(130_000));
        assert_eq!(fitted.entries.iter().map(|entry| entry.id).collect::<Vec<_>>(), [5]);
        assert_eq!(fitted.unheld.len(), 3, "{:?}", fitted.unheld);
        assert_eq!(fitted.unheld[0], "VIEW s.v: depends on FUNCTION s.f()");
        assert_eq!(fit(all, ServerVersion(140_000)).entries.len(), 5);
    }
}
