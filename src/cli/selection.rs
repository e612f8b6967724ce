//! Options that say which objects: `pg_dump`'s words for a dump, `pg_restore`'s for a restore.

use std::{fs, path::PathBuf};

use clap::{Args, ValueEnum};
use dumpr::{
    Error, object,
    plan::{EntrySelection, Globals, LeaveOut, Pattern, PlanError, Selection, Statistics, UseList},
};

use super::exit::Failure;

/// A third of a restore.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Section {
    /// Definitions that rows need
    PreData,
    /// Rows, large objects, sequence values
    Data,
    /// Indexes, constraints, triggers, rules, policies
    PostData,
}

impl From<Section> for object::Section {
    fn from(section: Section) -> Self {
        match section {
            Section::PreData => object::Section::PreData,
            Section::Data => object::Section::Data,
            Section::PostData => object::Section::PostData,
        }
    }
}

/// What is left out of every object.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct LeaveOutOptions {
    /// Leave out owners
    #[arg(short = 'O', long)]
    no_owner: bool,
    /// Leave out privileges (GRANT, REVOKE)
    #[arg(short = 'x', long, visible_alias = "no-privileges")]
    no_acl: bool,
    /// Leave out comments
    #[arg(long)]
    no_comments: bool,
    /// Leave out row-level security policies
    #[arg(long)]
    no_policies: bool,
    /// Leave out publications
    #[arg(long)]
    no_publications: bool,
    /// Leave out subscriptions
    #[arg(long)]
    no_subscriptions: bool,
    /// Leave out security labels
    #[arg(long)]
    no_security_labels: bool,
    /// Leave out the choice of tablespaces
    #[arg(long)]
    no_tablespaces: bool,
    /// Leave out the choice of table access methods
    #[arg(long)]
    no_table_access_method: bool,
}

impl From<LeaveOutOptions> for LeaveOut {
    fn from(options: LeaveOutOptions) -> Self {
        LeaveOut {
            owner: options.no_owner,
            acl: options.no_acl,
            comments: options.no_comments,
            policies: options.no_policies,
            publications: options.no_publications,
            subscriptions: options.no_subscriptions,
            security_labels: options.no_security_labels,
            tablespaces: options.no_tablespaces,
            table_access_method: options.no_table_access_method,
        }
    }
}

/// What a dump takes in.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "What to dump")]
pub(super) struct DumpSelection {
    /// Only schemas that match this pattern
    #[arg(short = 'n', long, value_name = "PATTERN")]
    schema: Vec<String>,
    /// No schemas that match this pattern
    #[arg(short = 'N', long, value_name = "PATTERN")]
    exclude_schema: Vec<String>,
    /// Only tables, views, sequences that match this pattern, with what belongs to them
    #[arg(short = 't', long, value_name = "PATTERN")]
    table: Vec<String>,
    /// No tables that match this pattern
    #[arg(short = 'T', long, value_name = "PATTERN")]
    exclude_table: Vec<String>,
    /// As --table, with partitions and inheriting tables
    #[arg(long, value_name = "PATTERN")]
    table_and_children: Vec<String>,
    /// As --exclude-table, with partitions and inheriting tables
    #[arg(long, value_name = "PATTERN")]
    exclude_table_and_children: Vec<String>,
    /// Definitions but no rows of tables that match this pattern
    #[arg(long, value_name = "PATTERN")]
    exclude_table_data: Vec<String>,
    /// As --exclude-table-data, with partitions and inheriting tables
    #[arg(long, value_name = "PATTERN")]
    exclude_table_data_and_children: Vec<String>,
    /// Only extensions that match this pattern
    #[arg(short = 'e', long, value_name = "PATTERN")]
    extension: Vec<String>,
    /// No extensions that match this pattern
    #[arg(long, value_name = "PATTERN")]
    exclude_extension: Vec<String>,
    /// Rows of foreign tables of servers that match this pattern
    #[arg(long, value_name = "PATTERN")]
    include_foreign_data: Vec<String>,
    /// Include and exclude patterns from this file
    #[arg(long, value_name = "FILE")]
    filter: Vec<PathBuf>,
    /// Every pattern that includes must match something
    #[arg(long)]
    strict_names: bool,
    /// Definitions only
    #[arg(short = 's', long, visible_alias = "no-data")]
    schema_only: bool,
    /// Rows, large objects and sequence values only
    #[arg(short = 'a', long, visible_alias = "no-schema")]
    data_only: bool,
    /// Only this section (repeatable)
    #[arg(long, value_enum)]
    section: Vec<Section>,
    /// Large objects although --schema or --table is given
    #[arg(short = 'b', long, visible_alias = "blobs", conflicts_with = "no_large_objects")]
    large_objects: bool,
    /// No large objects
    #[arg(short = 'B', long, visible_alias = "no-blobs")]
    no_large_objects: bool,
    /// No rows of unlogged tables
    #[arg(long)]
    no_unlogged_table_data: bool,
    /// Sequence values even without rows
    #[arg(long)]
    sequence_data: bool,
    /// Also optimizer statistics; targets from version 18 on take them back
    #[arg(long, overrides_with = "no_statistics")]
    statistics: bool,
    /// No optimizer statistics (the default)
    #[arg(long, overrides_with = "statistics", conflicts_with = "statistics_only")]
    no_statistics: bool,
    /// Optimizer statistics only
    #[arg(long, conflicts_with_all = ["schema_only", "data_only", "sequence_data"])]
    statistics_only: bool,
    #[command(flatten)]
    leave_out: LeaveOutOptions,
}

