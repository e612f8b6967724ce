//! What is wanted: the options of `pg_dump` and `pg_restore`, name patterns, filter and list files.
//!
//! A dump asks three times: which relations to lock ([`Selection::choose`]), which objects to order
//! ([`Selection::select`]), which entries to write ([`Selection::finish`]). Sections are cut only then:
//! a view's repair depends on objects of a section that may not be written.
//! A restore asks once ([`EntrySelection::select`]).

mod entries;
mod filter_file;
mod objects;
mod options;
mod pattern;
mod relations;
#[cfg(test)]
mod tests;
mod use_list;

pub use entries::EntrySelection;
#[cfg(test)]
pub(super) use entries::tests::entry;
pub use filter_file::{FilterKind, FilterRule, filter_rules};
pub use options::{Globals, LeaveOut, Selection, Statistics};
pub use pattern::Pattern;
pub use relations::{Names, Relation, Relations};
pub use use_list::{UseList, list_line};
