//! One connection, blocking.
use super::{CopyIn, CopyOut, Interrupt, ServerError, ServerVersion, Settings};
use tokio_postgres::{Row, types::ToSql};

/// One connection with the session rules applied.
pub struct Session {}

impl Session {
    /// Opens a connection for reading (a dump, verify --against).
    pub fn open_source(_settings: &Settings, _interrupt: &Interrupt) -> Result<Self, ServerError> {
        todo!()
    }
    /// Opens a connection for writing (a restore).
    pub fn open_target(_settings: &Settings, _interrupt: &Interrupt) -> Result<Self, ServerError> {
        todo!()
    }
    /// The server's version.
    pub fn version(&self) -> ServerVersion {
        todo!()
    }
    /// Rows of a query (extended protocol).
    pub fn query(&mut self, _sql: &str, _params: &[&(dyn ToSql + Sync)]) -> Result<Vec<Row>, ServerError> {
        todo!()
    }
    /// Runs statements (simple protocol), rows dropped.
    pub fn execute(&mut self, _sql: &str) -> Result<(), ServerError> {
        todo!()
    }
    /// Runs `COPY … TO STDOUT`.
    pub fn copy_out(&mut self, _sql: &str) -> Result<CopyOut<'_>, ServerError> {
        todo!()
    }
    /// Runs `COPY … FROM STDIN`.
    pub fn copy_in(&mut self, _sql: &str) -> Result<CopyIn<'_>, ServerError> {
        todo!()
    }
}
