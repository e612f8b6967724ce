//! One connection, blocking.

use std::{future::Future, pin::pin, sync::Arc, task::Context, task::Poll};

use tokio_postgres::{AsyncMessage, Client, Connection, Row, SimpleQueryMessage, types::ToSql};

use super::{
    CopyIn, CopyOut, Interrupt, ServerError, ServerMessage, ServerVersion, Settings, batch,
    cancel::Canceller,
    connect::{self, Opened, postgres_error},
    drive::drive,
    exchange::{Exchange, Spare},
    frames::ProtocolError,
    interrupt::{Activity, GRACE},
    rules::{self, Purpose},
    settings::{Host, SessionKind},
    socket::{Guard, Socket, Stop},
    transport::{Loan, Transport},
};
use crate::syntax::raw_bytes;

/// Notices kept for [`Session::take_notices`]; a server that sends more without end cannot fill the memory.
const NOTICES_KEPT: usize = 10_000;

/// One connection with the session rules applied.
///
/// After an error that leaves the connection between two messages the session is given up: its socket is closed and every
/// later call fails. An error that the server reports leaves the session usable.
pub struct Session {
    client: Option<Client>,
    connection: Connection<Loan, Loan>,
    loan: Loan,
    socket: Arc<Socket>,
    guard: Guard,
    activity: Activity,
    notices: Vec<ServerMessage>,
    usable: bool,
    /// tokio-postgres may have requests under way whose answers nobody awaits (the closing of statements).
    unanswered: bool,
    /// Buffers of the last COPY, for the next one.
    spare: Spare,
    version: ServerVersion,
    encoding: String,
    in_recovery: bool,
    endpoint: String,
}

impl Session {
    /// Opens a connection for reading (a dump, verify --against).
    pub fn open_source(settings: &Settings, interrupt: &Interrupt) -> Result<Self, ServerError> {
        Self::open(settings, interrupt, Purpose::Source)
    }

    /// Opens a connection for writing (a restore).
    pub fn open_target(settings: &Settings, interrupt: &Interrupt) -> Result<Self, ServerError> {
        Self::open(settings, interrupt, Purpose::Target)
    }

    /// The server's version.
    pub fn version(&self) -> ServerVersion {
        self.version
    }

    /// The encoding of the database.
    pub fn encoding(&self) -> &str {
        &self.encoding
    }

    /// The server is a standby.
    pub fn in_recovery(&self) -> bool {
        self.in_recovery
    }

    /// `host:port`, or the path of the Unix socket.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The session can still be used.
    pub fn is_usable(&self) -> bool {
        self.usable
    }

    /// Notices and warnings of the server since the last call.
    pub fn take_notices(&mut self) -> Vec<ServerMessage> {
        std::mem::take(&mut self.notices)
    }

    /// Rows of a query (extended protocol).
    pub fn query(&mut self, sql: &str, params: &[&(dyn ToSql + Sync)]) -> Result<Vec<Row>, ServerError> {
        self.unanswered = true;
        self.run(|client| client.query(sql, params))
    }

    /// Lets the session read foreign tables, which a session that reads may not unasked; views stay closed.
    pub(crate) fn open_foreign_tables(&mut self) -> Result<(), ServerError> {
        self.execute(rules::FOREIGN_TABLES)
    }

    /// Runs statements (simple protocol), rows dropped.
    pub fn execute(&mut self, sql: &str) -> Result<(), ServerError> {
        if raw_bytes::has_marks(sql) {
            // tokio-postgres sends nothing but UTF-8.
            let mut exchange = self.exchange(sql)?;
            while exchange.message()?.is_some() {}
            return Ok(());
        }
        self.run(|client| client.batch_execute(sql))?;
        // Answers come in order: all earlier requests have theirs.
        self.unanswered = false;
        Ok(())
    }

