//! dumpr beside `pg_dump`: `cargo bench --bench versus_pg_dump [-- --quick]`.
//!
//! Starts a server of its own, loads data sets one after the other, and lets dumpr, `pg_dump`, `pg_restore`, pgcopydb
//! and the bare server work on each in turns. Prints every run as it ends; writes medians and ranges as JSON, Markdown
//! and a chart into `target/bench`. With `--publish` they become `benches/results` and the README's table.
//!
//! Linux only: processor time and memory are read from /proc.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it talks to the person who runs it")]

mod chart;
mod contest;
mod contestants;
mod data;
mod figures;
mod machine;
mod measure;
mod options;
mod proof;
mod publish;
mod report;

use std::{cell::Cell, error::Error, process::ExitCode, time::Instant};

use clap::Parser as _;
use dumpr_test_servers::{Options as ServerOptions, Server};

use crate::{contest::Contest, contestants::Programs, machine::Machine, measure::ServerMeter, options::Options};

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let programs = Programs::find(options)?;
    let server = Server::start(&server_options())?;
    let machine = Machine::look(&programs, &server);
    println!("{}\n", machine.describe());
    let folder = publish::folder();
    // A name of its own would stay behind, with gigabytes in it, whenever a run is interrupted.
    let archives = folder.join("archives");
    if archives.exists() {
        std::fs::remove_dir_all(&archives)?;
    }
    std::fs::create_dir_all(&archives)?;
    let tell = |line: &str| println!("[{:5.0} s] {line}", begun.elapsed().as_secs_f64());
    let contest = Contest {
        options,
        programs: &programs,
        server: &server,
        meter: ServerMeter { postmaster: server.pid()? },
        folder: &archives,
        tell: &tell,
        aside: Cell::new(0),
    };
    let mut all = Vec::new();
    for data in &options.data {
        all.push(contest.run(*data)?);
        // After each data set, so that an interrupted run leaves what it has.
        publish::write(&folder, &machine, &all, options.quick)?;
    }
    std::fs::remove_dir_all(&archives)?;
    println!("\n{}", report::full(&machine, &all, options.quick));
    println!("{}", report::essence(&machine, &all, options.quick));
    if options.publish {
        publish::publish(&machine, &all)?;
    }
    println!("Written to {}, after {:.0} s.", folder.display(), begun.elapsed().as_secs_f64());
    Ok(())
}

/// A server with room for its data in memory, otherwise as it comes.
fn server_options() -> ServerOptions {
    let settings = [
        ("shared_buffers", "1GB"),
        ("max_wal_size", "16GB"),
        ("checkpoint_timeout", "1h"),
        ("wal_level", "replica"),
        ("autovacuum", "off"),
    ];
    settings.into_iter().fold(ServerOptions::new(18).fast(), |options, (name, value)| options.setting(name, value))
}
