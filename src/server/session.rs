//! One connection, blocking.

mod lent;
mod open;

use std::{future::Future, pin::pin, sync::Arc, task::Context, task::Poll};

use tokio_postgres::{AsyncMessage, Client, Connection, Row, types::ToSql};

use super::{
    CopyIn, CopyOut, Interrupt, ServerError, ServerMessage, ServerVersion, Settings, batch,
    connect::postgres_error,
    drive::drive,
    exchange::Spare,
    interrupt::Activity,
    rules::{self, Purpose},
    socket::{Guard, Socket, Stop},
    transport::Loan,
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
    /// tokio-postgres may have requests under way whose answers nobody awaits to the end: the closing of statements, what
    /// follows an error.
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
        // An error is handed out before the `ReadyForQuery` behind it has come.
        self.unanswered = true;
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
