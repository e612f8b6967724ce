//! Compares an archive with a live database: each table's rows are read with the same COPY and digested.
//!
//! # Neighbours
//! `pieces` cuts the work up; rows are read as a dump reads them (`rows::RowReader`).

use std::{
    collections::{BTreeMap, HashMap, btree_map::Entry},
    path::Path,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use serde::Serialize;

use super::{
    pieces::{self, Piece},
    rows::digest_hex,
};
use crate::{
    Error,
    codec::Digest,
    dump::BLOCK_BYTES,
    manifest::{Contents, LoadTarget, Table},
    observer::Observer,
    opened,
    rows::{FewLocks, RowReader, Stop, Work, describe, digester},
    server::{Interrupt, Session, Settings, Snapshot},
    syntax,
};

/// A stream whose rows differ between archive and database; for partitions that are loaded through their root, all of them
/// together: rows may lie in another partition than before.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Difference {
    /// The stream's name.
    pub name: String,
    /// Rows in the archive.
    pub archive_rows: u64,
    /// Digest in the archive.
    pub archive_digest: String,
    /// Rows in the database; `None` when it cannot be read there.
    pub database_rows: Option<u64>,
    /// Digest in the database.
    pub database_digest: Option<String>,
    /// Why it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Compares every stream of the archive with the database over `jobs` connections that share one snapshot; gives the
/// streams that differ, in stream order.
///
/// # Errors
/// The archive cannot be opened, or the connection fails. A table that is missing is a difference, not an error.
pub fn verify_against(
    path: &Path,
    settings: &Settings,
    jobs: usize,
    interrupt: &Interrupt,
    observer: &dyn Observer,
) -> Result<Vec<Difference>, Error> {
    let (archive, contents) = opened::open(path)?;
    let has_foreign = contents.tables.iter().any(Table::is_foreign);
    let open = || -> Result<Session, Error> {
        let connecting = || format!("connect to {}", settings.display());
        let mut session = Session::open_source(settings, interrupt).map_err(Error::server(connecting()))?;
        if has_foreign {
            // Their rows were dumped because somebody trusts the servers that they come from.
            session.open_foreign_tables().map_err(Error::server("allow the reading of foreign tables"))?;
        }
        Ok(session)
    };
    let locking = Snapshot::begin(open()?, None).map_err(Error::server("begin a transaction"))?;
    let mut snapshot = locking.export().map_err(Error::server("export a snapshot"))?;
    let pieces = pieces::cut(&archive, &contents, jobs, snapshot.session())?;
    let mut left = vec![0; contents.tables.len()];
    for piece in &pieces {
        left[piece.table] += 1;
    }
    let found = vec![Found { digest: Digest::default(), reason: None }; contents.tables.len()];
    let shared = Shared {
        contents: &contents,
        observer,
        pieces,
        next: AtomicUsize::new(0),
        state: Mutex::new(State { found, left, error: None }),
    };
    observer
        .expect(contents.tables.len() as u64, archive.all_blocks().iter().map(|b| u64::from(b.header.raw_bytes)).sum());
    let name = snapshot.name();
    let worker = || {
        let mut session = open()?;
        session.import_snapshot(name).map_err(Error::server("share the snapshot"))?;
        Ok(session)
    };
    thread::scope(|scope| {
        for _ in 0..jobs.clamp(1, shared.pieces.len().max(1)) {
            scope.spawn(|| {
                if let Err(error) = shared.work(&worker) {
                    shared.state().error.get_or_insert(error);
                }
            });
        }
    });
    let state = shared.state.into_inner().unwrap_or_else(PoisonError::into_inner);
    if let Some(error) = state.error {
        return Err(error);
    }
    if interrupt.is_triggered() {
        return Err(Error::Interrupted);
    }
    let mut compared = Vec::with_capacity(contents.tables.len());
    for (table, found) in contents.tables.iter().zip(state.found) {
        let end = archive.stream_end(table.stream).ok_or_else(|| Error::Contradiction {
            what: format!("the rows of {} have no end in the index", describe(table)),
        })?;
        let database = found.reason.is_none().then_some(found.digest);
        compared.push(Compared { archive: Digest { rows: end.rows, sum: end.digest }, database, reason: found.reason });
    }
    Ok(differences(&contents.tables, compared))
}

/// One stream on both sides.
struct Compared {
    archive: Digest,
    database: Option<Digest>,
    reason: Option<String>,
}

/// Partitions of one root count together; all other streams count alone.
fn differences(tables: &[Table], compared: Vec<Compared>) -> Vec<Difference> {
    let mut groups: BTreeMap<usize, (String, Compared)> = BTreeMap::new();
    let mut roots: HashMap<&(String, String), usize> = HashMap::new();
    for (position, one) in compared.into_iter().enumerate() {
        let table = &tables[position];
        let root = table.root.as_ref().filter(|_| table.load == LoadTarget::PartitionRoot);
        let place = root.map_or(position, |root| *roots.entry(root).or_insert(position));
        let name = root.map_or_else(|| describe(table), |(schema, name)| syntax::qualified(schema, name));
        match groups.entry(place) {
            Entry::Vacant(vacant) => {
                vacant.insert((name, one));
            }
            Entry::Occupied(mut occupied) => occupied.get_mut().1.add(one),
        }
    }
    let differ = groups.into_values().filter(|(_, both)| both.database != Some(both.archive));
    differ
        .map(|(name, both)| Difference {
            name,
            archive_rows: both.archive.rows,
            archive_digest: digest_hex(&both.archive),
            database_rows: both.database.map(|digest| digest.rows),
            database_digest: both.database.map(|digest| digest_hex(&digest)),
            reason: both.reason,
        })
        .collect()
}

impl Compared {
    fn add(&mut self, other: Compared) {
        self.archive.add(other.archive);
        match (&mut self.database, other.database) {
            (Some(sum), Some(more)) => sum.add(more),
            _ => self.database = None,
        }
        self.reason = self.reason.take().or(other.reason);
    }
}

/// What was found of one stream in the database so far.
#[derive(Clone)]
struct Found {
    digest: Digest,
    /// Why it cannot be read.
    reason: Option<String>,
}

struct Shared<'a> {
    contents: &'a Contents,
    observer: &'a dyn Observer,
    pieces: Vec<Piece>,
    next: AtomicUsize,
    state: Mutex<State>,
}

