//! The data sets: names, sizes, how they are made.
//!
//! All of it is made by the server from fixed seeds or by the standard generators, so that every run has the same rows.

use std::error::Error;

use clap::ValueEnum;
use dumpr_test_servers::{Database, load_pgbench, load_tpch};

/// A data set.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, ValueEnum)]
pub(crate) enum Name {
    /// TPC-H with keys and two more indexes
    Tpch,
    /// pgbench's four tables
    Pgbench,
    /// An event log: uuid, timestamptz, jsonb, text[]
    Events,
    /// pgvector embeddings of 384 dimensions
    Vectors,
    /// Sensor readings: float8 and float4
    Floats,
    /// 60 columns, most of them NULL
    Nulls,
    /// Many small tables with keys
    Tables,
    /// Large objects of 10 kB
    Blobs,
    /// Many tables without rows; only their definitions are dumped
    Schema,
}

impl Name {
    /// In the order in which they are measured.
    pub(crate) const ALL: [Name; 9] = [
        Name::Tpch,
        Name::Pgbench,
        Name::Events,
        Name::Vectors,
        Name::Floats,
        Name::Nulls,
        Name::Tables,
        Name::Blobs,
        Name::Schema,
    ];

    /// The name of its database.
    pub(crate) fn database(self) -> &'static str {
        match self {
            Name::Tpch => "tpch",
            Name::Pgbench => "pgbench",
            Name::Events => "events",
            Name::Vectors => "vectors",
            Name::Floats => "floats",
            Name::Nulls => "nulls",
            Name::Tables => "tables",
            Name::Blobs => "blobs",
            Name::Schema => "schema",
        }
    }

    /// What is in it.
    pub(crate) fn description(self, quick: bool) -> String {
        let size = grouped(self.size(quick));
        match self {
            Name::Tpch => format!("TPC-H at scale factor {}", tpch_scale(quick)),
            Name::Pgbench => format!("pgbench at scale {size}"),
            Name::Events => format!("{size} events: uuid, timestamptz, jsonb, text[]"),
            Name::Vectors => format!("{size} rows with a vector(384)"),
            Name::Floats => format!("{size} sensor readings, float8 and float4"),
            Name::Nulls => format!("{size} rows of 60 columns, nine in ten NULL"),
            Name::Tables => format!("{size} tables of 10 rows with primary and foreign keys"),
            Name::Blobs => format!("{size} large objects of 10 kB"),
            Name::Schema => format!("{size} tables with primary key, index, comment; definitions only"),
        }
    }

    /// Only definitions are dumped.
    pub(crate) fn is_schema_only(self) -> bool {
        self == Name::Schema
    }

    /// The database, or a dump into a folder, consists of thousands of files.
    pub(crate) fn is_many_files(self) -> bool {
        matches!(self, Name::Tables | Name::Blobs | Name::Schema)
    }

    /// Rows, tables or objects; pgbench's scale.
    fn size(self, quick: bool) -> u32 {
        let (full, small) = match self {
            Name::Tpch => (0, 0),
            Name::Pgbench => (50, 2),
            Name::Events => (1_000_000, 20_000),
            Name::Vectors => (50_000, 2_000),
            Name::Floats => (2_000_000, 40_000),
            Name::Nulls => (300_000, 10_000),
            Name::Tables => (2_000, 100),
            Name::Blobs => (20_000, 500),
            Name::Schema => (20_000, 400),
        };
        if quick { small } else { full }
    }

    /// Fills its database.
    pub(crate) fn load(self, database: &Database<'_>, quick: bool) -> Result<(), Box<dyn Error>> {
        let size = self.size(quick);
        match self {
            Name::Tpch => load_tpch(database, tpch_scale(quick))?,
            Name::Pgbench => load_pgbench(database, size)?,
            Name::Events => run(database, size, include_str!("data/events.sql"))?,
            Name::Vectors => run(database, size, include_str!("data/vectors.sql"))?,
            Name::Floats => run(database, size, include_str!("data/floats.sql"))?,
            Name::Nulls => run(database, size, include_str!("data/nulls.sql"))?,
            Name::Tables => run(database, size, include_str!("data/tables.sql"))?,
            Name::Blobs => run(database, size, include_str!("data/blobs.sql"))?,
            Name::Schema => run(database, size, include_str!("data/schema.sql"))?,
        }
        // The first reader of a row would write what it found out about it, and be charged for that.
        database.run("VACUUM (FREEZE, ANALYZE); CHECKPOINT")?;
        Ok(())
    }
}

/// A count with its thousands apart: `20 000`.
fn grouped(count: u32) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

fn tpch_scale(quick: bool) -> f64 {
    if quick { 0.01 } else { 1.0 }
}

/// Runs a script that finds the size as `bench.size` and a random seed that is always the same.
fn run(database: &Database<'_>, size: u32, script: &str) -> Result<(), Box<dyn Error>> {
    database.run(&format!("SET bench.size = {size};\nSELECT setseed(0.42);\n{script}"))?;
    Ok(())
}
