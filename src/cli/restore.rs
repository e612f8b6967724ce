//! `dumpr restore`.

use std::{
    io::{IsTerminal as _, stdin},
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

use clap::Args;
use dumpr::{
    plan::Globals,
    restore::{self, RestoreOptions, RestoreReport},
    server::Interrupt,
    verify,
};

use super::{
    connection::Connection,
    exit::{self, Failure},
    progress::{Progress, Verbosity},
    report,
    selection::RestoreSelection,
};

#[derive(Args)]
#[command(after_help = exit::CODES)]
pub(super) struct Arguments {
    /// The archive; `-` is stdin
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
    /// Connections that work at the same time
    #[arg(short = 'j', long, value_name = "N")]
    jobs: Option<usize>,
    /// Drop the archive's objects first
    #[arg(short = 'c', long)]
    clean: bool,
    /// With --clean: drop only what exists
    #[arg(long, requires = "clean")]
    if_exists: bool,
    /// Create the database first (-d names one to connect to meanwhile); with --clean, drop it before
    #[arg(short = 'C', long)]
    create: bool,
    /// All or nothing: one transaction, one connection
    #[arg(short = '1', long, conflicts_with_all = ["create", "keep_going"])]
    single_transaction: bool,
    /// Commit after this many definitions instead of 200; each table's rows are a transaction of their own
    #[arg(long, value_name = "N", conflicts_with_all = ["single_transaction", "keep_going"])]
    transaction_size: Option<NonZeroUsize>,
    /// Stop at the first error (the default)
    #[arg(short = 'e', long, conflicts_with = "keep_going")]
    exit_on_error: bool,
    /// Go on after errors, report them all at the end (exit code 3)
    #[arg(long)]
    keep_going: bool,
    /// With --keep-going: no rows for a table that could not be created
    #[arg(long)]
    no_data_for_failed_tables: bool,
    /// With --data-only: switch triggers off while rows are loaded
    #[arg(long)]
    disable_triggers: bool,
    /// The superuser who switches triggers off
    #[arg(short = 'S', long, value_name = "NAME")]
    superuser: Option<String>,
    /// Leave out what hosted services refuse (what needs a superuser), and list it
    #[arg(long)]
    managed: bool,
    /// Do not collect planner statistics at the end
    #[arg(long)]
    no_analyze: bool,
    /// Memory for each index build (512MB, 1GB …) [default: the server's, raised to 512 MB shared by all jobs]
    #[arg(long, value_name = "SIZE")]
    maintenance_work_mem: Option<String>,
    /// Server processes that help to build one index [default: the server's, on this machine those that find a processor free]
    #[arg(long, value_name = "N")]
    parallel_workers: Option<usize>,
    /// Wait for the disk at every commit, not only at the end
    #[arg(long)]
    synchronous_commit: bool,
    /// Check the archive and the target, change nothing
    #[arg(long)]
    dry_run: bool,
    /// Compare the digests of all rows with the archive's at the end
    #[arg(long)]
    verify: bool,
    /// For command lines of `pg_restore`: `c`, the one form there is
    #[arg(short = 'F', long, hide = true, value_parser = format)]
    format: Option<()>,
    #[arg(short = 'R', long, hide = true)]
    no_reconnect: bool,
    #[command(flatten)]
    selection: RestoreSelection,
    #[command(flatten)]
    connection: Connection,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, verbosity: Verbosity, interrupt: &Interrupt) -> Result<u8, Failure> {
    let quiet = verbosity == Verbosity::Quiet;
    let from_pipe = arguments.file == Path::new("-");
    if from_pipe && stdin().is_terminal() {
        return Err(Failure::Usage("the archive must come from a file or a pipe, not from a terminal".to_owned()));
    }
    if arguments.single_transaction && arguments.selection.globals() != Globals::Without {
        let text = "roles and tablespaces cannot be part of a transaction: restore them first, with --globals-only";
        return Err(Failure::Usage(text.to_owned()));
    }
    if arguments.create && arguments.selection.globals() == Globals::Only {
        return Err(Failure::Usage("--globals-only creates no database: leave --create out".to_owned()));
    }
    if from_pipe && (arguments.verify || arguments.single_transaction) {
        return Err(Failure::Usage("--verify and --single-transaction need a file, not a pipe".to_owned()));
    }
    let settings = arguments.connection.settings(None)?;
    let options = options(arguments)?;
    let progress = Progress::new(verbosity);
    let outcome = if from_pipe {
        restore::restore_pipe(&settings, &options, stdin().lock(), interrupt, &progress)
    } else {
        restore::restore_file(&settings, &options, &arguments.file, interrupt, &progress)
    };
    progress.finish();
    let finished = outcome?;
    if !quiet {
        summarize(&finished, options.dry_run, progress.seconds());
    }
    for left_out in &finished.left_out {
        report::say(&format!("left out: {left_out}"));
    }
    for lost in &finished.lost {
        report::warning(&format!("not restored: {lost}"));
    }
    if !finished.errors.is_empty() {
        report::warning(&format!("{} errors were passed over", finished.errors.len()));
        return Ok(exit::PARTIAL);
    }
    let done = if finished.lost.is_empty() { exit::DONE } else { exit::PARTIAL };
    if arguments.verify && !options.dry_run {
        let target = settings.with_database(&finished.database);
        let differences = verify::verify_against(&arguments.file, &target, options.jobs, interrupt, &progress)?;
        progress.finish();
        let verdict = super::verify::say_differences(&differences, quiet);
        return Ok(if verdict == exit::DONE { done } else { verdict });
    }
    Ok(done)
}

fn options(arguments: &Arguments) -> Result<RestoreOptions, Failure> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = arguments.jobs.unwrap_or(cores);
    if jobs == 0 {
        return Err(Failure::Usage("--jobs must be at least 1".to_owned()));
    }
    Ok(RestoreOptions {
        selection: arguments.selection.selection(arguments.create)?,
        jobs: if arguments.single_transaction { 1 } else { jobs },
        clean: arguments.clean,
        if_exists: arguments.if_exists,
        create: arguments.create,
        single_transaction: arguments.single_transaction,
        keep_going: arguments.keep_going,
        transaction_size: arguments.transaction_size,
        data_for_failed_tables: !arguments.no_data_for_failed_tables,
        disable_triggers: arguments.disable_triggers,
        superuser: arguments.superuser.clone(),
        analyze: !arguments.no_analyze,
        managed: arguments.managed,
        maintenance_work_mem: arguments.maintenance_work_mem.clone(),
        parallel_workers: arguments.parallel_workers,
        synchronous_commit: arguments.synchronous_commit,
        dry_run: arguments.dry_run,
    })
}

/// `pg_restore`'s forms of an archive.
fn format(text: &str) -> Result<(), String> {
    match text {
        "c" | "custom" => Ok(()),
        _ => Err("there is one form of archive, and it is recognized: leave -F out".to_owned()),
    }
}

fn summarize(finished: &RestoreReport, dry_run: bool, seconds: f64) {
    if dry_run {
        report::say("the archive can be restored into the target; nothing was changed");
        return;
    }
    for note in &finished.notes {
        report::say(note);
    }
    for (phase, seconds) in &finished.phases {
        report::say(&format!("  {phase}: {seconds:.2} s"));
    }
    let spent: Vec<String> = finished.times.seconds().map(|(what, seconds)| format!("{what} {seconds:.2} s")).collect();
    if !spent.is_empty() {
        report::say(&format!("  time of all connections: {}", spent.join(", ")));
    }
    report::say(&format!(
        "restored {} entries, {} rows of {} tables ({} raw) into {} in {seconds:.1} s",
        report::count(finished.entries),
        report::count(finished.rows),
        report::count(finished.tables),
        report::bytes(finished.raw_bytes),
        finished.database
    ));
}
