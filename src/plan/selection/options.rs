//! The options of a dump that say what it holds, one field per option.

use std::sync::Arc;

use super::{FilterKind, Pattern, filter_rules};
use crate::{
    object::{Kind, Section},
    plan::{Ordered, PlanError},
};

/// What the options of a dump ask for. The default is everything.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Selection {
    /// `-n`: only these schemas.
    pub include_schemas: Vec<Pattern>,
    /// `-N`: not these.
    pub exclude_schemas: Vec<Pattern>,
    /// `-t`: only these relations.
    pub include_tables: Vec<Pattern>,
    /// `--table-and-children`: these with their partitions and inheriting tables.
    pub include_tables_and_children: Vec<Pattern>,
    /// `-T`: not these relations.
    pub exclude_tables: Vec<Pattern>,
    /// `--exclude-table-and-children`.
    pub exclude_tables_and_children: Vec<Pattern>,
    /// `--exclude-table-data`: their definition, not their rows.
    pub exclude_table_data: Vec<Pattern>,
    /// `--exclude-table-data-and-children`.
    pub exclude_table_data_and_children: Vec<Pattern>,
    /// `-e`: only these extensions.
    pub include_extensions: Vec<Pattern>,
    /// `--exclude-extension`: not these.
    pub exclude_extensions: Vec<Pattern>,
    /// `--include-foreign-data`: rows of the foreign tables of these servers.
    pub include_foreign_data: Vec<Pattern>,
    /// `-s`: definitions only.
    pub schema_only: bool,
    /// `-a`: rows, large objects and sequence values only.
    pub data_only: bool,
    /// `--sequence-data`: sequence values even without rows.
    pub sequence_data: bool,
    /// `--statistics`: optimizer statistics as well.
    pub statistics: bool,
    /// `--statistics-only`: these and nothing else; goes with `schema_only` and `statistics`.
    pub statistics_only: bool,
    /// `--section`: only these; empty for all.
    pub sections: Vec<Section>,
    /// `-b` (`true`), `-B` (`false`); not said: when everything is dumped.
    pub large_objects: Option<bool>,
    /// `--no-unlogged-table-data`.
    pub no_unlogged_table_data: bool,
    /// `--strict-names`: every pattern that includes must match.
    pub strict_names: bool,
    /// What is left out of every object.
    pub leave_out: LeaveOut,
}

/// Whether a restore wants the optimizer statistics of the archive.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Statistics {
    /// Unless it is told to restore only definitions or only rows.
    #[default]
    Usual,
    /// `--statistics`: in any case.
    With,
    /// `--no-statistics`.
    Without,
    /// `--statistics-only`: nothing else.
    Only,
}

/// Whether a restore wants what belongs to the whole cluster.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Globals {
    /// No.
    #[default]
    Without,
    /// `--globals`: as well.
    With,
    /// `--globals-only`: nothing else.
    Only,
}

/// Options that leave something out, of a dump and of a restore.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct LeaveOut {
    /// `-O`: owners.
    pub owner: bool,
    /// `-x`: privileges.
    pub acl: bool,
    /// `--no-comments`.
    pub comments: bool,
    /// `--no-policies`: policies, and switching row security on.
    pub policies: bool,
    /// `--no-publications`.
    pub publications: bool,
    /// `--no-subscriptions`.
    pub subscriptions: bool,
    /// `--no-security-labels`.
    pub security_labels: bool,
    /// `--no-tablespaces`: the choice of them, and, with the globals, tablespaces themselves.
    pub tablespaces: bool,
    /// `--no-table-access-method`.
    pub table_access_method: bool,
}

impl LeaveOut {
    /// Whether objects of this kind stay.
    pub fn wants(&self, kind: Kind) -> bool {
        match kind {
            Kind::Acl | Kind::DefaultAcl | Kind::ParameterAcl => !self.acl,
            Kind::Tablespace | Kind::TablespaceOptions => !self.tablespaces,
            Kind::Comment => !self.comments,
            Kind::Policy | Kind::RowSecurity => !self.policies,
            Kind::Publication | Kind::PublicationTable | Kind::PublicationSchema => !self.publications,
            Kind::Subscription => !self.subscriptions,
            Kind::SecurityLabel => !self.security_labels,
            _ => true,
        }
    }

    /// Takes away what is not to be said of an object.
    pub(super) fn strip(
        &self,
        owner: &mut Option<Arc<str>>,
        tablespace: &mut Option<Arc<str>>,
        access_method: &mut Option<Arc<str>>,
    ) {
        for (leave_out, field) in
            [(self.owner, owner), (self.tablespaces, tablespace), (self.table_access_method, access_method)]
        {
            if leave_out {
                *field = None;
            }
        }
    }
}

