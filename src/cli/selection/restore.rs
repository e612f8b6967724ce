//! What a restore takes: `pg_restore`'s words.

use std::path::PathBuf;

use clap::Args;
use dumpr::plan::{EntrySelection, Globals, Pattern, Statistics, UseList};

use super::{LeaveOutOptions, Section, patterns, read};
use crate::cli::exit::Failure;

/// What a restore, a listing or a script takes in.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "What to restore")]
pub(in crate::cli) struct RestoreSelection {
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
    pub(in crate::cli) fn globals(&self) -> Globals {
        match (self.globals_only, self.globals) {
            (true, _) => Globals::Only,
            (_, true) => Globals::With,
            _ => Globals::Without,
        }
    }

    /// The library's selection.
    pub(in crate::cli) fn selection(&self, create: bool) -> Result<EntrySelection, Failure> {
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
