//! Connection settings as libpq understands them (manual chapter 32.1).
//!
//! | file | reads |
//! |---|---|
//! | `conninfo.rs`, `uri.rs` | connection strings |
//! | `environment.rs`, `service.rs`, `passfile.rs` | the surroundings |
//! | `keywords.rs` | which settings there are, and what becomes of each |
//! | `builder.rs` | who wins when several sources give a setting |
//! | `values.rs` | texts into types |
//!
//! # Invariants
//! No password is in an error, a warning or `Debug`.

mod builder;
mod conninfo;
mod environment;
mod error;
mod keywords;
mod passfile;
mod resolve;
mod secret;
mod service;
mod uri;
mod values;

#[cfg(test)]
mod tests;

use std::{
    net::IpAddr,
    path::PathBuf,
    sync::{Arc, OnceLock},
    time::Duration,
};

pub use builder::SettingsBuilder;
pub use environment::Environment;
pub use error::SettingsError;
pub use secret::Secret;
pub(super) use values::{AuthMethods, ChannelBinding, Negotiation, SessionKind, SslMode, TlsVersion};

use super::{ServerError, printable, socket::TcpOptions, tls::Connector};
use passfile::Passfile;

/// One server to try.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Host {
    /// A name, an address, or the folder of a Unix socket (which begins with `/`, or `@` for the abstract namespace).
    /// Empty when only an address is given.
    pub(super) name: String,
    /// The address, when it should not be looked up by name.
    pub(super) address: Option<IpAddr>,
    /// The port.
    pub(super) port: u16,
}

impl Host {
    /// The folder of Unix sockets, when that is what the host is.
    pub(super) fn socket_folder(&self) -> Option<&str> {
        (self.address.is_none() && self.name.starts_with(['/', '@'])).then_some(self.name.as_str())
    }

    /// `host:port`, or the path of the Unix socket.
    pub(super) fn endpoint(&self) -> String {
        if let Some(folder) = self.socket_folder() {
            return format!("{}/.s.PGSQL.{}", printable(folder), self.port);
        }
        let name = match self.address {
            Some(address) if self.name.is_empty() => address.to_string(),
            _ => printable(&self.name),
        };
        if name.contains(':') { format!("[{name}]:{}", self.port) } else { format!("{name}:{}", self.port) }
    }
}

/// Where the certificates of trusted authorities are.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum RootCertificates {
    /// A file, given or found in its usual place.
    File(PathBuf),
    /// The system's store.
    System,
    /// None.
    None,
}

/// How connections are encrypted and whom they trust.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct TlsSettings {
    pub(super) mode: SslMode,
    pub(super) negotiation: Negotiation,
    pub(super) roots: RootCertificates,
    pub(super) certificate: Option<PathBuf>,
    pub(super) key: Option<PathBuf>,
    pub(super) send_name: bool,
    pub(super) oldest: TlsVersion,
    pub(super) newest: TlsVersion,
}

/// Everything needed to open sessions to one database.
#[derive(Clone)]
pub struct Settings {
    pub(super) hosts: Vec<Host>,
    pub(super) user: String,
    pub(super) database: String,
    pub(super) password: Option<Secret>,
    pub(super) passfile: Arc<Passfile>,
    pub(super) application_name: String,
    pub(super) options: Option<String>,
    pub(super) connect_timeout: Option<Duration>,
    pub(super) tcp: TcpOptions,
    pub(super) session_kind: SessionKind,
    pub(super) shuffle_hosts: bool,
    pub(super) tls: TlsSettings,
    pub(super) channel_binding: ChannelBinding,
    pub(super) auth_methods: AuthMethods,
    pub(super) role: Option<String>,
    /// Built from `tls` by the first connection that needs it.
    pub(super) connector: Arc<OnceLock<Connector>>,
    warnings: Vec<String>,
}

impl Settings {
    /// From a URI or keyword string (or a bare database name) and the environment, libpq's rules.
    pub fn parse(conninfo: &str) -> Result<Self, ServerError> {
        SettingsBuilder::new(Environment::of_process()).database(conninfo).build()
    }

    /// The same server and user, another database. The name is taken as it is, whatever it looks like.
    pub fn with_database(&self, name: &str) -> Self {
        Settings { database: name.to_owned(), ..self.clone() }
    }

    /// The same, with another password (one that was asked for at the terminal).
    pub fn with_password(&self, password: Secret) -> Self {
        Settings { password: Some(password), ..self.clone() }
    }

    /// Database name.
    pub fn database(&self) -> &str {
        &self.database
    }

    /// User name.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// The role whose privileges count: the one that `--role` names, else the user.
    pub fn acting_role(&self) -> &str {
        self.role.as_deref().unwrap_or(&self.user)
    }

    /// `user@host:port/database`, without secrets, for messages.
    pub fn display(&self) -> String {
        let hosts: Vec<_> = self.hosts.iter().map(Host::endpoint).collect();
        format!("{}@{}/{}", printable(&self.user), hosts.join(","), printable(&self.database))
    }

    /// What was ignored and why (a password file that others can read), for the user.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// The password for one host: the one given, or the password file's.
    pub(super) fn password_for(&self, host: &Host) -> Option<Secret> {
        if let Some(password) = &self.password {
            return Some(password.clone());
        }
        let address = host.address.map(|address| address.to_string()).unwrap_or_default();
        let name = match host.name.as_str() {
            "" => address.as_str(),
            // The usual folders of Unix sockets are this machine, as for libpq its built-in one.
            folder if resolve::SOCKET_FOLDERS.contains(&folder) => "localhost",
            name => name,
        };
        self.passfile.password(name, host.port, &self.database, &self.user)
    }
}
