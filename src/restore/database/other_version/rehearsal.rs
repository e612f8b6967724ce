//! Runs all definitions in one transaction and rolls it back: what the target refuses is known before anything changes.
//!
//! Only for a target of another major version, where refusals are likely. Rows are not loaded, so nothing that depends
//! on rows is tried; privileges and owners are not tried either, because roles may come with the restore itself.

use std::collections::HashSet;

use crate::{
    Error,
    manifest::{Contents, Entry},
    object::{Kind, Pass},
    plan,
    restore::{database::types::other_types, definitions::Statements, run::Run},
    server::{ServerError, Session},
};

/// Statements between two savepoints.
const BATCH_ENTRIES: usize = 100;

/// How many locks the definitions of one table may take: the table, its TOAST table and index, a key, a sequence.
const LOCKS_PER_RELATION: usize = 4;

/// How many locks the server can keep for all sessions.
const LOCK_CAPACITY: &str = "SELECT pg_catalog.current_setting('max_locks_per_transaction')::pg_catalog.int8 \
     * (pg_catalog.current_setting('max_connections')::pg_catalog.int8 \
        + pg_catalog.current_setting('max_prepared_transactions')::pg_catalog.int8)";

/// Tries every definition; gives what the target refuses, one text each.
pub(in crate::restore) fn rehearse(
    run: Run<'_>,
    session: &mut Session,
    contents: &Contents,
    entries: &[Entry],
) -> Result<Vec<String>, Error> {
    let pieces = pieces(entries);
    if pieces.is_empty() {
        return Ok(Vec::new());
    }
    if !has_room(session, &pieces)? {
        run.observer.warning(
            "the definitions were not tried beforehand: they would fill the target's lock table \
             (max_locks_per_transaction); what it cannot hold shows up during the restore",
        );
        return Ok(Vec::new());
    }
    let doing = "try the definitions";
    session.execute("BEGIN; SAVEPOINT rehearsal;").map_err(Error::server(doing))?;
    let mut trial = Trial { session, refused: HashSet::new(), errors: Vec::new() };
    let mut outcome = Ok(());
    if run.options.clean {
        outcome = trial.drop_all(entries);
    }
    for batch in pieces.chunks(BATCH_ENTRIES) {
        if outcome.is_ok() {
            outcome = trial.batch(batch);
        }
    }
    let mut errors = trial.errors;
    outcome.map_err(Error::server(doing))?;
    if errors.is_empty() {
        // All types are there now: as the rows expect them?
        let streams: Vec<u32> = entries.iter().filter_map(|entry| entry.stream).collect();
        errors.extend(other_types(session, contents, &streams)?.iter().map(|other| other.error.to_string()));
    }
    session.execute("ROLLBACK").map_err(Error::server(doing))?;
    Ok(errors)
}

/// An entry and the statements that create it.
struct Piece<'e> {
    entry: &'e Entry,
    sql: String,
}

/// What is tried, in the order of a restore.
fn pieces(entries: &[Entry]) -> Vec<Piece<'_>> {
    let large_objects: HashSet<u32> =
        entries.iter().filter(|entry| entry.kind == Kind::LargeObject).map(|entry| entry.id).collect();
    let is_tried = |entry: &Entry| {
        let of_large_object = entry.belongs_to.is_some_and(|id| large_objects.contains(&id));
        !of_large_object && !entry.create.is_empty() && is_tried(entry.kind)
    };
    let passes = plan::passes(entries);
    let mut statements = Statements::default();
    let mut pieces = Vec::new();
    for pass in [Pass::Main, Pass::Last] {
        for (entry, _) in entries.iter().zip(&passes).filter(|(entry, own)| **own == pass && is_tried(entry)) {
            pieces.push(Piece { entry, sql: statements.definition(entry) });
        }
    }
    pieces
}

fn is_tried(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Database
            | Kind::DatabaseProperties
            | Kind::LargeObject
            | Kind::SequenceSet
            | Kind::StatisticsData
            | Kind::Refresh
            | Kind::Acl
            | Kind::DefaultAcl
    )
}

/// Whether the locks of one transaction fit into half of the server's lock table.
fn has_room(session: &mut Session, pieces: &[Piece<'_>]) -> Result<bool, Error> {
    let doing = "ask how many locks the target can keep";
    let rows = session.query(LOCK_CAPACITY, &[]).map_err(Error::server(doing))?;
    let capacity: i64 = rows.first().and_then(|row| row.try_get(0).ok()).unwrap_or(0);
    let needed = pieces.len().saturating_mul(LOCKS_PER_RELATION).saturating_mul(2);
    Ok(i64::try_from(needed).is_ok_and(|needed| needed <= capacity))
}

struct Trial<'s> {
    session: &'s mut Session,
    /// Entries that were refused, and what depends on them.
    refused: HashSet<u32>,
    errors: Vec<String>,
}

impl Trial<'_> {
    /// Runs the drops of `--clean`, last first; what is not there to be dropped is no refusal.
    fn drop_all(&mut self, entries: &[Entry]) -> Result<(), ServerError> {
        for entry in entries.iter().rev() {
            if let Some(sql) = Statements::drop(entry, true) {
                self.run(&sql)?;
            }
        }
        Ok(())
    }

    fn batch(&mut self, batch: &[Piece<'_>]) -> Result<(), ServerError> {
        let all: String = batch.iter().map(|piece| piece.sql.as_str()).collect();
        // What depends on something refused needs to be looked at one by one.
        if self.refused.is_empty() && self.run(&all)?.is_none() {
            return Ok(());
        }
        for piece in batch {
            let entry = piece.entry;
            if entry.depends_on.iter().chain(&entry.belongs_to).any(|id| self.refused.contains(id)) {
                self.refused.insert(entry.id);
            } else if let Some(error) = self.run(&piece.sql)? {
                self.refused.insert(entry.id);
                if !may_lack_role(entry.kind, &error) {
                    self.errors.push(format!("{}: {error}", entry.label()));
                }
            }
        }
        Ok(())
    }

    /// Runs statements behind a savepoint; gives the server's refusal. A text that the server cannot even read has
    /// none of its statements run, so the savepoint is set before it.
    fn run(&mut self, sql: &str) -> Result<Option<ServerError>, ServerError> {
        match self.session.execute(&format!("{sql}\nRELEASE SAVEPOINT rehearsal; SAVEPOINT rehearsal;")) {
            Ok(()) => Ok(None),
            Err(error) if error.sqlstate().is_some() && !error.is_interrupted() => {
                self.session.execute("ROLLBACK TO SAVEPOINT rehearsal")?;
                Ok(Some(error))
            }
            Err(error) => Err(error),
        }
    }
}

/// Policies, mappings and subscriptions name roles, which may come with the restore.
fn may_lack_role(kind: Kind, error: &ServerError) -> bool {
    matches!(kind, Kind::Policy | Kind::UserMapping | Kind::Subscription) && error.sqlstate() == Some("42704")
}
