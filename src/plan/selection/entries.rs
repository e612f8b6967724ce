//! Which entries of an archive a restore wants, and in which order.

mod names;
#[cfg(test)]
pub(super) mod tests;

use std::collections::{HashMap, HashSet};

use super::{FilterKind, Globals, LeaveOut, Pattern, Statistics, UseList, filter_rules};
use crate::{
    manifest::Entry,
    object::{Kind, Section},
    plan::PlanError,
};

/// What the options of a restore ask for. The default is everything except creating the database.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct EntrySelection {
    /// `-n`: only objects in these schemas.
    pub include_schemas: Vec<Pattern>,
    /// `-N`: none in these.
    pub exclude_schemas: Vec<Pattern>,
    /// `-t`: these relations with their rows, indexes, constraints, triggers and what else belongs to them.
    pub tables: Vec<Pattern>,
    /// `-I`: these indexes.
    pub indexes: Vec<Pattern>,
    /// `-P`: these functions, procedures and aggregates: `add(integer, integer)`, or `add` for all of that name.
    pub functions: Vec<String>,
    /// `-T`: these triggers: `log_change`, or `orders log_change` for the one of that table.
    pub triggers: Vec<String>,
    /// `-s`: definitions only.
    pub schema_only: bool,
    /// `-a`: rows, large objects and sequence values only.
    pub data_only: bool,
    /// `--statistics`, `--no-statistics`, `--statistics-only`: optimizer statistics.
    pub statistics: Statistics,
    /// `--section`: only these; empty for all.
    pub sections: Vec<Section>,
    /// `-C`: the database itself as well.
    pub create: bool,
    /// `--globals`, `--globals-only`: what belongs to the whole cluster.
    pub globals: Globals,
    /// `--no-role-passwords`: roles without their passwords.
    pub no_role_passwords: bool,
    /// `--strict-names`: every name must be in the archive.
    pub strict_names: bool,
    /// What is left out of every object.
    pub leave_out: LeaveOut,
    /// `-L`: these entries, in this order.
    pub list: Option<UseList>,
}

/// How long a chain of parts may be; longer ones are a circle in a damaged archive.
const LONGEST_CHAIN: usize = 16;

impl EntrySelection {
    /// The wanted entries, in the order to restore them. Their numbers stay as they are in the archive.
    pub fn select(&self, entries: Vec<Entry>) -> Result<Vec<Entry>, PlanError> {
        if self.schema_only && self.data_only {
            return Err(PlanError::Contradiction { first: "--schema-only", second: "--data-only" });
        }
        if self.strict_names {
            self.check_names(&entries)?;
        }
        let wanted: HashSet<u32> = {
            let by_id: HashMap<u32, &Entry> = entries.iter().map(|entry| (entry.id, entry)).collect();
            entries.iter().filter(|entry| self.wants(entry, &by_id)).map(|entry| entry.id).collect()
        };
        let entries = match &self.list {
            Some(list) => list.apply(entries)?,
            None => entries,
        };
        Ok(entries
            .into_iter()
            .filter(|entry| wanted.contains(&entry.id))
            .map(|mut entry| {
                self.leave_out.strip(&mut entry.owner, &mut entry.tablespace, &mut entry.access_method);
                entry
            })
            .collect())
    }

    /// Adds the rules of a `--filter` file.
    pub fn add_filter(&mut self, text: &str) -> Result<(), PlanError> {
        for rule in filter_rules(text)? {
            match (rule.include, rule.kind) {
                (true, FilterKind::Schema) => self.include_schemas.push(Pattern::parse_schema(&rule.pattern)?),
                (false, FilterKind::Schema) => self.exclude_schemas.push(Pattern::parse_schema(&rule.pattern)?),
                (true, FilterKind::Table) => self.tables.push(Pattern::parse(&rule.pattern)?),
                (true, FilterKind::Index) => self.indexes.push(Pattern::parse(&rule.pattern)?),
                (true, FilterKind::Function) => self.functions.push(rule.pattern),
                (true, FilterKind::Trigger) => self.triggers.push(rule.pattern),
                _ => return Err(rule.refused()),
            }
        }
        Ok(())
    }

    fn wants(&self, entry: &Entry, by_id: &HashMap<u32, &Entry>) -> bool {
        if chain(entry, by_id).any(|part| part.kind.is_global()) {
            return self.globals != Globals::Without
                && !(self.no_role_passwords && entry.kind == Kind::RolePassword)
                && self.wants_content(entry)
                && chain(entry, by_id).all(|part| self.leave_out.wants(part.kind));
        }
        if self.globals == Globals::Only {
            return false;
        }
        let of_database =
            chain(entry, by_id).any(|part| matches!(part.kind, Kind::Database | Kind::DatabaseProperties));
        if of_database {
            return self.create && !self.data_only && self.leave_out.wants(entry.kind);
        }
        self.wants_content(entry)
            && chain(entry, by_id).all(|part| self.leave_out.wants(part.kind))
            && self.in_schemas(entry, by_id)
            && self.is_named(entry, by_id)
    }

    /// Definition or rows, and which section.
    fn wants_content(&self, entry: &Entry) -> bool {
        let is_data = entry.section == Section::Data;
        let wanted = match self.statistics {
            Statistics::With | Statistics::Only if entry.kind == Kind::StatisticsData => true,
            Statistics::Without if entry.kind == Kind::StatisticsData => false,
            Statistics::Usual if entry.kind == Kind::StatisticsData => !self.data_only && !self.schema_only,
            Statistics::Only => false,
            _ => (is_data || !self.data_only) && !(self.schema_only && is_data),
        };
        wanted && (self.sections.is_empty() || self.sections.contains(&entry.section))
    }

    fn in_schemas(&self, entry: &Entry, by_id: &HashMap<u32, &Entry>) -> bool {
        // Comments and the like may have no schema of their own.
        let schema = chain(entry, by_id).find_map(|part| part.schema.as_deref());
        let matches = |patterns: &[Pattern]| {
            schema.is_some_and(|schema| {
                patterns.iter().any(|pattern| pattern.as_str() == schema || pattern.matches_name(schema))
            })
        };
        (self.include_schemas.is_empty() || matches(&self.include_schemas)) && !matches(&self.exclude_schemas)
    }
}

/// The entry, what it belongs to, what that belongs to, and so on.
fn chain<'a>(entry: &'a Entry, by_id: &HashMap<u32, &'a Entry>) -> impl Iterator<Item = &'a Entry> {
    std::iter::successors(Some(entry), |part| part.belongs_to.and_then(|id| by_id.get(&id).copied()))
        .take(LONGEST_CHAIN)
}
