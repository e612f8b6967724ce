//! Runs the `dumpr` program that cargo built for these tests.

use std::{
    env,
    ffi::OsStr,
    fmt,
    fs::File,
    path::Path,
    process::{Command, Output, Stdio},
};

use dumpr_test_servers::{Database, Server, compare};
use serde_json::Value;

use crate::outcome::{Failure, TestResult};

/// How a run of the program ended.
pub(crate) struct Run {
    line: String,
    code: Option<i32>,
    stdout: Vec<u8>,
    pub(crate) stderr: String,
}

/// The program with these arguments, untouched by the variables of whoever runs the tests.
pub(crate) fn command<S: AsRef<OsStr>>(words: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dumpr"));
    for (name, _) in env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("PG") || (name_text.starts_with("DUMPR_") && !name_text.starts_with("DUMPR_TEST_")) {
            command.env_remove(&name);
        }
    }
    // No pipe into the tests' own standard input: a password prompt must fail, not wait.
    command.args(words).stdin(Stdio::null());
    command
}

/// Runs the program with these arguments to its end.
pub(crate) fn run<S: AsRef<OsStr>>(words: &[S]) -> TestResult<Run> {
    finish(&mut command(words))
}

/// Runs a prepared command to its end.
pub(crate) fn finish(command: &mut Command) -> TestResult<Run> {
    let output = command.output()?;
    Ok(Run::new(command, output))
}

impl Run {
    pub(crate) fn new(command: &Command, output: Output) -> Run {
        let words: Vec<String> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
        Run {
            line: format!("dumpr {}", words.join(" ")),
            code: output.status.code(),
            stdout: output.stdout,
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The exit code; nothing when a signal ended the program.
    pub(crate) fn code(&self) -> Option<i32> {
        self.code
    }

    /// Standard output as text.
    pub(crate) fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }

    /// Fails unless the program ended with this code.
    pub(crate) fn exits(self, code: i32) -> TestResult<Run> {
        if self.code == Some(code) { Ok(self) } else { Err(Failure::new(format!("expected exit code {code}: {self}"))) }
    }

    /// Fails unless standard error holds this text.
    pub(crate) fn says(self, text: &str) -> TestResult<Run> {
        let holds = self.stderr.contains(text);
        if holds { Ok(self) } else { Err(Failure::new(format!("expected {text:?} on standard error: {self}"))) }
    }

    /// The JSON documents on standard output.
    pub(crate) fn json(&self) -> TestResult<Vec<Value>> {
        let documents: Result<Vec<Value>, _> = serde_json::Deserializer::from_slice(&self.stdout).into_iter().collect();
        documents.map_err(|error| Failure::new(format!("standard output is not JSON ({error}): {self}")))
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stdout: String = self.stdout().chars().take(2000).collect();
        let code = self.code.map_or("a signal".to_owned(), |code| format!("code {code}"));
        write!(f, "`{}` ended with {code}\nstdout: {stdout}\nstderr: {}", self.line, self.stderr)
    }
}

/// The path as an argument.
pub(crate) fn word(path: &Path) -> &str {
    path.to_str().unwrap_or("not UTF-8")
}

/// `dumpr dump` of a whole database, with more arguments.
pub(crate) fn dump(database: &Database<'_>, file: &Path, more: &[&str]) -> TestResult<Run> {
    run(&[&["dump", "-d", &database.url(), "-f", word(file)], more].concat())?.exits(0)
}

/// `dumpr restore` into a database, with more arguments.
pub(crate) fn restore(database: &Database<'_>, file: &Path, more: &[&str]) -> TestResult<Run> {
    run(&[&["restore", "-d", &database.url()], more, &[word(file)]].concat())?.exits(0)
}

/// The entries of an archive as `dumpr list --json` shows them: every object with a kind and a section. Those of the
/// database itself are left out: they bear its name, which differs from test to test.
pub(crate) fn entries(file: &Path) -> TestResult<Vec<Value>> {
    let mut entries = Vec::new();
    for document in run(&["list", word(file), "--json"])?.exits(0)?.json()? {
        collect_entries(document, &mut entries);
    }
    if entries.is_empty() {
        return Err(Failure::new(format!("{} lists no entries", file.display())));
    }
    entries.retain(|entry| entry["kind"] != "DATABASE" && entry["kind"] != "DATABASE PROPERTIES");
    Ok(entries)
}

fn collect_entries(document: Value, entries: &mut Vec<Value>) {
    match document {
        Value::Object(fields) if fields.contains_key("kind") && fields.contains_key("section") => {
            entries.push(Value::Object(fields));
        }
        Value::Object(fields) => fields.into_iter().for_each(|(_, value)| collect_entries(value, entries)),
        Value::Array(items) => items.into_iter().for_each(|item| collect_entries(item, entries)),
        _ => {}
    }
}

/// The whole promise: dump, verify every row, restore into `words`' kind of new database, no difference by the
/// independent comparison, and none by `verify --against`.
pub(crate) fn prove(source: &Database<'_>, target_server: &Server, words: &str) -> TestResult {
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(source, &archive, &[])?;
    run(&["verify", word(&archive), "--level", "rows"])?.exits(0)?;
    let target = target_server.create_database_as(&format!("{}_back", source.name()), words)?;
    restore(&target, &archive, &[])?;
    let report = compare(&source.url(), &target.url())?;
    if !report.is_equal() {
        return Err(Failure::new(report.to_string()));
    }
    run(&["verify", word(&archive), "--against", &target.url()])?.exits(0).map(drop)
}

/// Opens a file as standard input.
pub(crate) fn input(path: &Path) -> TestResult<Stdio> {
    Ok(File::open(path)?.into())
}
