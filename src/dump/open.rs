//! Lock, then snapshot, then define.
//!
//! `pg_dump` takes its snapshot before its locks: a TRUNCATE or a rewriting ALTER that commits in between
//! makes it dump the table as empty. Here the tables are listed and locked before the snapshot exists; a
//! table that appeared meanwhile is locked late and its file compared, and when it was rewritten in that
//! gap everything starts over.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    thread,
    time::Duration,
};

use super::{DumpOptions, sessions};
use crate::{
    Error,
    catalog::{self, RelationName},
    observer::Observer,
    plan::{Names, Relation, Relations},
    server::{Interrupt, LockedTable, ServerError, ServerVersion, Session, Settings, Snapshot, SnapshotKind, Text},
    syntax,
};

/// How often a dump starts over before it gives up.
const RETRIES: usize = 20;

/// The pause before the first retry; each further one is longer by the same.
const PAUSE: Duration = Duration::from_millis(20);

/// Tables that every reader locks at the beginning. With more of them the readers' locks would fill the server's lock
/// table, and a reader locks each table when its turn comes.
const TABLES_LOCKED_BY_READERS: usize = 1000;

/// Connections besides the first that are worth it where no rows are read.
const MOST_FOR_DEFINITIONS: usize = 4;

/// A connection that reads rows.
pub(super) struct Reader {
    pub(super) session: Session,
    /// It holds locks on all tables already.
    pub(super) has_locks: bool,
}

/// The snapshot and the relations that are read under it.
pub(super) struct Opened {
    /// The connection that keeps the snapshot and the locks.
    pub(super) snapshot: Snapshot,
    /// The connections that share it.
    pub(super) readers: Vec<Reader>,
    /// A connection without it, which sees what was committed since.
    pub(super) newest: Session,
    /// The relations that are wanted.
    pub(super) relations: Relations,
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
    let mut retries = RETRIES;
    loop {
        match try_open(settings, options, interrupt)? {
            Attempt::Done(opened) => return Ok(opened),
            Attempt::Changed(what) if retries > 0 => {
                if retries == RETRIES {
                    observer.warning(&format!("{what} while tables were being locked; starting over"));
                }
                retries -= 1;
                thread::sleep(PAUSE.saturating_mul(u32::try_from(RETRIES - retries).unwrap_or(1)));
                if interrupt.is_triggered() {
                    return Err(Error::Interrupted);
                }
            }
            Attempt::Changed(what) => {
                return Err(Error::Refused {
                    what: format!("{what} while tables were being locked, {} times in a row", RETRIES + 1),
                    hint: "run the dump when no schema changes are in progress".to_owned(),
                });
            }
        }
    }
}

/// How an attempt went.
enum Attempt<T> {
    Done(T),
    /// Start over.
    Changed(String),
}

