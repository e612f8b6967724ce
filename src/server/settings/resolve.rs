//! From what was given, whoever gave it, to what a connection needs: each setting read, the missing ones by default.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::Duration,
};

use super::{
    AuthMethods, ChannelBinding, Environment, Host, Negotiation, RootCertificates, Secret, Settings, SettingsError,
    SslMode, TlsSettings, TlsVersion, builder::Given, passfile::Passfile, values,
};
use crate::server::socket::TcpOptions;

/// Where servers put their Unix sockets: Debian and its kin, and everybody else.
pub(super) const SOCKET_FOLDERS: [&str; 2] = ["/var/run/postgresql", "/tmp"];

/// All settings.
pub(super) fn resolve(
    given: &Given,
    environment: &Environment,
    role: Option<String>,
) -> Result<Settings, SettingsError> {
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
