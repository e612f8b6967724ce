//! Why there is no server, or why a program of its did not do its work.

use std::{io, path::Path, process};

/// Result with this crate's [`Error`].
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// What went wrong, and where something can be done about it, what.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file operation failed.
    #[error("cannot {action}")]
    Io {
        /// What was tried: `create /tmp/x`.
        action: String,
        /// Why it failed.
        source: io::Error,
    },
    /// A program is not installed or cannot be run.
    #[error("cannot run {program}")]
    Spawn {
        /// The program.
        program: String,
        /// Why it could not be run.
        source: io::Error,
    },
    /// A program ended with an error.
    #[error("{program} failed ({status}): {output}")]
    Failed {
        /// The program.
        program: String,
        /// How it ended.
        status: process::ExitStatus,
        /// What it had to say.
        output: String,
    },
    /// Root started the tests and nobody else is there to run the server as.
    #[error("PostgreSQL refuses to run as root and there is no user {tried}; name one in DUMPR_TEST_USER")]
    NoAccount {
        /// The users looked for.
        tried: String,
    },
    /// No cache folder can be chosen.
    #[error("neither DUMPR_TEST_CACHE nor HOME is set, so there is no place for downloaded servers")]
    NoCache,
    /// No server of this version could be found or fetched.
    #[error("no PostgreSQL {version} could be had: {}", tried.join("; "))]
    NoServer {
        /// The major version asked for.
        version: u32,
        /// What was tried, with the reason it failed.
        tried: Vec<String>,
    },
    /// The client programs could not be fetched.
    #[error("no PostgreSQL 18 client programs could be had (psql, pg_dump, pg_restore, pgbench): {reason}")]
    NoTools {
        /// Why not.
        reason: String,
    },
    /// The server's account cannot reach its program.
    #[error("user {user} cannot run {program}: put the cache where it can read, with DUMPR_TEST_CACHE")]
    Unreachable {
        /// The account.
        user: String,
        /// The program.
        program: String,
    },
    /// The server was started and ended, or did not get ready.
    #[error("PostgreSQL {version} did not start: {log}")]
    NotReady {
        /// The major version.
        version: u32,
        /// The end of its log.
        log: String,
    },
    /// A file of a package or of `pg_dump` is not what it should be.
    #[error("{what}")]
    Malformed {
        /// What is wrong.
        what: String,
    },
}

impl Error {
    /// An I/O error with what was tried.
    pub(crate) fn io(action: &str, path: &Path) -> impl FnOnce(io::Error) -> Error {
        let action = format!("{action} {}", path.display());
        move |source| Error::Io { action, source }
    }

    /// The error and everything that caused it, on one line.
    pub(crate) fn chain(&self) -> String {
        let causes = std::iter::successors(Some(self as &dyn std::error::Error), |error| error.source());
        causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }
}

/// Runs a program to its end and returns what it printed.
pub(crate) fn output_of(command: &mut process::Command) -> Result<Vec<u8>> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|source| Error::Spawn { program: program.clone(), source })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let text = if output.stderr.is_empty() { &output.stdout } else { &output.stderr };
    Err(Error::Failed { program, status: output.status, output: last_part(&String::from_utf8_lossy(text)) })
}

/// The last lines of a log: enough to see the reason.
pub(crate) fn last_part(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    lines[lines.len().saturating_sub(20)..].join("\n")
}