    /// Runs `COPY … TO STDOUT`. Statements before it in the same text run first, without rows.
    pub fn copy_out(&mut self, sql: &str) -> Result<CopyOut<'_>, ServerError> {
        CopyOut::start(self, sql)
    }

    /// Runs `COPY … FROM STDIN`. Statements before it in the same text run first, without rows.
    pub fn copy_in(&mut self, sql: &str) -> Result<CopyIn<'_>, ServerError> {
        CopyIn::start(self, sql)
    }

    /// Runs many statements in one round trip and, without a `BEGIN` among them, in one transaction; each
    /// `COPY … FROM STDIN` takes the next of `rows`. Gives the server's row counts of these.
    pub fn batch(&mut self, sql: &str, rows: &[Vec<u8>]) -> Result<Vec<u64>, ServerError> {
        batch::run(self, sql, rows)
    }

    fn open(settings: &Settings, interrupt: &Interrupt, purpose: Purpose) -> Result<Self, ServerError> {
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

    /// Runs a request of tokio-postgres to its end.
    fn run<'a, F, T>(&'a mut self, request: impl FnOnce(&'a Client) -> F) -> Result<T, ServerError>
    where
        F: Future<Output = Result<T, tokio_postgres::Error>>,
    {
        self.begin()?;
        let Session { client, connection, socket, guard, notices, usable, activity, .. } = self;
        let Some(client) = client else { return Err(ServerError::SessionBroken) };
        let mut request = pin!(request(client));
        let outcome = drive(socket, guard, |context| {
            if let Poll::Ready(outcome) = request.as_mut().poll(context) {
                return Poll::Ready(outcome.map_err(postgres_error));
            }
            let ended = poll_connection(connection, notices, context);
            if ended.is_some() {
                *usable = false;
            }
            // What the connection has just received may be the answer; if not, nothing more will come.
            match (request.as_mut().poll(context), ended) {
                (Poll::Ready(outcome), _) => Poll::Ready(outcome.map_err(postgres_error)),
                (Poll::Pending, Some(error)) => Poll::Ready(Err(error)),
                (Poll::Pending, None) => Poll::Pending,
            }
        });
        activity.end();
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(stop) => Err(give_up(usable, socket, stop)),
        };
        match outcome {
            Err(error) => {
                *usable &= !error.is_connection_lost();
                Err(interrupted_or(guard, error))
            }
            ok => ok,
        }
    }

    /// A statement is about to run.
    fn begin(&self) -> Result<(), ServerError> {
        if !self.usable {
            Err(interrupted_or(&self.guard, ServerError::SessionBroken))
        } else if self.activity.begin() {
            Ok(())
        } else {
            Err(ServerError::Interrupted)
        }
    }

    /// Takes the stream from tokio-postgres, at a point where every answer has come and no message is cut.
    pub(super) fn take_over(&mut self) -> Result<(Transport, Spare), ServerError> {
        if self.unanswered {
            self.execute("")?;
        }
        self.begin()?;
        let Session { connection, socket, guard, notices, usable, loan, .. } = self;
        let outcome = drive(socket, guard, |context| match poll_connection(connection, notices, context) {
            Some(error) => Poll::Ready(Err(error)),
            None if loan.at_boundary() => Poll::Ready(Ok(())),
            None => Poll::Pending,
        });
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(stop) => Err(give_up(usable, socket, stop)),
        };
        match (outcome, loan.take()) {
            (Ok(()), Some(transport)) => Ok((transport, std::mem::take(&mut self.spare))),
            (outcome, _) => {
                self.break_off();
                Err(interrupted_or(&self.guard, outcome.err().unwrap_or(ServerError::SessionBroken)))
            }
        }
    }

    /// Gives the stream back, at a point where the server is ready for the next statement.
    pub(super) fn give_back(&mut self, transport: Transport, spare: Spare) {
        self.loan.put_back(transport);
        self.spare = spare;
        self.activity.end();
    }

    /// Gives the session up: the server notices by the closed socket.
    pub(super) fn break_off(&mut self) {
        self.usable = false;
        self.socket.shut_down();
        self.activity.end();
    }

    /// Waits for the socket while the stream is taken over.
    pub(super) fn wait(&mut self) -> Result<(), ServerError> {
        match self.socket.wait(&self.guard) {
            Ok(()) => Ok(()),
            Err(stop) => Err(give_up(&mut self.usable, &self.socket, stop)),
        }
    }

    /// Whether the run was interrupted.
    pub(super) fn is_interrupted(&self) -> bool {
        self.guard.interrupt.as_ref().is_some_and(Interrupt::is_triggered)
    }

    /// Whether the server's time to react to an interrupt is over.
    pub(super) fn is_out_of_grace(&self) -> bool {
        self.guard.check().is_err()
    }

    /// The error, or `Interrupted` when that is why it happened.
    pub(super) fn interrupted_or(&self, error: ServerError) -> ServerError {
        interrupted_or(&self.guard, error)
    }

    /// Keeps a notice for the caller.
    pub(super) fn notice(&mut self, message: ServerMessage) {
        push_notice(&mut self.notices, message);
    }

    /// Begins a COPY exchange.
    pub(super) fn exchange(&mut self, sql: &str) -> Result<Exchange<'_>, ServerError> {
        Exchange::start(self, sql)
    }
}

impl Drop for Session {
    /// Says goodbye (Terminate), so that the server's log has no lost connection. Whatever does not go out at
    /// once is left.
    fn drop(&mut self) {
        self.client = None;
        if self.usable {
            let mut context = Context::from_waker(std::task::Waker::noop());
            let _ = poll_connection(&mut self.connection, &mut self.notices, &mut context);
        }
        self.socket.shut_down();
    }
}

/// Lets the connection send and receive; its error once it has ended.
fn poll_connection(
    connection: &mut Connection<Loan, Loan>,
    notices: &mut Vec<ServerMessage>,
    context: &mut Context<'_>,
) -> Option<ServerError> {
    loop {
        match connection.poll_message(context) {
            Poll::Ready(Some(Ok(AsyncMessage::Notice(notice)))) => push_notice(notices, (&notice).into()),
            Poll::Ready(Some(Ok(_))) => {}
            Poll::Ready(Some(Err(error))) => return Some(postgres_error(error)),
            Poll::Ready(None) => return Some(ServerError::ConnectionLost { source: None }),
            Poll::Pending => return None,
        }
    }
}

fn push_notice(notices: &mut Vec<ServerMessage>, message: ServerMessage) {
    if notices.len() < NOTICES_KEPT {
        notices.push(message);
    }
}

/// Ends a session whose wait ended early.
fn give_up(usable: &mut bool, socket: &Socket, stop: Stop) -> ServerError {
    *usable = false;
    socket.shut_down();
    match stop {
        Stop::Interrupted => ServerError::Interrupted,
        Stop::TimedOut => ServerError::ConnectionLost { source: None },
        Stop::Failed(source) => ServerError::ConnectionLost { source: Some(source) },
    }
}

fn interrupted_or(guard: &Guard, error: ServerError) -> ServerError {
    match &guard.interrupt {
        Some(interrupt) if interrupt.is_triggered() => ServerError::Interrupted,
        _ => error,
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
