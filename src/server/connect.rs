//! From settings to a connection that tokio-postgres speaks on: addresses, encryption, start-up.
//!
//! # Invariants
//! Nothing of one host (its password, its TLS name, an error's side effects) is carried to the next: each attempt starts from the settings.

mod failure;

use std::{
    io,
    net::{SocketAddr, ToSocketAddrs as _},
    pin::{Pin, pin},
    sync::Arc,
    task::Poll,
    time::{Duration, Instant},
};

use tokio::io::{AsyncRead as _, AsyncWrite as _, ReadBuf};
use tokio_postgres::{Client, Config, Connection, config};

use super::{
    Interrupt, ServerError, Settings,
    drive::drive,
    frames::ProtocolError,
    settings::{ChannelBinding, Host, Negotiation, SslMode},
    socket::{Guard, Socket, Stop, Wire},
    tls::{Connector, Failure, TlsError},
    transport::{Loan, Settled, Transport},
};
use failure::start_up_error;
pub(super) use failure::{postgres_error, stop_error};

/// Where a connection leads, for reaching the same server again.
#[derive(Clone, Debug)]
pub(super) struct Route {
    pub(super) host: Host,
    /// The address; `None` for Unix sockets.
    address: Option<SocketAddr>,
    secure: bool,
}

/// A connection past authentication.
pub(super) struct Opened {
    pub(super) client: Client,
    pub(super) connection: Connection<Loan, Loan>,
    pub(super) loan: Loan,
    pub(super) socket: Arc<Socket>,
    pub(super) route: Route,
}

/// What an attempt asks the server for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Encryption {
    Plain,
    IfOffered,
    Demanded,
}

/// An attempt that failed.
struct Failed {
    error: ServerError,
    /// It failed over encryption or before credentials were asked for: the other kind of connection may do.
    try_other_encryption: bool,
}

impl From<ServerError> for Failed {
    fn from(error: ServerError) -> Self {
        Failed { error, try_other_encryption: false }
    }
}

/// Connects to a host, at the first of its addresses that answers.
pub(super) fn open(settings: &Settings, host: &Host, interrupt: &Interrupt) -> Result<Opened, ServerError> {
    let mut last = None;
    for address in addresses(host)? {
        match open_address(settings, host, address, interrupt) {
            Err(error @ (ServerError::Connect { .. } | ServerError::ConnectTimeout { .. })) => last = Some(error),
            outcome => return outcome,
        }
    }
    Err(last.unwrap_or_else(|| ServerError::Resolve {
        host: host.endpoint(),
        source: io::Error::new(io::ErrorKind::NotFound, "the name has no address"),
    }))
}

/// The addresses of a host; one `None` for a Unix socket.
fn addresses(host: &Host) -> Result<Vec<Option<SocketAddr>>, ServerError> {
    if host.socket_folder().is_some() {
        return Ok(vec![None]);
    }
    if let Some(address) = host.address {
        return Ok(vec![Some(SocketAddr::new(address, host.port))]);
    }
    let found = (host.name.as_str(), host.port).to_socket_addrs();
    let found = found.map_err(|source| ServerError::Resolve { host: host.endpoint(), source })?;
    Ok(found.map(Some).collect())
}

fn open_address(
    settings: &Settings,
    host: &Host,
    address: Option<SocketAddr>,
    interrupt: &Interrupt,
) -> Result<Opened, ServerError> {
    // Unix sockets are never encrypted, whatever the mode.
    let attempts: &[Encryption] = match settings.tls.mode {
        _ if address.is_none() => &[Encryption::Plain],
        SslMode::Disable => &[Encryption::Plain],
        SslMode::Allow => &[Encryption::Plain, Encryption::Demanded],
        SslMode::Prefer => &[Encryption::IfOffered, Encryption::Plain],
        SslMode::Require | SslMode::VerifyCa | SslMode::VerifyFull => &[Encryption::Demanded],
    };
    let mut first = None;
    for &encryption in attempts {
        match attempt(settings, host, address, encryption, interrupt) {
            Ok(opened) => return Ok(opened),
            Err(failed) if failed.try_other_encryption && first.is_none() => first = Some(failed.error),
            // Where the second way is closed too, the first failure says more.
            Err(Failed { error: ServerError::Tls { source: TlsError::NotOffered, .. }, .. }) if first.is_some() => {}
            Err(failed) => return Err(failed.error),
        }
    }
    Err(first.unwrap_or(ServerError::ConnectionLost { source: None }))
}

fn attempt(
    settings: &Settings,
    host: &Host,
    address: Option<SocketAddr>,
    encryption: Encryption,
    interrupt: &Interrupt,
) -> Result<Opened, Failed> {
    let guard = Guard {
        interrupt: Some(interrupt.clone()),
        grace: Duration::ZERO,
        deadline: settings.connect_timeout.map(|limit| Instant::now() + limit),
    };
    let (transport, socket) = transport(settings, host, address, encryption, &guard)?;
    let route = Route { host: host.clone(), address, secure: matches!(transport, Transport::Secure(_)) };
    let loan = Loan::new(transport, settings.auth_methods);
    let config = config(settings, host);
    let mut start_up = pin!(config.connect_raw(loan.clone(), Settled));
    let outcome = drive(&socket, &guard, |context| start_up.as_mut().poll(context));
    let endpoint = host.endpoint();
    match outcome.map_err(|stop| stop_error(stop, &endpoint, settings.connect_timeout))? {
        Ok((client, connection)) => Ok(Opened { client, connection, loan, socket, route }),
        Err(error) => {
            // As in libpq: an error in place of a request for credentials (pg_hba.conf) may be about encryption.
            let refused_at_once = error.as_db_error().is_some() && loan.authentication_code().is_none();
            let other_is_left = match encryption {
                Encryption::Plain => settings.tls.mode == SslMode::Allow,
                Encryption::IfOffered => route.secure,
                Encryption::Demanded => false,
            };
            let error = start_up_error(error, settings, host, &loan);
            Err(Failed { error, try_other_encryption: refused_at_once && other_is_left })
        }
    }
}

