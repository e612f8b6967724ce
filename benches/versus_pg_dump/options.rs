//! What was typed behind `cargo bench --bench versus_pg_dump --`.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use crate::data::Name;

/// Measures dumpr beside `pg_dump`, `pg_restore` and pgcopydb, on a server of its own
#[derive(Clone, Debug, Parser)]
pub(crate) struct Options {
    /// Measure only these
    #[arg(long, value_enum, value_delimiter = ',', default_values = ["dump", "restore", "verify", "copy"])]
    pub(crate) only: Vec<Operation>,
    /// Measure only on these data sets
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = Name::ALL)]
    pub(crate) data: Vec<Name>,
    /// Times that everything is run; slow contestants are run three times at most
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) rounds: u32,
    /// Small data sets: to see whether it works
    #[arg(long)]
    pub(crate) quick: bool,
    /// Number of connections of every parallel program
    #[arg(short, long, default_value_t = 2)]
    pub(crate) jobs: u32,
    /// Measure this build of dumpr instead of the one that cargo has just made
    #[arg(long, value_name = "PATH", conflicts_with = "publish")]
    pub(crate) program: Option<PathBuf>,
    /// Put table, figures and charts where the README shows them
    #[arg(long, conflicts_with = "quick")]
    pub(crate) publish: bool,
    /// cargo says this to every benchmark
    #[arg(long, hide = true)]
    bench: bool,
}

/// What is measured.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, ValueEnum)]
pub(crate) enum Operation {
    /// From a database into a file
    Dump,
    /// From a file into an empty database
    Restore,
    /// Reading a file back
    Verify,
    /// From a database into another, without a file
    Copy,
}

impl Operation {
    /// In a heading.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Operation::Dump => "dump",
            Operation::Restore => "restore",
            Operation::Verify => "verify",
            Operation::Copy => "copy",
        }
    }
}
