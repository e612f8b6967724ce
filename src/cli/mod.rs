//! The command line: one file per command turns words into the options that the library takes.
//!
//! Only this room knows clap and the terminal. stdout carries data (an archive, a listing, a report);
//! everything said to a person goes to stderr.

mod connection;
mod dump;
mod exit;
mod inspect;
mod list;
mod progress;
mod refused;
mod report;
mod restore;
mod script;
mod selection;
mod verify;

use std::process::ExitCode;

use clap::{ArgAction, Parser, Subcommand};

use self::{exit::Failure, progress::Verbosity};

/// PostgreSQL backups without `pg_dump`: half the bytes, a multiple of the speed, proven whole.
#[derive(Parser)]
#[command(name = "dumpr", version, disable_help_flag = true, disable_version_flag = true, max_term_width = 120, after_help = exit::CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Say less: no progress, only warnings and errors
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Say more: times of phases, every table
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// Print help
    #[arg(short = '?', long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Print version
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Subcommand)]
enum Command {
    /// Back up a database into one archive
    Dump(Box<dump::Arguments>),
    /// Rebuild a database from an archive
    Restore(Box<restore::Arguments>),
    /// Prove that archives are whole, and that a database holds the same rows
    Verify(verify::Arguments),
    /// Print the table of contents
    List(list::Arguments),
    /// Print what an archive says of itself: source, sizes, formats, encodings
    Inspect(inspect::Arguments),
    /// Print the schema as SQL text
    Script(script::Arguments),
}

/// Runs the program.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            if let Some(advice) = refused::advice(&error) {
                report::error(&advice, &[], None);
                return ExitCode::from(exit::USAGE);
            }
            // Printing fails only when nobody reads; the exit code says the rest.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { exit::USAGE } else { exit::DONE });
        }
    };
    let signals = exit::Signals::install();
    let verbosity = match (arguments.quiet, arguments.verbose) {
        (true, _) => Verbosity::Quiet,
        (_, true) => Verbosity::Verbose,
        _ => Verbosity::Normal,
    };
    let result = match &arguments.command {
        Command::Dump(command) => dump::run(command, verbosity, signals.interrupt()),
        Command::Restore(command) => restore::run(command, verbosity, signals.interrupt()),
        Command::Verify(command) => verify::run(command, verbosity, signals.interrupt()),
        Command::List(command) => list::run(command),
        Command::Inspect(command) => inspect::run(command),
        Command::Script(command) => script::run(command),
    };
    ExitCode::from(match result {
        Ok(code) => code,
        Err(Failure::Usage(text)) => {
            report::error(&text, &[], None);
            exit::USAGE
        }
        Err(Failure::Failed(error)) => {
            report::failure(&error);
            exit::code(&error, &signals)
        }
    })
}
