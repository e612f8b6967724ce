//! Who wins when several sources give a setting.
//!
//! As in libpq and `pg_dump`, highest first: a connection string given as the database (`-d`), the other options
//! (`-h`, `-p`, `-U`), the service file, the environment, built-in defaults. A setting given as an empty text counts as given and
//! means the built-in default.

use std::collections::HashMap;

use super::{
    Environment, Secret, Settings, SettingsError,
    conninfo::{self, Pairs},
    keywords::{self, KEYWORDS, Keyword, Treatment},
    resolve::resolve,
    service,
};
use crate::server::ServerError;

/// Collects what the command line says; [`build`](Self::build) adds the rest.
#[derive(Clone)]
pub struct SettingsBuilder {
    environment: Environment,
    database: Option<String>,
    host: Option<String>,
    port: Option<String>,
    user: Option<String>,
    password: Option<Secret>,
    role: Option<String>,
}

impl SettingsBuilder {
    /// Settings within an environment.
    pub fn new(environment: Environment) -> Self {
        SettingsBuilder { environment, database: None, host: None, port: None, user: None, password: None, role: None }
    }

    /// `-d`: a database name, URI or keyword string.
    #[must_use]
    pub fn database(mut self, text: impl Into<String>) -> Self {
        self.database = Some(text.into());
        self
    }

    /// `-h`: a host, a folder of Unix sockets, or a list of them.
    #[must_use]
    pub fn host(mut self, text: impl Into<String>) -> Self {
        self.host = Some(text.into());
        self
    }

    /// `-p`: a port or a list of them.
    #[must_use]
    pub fn port(mut self, text: impl Into<String>) -> Self {
        self.port = Some(text.into());
        self
    }

    /// `-U`: the user.
    #[must_use]
    pub fn user(mut self, text: impl Into<String>) -> Self {
        self.user = Some(text.into());
        self
    }

    /// A password from a file or a prompt. One in the connection string wins over it.
    #[must_use]
    pub fn password(mut self, password: Secret) -> Self {
        self.password = Some(password);
        self
    }

    /// `--role`: the role that every session takes on.
    #[must_use]
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// The settings.
    pub fn build(self) -> Result<Settings, ServerError> {
        let mut given = Given::default();
        let options = [
            ("host", self.host),
            ("port", self.port),
            ("user", self.user),
            ("password", self.password.map(|password| password.reveal().to_owned())),
        ];
        given.put(options.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())?;
        if let Some(text) = &self.database {
            given.put(conninfo::parse(text)?)?;
        }
        let service = given.text("service").or(self.environment.get("PGSERVICE")).filter(|name| !name.is_empty());
        if let Some(name) = service {
            let pairs = service::read(name, given.text("servicefile"), &self.environment)?;
            given.put_missing(pairs)?;
        }
        let variables = KEYWORDS.iter().filter_map(|keyword| {
            let value = self.environment.get(keyword.variable?)?;
            Some((keyword.name.to_owned(), value.to_owned()))
        });
        given.put_missing(variables.collect())?;
        Ok(resolve(&given, &self.environment, self.role)?)
    }
}

/// Settings given so far.
#[derive(Default)]
pub(super) struct Given(HashMap<&'static str, String>);

impl Given {
    /// Adds settings, later ones over earlier ones.
    fn put(&mut self, pairs: Pairs) -> Result<(), SettingsError> {
        for (key, value) in pairs {
            // The spelling before sslmode, which libpq still reads.
            let (key, value) = match key.as_str() {
                "requiressl" if value.starts_with('1') => ("sslmode", "require".to_owned()),
                "requiressl" => ("sslmode", "prefer".to_owned()),
                key => (key, value),
            };
            let keyword = checked(key, &value)?;
            self.0.insert(keyword.name, value);
        }
        Ok(())
    }

    /// Adds settings that nobody gave yet.
    fn put_missing(&mut self, pairs: Pairs) -> Result<(), SettingsError> {
        for (key, value) in pairs {
            if !self.0.contains_key(key.as_str()) {
                self.put(vec![(key, value)])?;
            }
        }
        Ok(())
    }

    /// A setting, maybe empty.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// A setting that says something.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        self.text(key).filter(|value| !value.is_empty())
    }

    /// A setting through a function that reads it, or a default.
    pub(super) fn read<T>(
        &self,
        key: &str,
        default: T,
        read: impl FnOnce(&str) -> Result<T, SettingsError>,
    ) -> Result<T, SettingsError> {
        self.value(key).map_or(Ok(default), read)
    }
}

/// The keyword, when the setting exists and is not refused.
fn checked(key: &str, value: &str) -> Result<&'static Keyword, SettingsError> {
    let keyword = keywords::find(key).ok_or_else(|| SettingsError::UnknownKey(crate::server::printable(key)))?;
    if value.contains('\0') {
        return Err(SettingsError::NulByte { key: keyword.name });
    }
    match keyword.treatment {
        Treatment::Refused { harmless, reason } if !value.is_empty() && !harmless.contains(&value) => {
            Err(SettingsError::UnsupportedKey { key: keyword.name, reason })
        }
        _ => Ok(keyword),
    }
}
