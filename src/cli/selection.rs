//! Options that say which objects: `pg_dump`'s words for a dump, `pg_restore`'s for a restore.

mod dump;
mod restore;

use std::{fs, path::PathBuf};

use clap::{Args, ValueEnum};
use dumpr::{
    Error, object,
    plan::{LeaveOut, Pattern, PlanError},
};

use super::exit::Failure;
pub(super) use dump::DumpSelection;
pub(super) use restore::RestoreSelection;

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

fn patterns(texts: &[String], parse: fn(&str) -> Result<Pattern, PlanError>) -> Result<Vec<Pattern>, Failure> {
    texts.iter().map(|text| parse(text).map_err(Failure::from)).collect()
}

fn read(path: &PathBuf) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|source| Failure::Failed(Error::File { path: path.clone(), source }))
}
