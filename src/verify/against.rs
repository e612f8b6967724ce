//! Compares an archive with a live database: each table's rows are read with the same COPY and digested.

use std::{
    collections::HashMap,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use serde::Serialize;

use super::{inspect, rows::digest_hex};
use crate::{
    Error,
    archive::Archive,
    catalog,
    codec::{Decoder, Digest},
    dump::{self, RowReader, Stop, Work},
    manifest::{Contents, StreamContent, Table},
    observer::Observer,
    restore::{block_info, sequence_names},
    server::{Interrupt, Session, Settings, Snapshot},
};

/// A stream whose rows differ between archive and database.
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

/// Compares every stream of the archive with the database; gives the streams that differ, in stream order.
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
    let (archive, contents) = inspect::open(path)?;
    let open = || {
        Session::open_source(settings, interrupt).map_err(Error::server(format!("connect to {}", settings.display())))
    };
    let locking = Snapshot::begin(open()?, None).map_err(Error::server("begin a transaction"))?;
    let mut snapshot = locking.export().map_err(Error::server("export a snapshot"))?;
    let shared = Shared {
        archive: &archive,
        contents: &contents,
        database_sequences: database_sequences(snapshot.session())?,
        large_objects: dump::large_object_oids(snapshot.session())?,
        observer,
        next: AtomicUsize::new(0),
        state: Mutex::new(State { differences: Vec::new(), error: None }),
    };
    let name = snapshot.name();
    let worker = || {
        let mut session = open()?;
        session.import_snapshot(name).map_err(Error::server("share the snapshot"))?;
        Ok(session)
    };
    thread::scope(|scope| {
        for _ in 0..jobs.max(1) {
            scope.spawn(|| {
                if let Err(error) = shared.work(&worker) {
                    shared.state.lock().unwrap_or_else(PoisonError::into_inner).error.get_or_insert(error);
                }
            });
        }
    });
    let state = shared.state.into_inner().unwrap_or_else(PoisonError::into_inner);
    if let Some(error) = state.error {
        return Err(error);
    }
    let mut differences = state.differences;
    differences.sort_by_key(|(position, _)| *position);
    Ok(differences.into_iter().map(|(_, difference)| difference).collect())
}

struct Shared<'a> {
    archive: &'a Archive,
    contents: &'a Contents,
    database_sequences: HashMap<(String, String), u32>,
    large_objects: Vec<u32>,
    observer: &'a dyn Observer,
    next: AtomicUsize,
    state: Mutex<State>,
}

/// The OIDs of the database's sequences by schema and name.
fn database_sequences(session: &mut Session) -> Result<HashMap<(String, String), u32>, Error> {
    let relations = catalog::list_relations(session)?;
    let sequences = relations.into_iter().filter(|relation| relation.kind == 'S');
    Ok(sequences.map(|sequence| ((sequence.schema, sequence.name), sequence.oid)).collect())
}

struct State {
    differences: Vec<(usize, Difference)>,
    error: Option<Error>,
}

impl Shared<'_> {
    fn work(&self, open: &dyn Fn() -> Result<Session, Error>) -> Result<(), Error> {
        let mut session = open()?;
        loop {
            let position = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(table) = self.contents.tables.get(position) else { return Ok(()) };
            if self.state.lock().unwrap_or_else(PoisonError::into_inner).error.is_some() {
                return Ok(());
            }
            let end = self.archive.stream_end(table.stream).ok_or_else(|| Error::Mismatch {
                what: format!("the rows of {} have no end in the index", dump::describe(table)),
            })?;
            let (found, reason) = match self.digest(&mut session, table) {
                Ok(digest) => (Some(digest), None),
                Err(Error::Server { source, doing }) if source.sqlstate().is_some() => {
                    // The transaction is broken now: the next table needs a new session.
                    session = open()?;
                    (None, Some(format!("cannot {doing}: {source}")))
                }
                Err(error) => return Err(error),
            };
            let stated = Digest { rows: end.rows, sum: end.digest };
            if found != Some(stated) {
                let difference = Difference {
                    name: dump::describe(table),
                    archive_rows: stated.rows,
                    archive_digest: digest_hex(&stated),
                    database_rows: found.map(|digest| digest.rows),
                    database_digest: found.map(|digest| digest_hex(&digest)),
                    reason,
                };
                self.state.lock().unwrap_or_else(PoisonError::into_inner).differences.push((position, difference));
            }
            self.observer.done(&dump::describe(table));
        }
    }

    /// The digest of the live rows of one stream.
    fn digest(&self, session: &mut Session, table: &Table) -> Result<Digest, Error> {
        let work = match table.content {
            StreamContent::Table => vec![Work::Table(None)],
            StreamContent::SequenceValues => self.sequences(table)?,
            StreamContent::LargeObjects => {
                dump::ranges(&self.large_objects).into_iter().map(|(from, to)| Work::LargeObjects(from, to)).collect()
            }
        };
        let mut digester = dump::digester(table, &self.contents.manifest.types);
        let mut digest = Digest::default();
        let encoding = &self.contents.manifest.source.encoding;
        let mut reader = RowReader { session, table, encoding, block_bytes: dump::BLOCK_BYTES };
        for work in &work {
            let read = reader.read(work, &mut |block| {
                let reading = || format!("read the rows of {}", dump::describe(table));
                digest.add(digester.digest(&block).map_err(Error::codec(reading()))?);
                self.observer.advance(u64::from(block.rows), block.bytes.len() as u64);
                Ok(())
            });
            match read {
                Ok(()) => {}
                Err(Stop::Failed(error)) => return Err(error),
                Err(Stop::Closed) => return Err(Error::Interrupted),
            }
        }
        Ok(digest)
    }

    /// The archive's sequences that the database has too, with their OIDs there.
    fn sequences(&self, table: &Table) -> Result<Vec<Work>, Error> {
        let (mut decoder, mut payload, mut raw) = (Decoder::default(), Vec::new(), Vec::new());
        let mut work = Vec::new();
        for block in self.archive.blocks(table.stream) {
            self.archive.read_block(block, &mut payload).map_err(Error::archive("read sequence values"))?;
            raw.clear();
            decoder.decode(block_info(block), &payload, &mut raw).map_err(Error::codec("decode sequence values"))?;
            let names = sequence_names(&raw)?;
            let known: Vec<(u32, String, String)> = names
                .into_iter()
                .filter_map(|name| Some((*self.database_sequences.get(&name)?, name.0, name.1)))
                .collect();
            work.extend(known.chunks(dump::SEQUENCES_PER_JOB).map(|chunk| Work::Sequences(chunk.to_vec())));
        }
        Ok(work)
    }
}