fn try_open(settings: &Settings, options: &DumpOptions, interrupt: &Interrupt) -> Result<Attempt<Opened>, Error> {
    let session = sessions::open(settings, options, interrupt)?;
    let mut warnings = Vec::new();
    if session.version().is_newer_than_tested() {
        warnings.push(format!(
            "server version {} is newer than the newest tested one, {}; objects of kinds that it added are listed as not dumped",
            session.version(),
            ServerVersion::NEWEST_TESTED_MAJOR
        ));
    }
    let sessions = if options.selection.wants_rows() { options.jobs } else { options.jobs.min(MOST_FOR_DEFINITIONS) };
    // The others connect while this one locks.
    let (locked, others) = thread::scope(|scope| {
        let others = scope.spawn(|| sessions::open_together(sessions + 1, settings, options, interrupt));
        (lock(session, settings, options), others.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let (snapshot, seen, tables) = match locked? {
        Attempt::Done(locked) => locked,
        Attempt::Changed(what) => return Ok(Attempt::Changed(what)),
    };
    let mut others = others?;
    // One more than there are readers was asked for.
    let Some(newest) = others.pop() else { return Err(Error::server("connect")(ServerError::SessionBroken)) };
    let mut readers: Vec<Reader> = others.into_iter().map(|session| Reader { session, has_locks: false }).collect();
    if snapshot.in_recovery() && options.selection.wants_rows() && seen.has_unlogged() {
        warnings.push("rows of unlogged tables are not dumped: a standby has none".to_owned());
    }
    if let Some(changed) = share(&mut readers, snapshot.name(), &tables)? {
        return Ok(Attempt::Changed(changed));
    }
    Ok(Attempt::Done(Opened { snapshot, readers, newest, relations: seen.chosen, warnings }))
}

/// What the first session has when it is through: the snapshot, the relations as it shows them, the tables it locked.
type Locked = (Snapshot, Listing, Vec<LockedTable>);

fn lock(mut session: Session, settings: &Settings, options: &DumpOptions) -> Result<Attempt<Locked>, Error> {
    // Listed outside of the transaction: a query inside would take the snapshot before the locks.
    let before = catalog::transactions(&mut session)?;
    let listed = Listing::read(&mut session, options)?;
    listed.check_names(&mut session, settings, options)?;

    let mut snapshot = if let Some(name) = &options.snapshot {
        Snapshot::adopt(session, name, options.lock_timeout)
            .map_err(Error::server(format!("use the snapshot {name}")))?
    } else {
        let kind = if options.serializable_deferrable {
            SnapshotKind::SerializableDeferrable
        } else {
            SnapshotKind::RepeatableRead
        };
        let mut locking = Snapshot::begin_with(session, kind, options.lock_timeout)
            .map_err(Error::server("begin the dump's transaction"))?;
        let tables = listed.lockable();
        if let Err(error) = locking.lock(&tables) {
            return lock_failed(error, "lock the tables");
        }
        locking.export().map_err(Error::server("export the snapshot"))?
    };

    let is_current = before.is_some() && catalog::transactions(snapshot.session())? == before;
    let seen = if is_current { listed } else { Listing::read(snapshot.session(), options)? };
    let tables = seen.lockable();
    let late: Vec<LockedTable> = tables.iter().filter(|table| !snapshot.is_locked(table.oid)).cloned().collect();
    if let Err(error) = snapshot.lock_later(&late) {
        return lock_failed(error, "lock tables that appeared meanwhile");
    }
    let stored: Vec<u32> = seen.stored();
    let rewritten = snapshot.rewritten(&stored).map_err(Error::server("check that no table was rewritten"))?;
    if let Some(oid) = rewritten.first() {
        let name = tables.iter().find(|table| table.oid == *oid);
        let name = name.map_or_else(|| "a table".to_owned(), |table| syntax::qualified(&table.schema, &table.name));
        return Ok(Attempt::Changed(format!("{name} was rewritten")));
    }
    Ok(Attempt::Done((snapshot, seen, tables)))
}

/// Gives every reader the snapshot and, where there are not too many, locks on all tables: a reader that asked later
/// would stand behind anyone who wants to truncate or alter one of them meanwhile, and who waits for us.
fn share(readers: &mut [Reader], snapshot: &str, tables: &[LockedTable]) -> Result<Option<String>, Error> {
    for reader in readers {
        reader.session.import_snapshot(snapshot).map_err(Error::server("share the snapshot"))?;
        if tables.len() > TABLES_LOCKED_BY_READERS {
            continue;
        }
        match reader.session.lock_all_nowait(tables) {
            Ok(()) => reader.has_locks = true,
            Err(error) if error.sqlstate() == Some("55P03") => {
                return Ok(Some("another session asked for an exclusive lock on a table".to_owned()));
            }
            Err(error) => return Err(Error::server("lock the tables for reading")(error)),
        }
    }
    Ok(None)
}

/// A table that is gone by the time it is locked: the listing is old, start over.
fn lock_failed(error: ServerError, doing: &str) -> Result<Attempt<Locked>, Error> {
    match error.sqlstate() {
        Some("42P01" | "3F000" | "42809") => Ok(Attempt::Changed("a table was dropped or renamed".to_owned())),
        _ => Err(Error::server(doing)(error)),
    }
}

/// The relations of the database and the choice among them.
struct Listing {
    relations: Vec<Relation>,
    chosen: Relations,
}

impl Listing {
    fn read(session: &mut Session, options: &DumpOptions) -> Result<Self, Error> {
        let visible =
            if options.selection.names_tables() { catalog::visible_relations(session)? } else { HashSet::new() };
        let relations: Vec<Relation> =
            catalog::list_relations(session)?.into_iter().map(|relation| listed(relation, &visible)).collect();
        let mut selection = Cow::Borrowed(&options.selection);
        if session.in_recovery() && !selection.no_unlogged_table_data {
            // A standby has their definitions and no files for them.
            selection.to_mut().no_unlogged_table_data = true;
        }
        let chosen = selection.choose(&relations);
        Ok(Listing { relations, chosen })
    }

    /// Tables and partitioned tables are locked; views, sequences and foreign tables cannot be or need not.
    fn lockable(&self) -> Vec<LockedTable> {
        self.wanted(&['r', 'p'])
            .map(|relation| LockedTable {
                oid: relation.oid,
                schema: relation.schema.clone(),
                name: relation.name.clone(),
            })
            .collect()
    }

    /// Whether the definition of an unlogged table is wanted.
    fn has_unlogged(&self) -> bool {
        self.relations.iter().any(|relation| relation.unlogged && self.chosen.definitions.contains(&relation.oid))
    }

    /// Tables that have a file of their own.
    fn stored(&self) -> Vec<u32> {
        self.wanted(&['r']).map(|relation| relation.oid).collect()
    }

    fn wanted<'a>(&'a self, kinds: &'a [char]) -> impl Iterator<Item = &'a Relation> {
        self.relations.iter().filter(|relation| kinds.contains(&relation.kind)).filter(|relation| {
            self.chosen.definitions.contains(&relation.oid) || self.chosen.rows.contains(&relation.oid)
        })
    }

    fn check_names(&self, session: &mut Session, settings: &Settings, options: &DumpOptions) -> Result<(), Error> {
        let mut names = HashMap::new();
        for (what, sql) in [
            ("schemas", "SELECT nspname FROM pg_catalog.pg_namespace"),
            ("extensions", "SELECT extname FROM pg_catalog.pg_extension"),
            ("servers", "SELECT srvname FROM pg_catalog.pg_foreign_server"),
        ] {
            let rows = session.query(sql, &[]).map_err(Error::server(format!("list the {what}")))?;
            let list = rows.iter().filter_map(|row| row.try_get(0).ok()).map(|Text(name)| name).collect();
            names.insert(what, list);
        }
        let list = |what: &str| names.get(what).map_or(&[][..], Vec::as_slice);
        let names = Names {
            database: settings.database(),
            schemas: list("schemas"),
            extensions: list("extensions"),
            servers: list("servers"),
        };
        Ok(options.selection.check_names(&self.relations, names)?)
    }
}

fn listed(relation: RelationName, visible: &HashSet<u32>) -> Relation {
    Relation {
        visible: visible.contains(&relation.oid),
        oid: relation.oid,
        schema: relation.schema,
        name: relation.name,
        kind: relation.kind,
        parents: relation.parents,
        owned_by: relation.owned_by,
        identity: relation.identity,
        unlogged: relation.persistence == 'u',
        foreign_server: relation.foreign_server,
        extension: relation.extension,
    }
}
