//! Lock, then snapshot, then define (the anchor connection of a dump).
use super::{ServerError, Session};

/// A table that the dump holds an ACCESS SHARE lock on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LockedTable {
    /// `pg_class.oid`
    pub oid: u32,
    /// schema, unquoted
    pub schema: String,
    /// name, unquoted
    pub name: String,
}

/// The exported snapshot and the connection that keeps it alive.
pub struct Snapshot {}

impl Snapshot {
    /// stub
    pub fn name(&self) -> &str {
        todo!()
    }
    /// stub
    pub fn session(&mut self) -> &mut Session {
        todo!()
    }
    /// Makes `session` (a worker) see the same data: BEGIN, SET TRANSACTION SNAPSHOT.
    pub fn import(&self, _session: &mut Session) -> Result<(), ServerError> {
        todo!()
    }
}
