//! `dumpr dump`.

mod values;

use std::{
    io::{IsTerminal as _, Write as _, stdout},
    path::{Path, PathBuf},
    time::Duration,
};

use clap::{Args, ValueEnum};
use dumpr::{
    catalog::ReadOptions,
    codec::Compression,
    dump::{self, BLOCK_BYTES, DumpOptions, DumpReport, Metadata},
    server::Interrupt,
    store::{AtomicFile, Output, publish_pair},
};

use super::{
    connection::Connection,
    exit::{self, Failure},
    progress::{Progress, Verbosity},
    report,
    selection::DumpSelection,
};
use values::{compression, compression_text, format, timeout};

/// Most jobs by default: more connections than this seldom pay.
const DEFAULT_JOBS: usize = 8;

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
enum CopyFormat {
    /// Binary where it is proven, text where it is not
    Auto,
    /// Text everywhere
    Text,
}

#[derive(Args)]
#[command(after_help = exit::CODES)]
pub(super) struct Arguments {
    /// Database to dump, when -d is not given
    #[arg(value_name = "DBNAME")]
    database: Option<String>,
    /// Write the archive to this file; `-` is stdout
    #[arg(short = 'f', long, value_name = "FILE", conflicts_with = "output_dir")]
    file: Option<PathBuf>,
    /// Write {database}_{environment}_{timestamp}.dump and its .metadata.json into this folder
    #[arg(long, value_name = "DIR")]
    output_dir: Option<PathBuf>,
    /// The environment's name, for the file name and the metadata
    #[arg(long, value_name = "NAME")]
    environment: Option<String>,
    /// Replace an existing file
    #[arg(long)]
    overwrite: bool,
    /// Connections that read rows at the same time
    #[arg(short = 'j', long, value_name = "N")]
    jobs: Option<usize>,
    /// fast, default, best; or METHOD[:LEVEL] with zstd, gzip, none; a level alone means gzip
    #[arg(short = 'Z', long, value_name = "METHOD[:LEVEL]", default_value = "zstd:3", value_parser = compression)]
    compress: Compression,
    /// How rows are read: binary where that is proven, or all as text
    #[arg(long, value_enum, default_value = "auto")]
    copy_format: CopyFormat,
    /// Give up when a table cannot be locked within this time: milliseconds, or with a unit (5s, 2min)
    #[arg(long, value_name = "TIMEOUT", value_parser = timeout)]
    lock_wait_timeout: Option<Duration>,
    /// Use this exported snapshot
    #[arg(long, value_name = "NAME", conflicts_with = "serializable_deferrable")]
    snapshot: Option<String>,
    /// Wait for a snapshot that is free of serialization anomalies
    #[arg(long)]
    serializable_deferrable: bool,
    /// Dump the rows that row-level security shows instead of failing
    #[arg(long)]
    enable_row_security: bool,
    /// Have every partition's rows loaded through the root of its tree
    #[arg(long)]
    load_via_partition_root: bool,
    /// Leave out how columns compress large values
    #[arg(long)]
    no_toast_compression: bool,
    /// Quote every name, so that no later version takes one for a keyword
    #[arg(long)]
    quote_all_identifiers: bool,
    /// Do not wait until the archive is on disk
    #[arg(long)]
    no_sync: bool,
    /// For command lines of `pg_dump`: `c`, the one form there is
    #[arg(short = 'F', long, hide = true, value_parser = format)]
    format: Option<()>,
    #[command(flatten)]
    later: SaidAtRestore,
    /// Also what belongs to the whole cluster: roles with their passwords, memberships, settings, tablespaces
    #[arg(long, conflicts_with = "data_only")]
    globals: bool,
    /// With --globals: roles without their passwords, which few but superusers may read
    #[arg(long, requires = "globals")]
    no_role_passwords: bool,
    #[command(flatten)]
    selection: DumpSelection,
    #[command(flatten)]
    connection: Connection,
}

/// Options that `pg_dump` takes with its archives as well and that mean something only when the archive is restored.
#[derive(Args, Clone, Debug)]
struct SaidAtRestore {
    #[arg(short = 'c', long, hide = true)]
    clean: bool,
    #[arg(long, hide = true, requires = "clean")]
    if_exists: bool,
    #[arg(short = 'C', long, hide = true)]
    create: bool,
    #[arg(long, hide = true)]
    disable_triggers: bool,
    #[arg(short = 'S', long, hide = true, value_name = "NAME")]
    superuser: Option<String>,
    #[arg(short = 'R', long, hide = true)]
    no_reconnect: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, verbosity: Verbosity, interrupt: &Interrupt) -> Result<u8, Failure> {
    let quiet = verbosity == Verbosity::Quiet;
    let started_at = jiff::Timestamp::now();
    let settings = arguments.connection.settings(arguments.database.as_deref())?;
    let path = target(arguments, settings.database(), started_at)?;
    if path == Path::new("-") && stdout().is_terminal() {
        return Err(Failure::Usage("an archive is not for a terminal: use -f FILE, or redirect stdout".to_owned()));
    }
    let options = options(arguments, started_at)?;
    let with_metadata = arguments.output_dir.is_some();
    let output = Output::create(&path, arguments.overwrite)?;
    let metadata_file = match (&output, with_metadata) {
        (Output::File(_), true) => Some(AtomicFile::create(&Metadata::path_for(&path), arguments.overwrite)?),
        _ => None,
    };
    let (output, metadata_file) = if arguments.no_sync {
        (output.without_sync(), metadata_file.map(AtomicFile::without_sync))
    } else {
        (output, metadata_file)
    };
    let progress = Progress::new(verbosity);
    let outcome = dump::dump(&settings, &options, output, interrupt, &progress);
    progress.finish();
    let (output, finished) = outcome?;
    publish(output, metadata_file, &path, &finished)?;
    for omission in &finished.manifest.omissions {
        report::warning(&format!("not dumped: {} {}: {}", omission.kind, omission.name, omission.reason));
    }
    if !quiet {
        summarize(&path, &finished, progress.seconds());
    }
    Ok(if finished.manifest.omissions.is_empty() { exit::DONE } else { exit::PARTIAL })
}

