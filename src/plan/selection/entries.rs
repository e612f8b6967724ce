//! Which entries of an archive a restore wants, and in which order.

use std::collections::{HashMap, HashSet};

use super::{FilterKind, Globals, LeaveOut, Pattern, Statistics, UseList, filter_file, filter_rules};
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

    fn is_named(&self, entry: &Entry, by_id: &HashMap<u32, &Entry>) -> bool {
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
    fn check_names(&self, entries: &[Entry]) -> Result<(), PlanError> {
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

/// The entry, what it belongs to, what that belongs to, and so on.
fn chain<'a>(entry: &'a Entry, by_id: &HashMap<u32, &'a Entry>) -> impl Iterator<Item = &'a Entry> {
    std::iter::successors(Some(entry), |part| part.belongs_to.and_then(|id| by_id.get(&id).copied()))
        .take(LONGEST_CHAIN)
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::plan) fn entry(id: u32, kind: Kind, name: &str) -> Entry {
        Entry {
            id,
            kind,
            section: kind.section(),
            schema: Some("public".to_owned()),
            name: name.to_owned(),
            owner: Some("joe".to_owned()),
            address: None,
            belongs_to: None,
            tablespace: Some("fast".to_owned()),
            access_method: None,
            partitioned: false,
            create: String::new(),
            requires: Vec::new(),
            older: Vec::new(),
            drop: None,
            drop_if_exists: None,
            depends_on: Vec::new(),
            stream: None,
        }
    }

    fn part(id: u32, kind: Kind, name: &str, of: u32) -> Entry {
        Entry { belongs_to: Some(of), depends_on: vec![of], ..entry(id, kind, name) }
    }

    fn archive() -> Vec<Entry> {
        let mut schema = entry(2, Kind::Schema, "shop");
        schema.schema = None;
        let mut other = entry(9, Kind::Table, "orders");
        other.schema = Some("shop".to_owned());
        let mut rows = entry(10, Kind::TableData, "orders");
        rows.depends_on = vec![4];
        let mut publication = entry(15, Kind::Publication, "p");
        publication.schema = None;
        let mut remark = part(16, Kind::Comment, "PUBLICATION p", 15);
        remark.schema = None;
        let mut database = entry(1, Kind::Database, "db");
        database.schema = None;
        vec![
            database,
            schema,
            entry(3, Kind::Function, "add(integer, integer)"),
            entry(4, Kind::Table, "orders"),
            part(5, Kind::Comment, "TABLE orders", 4),
            part(6, Kind::Sequence, "orders_id_seq", 4),
            Entry { depends_on: vec![4, 6], ..entry(7, Kind::SequenceOwnedBy, "orders_id_seq") },
            entry(8, Kind::Table, "lines"),
            other,
            rows,
            part(11, Kind::Index, "orders_day", 4),
            part(12, Kind::Comment, "INDEX orders_day", 11),
            part(13, Kind::Trigger, "orders log", 4),
            part(14, Kind::ForeignKey, "lines lines_fk", 8),
            publication,
            remark,
            part(17, Kind::Acl, "TABLE orders", 4),
        ]
    }

    fn ids(selection: &EntrySelection) -> Result<Vec<u32>, PlanError> {
        Ok(selection.select(archive())?.into_iter().map(|entry| entry.id).collect())
    }

    fn patterns(names: &[&str]) -> Result<Vec<Pattern>, PlanError> {
        names.iter().map(|name| Pattern::parse(name)).collect()
    }

    #[test]
    fn everything_but_the_database() -> Result<(), PlanError> {
        let all = EntrySelection::default();
        assert_eq!(ids(&all)?, (2..=17).collect::<Vec<_>>());
        assert_eq!(ids(&EntrySelection { create: true, ..all })?, (1..=17).collect::<Vec<_>>());
        Ok(())
    }

    #[test]
    fn a_table_brings_what_belongs_to_it() -> Result<(), PlanError> {
        let tables = patterns(&["public.orders"])?;
        let selection = EntrySelection { tables, ..EntrySelection::default() };
        assert_eq!(ids(&selection)?, [4, 5, 6, 7, 10, 11, 12, 13, 17]);
        let post = EntrySelection { sections: vec![Section::PostData], ..selection.clone() };
        assert_eq!(ids(&post)?, [11, 13]);
        let data = EntrySelection { data_only: true, ..selection };
        assert_eq!(ids(&data)?, [10]);
        Ok(())
    }

    #[test]
    fn schemas_by_pattern_or_by_exact_name() -> Result<(), PlanError> {
        for text in ["shop", "SHOP", "sh*"] {
            let selection =
                EntrySelection { include_schemas: vec![Pattern::parse_schema(text)?], ..EntrySelection::default() };
            assert_eq!(ids(&selection)?, [9], "{text}");
        }
        let selection =
            EntrySelection { exclude_schemas: vec![Pattern::parse_schema("public")?], ..EntrySelection::default() };
        assert_eq!(ids(&selection)?, [2, 9, 15, 16]);
        Ok(())
    }

    #[test]
    fn single_objects() -> Result<(), PlanError> {
        let named = |functions: &str, triggers: &str| EntrySelection {
            functions: vec![functions.to_owned()],
            triggers: vec![triggers.to_owned()],
            ..EntrySelection::default()
        };
        assert_eq!(ids(&named("add(integer,integer)", "x"))?, [3]);
        assert_eq!(ids(&named("public.add", "log"))?, [3, 13]);
        assert_eq!(ids(&named("add(integer)", "orders log"))?, [13]);
        let selection = EntrySelection { indexes: patterns(&["orders_d*"])?, ..EntrySelection::default() };
        assert_eq!(ids(&selection)?, [11, 12]);
        Ok(())
    }

    #[test]
    fn what_is_left_out_takes_its_comments_along() -> Result<(), PlanError> {
        let leave_out =
            LeaveOut { publications: true, acl: true, owner: true, tablespaces: true, ..LeaveOut::default() };
        let selection = EntrySelection { leave_out, ..EntrySelection::default() };
        let chosen = selection.select(archive())?;
        assert!(chosen.iter().all(|entry| ![15, 16, 17].contains(&entry.id)));
        assert!(chosen.iter().all(|entry| entry.owner.is_none() && entry.tablespace.is_none()));
        Ok(())
    }

    #[test]
    fn strict_names_name_the_missing_one() -> Result<(), PlanError> {
        let selection =
            EntrySelection { tables: patterns(&["orders", "gone"])?, strict_names: true, ..EntrySelection::default() };
        assert_eq!(ids(&selection), Err(PlanError::NoMatch { what: "table", pattern: "gone".to_owned() }));
        Ok(())
    }

    #[test]
    fn a_list_orders_and_a_filter_adds() -> Result<(), PlanError> {
        let mut selection = EntrySelection { list: Some(UseList::parse("17; \n4;\n8;")?), ..EntrySelection::default() };
        assert_eq!(ids(&selection)?, [17, 4, 8]);
        selection.add_filter("include table orders")?;
        assert_eq!(ids(&selection)?, [17, 4]);
        assert!(matches!(selection.add_filter("exclude table x"), Err(PlanError::FilterLine { line: 1, .. })));
        Ok(())
    }

    #[test]
    fn a_circle_of_parts_ends() -> Result<(), PlanError> {
        let circle = vec![part(1, Kind::Index, "a", 2), part(2, Kind::Index, "b", 1)];
        let selection = EntrySelection { tables: patterns(&["t"])?, ..EntrySelection::default() };
        assert_eq!(selection.select(circle)?, Vec::<Entry>::new());
        Ok(())
    }
}