impl DumpSelection {
    /// The library's selection.
    pub(super) fn selection(&self) -> Result<Selection, Failure> {
        let mut selection = Selection {
            include_schemas: patterns(&self.schema, Pattern::parse_schema)?,
            exclude_schemas: patterns(&self.exclude_schema, Pattern::parse_schema)?,
            include_tables: patterns(&self.table, Pattern::parse)?,
            include_tables_and_children: patterns(&self.table_and_children, Pattern::parse)?,
            exclude_tables: patterns(&self.exclude_table, Pattern::parse)?,
            exclude_tables_and_children: patterns(&self.exclude_table_and_children, Pattern::parse)?,
            exclude_table_data: patterns(&self.exclude_table_data, Pattern::parse)?,
            exclude_table_data_and_children: patterns(&self.exclude_table_data_and_children, Pattern::parse)?,
            include_extensions: patterns(&self.extension, Pattern::parse_name)?,
            exclude_extensions: patterns(&self.exclude_extension, Pattern::parse_name)?,
            include_foreign_data: patterns(&self.include_foreign_data, Pattern::parse_name)?,
            schema_only: self.schema_only || self.statistics_only,
            data_only: self.data_only,
            sequence_data: self.sequence_data,
            statistics: self.statistics || self.statistics_only,
            statistics_only: self.statistics_only,
            sections: self.section.iter().copied().map(Into::into).collect(),
            large_objects: match (self.large_objects, self.no_large_objects) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            },
            no_unlogged_table_data: self.no_unlogged_table_data,
            strict_names: self.strict_names,
            leave_out: self.leave_out.into(),
        };
        for path in &self.filter {
            selection.add_filter(&read(path)?)?;
        }
        selection.check()?;
        Ok(selection)
    }

    /// The options that were given, for the manifest.
    pub(super) fn recorded(&self) -> Vec<(String, String)> {
        let lists = [
            ("schema", &self.schema),
            ("exclude-schema", &self.exclude_schema),
            ("table", &self.table),
            ("exclude-table", &self.exclude_table),
            ("table-and-children", &self.table_and_children),
            ("exclude-table-and-children", &self.exclude_table_and_children),
            ("exclude-table-data", &self.exclude_table_data),
            ("exclude-table-data-and-children", &self.exclude_table_data_and_children),
            ("extension", &self.extension),
            ("exclude-extension", &self.exclude_extension),
            ("include-foreign-data", &self.include_foreign_data),
        ];
        let leave_out = &self.leave_out;
        let flags = [
            ("schema-only", self.schema_only),
            ("data-only", self.data_only),
            ("large-objects", self.large_objects),
            ("no-large-objects", self.no_large_objects),
            ("no-unlogged-table-data", self.no_unlogged_table_data),
            ("sequence-data", self.sequence_data),
            ("statistics", self.statistics),
            ("statistics-only", self.statistics_only),
            ("no-owner", leave_out.no_owner),
            ("no-acl", leave_out.no_acl),
            ("no-comments", leave_out.no_comments),
            ("no-policies", leave_out.no_policies),
            ("no-publications", leave_out.no_publications),
            ("no-subscriptions", leave_out.no_subscriptions),
            ("no-security-labels", leave_out.no_security_labels),
            ("no-tablespaces", leave_out.no_tablespaces),
            ("no-table-access-method", leave_out.no_table_access_method),
        ];
        let lists = lists.into_iter().filter(|(_, list)| !list.is_empty()).map(|(name, list)| (name, list.join(" ")));
        let flags = flags.into_iter().filter(|(_, given)| *given).map(|(name, _)| (name, "true".to_owned()));
        let sections: Vec<String> = self.section.iter().map(|section| format!("{section:?}")).collect();
        let sections = (!sections.is_empty()).then(|| ("section", sections.join(" ")));
        lists.chain(flags).chain(sections).map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// What a restore, a listing or a script takes in.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "What to restore")]
pub(super) struct RestoreSelection {
    /// Only objects in schemas that match this pattern
    #[arg(short = 'n', long, value_name = "PATTERN")]
    schema: Vec<String>,
    /// No objects in schemas that match this pattern
    #[arg(short = 'N', long, value_name = "PATTERN")]
    exclude_schema: Vec<String>,
    /// Only this table, view or sequence with its rows, indexes, constraints and triggers
    #[arg(short = 't', long, value_name = "PATTERN")]
    table: Vec<String>,
    /// Only this index
    #[arg(short = 'I', long, value_name = "NAME")]
    index: Vec<String>,
    /// Only this function: `add(integer, integer)`
    #[arg(short = 'P', long, value_name = "NAME(ARGS)")]
    function: Vec<String>,
    /// Only this trigger
    #[arg(short = 'T', long, value_name = "NAME")]
    trigger: Vec<String>,
    /// Include and exclude names from this file
    #[arg(long, value_name = "FILE")]
    filter: Vec<PathBuf>,
    /// Every name must be in the archive
    #[arg(long)]
    strict_names: bool,
    /// Definitions only
    #[arg(short = 's', long, visible_alias = "no-data")]
    schema_only: bool,
    /// Rows, large objects and sequence values only
    #[arg(short = 'a', long, visible_alias = "no-schema")]
    data_only: bool,
    /// Only this section (repeatable)
    #[arg(long, value_enum)]
    section: Vec<Section>,
    /// Also what belongs to the whole cluster: roles, memberships, settings, tablespaces
    #[arg(long, conflicts_with = "data_only")]
    globals: bool,
    /// Nothing else
    #[arg(long, conflicts_with_all = ["data_only", "globals"])]
    globals_only: bool,
    /// Roles without their passwords
    #[arg(long)]
    no_role_passwords: bool,
    /// Optimizer statistics of the archive even with --schema-only or --data-only
    #[arg(long, overrides_with = "no_statistics")]
    statistics: bool,
    /// No optimizer statistics
    #[arg(long, overrides_with = "statistics", conflicts_with = "statistics_only")]
    no_statistics: bool,
    /// Optimizer statistics only
    #[arg(long, conflicts_with_all = ["schema_only", "data_only"])]
    statistics_only: bool,
    /// Only the entries of this list, in its order; edit the output of `dumpr list`
    #[arg(short = 'L', long, value_name = "FILE")]
    use_list: Option<PathBuf>,
    #[command(flatten)]
    leave_out: LeaveOutOptions,
}

impl RestoreSelection {
    fn statistics(&self) -> Statistics {
        match (self.statistics_only, self.statistics, self.no_statistics) {
            (true, ..) => Statistics::Only,
            (_, true, _) => Statistics::With,
            (.., true) => Statistics::Without,
            _ => Statistics::Usual,
        }
    }

    /// Whether what belongs to the whole cluster is wanted.
    pub(super) fn globals(&self) -> Globals {
        match (self.globals_only, self.globals) {
            (true, _) => Globals::Only,
            (_, true) => Globals::With,
            _ => Globals::Without,
        }
    }

    /// The library's selection.
    pub(super) fn selection(&self, create: bool) -> Result<EntrySelection, Failure> {
        let list = self.use_list.as_ref().map(|path| Ok::<_, Failure>(UseList::parse(&read(path)?)?)).transpose()?;
        let mut selection = EntrySelection {
            include_schemas: patterns(&self.schema, Pattern::parse_schema)?,
            exclude_schemas: patterns(&self.exclude_schema, Pattern::parse_schema)?,
            tables: patterns(&self.table, Pattern::parse)?,
            indexes: patterns(&self.index, Pattern::parse)?,
            functions: self.function.clone(),
            triggers: self.trigger.clone(),
            schema_only: self.schema_only,
            data_only: self.data_only,
            sections: self.section.iter().copied().map(Into::into).collect(),
            create,
            statistics: self.statistics(),
            globals: self.globals(),
            no_role_passwords: self.no_role_passwords,
            strict_names: self.strict_names,
            leave_out: self.leave_out.into(),
            list,
        };
        for path in &self.filter {
            selection.add_filter(&read(path)?)?;
        }
        Ok(selection)
    }
}

fn patterns(texts: &[String], parse: fn(&str) -> Result<Pattern, PlanError>) -> Result<Vec<Pattern>, Failure> {
    texts.iter().map(|text| parse(text).map_err(Failure::from)).collect()
}

fn read(path: &PathBuf) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|source| Failure::Failed(Error::File { path: path.clone(), source }))
}
