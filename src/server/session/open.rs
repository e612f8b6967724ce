//! From settings to a session: the first host that answers and is of the wanted kind, with the session rules applied.

use tokio_postgres::SimpleQueryMessage;

use super::Session;
use crate::server::{
    Interrupt, ServerError, ServerVersion, Settings,
    cancel::Canceller,
    connect::{self, Opened},
    exchange::Spare,
    frames::ProtocolError,
    interrupt::GRACE,
    rules::{self, Purpose},
    settings::{Host, SessionKind},
    socket::Guard,
};

impl Session {
    pub(super) fn open(settings: &Settings, interrupt: &Interrupt, purpose: Purpose) -> Result<Self, ServerError> {
        let passes: &[SessionKind] = match settings.session_kind {
            SessionKind::PreferStandby => &[SessionKind::Standby, SessionKind::Any],
            SessionKind::Any => &[SessionKind::Any],
            SessionKind::ReadWrite => &[SessionKind::ReadWrite],
            SessionKind::ReadOnly => &[SessionKind::ReadOnly],
            SessionKind::Primary => &[SessionKind::Primary],
            SessionKind::Standby => &[SessionKind::Standby],
        };
        let mut failures = Vec::new();
        for &kind in passes {
            failures.clear();
            for host in host_order(settings) {
                match Self::open_host(settings, host, interrupt, purpose, kind) {
                    Ok(session) => return Ok(session),
                    Err(error) if is_final(&error) => return Err(error),
                    Err(error) => failures.push(error),
                }
            }
        }
        match failures.pop() {
            Some(only) if failures.is_empty() => Err(only),
            Some(last) => {
                failures.push(last);
                Err(ServerError::AllHosts { failures })
            }
            None => Err(ServerError::ConnectionLost { source: None }),
        }
    }

    fn open_host(
        settings: &Settings,
        host: &Host,
        interrupt: &Interrupt,
        purpose: Purpose,
        kind: SessionKind,
    ) -> Result<Self, ServerError> {
        if interrupt.is_triggered() {
            return Err(ServerError::Interrupted);
        }
        let Opened { client, connection, loan, socket, route } = connect::open(settings, host, interrupt)?;
        let canceller = Canceller { settings: settings.clone(), route, token: client.cancel_token() };
        let mut session = Session {
            client: Some(client),
            connection,
            loan,
            socket,
            guard: Guard { interrupt: Some(interrupt.clone()), grace: GRACE, deadline: None },
            activity: interrupt.register(canceller),
            notices: Vec::new(),
            usable: true,
            unanswered: false,
            spare: Spare::default(),
            version: ServerVersion(0),
            encoding: String::new(),
            in_recovery: false,
            endpoint: host.endpoint(),
        };
        session.apply_rules(settings, purpose, kind)?;
        Ok(session)
    }

    fn apply_rules(&mut self, settings: &Settings, purpose: Purpose, kind: SessionKind) -> Result<(), ServerError> {
        self.execute(rules::NO_TIMEOUT)?;
        self.execute(rules::EMPTY_SEARCH_PATH)?;
        let about = self.first_row(rules::ABOUT)?;
        let value = |index: usize| about.get(index).and_then(Option::as_deref);
        let number = value(0).and_then(|number| number.parse().ok());
        self.version = ServerVersion(number.ok_or(ProtocolError::Missing("server_version_num"))?);
        if self.version.major() < ServerVersion::OLDEST_MAJOR {
            return Err(ServerError::UnsupportedVersion { version: self.version });
        }
        self.in_recovery = value(2) == Some("true");
        let read_only = self.in_recovery || value(3) == Some("on");
        let (fits, wanted) = match kind {
            SessionKind::Any | SessionKind::PreferStandby => (true, "any"),
            SessionKind::ReadWrite => (!read_only, "read-write"),
            SessionKind::ReadOnly => (read_only, "read-only"),
            SessionKind::Primary => (!self.in_recovery, "primary"),
            SessionKind::Standby => (self.in_recovery, "standby"),
        };
        if !fits {
            return Err(ServerError::SessionKind { endpoint: self.endpoint.clone(), wanted });
        }
        // In a database without an encoding any bytes are text: asked for as UTF-8 the server would refuse some of them.
        value(1).unwrap_or_default().clone_into(&mut self.encoding);
        let mut sql = rules::settings(purpose);
        if self.encoding == "SQL_ASCII" {
            sql.push_str("; SET client_encoding = 'SQL_ASCII'");
        }
        if let Some(role) = &settings.role {
            sql.push_str("; ");
            sql.push_str(&rules::set_role(role));
        }
        self.execute(&sql)
    }

    /// The first row of a query as texts (simple protocol).
    fn first_row(&mut self, sql: &str) -> Result<Vec<Option<String>>, ServerError> {
        let messages = self.run(|client| client.simple_query(sql))?;
        let row = messages.iter().find_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some(row),
            _ => None,
        });
        let row = row.ok_or(ProtocolError::Missing("a row"))?;
        Ok((0..row.len()).map(|index| row.get(index).map(str::to_owned)).collect())
    }
}

/// The hosts in the order in which they are tried.
fn host_order(settings: &Settings) -> Vec<&Host> {
    let mut hosts: Vec<_> = settings.hosts.iter().collect();
    if settings.shuffle_hosts {
        // Fisher–Yates; without random numbers the order stays.
        for last in (1..hosts.len()).rev() {
            let Ok(random) = getrandom::u64() else { break };
            let bound = u64::try_from(last + 1).unwrap_or(1);
            hosts.swap(last, usize::try_from(random % bound).unwrap_or(0));
        }
    }
    hosts
}

/// Errors after which libpq does not try the next host either: credentials were judged, or the run is over.
fn is_final(error: &ServerError) -> bool {
    matches!(
        error,
        ServerError::Authentication { .. }
            | ServerError::PasswordRequired { .. }
            | ServerError::Credentials { .. }
            | ServerError::UnsupportedVersion { .. }
            | ServerError::Interrupted
    )
}
