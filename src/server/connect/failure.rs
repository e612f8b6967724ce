//! Why there is no connection, in the room's own words.

use std::{error::Error as _, io, time::Duration};

use crate::server::{
    ServerError, ServerMessage, Settings, frames::ProtocolError, printable, settings::Host, socket::Stop,
    transport::Loan,
};

/// The error of a wait that ended early.
pub(in crate::server) fn stop_error(stop: Stop, endpoint: &str, limit: Option<Duration>) -> ServerError {
    match stop {
        Stop::Interrupted => ServerError::Interrupted,
        Stop::TimedOut => {
            ServerError::ConnectTimeout { endpoint: endpoint.to_owned(), limit: limit.unwrap_or_default() }
        }
        Stop::Failed(source) => ServerError::Connect { endpoint: endpoint.to_owned(), source },
    }
}

/// The error of a start-up that failed.
pub(super) fn start_up_error(
    error: tokio_postgres::Error,
    settings: &Settings,
    host: &Host,
    loan: &Loan,
) -> ServerError {
    let (endpoint, user) = (host.endpoint(), settings.user.clone());
    if let Some(error) = error.as_db_error() {
        let message = Box::new(ServerMessage::from(error));
        // Class 28: invalid authorization.
        return if message.sqlstate.starts_with("28") {
            ServerError::Authentication { endpoint, user, message }
        } else {
            ServerError::Server(message)
        };
    }
    let source = error.source().and_then(|source| source.downcast_ref::<io::Error>());
    if source.is_some_and(|error| error.kind() == io::ErrorKind::PermissionDenied) {
        let reason = "the server asks for credentials in a way that require_auth does not permit".to_owned();
        return ServerError::Credentials { endpoint, reason };
    }
    // Passwords in clear, MD5 and SCRAM.
    let asked = matches!(loan.authentication_code(), Some(3 | 5 | 10));
    if asked && settings.password_for(host).is_none() {
        return ServerError::PasswordRequired { endpoint, user };
    }
    match postgres_error(error) {
        ServerError::Values(source) => ServerError::Credentials { endpoint, reason: printable(&innermost(&*source)) },
        other => other,
    }
}

/// The text at the end of a chain of errors.
fn innermost(error: &(dyn std::error::Error + 'static)) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}

/// An error of tokio-postgres as one of ours.
pub(in crate::server) fn postgres_error(error: tokio_postgres::Error) -> ServerError {
    if let Some(error) = error.as_db_error() {
        return ServerError::Server(Box::new(error.into()));
    }
    if error.is_closed() {
        return ServerError::ConnectionLost { source: None };
    }
    match error.source().and_then(|source| source.downcast_ref::<io::Error>()) {
        Some(source) if matches!(source.kind(), io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput) => {
            let broken = source.get_ref().and_then(|inner| inner.downcast_ref::<ProtocolError>());
            let broken = broken.cloned().unwrap_or_else(|| ProtocolError::Unreadable(source.to_string()));
            ServerError::Protocol(broken)
        }
        Some(_) => {
            let source = error.into_source().and_then(|source| source.downcast::<io::Error>().ok());
            ServerError::ConnectionLost { source: source.map(|source| *source) }
        }
        None => ServerError::Values(Box::new(error)),
    }
}
