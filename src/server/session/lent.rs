//! The stream lent to a COPY, which reads and writes it without tokio-postgres, and given back.

use std::task::Poll;

use super::{Session, give_up, interrupted_or, poll_connection, push_notice};
use crate::server::{
    Interrupt, ServerError, ServerMessage,
    drive::drive,
    exchange::{Exchange, Spare},
    transport::Transport,
};

impl Session {
    /// Takes the stream from tokio-postgres, at a point where every answer has come and no message is cut.
    pub(in crate::server) fn take_over(&mut self) -> Result<(Transport, Spare), ServerError> {
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
    pub(in crate::server) fn give_back(&mut self, transport: Transport, spare: Spare) {
        self.loan.put_back(transport);
        self.spare = spare;
        self.activity.end();
    }

    /// Gives the session up: the server notices by the closed socket.
    pub(in crate::server) fn break_off(&mut self) {
        self.usable = false;
        self.socket.shut_down();
        self.activity.end();
    }

    /// Waits for the socket while the stream is taken over.
    pub(in crate::server) fn wait(&mut self) -> Result<(), ServerError> {
        match self.socket.wait(&self.guard) {
            Ok(()) => Ok(()),
            Err(stop) => Err(give_up(&mut self.usable, &self.socket, stop)),
        }
    }

    /// Whether the run was interrupted.
    pub(in crate::server) fn is_interrupted(&self) -> bool {
        self.guard.interrupt.as_ref().is_some_and(Interrupt::is_triggered)
    }

    /// Whether the server's time to react to an interrupt is over.
    pub(in crate::server) fn is_out_of_grace(&self) -> bool {
        self.guard.check().is_err()
    }

    /// The error, or `Interrupted` when that is why it happened.
    pub(in crate::server) fn interrupted_or(&self, error: ServerError) -> ServerError {
        interrupted_or(&self.guard, error)
    }

    /// Keeps a notice for the caller.
    pub(in crate::server) fn notice(&mut self, message: ServerMessage) {
        push_notice(&mut self.notices, message);
    }

    /// Begins a COPY exchange.
    pub(in crate::server) fn exchange(&mut self, sql: &str) -> Result<Exchange<'_>, ServerError> {
        Exchange::start(self, sql)
    }
}
