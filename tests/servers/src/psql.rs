//! Runs SQL through psql.

use std::{
    ffi::OsStr,
    io::Write,
    path::Path,
    process::{Command, Stdio},
    thread,
};

use crate::{
    Tools,
    error::{Error, Result, last_part},
};

/// One row of a query's result: a JSON object with the columns' names.
pub type Row = serde_json::Value;

/// How a database's bytes become text here and back.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Encoding {
    /// The server converts to and from UTF-8.
    Utf8,
    /// The database is `SQL_ASCII`, which means any bytes at all: every byte is taken for one character.
    Bytes,
}

impl Encoding {
    /// The encoding to talk to this database in.
    pub(crate) fn of(url: &str) -> Result<Encoding> {
        Ok(if run(url, "SHOW server_encoding")? == "SQL_ASCII" { Encoding::Bytes } else { Encoding::Utf8 })
    }

    /// The value of `PGCLIENTENCODING`.
    pub(crate) fn name(self) -> &'static str {
        if self == Encoding::Bytes { "SQL_ASCII" } else { "UTF8" }
    }

    pub(crate) fn decode(self, bytes: &[u8]) -> String {
        match self {
            Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Encoding::Bytes => bytes.iter().copied().map(char::from).collect(),
        }
    }

    fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Encoding::Utf8 => text.into(),
            Encoding::Bytes => text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect(),
        }
    }
}

/// A psql that reads no start-up file, stops at the first error and prints nothing but rows.
fn command(url: &str) -> Result<Command> {
    let mut command = Tools::get()?.command("psql");
    command.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url]);
    Ok(command)
}

/// Runs statements and returns what they print, unaligned.
pub(crate) fn run(url: &str, sql: &str) -> Result<String> {
    let printed = feed(command(url)?.args(["-At", "-f", "-"]), sql.as_bytes())?;
    Ok(String::from_utf8_lossy(&printed).trim_end_matches('\n').to_owned())
}

/// Runs a file of statements; its psql commands work.
pub(crate) fn run_file(url: &str, file: &Path) -> Result<()> {
    feed(command(url)?.args([OsStr::new("-f"), file.as_os_str()]), b"").map(drop)
}

/// The rows of one query, as JSON objects by column name; `options` are the session's settings.
///
/// JSON keeps every value on one line, whatever is in it.
pub(crate) fn rows(url: &str, encoding: Encoding, query: &str, options: &str) -> Result<Vec<Row>> {
    let sql = format!("SELECT pg_catalog.row_to_json(q__) FROM ({query}\n) q__");
    let mut command = command(url)?;
    command.args(["-At", "-f", "-"]).env("PGOPTIONS", options).env("PGCLIENTENCODING", encoding.name());
    let parse = |line: &str| {
        serde_json::from_str(line).map_err(|error| Error::Malformed { what: format!("psql printed {line:?}: {error}") })
    };
    encoding.decode(&feed(&mut command, &encoding.encode(&sql))?).lines().map(parse).collect()
}

/// Runs a psql with this standard input.
fn feed(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    let spawn = |source| Error::Spawn { program: "psql".into(), source };
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(spawn)?;
    let mut stdin = child.stdin.take();
    let output = thread::scope(|scope| {
        // Written beside the reading: psql prints before it has read everything. A psql that stopped early closes
        // the pipe; its exit status says why.
        scope.spawn(move || stdin.take().map(|mut stdin| stdin.write_all(input)));
        child.wait_with_output()
    });
    let output = output.map_err(spawn)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let text = last_part(&String::from_utf8_lossy(&output.stderr));
    Err(Error::Failed { program: "psql".into(), status: output.status, output: text })
}

/// `text` for a place inside a URL.
pub(crate) fn percent_encode(text: &str) -> String {
    let encode = |byte: u8| {
        let plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if plain { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(encode).collect::<Vec<_>>().concat()
}
