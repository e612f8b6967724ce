//! Lock, then snapshot, then define (the anchor connection of a dump).
//!
//! `LOCK TABLE` at the beginning of a REPEATABLE READ transaction takes no snapshot. So the tables are locked first, and
//! nothing can truncate or rewrite them between the snapshot and the lock, where COPY would find them empty. Tables
//! that appeared meanwhile are locked later, and [`Snapshot::rewritten`] tells those that did not stay the same.
//!
//! # Invariants
//! Between BEGIN and [`Locking::export`] nothing but SET and LOCK runs: any query would take the snapshot.

use std::{collections::HashSet, time::Duration};

use super::{Row, ServerError, Session, Value, frames::ProtocolError};
use crate::syntax::{literal, qualified};

/// Bytes of one LOCK statement: some thousand tables a round trip.
const BATCH: usize = 100_000;

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

/// What the snapshot promises.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum SnapshotKind {
    /// All committed transactions, none of the others.
    #[default]
    RepeatableRead,
    /// A state that some serial order of all transactions passes through; waits until there is one. Not on standbys.
    SerializableDeferrable,
}

/// A transaction that takes locks and has no snapshot yet.
pub struct Locking {
    session: Session,
    lock_timeout: Option<Duration>,
    tables: Vec<LockedTable>,
}

impl Locking {
    /// Takes ACCESS SHARE locks, in statements of about 100 kB, waiting no longer than the lock timeout for each
    /// table. For tables and partitioned tables; children are not locked with their parents. A table that is gone is an
    /// error of the server (42P01): list the tables again and start over.
    pub fn lock(&mut self, tables: &[LockedTable]) -> Result<(), ServerError> {
        lock(&mut self.session, tables)?;
        self.tables.extend_from_slice(tables);
        Ok(())
    }

    /// Takes the snapshot and exports it.
    pub fn export(self) -> Result<Snapshot, ServerError> {
        Snapshot::of(self.session, self.lock_timeout, self.tables)
    }
}

/// The exported snapshot and the connection that keeps it alive.
pub struct Snapshot {
    session: Session,
    lock_timeout: Option<Duration>,
    tables: Vec<LockedTable>,
    name: String,
    lsn: String,
    locked: HashSet<u32>,
}

impl Snapshot {
    /// Begins a transaction whose snapshot is still to be taken. A lock that takes longer than `lock_timeout` is an
    /// error (55P03); `None` waits for ever.
    pub fn begin(session: Session, lock_timeout: Option<Duration>) -> Result<Locking, ServerError> {
        Self::begin_with(session, SnapshotKind::RepeatableRead, lock_timeout)
    }

    /// [`begin`](Self::begin) with a kind.
    pub fn begin_with(
        mut session: Session,
        kind: SnapshotKind,
        lock_timeout: Option<Duration>,
    ) -> Result<Locking, ServerError> {
        let isolation = match kind {
            SnapshotKind::RepeatableRead => "REPEATABLE READ READ ONLY",
            SnapshotKind::SerializableDeferrable => "SERIALIZABLE READ ONLY DEFERRABLE",
        };
        session.execute(&format!("BEGIN ISOLATION LEVEL {isolation}; {}", set_lock_timeout(lock_timeout)))?;
        Ok(Locking { session, lock_timeout, tables: Vec::new() })
    }

    /// Makes a snapshot that somebody else exported (`--snapshot`) ours: it outlives them. No table is locked yet, so
    /// each needs [`lock_later`](Self::lock_later) and [`rewritten`](Self::rewritten).
    pub fn adopt(mut session: Session, name: &str, lock_timeout: Option<Duration>) -> Result<Self, ServerError> {
        session.import_snapshot(name)?;
        session.execute(&set_lock_timeout(lock_timeout))?;
        Self::of(session, lock_timeout, Vec::new())
    }

