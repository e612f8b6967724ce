//! What the process's surroundings say: variables, home folder, user.

use std::{collections::BTreeMap, fs, path::PathBuf};

/// Environment variables and the system's user. A value, so that an `--env-file` can fill gaps and tests need
/// no process of their own.
#[derive(Clone, Default)]
pub struct Environment {
    variables: BTreeMap<String, String>,
    /// The name of the system's user.
    system_user: Option<String>,
}

impl Environment {
    /// That of this process. Variables that are not UTF-8 are left out.
    pub fn of_process() -> Self {
        let variables: BTreeMap<_, _> = std::env::vars_os()
            .filter_map(|(key, value)| Some((key.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        let system_user = user_of_process().or_else(|| {
            ["USER", "LOGNAME"].iter().find_map(|key| variables.get(*key).filter(|name| !name.is_empty()).cloned())
        });
        Environment { variables, system_user }
    }

    /// Given variables and user.
    pub fn new(variables: impl IntoIterator<Item = (String, String)>, system_user: Option<String>) -> Self {
        Environment { variables: variables.into_iter().collect(), system_user }
    }

    /// Adds variables that are not set yet: those of an `--env-file`.
    #[must_use]
    pub fn or_else(mut self, variables: impl IntoIterator<Item = (String, String)>) -> Self {
        for (key, value) in variables {
            self.variables.entry(key).or_insert(value);
        }
        self
    }

    /// A variable.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.variables.get(key).map(String::as_str)
    }

    pub(super) fn system_user(&self) -> Option<&str> {
        self.system_user.as_deref()
    }

    pub(super) fn home(&self) -> Option<PathBuf> {
        self.get("HOME").filter(|home| !home.is_empty()).map(PathBuf::from)
    }
}

/// The user's name by its number. libpq trusts the user database over `$USER`; entries that are not in the
/// file (LDAP) are left to the caller's second choice.
fn user_of_process() -> Option<String> {
    let uid = rustix::process::geteuid().as_raw().to_string();
    let accounts = fs::read_to_string("/etc/passwd").ok()?;
    accounts.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)? == uid).then(|| name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_real_variable_wins_over_the_env_file() {
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let environment =
            Environment::new([pair("PGHOST", "real")], None).or_else([pair("PGHOST", "file"), pair("PGPORT", "5433")]);
        assert_eq!(environment.get("PGHOST"), Some("real"));
        assert_eq!(environment.get("PGPORT"), Some("5433"));
    }
}