impl Selection {
    /// Refuses options that exclude each other.
    pub fn check(&self) -> Result<(), PlanError> {
        let contradiction = |first, second| Err(PlanError::Contradiction { first, second });
        if self.schema_only && self.data_only {
            return contradiction("--schema-only", "--data-only");
        }
        if self.schema_only && !self.include_foreign_data.is_empty() {
            return contradiction("--schema-only", "--include-foreign-data");
        }
        if self.schema_only && self.large_objects == Some(true) {
            return contradiction("--schema-only", "--large-objects");
        }
        Ok(())
    }

    /// No option names what to include: objects outside of schemas are dumped as well.
    pub fn is_everything(&self) -> bool {
        self.include_schemas.is_empty() && self.include_extensions.is_empty() && !self.names_tables()
    }

    /// `-t` or its like was given: only relations and what belongs to them.
    pub fn names_tables(&self) -> bool {
        !self.include_tables.is_empty() || !self.include_tables_and_children.is_empty()
    }

    /// Whether rows are dumped.
    pub fn wants_rows(&self) -> bool {
        !self.schema_only && self.wants_section(Section::Data)
    }

    /// Whether values of sequences are dumped.
    pub fn wants_sequence_values(&self) -> bool {
        (!self.schema_only || self.sequence_data) && self.wants_section(Section::Data)
    }

    /// Whether large objects are dumped.
    pub fn wants_large_objects(&self) -> bool {
        self.wants_rows() && self.large_objects.unwrap_or_else(|| self.is_everything())
    }

    /// Whether objects of this schema are dumped, `-t` aside.
    pub fn wants_schema(&self, name: &str) -> bool {
        let matches = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.matches_name(name));
        (self.include_schemas.is_empty() || matches(&self.include_schemas)) && !matches(&self.exclude_schemas)
    }

    /// Whether this extension is dumped.
    pub fn wants_extension(&self, name: &str) -> bool {
        let matches = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.matches_name(name));
        let included =
            if self.include_extensions.is_empty() { self.is_everything() } else { matches(&self.include_extensions) };
        included && !matches(&self.exclude_extensions)
    }

    /// Whether rows of this server's foreign tables are dumped.
    pub fn wants_foreign_data(&self, server: &str) -> bool {
        self.include_foreign_data.iter().any(|pattern| pattern.matches_name(server))
    }

    /// Whether this section is written.
    pub fn wants_section(&self, section: Section) -> bool {
        self.sections.is_empty() || self.sections.contains(&section)
    }

    /// Whether rows are dumped without the definitions they belong to.
    pub fn is_rows_only(&self) -> bool {
        self.data_only || matches!(self.sections.as_slice(), [Section::Data])
    }

    /// Cuts the ordered entries down to the sections that are written.
    pub fn finish(&self, ordered: Ordered) -> Ordered {
        if self.sections.is_empty() && !self.data_only && !self.statistics_only {
            return ordered;
        }
        ordered.retain(|entry| {
            let is_statistics = entry.kind == Kind::StatisticsData;
            self.wants_section(entry.section)
                && (!self.data_only || entry.section == Section::Data || is_statistics)
                && (!self.statistics_only || is_statistics)
        })
    }

    /// Adds the rules of a `--filter` file.
    pub fn add_filter(&mut self, text: &str) -> Result<(), PlanError> {
        for rule in filter_rules(text)? {
            let pattern = |parse: fn(&str) -> Result<Pattern, PlanError>| parse(&rule.pattern);
            let (list, pattern) = match (rule.include, rule.kind) {
                (true, FilterKind::Schema) => (&mut self.include_schemas, pattern(Pattern::parse_schema)?),
                (false, FilterKind::Schema) => (&mut self.exclude_schemas, pattern(Pattern::parse_schema)?),
                (true, FilterKind::Extension) => (&mut self.include_extensions, pattern(Pattern::parse_name)?),
                (false, FilterKind::Extension) => (&mut self.exclude_extensions, pattern(Pattern::parse_name)?),
                (true, FilterKind::ForeignData) => (&mut self.include_foreign_data, pattern(Pattern::parse_name)?),
                (true, FilterKind::Table) => (&mut self.include_tables, pattern(Pattern::parse)?),
                (false, FilterKind::Table) => (&mut self.exclude_tables, pattern(Pattern::parse)?),
                (true, FilterKind::TableAndChildren) => {
                    (&mut self.include_tables_and_children, pattern(Pattern::parse)?)
                }
                (false, FilterKind::TableAndChildren) => {
                    (&mut self.exclude_tables_and_children, pattern(Pattern::parse)?)
                }
                (false, FilterKind::TableData) => (&mut self.exclude_table_data, pattern(Pattern::parse)?),
                (false, FilterKind::TableDataAndChildren) => {
                    (&mut self.exclude_table_data_and_children, pattern(Pattern::parse)?)
                }
                _ => return Err(rule.refused()),
            };
            list.push(pattern);
        }
        Ok(())
    }
}
