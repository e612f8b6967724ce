//! `dumpr verify`.
#![expect(clippy::print_stdout, reason = "the report is this command's data")]

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use dumpr::{
    server::Interrupt,
    verify::{self, Difference, Level, VerifyOptions, VerifyReport},
};
use serde_json::json;

use super::{
    connection::Connection,
    exit::{self, Failure},
    progress::{Progress, Verbosity},
    report,
};

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LevelName {
    /// Preamble, trailer, index, documents
    Structure,
    /// Every byte
    Checksums,
    /// Every row
    Rows,
}

#[derive(Args)]
#[command(after_help = exit::CODES)]
pub(super) struct Arguments {
    /// The archives
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How deep to look
    #[arg(long, value_enum, default_value = "checksums")]
    level: LevelName,
    /// Compare the archive's rows with this database
    #[arg(long, value_name = "CONNSTR")]
    against: Option<String>,
    /// Threads, and connections, that work at the same time [default: the number of processors]
    #[arg(short = 'j', long, value_name = "N")]
    jobs: Option<usize>,
    /// Compute the SHA-256 of the whole file too (done anyway when a .metadata.json states it)
    #[arg(long)]
    sha256: bool,
    /// Print the report as JSON, one object per archive
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: Connection,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, verbosity: Verbosity, interrupt: &Interrupt) -> Result<u8, Failure> {
    let quiet = verbosity == Verbosity::Quiet;
    let level = match arguments.level {
        LevelName::Structure => Level::Structure,
        LevelName::Checksums => Level::Checksums,
        LevelName::Rows => Level::Rows,
    };
    let threads = arguments.jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from)).max(1);
    let options = VerifyOptions { level, threads, sha256: arguments.sha256 };
    if arguments.against.is_some() && arguments.connection.dbname.is_some() {
        return Err(Failure::Usage("--against and -d both name the database".to_owned()));
    }
    let settings = match &arguments.against {
        Some(database) => Some(arguments.connection.settings(Some(database))?),
        None => None,
    };
    let mut worst = exit::DONE;
    let mut failure = None;
    for file in &arguments.files {
        let progress = Progress::new(if arguments.json { Verbosity::Quiet } else { verbosity });
        let checked = verify::verify_file(file, &options, interrupt, &progress).and_then(|report| {
            let metadata = verify::check_metadata(file, &report)?;
            let differences = match &settings {
                Some(settings) => Some(verify::verify_against(file, settings, threads, interrupt, &progress)?),
                None => None,
            };
            Ok((report, metadata, differences))
        });
        progress.finish();
        match checked {
            Ok((verdict, metadata, differences)) => {
                if arguments.json {
                    println!("{}", json_report(file, &verdict, metadata.as_ref(), differences.as_deref()));
                    if differences.is_some_and(|differences| !differences.is_empty()) {
                        worst = exit::FAILED;
                    }
                } else {
                    say(file, &verdict, metadata.as_ref(), quiet);
                    if let Some(differences) = &differences {
                        worst = worst.max(say_differences(differences, quiet));
                    }
                }
            }
            Err(error) => {
                if arguments.json {
                    println!(
                        "{}",
                        json!({"type": "error", "v": 1, "file": file, "error": error.to_string(), "causes": error.causes()})
                    );
                }
                // The first failure decides the exit code; the others are said as they come.
                if failure.is_some() {
                    report::failure(&error);
                } else {
                    failure = Some(error);
                }
                if interrupt.is_triggered() {
                    break;
                }
            }
        }
    }
    match failure {
        Some(error) => Err(error.into()),
        None => Ok(worst),
    }
}

fn say(file: &std::path::Path, verdict: &VerifyReport, metadata: Option<&PathBuf>, quiet: bool) {
    if quiet {
        return;
    }
    let depth = match verdict.level {
        Level::Structure => "structure is whole",
        Level::Checksums => "every byte is as it was written",
        Level::Rows => "every row is as it was dumped",
    };
    println!(
        "{}: {depth}: {} entries, {} streams, {} rows, {}",
        report::printable(&file.display().to_string()),
        report::count(verdict.entries as u64),
        report::count(verdict.streams.len() as u64),
        report::count(verdict.rows),
        report::bytes(verdict.bytes)
    );
    if let Some(sha256) = &verdict.sha256 {
        println!("  sha256 {sha256}");
    }
    println!("  index  {}", verdict.index_sha256);
    if let Some(metadata) = metadata {
        println!("  {} agrees", report::printable(&metadata.display().to_string()));
    }
}

/// Prints how archive and database differ and gives the exit code.
pub(super) fn say_differences(differences: &[Difference], quiet: bool) -> u8 {
    if differences.is_empty() {
        if !quiet {
            println!("the database holds the same rows as the archive");
        }
        return exit::DONE;
    }
    for difference in differences {
        let found = match (&difference.database_rows, &difference.reason) {
            (Some(rows), _) if *rows == difference.archive_rows => "the same number of rows, other content".to_owned(),
            (Some(rows), _) => format!("{} rows in the database", report::count(*rows)),
            (None, Some(reason)) => reason.clone(),
            (None, None) => "cannot be read".to_owned(),
        };
        report::error(
            &format!(
                "{} differs: {} rows in the archive, {found}",
                difference.name,
                report::count(difference.archive_rows)
            ),
            &[],
            None,
        );
    }
    exit::FAILED
}

fn json_report(
    file: &std::path::Path,
    verdict: &VerifyReport,
    metadata: Option<&PathBuf>,
    differences: Option<&[Difference]>,
) -> serde_json::Value {
    json!({
        "type": "summary",
        "v": 1,
        "file": file,
        "report": verdict,
        "metadata": metadata,
        "equal": differences.map(<[Difference]>::is_empty),
        "differences": differences,
    })
}
