//! Lock, then snapshot, then define.
//!
//! pg_dump takes its snapshot before its locks: a TRUNCATE or a rewriting ALTER that commits in between
//! makes it dump the table as empty. Here the tables are listed and locked before the snapshot exists; a
//! table that appeared meanwhile is locked late and its file compared, and when it was rewritten in that
//! gap everything starts over.

use std::collections::{HashMap, HashSet};

use super::DumpOptions;
use crate::{
    Error,
    catalog::{self, RelationName},
    observer::Observer,
    server::{Interrupt, LockedTable, ServerError, Session, Settings, Snapshot, SnapshotOptions},
    syntax,
};

/// How often a dump starts over before it gives up.
const ATTEMPTS: usize = 3;

/// The snapshot and the relations that are read under it.
pub(super) struct Opened {
    /// The connection that keeps the snapshot and the locks.
    pub(super) snapshot: Snapshot,
    /// OIDs of the relations that are wanted.
    pub(super) relations: Vec<u32>,
    /// Things worth saying.
    pub(super) warnings: Vec<String>,
}

/// Opens the snapshot.
pub(super) fn open(
    settings: &Settings,
    options: &DumpOptions,
    interrupt: &Interrupt,
    observer: &dyn Observer,
) -> Result<Opened, Error> {
    for attempt in 1.. {
        match try_open(settings, options, interrupt)? {
            Attempt::Opened(opened) => return Ok(opened),
            Attempt::Changed(what) if attempt < ATTEMPTS => {
                observer.warning(&format!("{what} changed while tables were being locked; starting over"));
            }
            Attempt::Changed(what) => {
                return Err(Error::Refused {
                    what: format!("{what} changed while tables were being locked, {ATTEMPTS} times in a row"),
                    hint: "run the dump when no schema changes are in progress".to_owned(),
                });
            }
        }
    }
    unreachable!("the loop above returns")
}

enum Attempt {
    Opened(Opened),
    Changed(String),
}

fn try_open(settings: &Settings, options: &DumpOptions, interrupt: &Interrupt) -> Result<Attempt, Error> {
    let mut helper = open_session(settings, options, interrupt)?;
    let listed = wanted(catalog::list_relations(&mut helper)?, options);
    drop(helper);

    let session = open_session(settings, options, interrupt)?;
    let mut warnings = Vec::new();
    if session.version().major() > NEWEST_TESTED {
        warnings.push(format!(
            "server version {} is newer than the newest tested one, {NEWEST_TESTED}; kinds of objects it added are listed as not dumped",
            session.version()
        ));
    }
    let snapshot_options = SnapshotOptions {
        lock_timeout: options.lock_timeout,
        serializable_deferrable: options.serializable_deferrable,
        use_snapshot: options.snapshot.clone(),
    };
    let mut snapshot =
        Snapshot::begin(session, &snapshot_options).map_err(Error::server("begin the dump's transaction"))?;
    let tables: Vec<LockedTable> = listed.iter().filter(|relation| is_lockable(relation)).map(lock_of).collect();
    if let Err(error) = snapshot.lock(&tables) {
        if is_gone(&error) {
            return Ok(Attempt::Changed("a table".to_owned()));
        }
        return Err(Error::server(format!("lock {} tables", tables.len()))(error));
    }
    snapshot.export().map_err(Error::server("export the snapshot"))?;

    let seen = wanted(catalog::list_relations(snapshot.session())?, options);
    let locked: HashSet<u32> = tables.iter().map(|table| table.oid).collect();
    let late: Vec<LockedTable> =
        seen.iter().filter(|relation| is_lockable(relation) && !locked.contains(&relation.oid)).map(lock_of).collect();
    if let Err(error) = snapshot.lock_later(&late) {
        if is_gone(&error) {
            return Ok(Attempt::Changed("a table".to_owned()));
        }
        return Err(Error::server("lock tables that appeared meanwhile")(error));
    }
    let names: HashMap<u32, &LockedTable> = tables.iter().chain(&late).map(|table| (table.oid, table)).collect();
    let oids: Vec<u32> = seen.iter().filter(|relation| is_lockable(relation)).map(|relation| relation.oid).collect();
    let rewritten = snapshot.rewritten(&oids).map_err(Error::server("check that no table was rewritten"))?;
    if let Some(table) = rewritten.first().and_then(|oid| names.get(oid)) {
        return Ok(Attempt::Changed(syntax::qualified(&table.schema, &table.name)));
    }
    Ok(Attempt::Opened(Opened { snapshot, relations: seen.iter().map(|relation| relation.oid).collect(), warnings }))
}

/// The newest major version that the tests cover.
const NEWEST_TESTED: u32 = 18;

/// Opens one session with the role the user asked for.
pub(super) fn open_session(settings: &Settings, options: &DumpOptions, interrupt: &Interrupt) -> Result<Session, Error> {
    let mut session = Session::open_source(settings, interrupt)
        .map_err(Error::server(format!("connect to {}", settings.display())))?;
    if let Some(role) = &options.role {
        session
            .execute(&format!("SET ROLE {}", syntax::identifier(role)))
            .map_err(Error::server(format!("assume the role {role}")))?;
    }
    if options.enable_row_security {
        session.execute("SET row_security = on").map_err(Error::server("switch row-level security on"))?;
    }
    Ok(session)
}

fn wanted(listed: Vec<RelationName>, options: &DumpOptions) -> Vec<RelationName> {
    options.selection.relations(listed)
}

/// Tables and partitioned tables are locked; reading views, sequences and foreign tables takes none.
fn is_lockable(relation: &RelationName) -> bool {
    matches!(relation.kind, 'r' | 'p')
}

fn lock_of(relation: &RelationName) -> LockedTable {
    LockedTable { oid: relation.oid, schema: relation.schema.clone(), name: relation.name.clone() }
}

/// The server says that a table or its schema does not exist (any more).
fn is_gone(error: &ServerError) -> bool {
    matches!(error.sqlstate(), Some("42P01" | "3F000"))
}
