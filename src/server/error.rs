//! What can go wrong between us and a server, and what to do about it.

use std::{error::Error as StdError, io, time::Duration};

use super::{ServerMessage, ServerVersion, frames::ProtocolError, printable, settings::SettingsError, tls::TlsError};

/// An error of the server room.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// The connection settings make no sense.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The host name has no address.
    #[error("cannot find the address of host {host}")]
    Resolve {
        /// The host's name.
        host: String,
        /// What the resolver said.
        source: io::Error,
    },
    /// Nobody listens there, or nobody answers.
    #[error("cannot connect to {endpoint}")]
    Connect {
        /// `host:port` or the socket's path.
        endpoint: String,
        /// What the system said.
        source: io::Error,
    },
    /// `connect_timeout` passed.
    #[error("{endpoint} did not answer within {} s", limit.as_secs())]
    ConnectTimeout {
        /// `host:port` or the socket's path.
        endpoint: String,
        /// The limit.
        limit: Duration,
    },
    /// The server asks for a password and there is none.
    #[error("{endpoint} asks for the password of user {user}")]
    PasswordRequired {
        /// `host:port` or the socket's path.
        endpoint: String,
        /// The user.
        user: String,
    },
    /// The server did not let us in.
    #[error("{endpoint} refused user {user}: {message}")]
    Authentication {
        /// `host:port` or the socket's path.
        endpoint: String,
        /// The user.
        user: String,
        /// What the server said.
        message: Box<ServerMessage>,
    },
    /// The exchange of credentials failed on our side.
    #[error("authentication at {endpoint} failed: {reason}")]
    Credentials {
        /// `host:port` or the socket's path.
        endpoint: String,
        /// The rule that was broken.
        reason: String,
    },
    /// TLS could not be set up.
    #[error("no secure connection to {endpoint}")]
    Tls {
        /// `host:port` or the socket's path.
        endpoint: String,
        /// What is wrong.
        source: TlsError,
    },
    /// A server was reached, but not of the kind that `target_session_attrs` asks for.
    #[error("{endpoint} is not {wanted}, as target_session_attrs demands")]
    SessionKind {
        /// `host:port` or the socket's path.
        endpoint: String,
        /// The kind asked for: `read-write`.
        wanted: &'static str,
    },
    /// None of several hosts would do.
    #[error("none of {} hosts would do", failures.len())]
    AllHosts {
        /// One error per host tried, in order.
        failures: Vec<ServerError>,
    },
    /// The server reported an error.
    #[error("{0}")]
    Server(Box<ServerMessage>),
    /// The connection broke.
    #[error("the connection to the server was lost")]
    ConnectionLost {
        /// What the system said.
        source: Option<io::Error>,
    },
    /// The session is unusable since an earlier error or an abandoned COPY.
    #[error("the session was given up after an earlier failure")]
    SessionBroken,
    /// The server broke the protocol.
    #[error("the server broke the protocol")]
    Protocol(#[from] ProtocolError),
    /// A statement's parameters or results are not of the types that the program expects.
    #[error("a query's values do not fit")]
    Values(#[source] Box<dyn StdError + Send + Sync>),
    /// The run was interrupted.
    #[error("interrupted")]
    Interrupted,
    /// The server is too old.
    #[error("server version {version} is not supported")]
    UnsupportedVersion {
        /// The server's version.
        version: ServerVersion,
    },
    /// The name holds a byte that no SQL text can hold.
    #[error("a name with a NUL byte cannot be sent to a server")]
    NulByte,
}

impl ServerError {
    /// The SQLSTATE the server sent.
    pub fn sqlstate(&self) -> Option<&str> {
        self.server_message().map(|message| message.sqlstate.as_str())
    }

    /// Where in a COPY it happened, without the row's values: `line 3, column price`.
    pub fn copy_place(&self) -> Option<String> {
        let context = self.server_message()?.context.as_deref()?;
        let place = context.strip_prefix("COPY ")?.split_once(", line ")?.1;
        let number = place.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = place.split_at(number);
        let column = rest.strip_prefix(", column ").map(|rest| rest.split_once(": ").map_or(rest, |(name, _)| name));
        let column = column.map(|name| format!(", column {}", printable(name))).unwrap_or_default();
        (!number.is_empty()).then(|| format!("line {number}{column}"))
    }

    /// All that the server said, with the detail and context that `Display` leaves out.
    pub fn server_message(&self) -> Option<&ServerMessage> {
        match self {
            ServerError::Server(message) | ServerError::Authentication { message, .. } => Some(message),
            ServerError::AllHosts { failures } => failures.last().and_then(ServerError::server_message),
            _ => None,
        }
    }

    /// The run was interrupted by a signal.
    pub fn is_interrupted(&self) -> bool {
        matches!(self, ServerError::Interrupted)
    }

    /// The session is gone; a new one may succeed (the server restarted, the network broke).
    pub fn is_connection_lost(&self) -> bool {
        match self {
            ServerError::ConnectionLost { .. } | ServerError::SessionBroken => true,
            // Class 08: connection exceptions; 57P01–57P05: the server ended the session.
            ServerError::Server(message) => {
                message.sqlstate.starts_with("08")
                    || matches!(message.sqlstate.as_str(), "57P01" | "57P02" | "57P03" | "57P05")
            }
            _ => false,
        }
    }

    /// What to do about it, when there is something.
    pub fn hint(&self) -> Option<String> {
        let advice = match self {
            ServerError::Settings(error) => return error.hint(),
            ServerError::Tls { source, .. } => return source.hint(),
            ServerError::AllHosts { failures } => return failures.last().and_then(ServerError::hint),
            ServerError::Server(message) | ServerError::Authentication { message, .. } => {
                return state_hint(&message.sqlstate, &message.message).map(str::to_owned);
            }
            ServerError::Resolve { .. } => "check the host name (-h, PGHOST)",
            ServerError::Connect { .. } => {
                "check that the server runs there, accepts TCP connections (listen_addresses) and that the port (-p, PGPORT) is right"
            }
            ServerError::ConnectTimeout { .. } => "check the network and firewalls, or raise connect_timeout",
            ServerError::PasswordRequired { .. } => {
                "put host:port:database:user:password into ~/.pgpass (mode 0600), or set PGPASSWORD"
            }
            ServerError::ConnectionLost { .. } => {
                "look into the server's log; a pooler, proxy or firewall between may also cut long connections"
            }
            ServerError::UnsupportedVersion { .. } => "the oldest server version that dumpr reads is 13",
            _ => return None,
        };
        Some(advice.to_owned())
    }
}

/// Advice by SQLSTATE (manual, appendix A).
fn state_hint(sqlstate: &str, message: &str) -> Option<&'static str> {
    Some(match sqlstate {
        "28P01" => "check user and password; ~/.pgpass needs mode 0600 and a line host:port:database:user:password",
        "28000" => {
            "pg_hba.conf of the server must allow this user, database and address; it may demand sslmode=require"
        }
        "3D000" => "check the database name (-d, PGDATABASE)",
        "42501" => {
            "run as the owner or a superuser, or GRANT what is missing (pg_read_all_data gives SELECT on all tables from version 14 on)"
        }
        "53200" if message.contains("shared memory") => {
            "the server's lock table is full: raise max_locks_per_transaction (a restart of the server is needed), or dump fewer tables at once"
        }
        "53300" => "the server has no free connection: lower --jobs or raise max_connections",
        "53100" => "the server's disk is full",
        "55P03" => {
            "another session holds a lock on the table: see pg_locks and pg_stat_activity, or raise --lock-wait-timeout"
        }
        "57014" => "somebody cancelled the statement, or statement_timeout passed",
        "57P01" | "57P02" => "an administrator ended the session or the server is shutting down",
        "57P03" => "the server is starting up or shutting down: try again",
        "57P05" => "idle_session_timeout passed",
        "25P03" => "idle_in_transaction_session_timeout passed",
        "40001" if message.contains("recovery") => {
            "the standby removed rows that the dump still needs: set hot_standby_feedback = on or raise max_standby_streaming_delay"
        }
        "40P01" => "another session locks tables in another order: try again",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_in_a_copy_has_no_values() {
        let place = |context: &str| {
            let message = ServerMessage { context: Some(context.to_owned()), ..ServerMessage::default() };
            ServerError::Server(Box::new(message)).copy_place()
        };
        assert_eq!(place("COPY t, line 3, column price: \"secret\"").as_deref(), Some("line 3, column price"));
        assert_eq!(place("COPY t, line 12: \"1\tsecret\"").as_deref(), Some("line 12"));
        assert_eq!(place("SQL function \"f\" statement 1"), None);
        assert_eq!(place("COPY t, line 2: \"x, line 5, column secret\"").as_deref(), Some("line 2"));
        assert_eq!(place("COPY t, line x"), None);
    }

    fn server(sqlstate: &str, text: &str) -> ServerError {
        ServerError::Server(Box::new(ServerMessage {
            severity: "ERROR".into(),
            sqlstate: sqlstate.into(),
            message: text.into(),
            detail: Some("Key (card)=(4111111111111111) already exists.".into()),
            ..ServerMessage::default()
        }))
    }

    #[test]
    fn display_leaves_row_data_out() {
        let error = server("23505", "duplicate key value violates unique constraint \"cards_pkey\"");
        assert!(!error.to_string().contains("4111"));
        assert!(error.server_message().is_some_and(|message| message.detail.is_some()));
    }

    #[test]
    fn a_full_lock_table_names_the_setting() {
        let hint = server("53200", "out of shared memory").hint();
        assert!(hint.is_some_and(|hint| hint.contains("max_locks_per_transaction")));
        assert_eq!(server("53200", "out of memory").hint(), None);
    }

    #[test]
    fn ended_sessions_may_be_opened_again() {
        assert!(server("57P01", "terminating connection due to administrator command").is_connection_lost());
        assert!(!server("42501", "permission denied").is_connection_lost());
    }
}
