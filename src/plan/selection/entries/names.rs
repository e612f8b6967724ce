//! Entries by name: `-t`, `-I`, `-P`, `-T`, and `--strict-names`.

use std::collections::HashMap;

use super::{EntrySelection, chain};
use crate::{
    manifest::Entry,
    object::Kind,
    plan::{Pattern, PlanError, selection::filter_file},
};

impl EntrySelection {
    /// Whether an option names the entry or what it belongs to, or none names anything.
    pub(super) fn is_named(&self, entry: &Entry, by_id: &HashMap<u32, &Entry>) -> bool {
        let nothing_named =
            self.tables.is_empty() && self.indexes.is_empty() && self.functions.is_empty() && self.triggers.is_empty();
        nothing_named
            || chain(entry, by_id).any(|part| self.names(part, by_id))
            // Entries that only carry rows or settle ownership may point to their table in no other way.
            || (matches!(
                entry.kind,
                Kind::TableData
                    | Kind::SequenceSet
                    | Kind::SequenceOwnedBy
                    | Kind::StatisticsData
                    | Kind::Refresh
                    | Kind::RowSecurity
            ) && entry.depends_on.iter().filter_map(|id| by_id.get(id)).any(|need| self.names(need, by_id)))
    }

    /// Whether an option names this very entry.
    fn names(&self, entry: &Entry, by_id: &HashMap<u32, &Entry>) -> bool {
        match entry.kind {
            // Rows stand for themselves: an archive of rows alone has no tables.
            Kind::Table
            | Kind::ForeignTable
            | Kind::View
            | Kind::MaterializedView
            | Kind::Sequence
            | Kind::TableData
            | Kind::SequenceSet
            | Kind::Refresh => self.tables.iter().any(|pattern| matches(pattern, entry)),
            Kind::Index => self.indexes.iter().any(|pattern| matches(pattern, entry)),
            Kind::Function | Kind::Procedure | Kind::Aggregate => {
                self.functions.iter().any(|wanted| names_function(wanted, entry))
            }
            Kind::Trigger => {
                let table = entry.belongs_to.and_then(|id| by_id.get(&id)).map_or("", |table| table.name.as_str());
                let own = entry.name.strip_prefix(table).map_or(entry.name.as_str(), str::trim_start);
                self.triggers.iter().any(|wanted| *wanted == entry.name || wanted == own)
            }
            _ => false,
        }
    }

    /// Refuses names that the archive does not have.
    pub(super) fn check_names(&self, entries: &[Entry]) -> Result<(), PlanError> {
        let by_id: HashMap<u32, &Entry> = entries.iter().map(|entry| (entry.id, entry)).collect();
        let only = |one: EntrySelection| entries.iter().any(|entry| one.names(entry, &by_id));
        for pattern in &self.tables {
            if !only(EntrySelection { tables: vec![pattern.clone()], ..EntrySelection::default() }) {
                return no_match("table", pattern.as_str());
            }
        }
        for pattern in &self.indexes {
            if !only(EntrySelection { indexes: vec![pattern.clone()], ..EntrySelection::default() }) {
                return no_match("index", pattern.as_str());
            }
        }
        for name in &self.functions {
            if !only(EntrySelection { functions: vec![name.clone()], ..EntrySelection::default() }) {
                return no_match("function", name);
            }
        }
        for name in &self.triggers {
            if !only(EntrySelection { triggers: vec![name.clone()], ..EntrySelection::default() }) {
                return no_match("trigger", name);
            }
        }
        for pattern in &self.include_schemas {
            let one = EntrySelection { include_schemas: vec![pattern.clone()], ..EntrySelection::default() };
            if !entries.iter().any(|entry| one.in_schemas(entry, &by_id)) {
                return no_match("schema", pattern.as_str());
            }
        }
        Ok(())
    }
}

fn no_match(what: &'static str, pattern: &str) -> Result<(), PlanError> {
    Err(PlanError::NoMatch { what, pattern: pattern.to_owned() })
}

fn matches(pattern: &Pattern, entry: &Entry) -> bool {
    let schema = entry.schema.as_deref().unwrap_or_default();
    pattern.as_str() == entry.name || pattern.matches(schema, &entry.name, true)
}

/// `schema.name(arguments)`, the schema and the arguments as far as they are given.
fn names_function(wanted: &str, entry: &Entry) -> bool {
    let wanted = filter_file::tidy(wanted);
    let wanted = match &entry.schema {
        Some(schema) => wanted.strip_prefix(&format!("{schema}.")).unwrap_or(&wanted),
        None => &wanted,
    };
    let name = filter_file::tidy(&entry.name);
    let bare = entry.name.split('(').next().unwrap_or_default();
    wanted == name || wanted == bare
}