/// Reaches the server of an earlier connection again, encrypted the same way.
pub(super) fn reopen(
    settings: &Settings,
    route: &Route,
    guard: &Guard,
) -> Result<(Transport, Arc<Socket>), ServerError> {
    let encryption = if route.secure { Encryption::Demanded } else { Encryption::Plain };
    transport(settings, &route.host, route.address, encryption, guard).map_err(|failed| failed.error)
}

/// A connected and, if so settled, encrypted byte stream.
fn transport(
    settings: &Settings,
    host: &Host,
    address: Option<SocketAddr>,
    encryption: Encryption,
    guard: &Guard,
) -> Result<(Transport, Arc<Socket>), Failed> {
    let endpoint = host.endpoint();
    let stopped = |stop| stop_error(stop, &endpoint, settings.connect_timeout);
    let socket = if let Some(address) = address {
        Socket::tcp(address, &settings.tcp, guard).map_err(stopped)?
    } else {
        let path = format!("{}/.s.PGSQL.{}", host.name, host.port);
        Socket::unix(&path).map_err(|error| stopped(Stop::Failed(error)))?
    };
    let mut wire = Wire::new(Arc::clone(&socket));
    if encryption == Encryption::Plain {
        return Ok((Transport::Plain(wire), socket));
    }
    if settings.tls.negotiation == Negotiation::Postgres && !ask_for_tls(&mut wire, &socket, guard, &stopped)? {
        if encryption == Encryption::IfOffered {
            return Ok((Transport::Plain(wire), socket));
        }
        return Err(ServerError::Tls { endpoint, source: TlsError::NotOffered }.into());
    }
    let connector = connector(settings).map_err(|source| ServerError::Tls { endpoint: endpoint.clone(), source })?;
    match connector.secure(host, wire, &socket, guard) {
        Ok(wire) => Ok((Transport::Secure(Box::new(wire)), socket)),
        Err(Failure::Stop(stop)) => Err(stopped(stop).into()),
        Err(Failure::Tls(source)) => Err(Failed {
            error: ServerError::Tls { endpoint, source },
            try_other_encryption: encryption == Encryption::IfOffered,
        }),
    }
}

/// The settings' connector, built by whoever needs it first.
fn connector(settings: &Settings) -> Result<Connector, TlsError> {
    if let Some(connector) = settings.connector.get() {
        return Ok(connector.clone());
    }
    let connector = Connector::new(&settings.tls)?;
    Ok(settings.connector.get_or_init(|| connector).clone())
}

/// `SSLRequest` (manual chapter 53.2.11). Exactly one byte is read: bytes smuggled in behind the answer become
/// part of the handshake, which fails on them. An error message in place of the answer is not shown: at this point it could
/// come from anybody.
fn ask_for_tls(
    wire: &mut Wire,
    socket: &Socket,
    guard: &Guard,
    stopped: &impl Fn(Stop) -> ServerError,
) -> Result<bool, ServerError> {
    /// Length 8, code 80877103.
    const REQUEST: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];
    let mut sent = 0;
    let mut answer = [0];
    let outcome = drive(socket, guard, |context| {
        while sent < REQUEST.len() {
            match Pin::new(&mut *wire).poll_write(context, &REQUEST[sent..]) {
                Poll::Ready(Ok(count)) => sent += count,
                Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                Poll::Pending => return Poll::Pending,
            }
        }
        let mut buffer = ReadBuf::new(&mut answer);
        Pin::new(&mut *wire).poll_read(context, &mut buffer).map_ok(|()| !buffer.filled().is_empty())
    });
    let lost = |source| ServerError::ConnectionLost { source };
    let answered = outcome.map_err(stopped)?.map_err(|error| lost(Some(error)))?;
    match answer {
        _ if !answered => Err(lost(None)),
        [b'S'] => Ok(true),
        [b'N'] => Ok(false),
        [other] => Err(ProtocolError::TlsAnswer(other).into()),
    }
}

/// What tokio-postgres needs to know: encryption is settled, and [`Settled`] stands in for it.
fn config(settings: &Settings, host: &Host) -> Config {
    let mut config = Config::new();
    config
        .user(&settings.user)
        .dbname(&settings.database)
        .application_name(&settings.application_name)
        .ssl_mode(config::SslMode::Require)
        .ssl_negotiation(config::SslNegotiation::Direct)
        .channel_binding(match settings.channel_binding {
            ChannelBinding::Disable => config::ChannelBinding::Disable,
            ChannelBinding::Prefer => config::ChannelBinding::Prefer,
            ChannelBinding::Require => config::ChannelBinding::Require,
        });
    if let Some(options) = &settings.options {
        config.options(options);
    }
    if let Some(password) = settings.password_for(host) {
        config.password(password.reveal());
    }
    config
}
