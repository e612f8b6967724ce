//! Shows dumpr at work on a server of its own: `cargo run --release --example quickstart`.
//!
//! Gets a PostgreSQL server (18 if it can, for pgvector), fills a shop, and takes it through dump → verify → list →
//! restore into a new database → verify against that database, with the very commands a user would type. `pg_dump` does
//! the same dump for comparison, and a comparison that uses nothing of dumpr has the last word.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it talks to the person who runs it")]

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

use dumpr_test_servers::{Server, Tools, VERSIONS, compare};

/// Number of orders in the shop: about a quarter of a million rows in all.
const ORDERS: u32 = 40_000;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            let mut cause = error.source();
            while let Some(inner) = cause {
                eprintln!("  caused by: {inner}");
                cause = inner.source();
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut steps = Steps::default();
    let dumpr = steps.time("build dumpr", "", build_dumpr)?;
    let server = steps.time("get a server", "", any_server)?;
    println!("    PostgreSQL {} on 127.0.0.1:{}", server.version(), server.port());

    let (shop, back) = (server.create_database_as("shop", "")?, server.create_database_as("shop_back", "")?);
    let script = format!("SET shop.orders = {ORDERS};\n{}", include_str!("shop.sql"));
    steps.time("make a sample database", "psql -f examples/shop.sql", || shop.run(&script))?;

    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("shop.dump");
    let file = archive.to_string_lossy().into_owned();
    let (source, target) = (shop.url(), back.url());
    let mut dumpr = |words: &[&str]| {
        let line = format!("dumpr {}", words.join(" "));
        steps.time(&format!("dumpr {}", words[0]), &line, || {
            execute(Command::new(&dumpr).args(words), words[0] != "list")
        })
    };
    dumpr(&["dump", "-d", &source, "-f", &file])?;
    dumpr(&["verify", "--level", "rows", &file])?;
    let list = dumpr(&["list", &file])?;
    dumpr(&["restore", "-d", &target, &file])?;
    dumpr(&["verify", &file, "--against", &target])?;
    print_start(&list);

    let theirs = scratch.path().join("shop.pg_dump");
    let mut pg_dump = Tools::get()?.command("pg_dump");
    pg_dump.args(["-Fc", "-Z6", "-d", &source, "-f"]).arg(&theirs);
    steps.time("pg_dump -Fc, for comparison", "pg_dump -Fc -Z6 …", || execute(&mut pg_dump, true))?;
    let report = steps.time("compare without dumpr", "", || compare(&source, &target))?;

    let facts = "SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = 'shop'::regnamespace AND relkind = 'r'), \
                        (SELECT sum(reltuples)::bigint FROM pg_class WHERE relkind = 'r' AND relnamespace = 'shop'::regnamespace), pg_database_size(current_database())";
    let facts = shop.run(facts)?;
    let facts: Vec<&str> = facts.split('|').collect();
    println!("\n{:32} {:>12}", "", "");
    for (what, figure) in [
        ("tables", facts[0].to_owned()),
        ("rows", facts[1].to_owned()),
        ("database", size(facts[2].parse()?)),
        ("archive of dumpr", size(length(&archive)?)),
        ("archive of pg_dump -Fc -Z6", size(length(&theirs)?)),
        ("entries in the archive", list.lines().filter(|line| !line.starts_with(';')).count().to_string()),
        ("things compared without dumpr", report.compared.to_string()),
        ("things that differ", report.differences.len().to_string()),
    ] {
        println!("{what:32} {figure:>12}");
    }
    steps.print();
    if report.is_equal() { Ok(()) } else { Err(report.to_string().into()) }
}

/// The program, built in the profile of this example. A no-op when it is up to date.
fn build_dumpr() -> Result<PathBuf, Box<dyn Error>> {
    let mut build = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    build.args([
        "build",
        "--quiet",
        "--bin",
        "dumpr",
        "--manifest-path",
        concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
    ]);
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    execute(&mut build, true)?;
    // This example lies in target/<profile>/examples, the program one folder up.
    let example = env::current_exe()?;
    let folder = example.parent().and_then(Path::parent).ok_or("the example is not in a target folder")?;
    Ok(folder.join("dumpr"))
}

/// A server of the newest version that can be had.
fn any_server() -> Result<&'static Server, Box<dyn Error>> {
    let mut refused = None;
    for version in VERSIONS.into_iter().rev() {
        match Server::shared(version) {
            Ok(server) => return Ok(server),
            Err(error) => drop(refused.get_or_insert(error)),
        }
    }
    Err(refused.map_or_else(|| "no version to start".into(), Into::into))
}

/// Runs a command; what it prints on standard output is shown, indented, or only returned.
fn execute(command: &mut Command, show: bool) -> Result<String, Box<dyn Error>> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("cannot run {program}: {error}"))?;
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let shown = if show { stdout.lines().chain(stderr.lines()).collect::<Vec<_>>() } else { stderr.lines().collect() };
    for line in shown {
        println!("    {line}");
    }
    if output.status.success() {
        Ok(stdout.into_owned())
    } else {
        Err(format!("{program} ended with {}", output.status).into())
    }
}

/// The first lines of the table of contents.
fn print_start(list: &str) {
    println!("\nThe table of contents begins:");
    let (entries, total) = (list.lines().filter(|line| !line.starts_with(';')), list.lines().count());
    for line in entries.take(8) {
        println!("    {line}");
    }
    println!("    … {total} lines");
}

/// What was done and how long it took.
#[derive(Default)]
struct Steps(Vec<(String, Duration)>);

impl Steps {
    /// Announces a step, does it, and keeps its time.
    fn time<T, E>(&mut self, name: &str, line: &str, step: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        println!("\n{}. {name}", self.0.len() + 1);
        if !line.is_empty() {
            println!("  $ {line}");
        }
        let begun = Instant::now();
        let outcome = step();
        self.0.push((name.to_owned(), begun.elapsed()));
        outcome
    }

    fn print(&self) {
        for (name, time) in &self.0 {
            println!("{name:32} {:>10.2} s", time.as_secs_f64());
        }
    }
}

fn length(path: &Path) -> Result<u64, Box<dyn Error>> {
    Ok(fs::metadata(path).map_err(|error| format!("no archive at {}: {error}", path.display()))?.len())
}

/// Bytes in megabytes.
fn size(bytes: u64) -> String {
    format!("{:.2} MB", bytes as f64 / 1e6)
}
