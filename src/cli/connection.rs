//! Options that say which server and database: the same words as libpq's programs.

use std::{fs, path::PathBuf};

use clap::Args;
use dumpr::server::{Environment, Secret, Settings, SettingsBuilder};

use super::{exit::Failure, report};

/// Where the database is and who asks.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Connection options")]
pub(super) struct Connection {
    /// Database name, URI or connection string
    #[arg(short = 'd', long, value_name = "CONNSTR")]
    pub(super) dbname: Option<String>,
    /// Server host or socket directory
    #[arg(short = 'h', long, value_name = "HOSTNAME")]
    host: Option<String>,
    /// Server port
    #[arg(short = 'p', long)]
    port: Option<String>,
    /// User to connect as
    #[arg(short = 'U', long, value_name = "NAME")]
    username: Option<String>,
    /// Never ask for a password
    #[arg(short = 'w', long, conflicts_with = "password")]
    no_password: bool,
    /// Ask for the password
    #[arg(short = 'W', long)]
    password: bool,
    /// Read the password from the first line of this file
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// Read `DATABASE_URL`, PG* and DUMPR_* from this file; the real environment wins
    #[arg(long, value_name = "FILE")]
    env_file: Option<PathBuf>,
    /// SET ROLE to this role after connecting
    #[arg(long, value_name = "ROLENAME")]
    role: Option<String>,
}

impl Connection {
    /// The settings; `dbname` is a database name given as a plain argument.
    pub(super) fn settings(&self, dbname: Option<&str>) -> Result<Settings, Failure> {
        let environment = self.environment()?;
        let database = match (self.dbname.as_deref(), dbname) {
            (Some(_), Some(extra)) => {
                return Err(Failure::Usage(format!("the database is given twice: with -d and as {extra:?}")));
            }
            (given, plain) => given.or(plain).or(environment.get("DATABASE_URL")).map(str::to_owned),
        };
        let mut builder = SettingsBuilder::new(environment);
        if let Some(database) = database {
            builder = builder.database(database);
        }
        if let Some(host) = &self.host {
            builder = builder.host(host);
        }
        if let Some(port) = &self.port {
            builder = builder.port(port);
        }
        if let Some(user) = &self.username {
            builder = builder.user(user);
        }
        if let Some(role) = &self.role {
            builder = builder.role(role);
        }
        if let Some(password) = self.asked_password()? {
            builder = builder.password(password);
        }
        let settings = builder.build()?;
        for warning in settings.warnings() {
            report::warning(warning);
        }
        Ok(settings)
    }

    fn environment(&self) -> Result<Environment, Failure> {
        let environment = Environment::of_process();
        let Some(path) = &self.env_file else { return Ok(environment) };
        let text = fs::read_to_string(path).map_err(|source| dumpr::Error::File { path: path.clone(), source })?;
        let mut variables = Vec::new();
        for (number, line) in text.lines().enumerate() {
            match env_line(line) {
                EnvLine::Empty => {}
                EnvLine::Variable(name, value) => {
                    if name == "DATABASE_URL" || name.starts_with("PG") || name.starts_with("DUMPR_") {
                        variables.push((name, value));
                    }
                }
                EnvLine::Wrong => {
                    let number = number + 1;
                    return Err(Failure::Usage(format!("line {number} of {} is not NAME=VALUE", path.display())));
                }
            }
        }
        Ok(environment.or_else(variables))
    }

    fn asked_password(&self) -> Result<Option<Secret>, Failure> {
        if let Some(path) = &self.password_file {
            let text = fs::read_to_string(path).map_err(|source| dumpr::Error::File { path: path.clone(), source })?;
            return Ok(Some(Secret::new(text.lines().next().unwrap_or_default())));
        }
        if !self.password {
            return Ok(None);
        }
        rpassword::prompt_password("Password: ")
            .map(|text| Some(Secret::new(text)))
            .map_err(|error| Failure::Usage(format!("cannot ask for the password: {error}")))
    }
}

/// One line of an `--env-file`.
#[derive(Debug, Eq, PartialEq)]
enum EnvLine {
    Empty,
    Variable(String, String),
    Wrong,
}

/// Reads `NAME=VALUE`, `export NAME="VALUE"`, comments and empty lines.
fn env_line(line: &str) -> EnvLine {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return EnvLine::Empty;
    }
    let line = line.strip_prefix("export ").unwrap_or(line);
    let Some((name, value)) = line.split_once('=') else { return EnvLine::Wrong };
    let (name, value) = (name.trim(), value.trim());
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !is_name {
        return EnvLine::Wrong;
    }
    let quoted = ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    EnvLine::Variable(name.to_owned(), quoted.unwrap_or(value).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn env_files_are_read_as_shells_read_them() {
        let variable = |name: &str, value: &str| EnvLine::Variable(name.to_owned(), value.to_owned());
        assert_eq!(env_line("  # comment"), EnvLine::Empty);
        assert_eq!(env_line("export PGHOST=db"), variable("PGHOST", "db"));
        assert_eq!(env_line("DATABASE_URL=\"postgres://a:b=c@h/d\""), variable("DATABASE_URL", "postgres://a:b=c@h/d"));
        assert_eq!(env_line("no value"), EnvLine::Wrong);
        assert_eq!(env_line("a b=c"), EnvLine::Wrong);
    }
}
