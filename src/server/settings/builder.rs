//! Who wins when several sources give a setting.
//!
//! As in libpq and `pg_dump`, highest first: a connection string given as the database (`-d`), the other options
//! (`-h`, `-p`, `-U`), the service file, the environment, built-in defaults. A setting given as an empty text counts as given and
//! means the built-in default.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::Duration,
};

use super::{
    AuthMethods, ChannelBinding, Environment, Host, Negotiation, RootCertificates, Secret, Settings, SettingsError,
    SslMode, TlsSettings, TlsVersion,
    conninfo::{self, Pairs},
    keywords::{self, KEYWORDS, Keyword, Treatment},
    passfile::Passfile,
    service, values,
};
use crate::server::{ServerError, socket::TcpOptions};

/// Where servers put their Unix sockets: Debian and its kin, and everybody else.
pub(super) const SOCKET_FOLDERS: [&str; 2] = ["/var/run/postgresql", "/tmp"];

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
struct Given(HashMap<&'static str, String>);

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
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// A setting that says something.
    fn value(&self, key: &str) -> Option<&str> {
        self.text(key).filter(|value| !value.is_empty())
    }

    /// A setting through a function that reads it, or a default.
    fn read<T>(
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

fn resolve(given: &Given, environment: &Environment, role: Option<String>) -> Result<Settings, SettingsError> {
    let mut warnings = Vec::new();
    let user = match given.value("user").or(environment.system_user()) {
        Some(user) => user.to_owned(),
        None => return Err(SettingsError::NoUser),
    };
    let database = given.value("dbname").unwrap_or(&user).to_owned();
    let passfile = match given.value("passfile") {
        Some(path) => Some(PathBuf::from(path)),
        None => environment.home().map(|home| home.join(".pgpass")),
    };
    let passfile = passfile.map(|path| Passfile::read(&path, &mut warnings)).unwrap_or_default();
    let application_name =
        given.value("application_name").or(given.value("fallback_application_name")).unwrap_or("dumpr").to_owned();
    let connect_timeout =
        given.read("connect_timeout", Duration::ZERO, |value| values::seconds("connect_timeout", value))?;
    Ok(Settings {
        hosts: hosts(given)?,
        user,
        database,
        password: given.value("password").map(Secret::new),
        passfile: Arc::new(passfile),
        application_name,
        options: given.value("options").map(str::to_owned),
        connect_timeout: (!connect_timeout.is_zero()).then_some(connect_timeout),
        tcp: tcp_options(given)?,
        session_kind: given.read("target_session_attrs", values::SessionKind::Any, values::session_kind)?,
        shuffle_hosts: given.read("load_balance_hosts", false, |value| {
            values::word("load_balance_hosts", "disable or random", &[("disable", false), ("random", true)], value)
        })?,
        tls: tls_settings(given, environment)?,
        channel_binding: given.read("channel_binding", ChannelBinding::Prefer, |value| {
            values::word(
                "channel_binding",
                "disable, prefer or require",
                &[
                    ("disable", ChannelBinding::Disable),
                    ("prefer", ChannelBinding::Prefer),
                    ("require", ChannelBinding::Require),
                ],
                value,
            )
        })?,
        auth_methods: given.read("require_auth", AuthMethods::ANY, AuthMethods::parse)?,
        role,
        connector: Arc::new(OnceLock::new()),
        warnings,
    })
}

/// Hosts, addresses and ports, list by list.
fn hosts(given: &Given) -> Result<Vec<Host>, SettingsError> {
    let list = |key| given.value(key).map(|text| text.split(',').map(str::trim).collect::<Vec<_>>());
    let names = list("host").unwrap_or_default();
    let addresses = list("hostaddr").unwrap_or_default();
    let ports = list("port").unwrap_or_default();
    let count = names.len().max(addresses.len()).max(1);
    if !names.is_empty() && !addresses.is_empty() && names.len() != addresses.len() {
        return Err(SettingsError::ListLength { what: "addresses", given: addresses.len(), hosts: names.len() });
    }
    if ports.len() > 1 && ports.len() != count {
        return Err(SettingsError::ListLength { what: "ports", given: ports.len(), hosts: count });
    }
    let mut hosts = Vec::with_capacity(count);
    for index in 0..count {
        // One port is that of every host.
        let port = match ports.get(index).or(ports.first().filter(|_| ports.len() == 1)) {
            Some(&port) if !port.is_empty() => values::port(port)?,
            _ => 5432,
        };
        let address = match addresses.get(index) {
            Some(&address) if !address.is_empty() => Some(values::address(address)?),
            _ => None,
        };
        let name = match names.get(index) {
            Some(&name) if !name.is_empty() => name.to_owned(),
            _ if address.is_some() => String::new(),
            _ => default_host(port),
        };
        hosts.push(Host { name, address, port });
    }
    Ok(hosts)
}

/// The folder in which a server listens, or else this machine by TCP.
fn default_host(port: u16) -> String {
    let socket = format!(".s.PGSQL.{port}");
    let folder = SOCKET_FOLDERS.into_iter().find(|folder| Path::new(folder).join(&socket).exists());
    folder.unwrap_or("localhost").to_owned()
}

/// libpq leaves the probes to the system (two hours on Linux); a dump that reads for hours should notice sooner.
fn tcp_options(given: &Given) -> Result<TcpOptions, SettingsError> {
    let seconds = |key, default| given.read(key, Duration::from_secs(default), |value| values::seconds(key, value));
    Ok(TcpOptions {
        keepalives: given.read("keepalives", true, |value| values::flag("keepalives", value))?,
        idle: seconds("keepalives_idle", 30)?,
        interval: seconds("keepalives_interval", 10)?,
        count: given.read("keepalives_count", 3, |value| {
            Ok(u32::try_from(values::integer("keepalives_count", value)?).unwrap_or(0))
        })?,
        user_timeout: given.read("tcp_user_timeout", Duration::from_secs(60), |value| {
            let milliseconds = values::integer("tcp_user_timeout", value)?;
            Ok(Duration::from_millis(u64::try_from(milliseconds).unwrap_or(0)))
        })?,
    })
}

fn tls_settings(given: &Given, environment: &Environment) -> Result<TlsSettings, SettingsError> {
    let usual = |file: &str| {
        let path = environment.home()?.join(".postgresql").join(file);
        path.exists().then_some(path)
    };
    let roots = match given.value("sslrootcert") {
        Some("system") => RootCertificates::System,
        Some(path) => RootCertificates::File(path.into()),
        None => usual("root.crt").map_or(RootCertificates::None, RootCertificates::File),
    };
    // The system's store vouches for everybody's servers: without the name it proves nothing.
    let system = roots == RootCertificates::System;
    let mode = given.read("sslmode", if system { SslMode::VerifyFull } else { SslMode::Prefer }, values::ssl_mode)?;
    if system && mode != SslMode::VerifyFull {
        return Err(SettingsError::Value {
            key: "sslmode",
            expected: "verify-full with sslrootcert=system",
            value: given.value("sslmode").unwrap_or_default().to_owned(),
        });
    }
    let negotiation = given.read("sslnegotiation", Negotiation::Postgres, |value| {
        let words = [("postgres", Negotiation::Postgres), ("direct", Negotiation::Direct)];
        values::word("sslnegotiation", "postgres or direct", &words, value)
    })?;
    if negotiation == Negotiation::Direct && mode < SslMode::Require {
        return Err(SettingsError::Value {
            key: "sslnegotiation",
            expected: "postgres unless sslmode is require, verify-ca or verify-full",
            value: "direct".to_owned(),
        });
    }
    let certificate = given.value("sslcert").map(PathBuf::from).or_else(|| usual("postgresql.crt"));
    let key = given.value("sslkey").map(PathBuf::from).or_else(|| usual("postgresql.key"));
    let version = |key, at_least, default| given.read(key, default, |value| values::tls_version(key, at_least, value));
    let oldest = version("ssl_min_protocol_version", true, TlsVersion::V1_2)?;
    let newest = version("ssl_max_protocol_version", false, TlsVersion::V1_3)?;
    if oldest > newest {
        return Err(SettingsError::Value {
            key: "ssl_min_protocol_version",
            expected: "no newer than ssl_max_protocol_version",
            value: given.value("ssl_min_protocol_version").unwrap_or_default().to_owned(),
        });
    }
    Ok(TlsSettings {
        mode,
        negotiation,
        roots,
        certificate,
        key,
        send_name: given.read("sslsni", true, |value| values::flag("sslsni", value))?,
        oldest,
        newest,
    })
}
