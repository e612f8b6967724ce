//! What a dump takes: `pg_dump`'s words.

use std::path::PathBuf;

use clap::Args;
use dumpr::plan::{Pattern, Selection};

use super::{LeaveOutOptions, Section, patterns, read};
use crate::cli::exit::Failure;

/// What a dump takes in.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "What to dump")]
pub(in crate::cli) struct DumpSelection {
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
    pub(in crate::cli) fn selection(&self) -> Result<Selection, Failure> {
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
    pub(in crate::cli) fn recorded(&self) -> Vec<(String, String)> {
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