    fn of(session: Session, lock_timeout: Option<Duration>, tables: Vec<LockedTable>) -> Result<Self, ServerError> {
        let (name, lsn, locked) = (String::new(), String::new(), HashSet::new());
        let mut snapshot = Snapshot { session, lock_timeout, tables, name, lsn, locked };
        snapshot.export()?;
        Ok(snapshot)
    }

    fn export(&mut self) -> Result<(), ServerError> {
        let mut rows = self.session.rows(
            "SELECT pg_catalog.pg_export_snapshot() AS name, \
                    CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_last_wal_replay_lsn() \
                         ELSE pg_catalog.pg_current_wal_lsn() END::text AS lsn",
            &[],
        )?;
        let row = rows.next().ok_or(ProtocolError::Missing("the snapshot's name"))?;
        self.name = value(&row, "name")?;
        self.lsn = value::<Option<String>>(&row, "lsn")?.unwrap_or_default();
        self.read_locks()
    }

    /// What the server says we hold, which is the truth whatever happened to names meanwhile.
    fn read_locks(&mut self) -> Result<(), ServerError> {
        let rows = self.session.rows(
            "SELECT l.relation AS oid FROM pg_catalog.pg_locks l \
              WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted \
                AND l.mode = 'AccessShareLock'",
            &[],
        )?;
        self.locked = rows.map(|row| value(&row, "oid")).collect::<Result<_, _>>()?;
        Ok(())
    }

    /// The name by which other sessions import the snapshot.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The WAL position right after the snapshot was taken; on a standby, the last position replayed.
    pub fn lsn(&self) -> &str {
        &self.lsn
    }

    /// The connection that holds snapshot and locks. A statement that fails on it ends the snapshot.
    pub fn session(&mut self) -> &mut Session {
        &mut self.session
    }

    /// Whether the server is a standby.
    pub fn in_recovery(&self) -> bool {
        self.session.in_recovery()
    }

    /// Whether the table with this OID is locked. A table's name may have gone to another one between listing and
    /// locking: then the one that was meant is not.
    pub fn is_locked(&self, oid: u32) -> bool {
        self.locked.contains(&oid)
    }

    /// Locks tables after the snapshot was taken. Ask [`rewritten`](Self::rewritten) about them.
    pub fn lock_later(&mut self, tables: &[LockedTable]) -> Result<(), ServerError> {
        lock(&mut self.session, tables)?;
        self.tables.extend_from_slice(tables);
        self.read_locks()
    }

    /// Those of the tables that were truncated, rewritten or dropped since the snapshot was taken: their rows would be read
    /// as none. Start over then.
    pub fn rewritten(&mut self, oids: &[u32]) -> Result<Vec<u32>, ServerError> {
        // pg_class is read by the snapshot, pg_relation_filenode looks at the newest catalog.
        let rows = self.session.rows(
            "SELECT wanted.oid FROM pg_catalog.unnest($1::pg_catalog.oid[]) AS wanted (oid) \
               LEFT JOIN pg_catalog.pg_class c ON c.oid = wanted.oid \
              WHERE c.oid IS NULL OR c.relfilenode <> COALESCE(pg_catalog.pg_relation_filenode(c.oid), 0)",
            &[oids],
        )?;
        rows.map(|row| value(&row, "oid")).collect()
    }

    /// The anchor's connection is lost: a worker that imported the snapshot becomes the anchor, exports it again and
    /// takes all locks again. Returns the tables that were rewritten while nobody held their locks: with any of them
    /// the dump must start over.
    pub fn re_export(&mut self, worker: Session) -> Result<Vec<u32>, ServerError> {
        self.session = worker;
        self.session.execute(&set_lock_timeout(self.lock_timeout))?;
        lock(&mut self.session, &self.tables)?;
        self.export()?;
        let oids: Vec<_> = self.tables.iter().map(|table| table.oid).collect();
        let mut lost = self.rewritten(&oids)?;
        lost.extend(oids.into_iter().filter(|oid| !self.locked.contains(oid)));
        lost.sort_unstable();
        lost.dedup();
        Ok(lost)
    }
}