fn target(arguments: &Arguments, database: &str, started_at: jiff::Timestamp) -> Result<PathBuf, Failure> {
    match (&arguments.file, &arguments.output_dir) {
        (Some(file), _) => Ok(file.clone()),
        (None, Some(folder)) => {
            let Some(environment) = &arguments.environment else {
                return Err(Failure::Usage("--output-dir needs --environment NAME for the file's name".to_owned()));
            };
            Ok(folder.join(dump::archive_name(database, environment, started_at)))
        }
        (None, None) => Err(Failure::Usage("say where the archive goes: -f FILE, -f - or --output-dir DIR".to_owned())),
    }
}

fn options(arguments: &Arguments, started_at: jiff::Timestamp) -> Result<DumpOptions, Failure> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = arguments.jobs.unwrap_or(cores.min(DEFAULT_JOBS));
    if jobs == 0 {
        return Err(Failure::Usage("--jobs must be at least 1".to_owned()));
    }
    let mut recorded = arguments.selection.recorded();
    recorded.push(("jobs".to_owned(), jobs.to_string()));
    recorded.push(("compress".to_owned(), compression_text(arguments.compress)));
    for (name, given) in [("globals", arguments.globals), ("no-role-passwords", arguments.no_role_passwords)] {
        if given {
            recorded.push((name.to_owned(), "true".to_owned()));
        }
    }
    if arguments.copy_format == CopyFormat::Text {
        recorded.push(("copy-format".to_owned(), "text".to_owned()));
    }
    for (name, given) in [
        ("load-via-partition-root", arguments.load_via_partition_root),
        ("no-toast-compression", arguments.no_toast_compression),
        ("quote-all-identifiers", arguments.quote_all_identifiers),
        ("enable-row-security", arguments.enable_row_security),
    ] {
        if given {
            recorded.push((name.to_owned(), "true".to_owned()));
        }
    }
    Ok(DumpOptions {
        selection: arguments.selection.selection()?,
        globals: arguments.globals,
        role_passwords: !arguments.no_role_passwords,
        jobs,
        compression: arguments.compress,
        block_bytes: BLOCK_BYTES,
        text_only: arguments.copy_format == CopyFormat::Text,
        lock_timeout: arguments.lock_wait_timeout,
        snapshot: arguments.snapshot.clone(),
        serializable_deferrable: arguments.serializable_deferrable,
        enable_row_security: arguments.enable_row_security,
        reading: ReadOptions {
            quote_all_identifiers: arguments.quote_all_identifiers,
            no_toast_compression: arguments.no_toast_compression,
            load_via_partition_root: arguments.load_via_partition_root,
        },
        environment: arguments.environment.clone(),
        recorded,
        identity: None,
        started_at: Some(started_at),
    })
}

fn publish(
    output: Output,
    metadata_file: Option<AtomicFile>,
    path: &Path,
    finished: &DumpReport,
) -> Result<(), Failure> {
    let (archive, mut description) = match (output, metadata_file) {
        (Output::File(archive), Some(description)) => (archive, description),
        (output, _) => return Ok(output.publish()?),
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut json = serde_json::to_vec_pretty(&Metadata::new(finished, name))
        .map_err(|source| dumpr::Error::Json { document: "metadata", source })?;
    json.push(b'\n');
    if let Err(error) = description.write_all(&json) {
        return Err(description.explain(error).into());
    }
    Ok(publish_pair(archive, description)?)
}

fn summarize(path: &Path, finished: &DumpReport, seconds: f64) {
    let summary = &finished.summary;
    let raw = summary.raw_bytes as f64;
    report::say(&format!(
        "{}: {} tables, {} rows, {} raw → {} ({:.2}×) in {seconds:.1} s, {:.0} MB/s",
        path.display(),
        report::count(finished.tables.len() as u64),
        report::count(summary.rows),
        report::bytes(summary.raw_bytes),
        report::bytes(finished.written.bytes),
        raw / (finished.written.bytes.max(1) as f64),
        raw / 1e6 / seconds.max(0.001),
    ));
}