struct State {
    /// By table.
    found: Vec<Found>,
    /// Pieces of each table that are not read yet.
    left: Vec<usize>,
    error: Option<Error>,
}

impl Shared<'_> {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self, open: &dyn Fn() -> Result<Session, Error>) -> Result<(), Error> {
        let mut session = open()?;
        let mut locks = FewLocks::default();
        while let Some(piece) = self.pieces.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            let table = &self.contents.tables[piece.table];
            let is_lost = {
                let state = self.state();
                if state.error.is_some() {
                    return Ok(());
                }
                state.found[piece.table].reason.is_some()
            };
            // The other pieces of a table that cannot be read say nothing new.
            let digest = if is_lost {
                Ok(Digest::default())
            } else {
                let ready = locks.before_job(&mut session);
                ready.and_then(|()| self.digest(&mut session, table, &piece.work))
            };
            let (digest, reason) = match digest {
                Ok(digest) => (digest, None),
                Err(Error::Server { source, doing }) if source.sqlstate().is_some() => {
                    // The transaction is broken now: the next piece needs a new session.
                    (session, locks) = (open()?, FewLocks::default());
                    (Digest::default(), Some(format!("cannot {doing}: {source}")))
                }
                Err(error) => return Err(error),
            };
            let mut state = self.state();
            let found = &mut state.found[piece.table];
            found.digest.add(digest);
            found.reason = found.reason.take().or(reason);
            state.left[piece.table] -= 1;
            if state.left[piece.table] == 0 {
                self.observer.done(&describe(table));
            }
        }
        Ok(())
    }

    /// The digest of the live rows of one piece.
    fn digest(&self, session: &mut Session, table: &Table, work: &Work) -> Result<Digest, Error> {
        let mut digester = digester(table, &self.contents.manifest.types);
        let mut digest = Digest::default();
        let encoding = &self.contents.manifest.source.encoding;
        let mut reader = RowReader { session, table, encoding, block_bytes: BLOCK_BYTES, memory: &mut Vec::new() };
        let read = reader.read(work, &mut |block| {
            let reading = || format!("read the rows of {}", describe(table));
            digest.add(digester.digest(&block).map_err(Error::codec(reading()))?);
            self.observer.advance(u64::from(block.rows()), block.bytes.len() as u64);
            Ok(block.bytes)
        });
        match read {
            Ok(()) => Ok(digest),
            Err(Stop::Failed(error)) => Err(error),
            Err(Stop::Closed) => Err(Error::Interrupted),
        }
    }
}
