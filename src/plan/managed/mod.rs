//! What hosted services refuse, taken out of a restore (`--managed`): what only a superuser may create, say or set.
//!
//! An entry is left out when nothing of it could be restored; of a function, a list of settings or privileges only the
//! refused words are. What needs an entry that is left out cannot be restored either, and counts as lost.

use std::collections::HashSet;

use crate::{manifest::Entry, object::Kind};

mod judge;
mod words;

use judge::{Verdict, judge};
pub(crate) use words::settings_without;

/// What the target lets the restoring role do.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Allowance {
    /// Settings that it may set, in small letters. Those that the target does not know (yet) only a superuser may set.
    pub settings: HashSet<String>,
    /// Languages of the target in which only a superuser writes functions.
    pub untrusted_languages: HashSet<String>,
    /// Languages of the target in which everybody may.
    pub trusted_languages: HashSet<String>,
    /// Subscriptions may be created.
    pub subscriptions: bool,
    /// The schema `public` is the role's own.
    pub public_schema: bool,
}

/// The entries that remain, and what does not.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Managed {
    /// In their order, reworded where need be.
    pub entries: Vec<Entry>,
    /// What the service would refuse, with the reason.
    pub left_out: Vec<String>,
    /// What cannot be without it.
    pub lost: Vec<String>,
}

/// Takes out what a hosted service would refuse.
pub fn managed(entries: Vec<Entry>, allowance: &Allowance) -> Managed {
    let mut managed = Managed::default();
    let mut gone: HashSet<u32> = HashSet::new();
    let extensions = ids(&entries, Kind::Extension);
    let schemas = ids(&entries, Kind::Schema);
    let mut tablespaces = 0_usize;
    for mut entry in entries {
        let label = entry.label();
        let subject = judge::Subject {
            is_extension: entry.belongs_to.is_some_and(|id| extensions.contains(&id)),
            is_schema: entry.belongs_to.is_some_and(|id| schemas.contains(&id)),
        };
        match judge(&entry, subject, allowance) {
            Verdict::LeaveOut(reason) => {
                gone.insert(entry.id);
                managed.left_out.push(format!("{label}: {reason}"));
                continue;
            }
            Verdict::Reword { create, without } => {
                entry.create = create;
                managed.left_out.push(format!("of {label}: {}", without.join(", ")));
            }
            Verdict::Keep => {}
        }
        let is_said_of_it = entry.belongs_to.is_some_and(|id| gone.contains(&id));
        if is_said_of_it || entry.depends_on.iter().any(|id| gone.contains(id)) {
            gone.insert(entry.id);
            let list = if is_said_of_it && goes_along(entry.kind) { &mut managed.left_out } else { &mut managed.lost };
            list.push(format!("{label}: it needs what is left out"));
            continue;
        }
        if entry.tablespace.take().is_some() {
            tablespaces += 1;
        }
        managed.entries.push(entry);
    }
    if tablespaces > 0 {
        managed.left_out.push(format!("the tablespaces of {tablespaces} tables, indexes and the like"));
    }
    managed
}

/// What is said about an object, or connects it with others, is nothing without it.
fn goes_along(kind: Kind) -> bool {
    matches!(kind, Kind::Comment | Kind::SecurityLabel | Kind::Acl | Kind::PublicationTable | Kind::PublicationSchema)
}

fn ids(entries: &[Entry], kind: Kind) -> HashSet<u32> {
    entries.iter().filter(|entry| entry.kind == kind).map(|entry| entry.id).collect()
}
