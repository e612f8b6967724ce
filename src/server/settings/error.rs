//! What can be wrong with connection settings. No variant holds a value that could be a password.

use std::{io, path::PathBuf};

/// An error in a connection string, the environment, the password file or the service file.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// No such setting.
    #[error("unknown connection setting \"{0}\"")]
    UnknownKey(String),
    /// The setting exists in libpq but cannot be honoured, and ignoring it would be wrong.
    #[error("connection setting {key} is not supported: {reason}")]
    UnsupportedKey {
        /// The setting.
        key: &'static str,
        /// Why it cannot be ignored.
        reason: &'static str,
    },
    /// A word without `=` in a keyword string.
    #[error("a word at byte {at} of the connection string is not followed by \"=\"")]
    MissingEquals {
        /// Where the word begins.
        at: usize,
    },
    /// A quoted value has no end.
    #[error("the quoted value of {key} has no closing quote")]
    UnterminatedQuote {
        /// The setting.
        key: String,
    },
    /// A connection URI that cannot be read.
    #[error("the connection URI {0}")]
    Uri(&'static str),
    /// A value that the setting does not take.
    #[error("{key} must be {expected}, not \"{value}\"")]
    Value {
        /// The setting.
        key: &'static str,
        /// What it takes.
        expected: &'static str,
        /// What was given.
        value: String,
    },
    /// Lists of hosts, addresses and ports that do not fit together.
    #[error("{given} {what} do not fit {hosts} hosts")]
    ListLength {
        /// `ports` or `addresses`.
        what: &'static str,
        /// How many were given.
        given: usize,
        /// How many hosts there are.
        hosts: usize,
    },
    /// The service is in no service file.
    #[error("service \"{name}\" is defined in no service file")]
    UnknownService {
        /// The service.
        name: String,
    },
    /// A line of the service file that cannot be read.
    #[error("{}, line {line}: {reason}", path.display())]
    ServiceLine {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A file that was asked for cannot be read.
    #[error("cannot read {}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Neither the settings nor the system give a user name.
    #[error("no user name was given and the system's user has none")]
    NoUser,
    /// A setting holds a NUL byte, which the protocol cannot carry.
    #[error("{key} holds a NUL byte")]
    NulByte {
        /// The setting.
        key: &'static str,
    },
}

impl SettingsError {
    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        let advice = match self {
            SettingsError::MissingEquals { .. } => {
                "write key=value pairs separated by spaces, values with spaces in single quotes, or a postgres:// URI"
            }
            SettingsError::Uri(_) => {
                "write postgres://user@host:port/database?key=value, with %XX for special characters in user, password or names"
            }
            SettingsError::UnknownService { .. } => "look into ~/.pg_service.conf (PGSERVICEFILE)",
            SettingsError::NoUser => "give the user (-U, PGUSER)",
            _ => return None,
        };
        Some(advice.to_owned())
    }
}