impl Session {
    /// Makes this session see the data of an exported snapshot: BEGIN, SET TRANSACTION SNAPSHOT.
    pub fn import_snapshot(&mut self, name: &str) -> Result<(), ServerError> {
        self.execute(&format!(
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT {}",
            literal(name)
        ))
    }

    /// Locks a table on a worker before its rows are read, or fails at once (55P03). The anchor holds the same lock, so
    /// only a queued ACCESS EXCLUSIVE request can be in the way; waiting behind it would be a deadlock that the server cannot see.
    pub fn lock_nowait(&mut self, table: &LockedTable) -> Result<(), ServerError> {
        self.execute(&format!("LOCK TABLE ONLY {} IN ACCESS SHARE MODE NOWAIT", qualified(&table.schema, &table.name)))
    }
}

impl Session {
    /// Begins a stretch of reading whose locks [`release_locks`](Self::release_locks) gives back.
    pub fn mark_locks(&mut self) -> Result<(), ServerError> {
        self.execute("SAVEPOINT locks")
    }

    /// Gives back the locks taken since [`mark_locks`](Self::mark_locks); the next stretch begins.
    pub fn release_locks(&mut self) -> Result<(), ServerError> {
        self.execute("ROLLBACK TO SAVEPOINT locks")
    }

    /// [`lock_nowait`](Self::lock_nowait) for many tables, in statements of about 100 kB.
    pub fn lock_all_nowait(&mut self, tables: &[LockedTable]) -> Result<(), ServerError> {
        for statement in lock_statements(tables, BATCH) {
            self.execute(&format!("{statement} NOWAIT"))?;
        }
        Ok(())
    }
}

fn set_lock_timeout(limit: Option<Duration>) -> String {
    let milliseconds = limit.map_or(0, |limit| limit.as_millis().clamp(1, i32::MAX.unsigned_abs().into()));
    format!("SET LOCAL lock_timeout = {milliseconds}")
}

fn lock(session: &mut Session, tables: &[LockedTable]) -> Result<(), ServerError> {
    for statement in lock_statements(tables, BATCH) {
        session.execute(&statement)?;
    }
    Ok(())
}

/// `LOCK TABLE ONLY a.b, ONLY c.d IN ACCESS SHARE MODE` statements of about `batch` bytes.
fn lock_statements(tables: &[LockedTable], batch: usize) -> Vec<String> {
    const END: &str = " IN ACCESS SHARE MODE";
    let mut statements: Vec<String> = Vec::new();
    for table in tables {
        let name = qualified(&table.schema, &table.name);
        match statements.last_mut().filter(|statement| statement.len() < batch) {
            Some(statement) => statement.push_str(", ONLY "),
            None => statements.push("LOCK TABLE ONLY ".to_owned()),
        }
        if let Some(statement) = statements.last_mut() {
            statement.push_str(&name);
        }
    }
    for statement in &mut statements {
        statement.push_str(END);
    }
    statements
}

fn value<T: Value>(row: &Row, column: &str) -> Result<T, ServerError> {
    row.get(column).map_err(ServerError::Values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locks_come_in_batches() {
        let tables: Vec<_> =
            (0..3).map(|oid| LockedTable { oid, schema: "s".into(), name: format!("T{oid}") }).collect();
        assert_eq!(
            lock_statements(&tables, 30),
            [
                "LOCK TABLE ONLY s.\"T0\", ONLY s.\"T1\" IN ACCESS SHARE MODE",
                "LOCK TABLE ONLY s.\"T2\" IN ACCESS SHARE MODE"
            ]
        );
        assert!(lock_statements(&[], 30).is_empty());
    }

    #[test]
    fn a_limit_below_a_millisecond_is_not_none() {
        assert_eq!(set_lock_timeout(None), "SET LOCAL lock_timeout = 0");
        assert_eq!(set_lock_timeout(Some(Duration::from_micros(10))), "SET LOCAL lock_timeout = 1");
        assert_eq!(set_lock_timeout(Some(Duration::MAX)), "SET LOCAL lock_timeout = 2147483647");
    }
}
