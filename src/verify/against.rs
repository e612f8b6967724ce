//! Compares an archive with a live database: each table's rows are read with the same COPY and digested.

use std::{
    collections::{BTreeMap, HashMap, btree_map::Entry},
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use serde::Serialize;

use super::rows::digest_hex;
use crate::{
    Error,
    archive::Archive,
    catalog,
    codec::{Decoder, Digest},
    dump::BLOCK_BYTES,
    manifest::{Contents, LoadTarget, StreamContent, Table},
    observer::Observer,
    opened,
    restore::sequence_names,
    rows::{RowReader, SEQUENCES_PER_JOB, Stop, Work, block_info, describe, digester, large_object_oids, ranges},
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
    let (archive, contents) = opened::open(path)?;
    let open = || {
        Session::open_source(settings, interrupt).map_err(Error::server(format!("connect to {}", settings.display())))
    };
    let locking = Snapshot::begin(open()?, None).map_err(Error::server("begin a transaction"))?;
    let mut snapshot = locking.export().map_err(Error::server("export a snapshot"))?;
    let shared = Shared {
        archive: &archive,
        contents: &contents,
        database_sequences: database_sequences(snapshot.session())?,
        large_objects: large_object_oids(snapshot.session())?,
        observer,
        next: AtomicUsize::new(0),
        state: Mutex::new(State { compared: BTreeMap::new(), error: None }),
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
    Ok(differences(&contents.tables, state.compared))
}

/// One stream on both sides.
struct Compared {
    archive: Digest,
    database: Option<Digest>,
    reason: Option<String>,
}

/// Partitions of one root count together; all other streams count alone.
fn differences(tables: &[Table], compared: BTreeMap<usize, Compared>) -> Vec<Difference> {
    let mut groups: BTreeMap<usize, (String, Compared)> = BTreeMap::new();
    let mut roots: HashMap<&(String, String), usize> = HashMap::new();
    for (position, one) in compared {
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
    compared: BTreeMap<usize, Compared>,
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
                what: format!("the rows of {} have no end in the index", describe(table)),
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
            let both = Compared { archive: Digest { rows: end.rows, sum: end.digest }, database: found, reason };
            self.state.lock().unwrap_or_else(PoisonError::into_inner).compared.insert(position, both);
            self.observer.done(&describe(table));
        }
    }

    /// The digest of the live rows of one stream.
    fn digest(&self, session: &mut Session, table: &Table) -> Result<Digest, Error> {
        let work = match table.content {
            StreamContent::Table => vec![Work::Table(None)],
            StreamContent::SequenceValues => self.sequences(table)?,
            StreamContent::LargeObjects => {
                ranges(&self.large_objects).into_iter().map(|(from, to)| Work::LargeObjects(from, to)).collect()
            }
        };
        let mut digester = digester(table, &self.contents.manifest.types);
        let mut digest = Digest::default();
        let encoding = &self.contents.manifest.source.encoding;
        let mut reader = RowReader { session, table, encoding, block_bytes: BLOCK_BYTES };
        for work in &work {
            let read = reader.read(work, &mut |block| {
                let reading = || format!("read the rows of {}", describe(table));
                digest.add(digester.digest(&block).map_err(Error::codec(reading()))?);
                self.observer.advance(u64::from(block.rows), block.bytes.len() as u64);
                Ok(block.bytes)
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
            decoder
                .decode(block_info(block.header), &payload, &mut raw)
                .map_err(Error::codec("decode sequence values"))?;
            let names = sequence_names(&raw)?;
            let known: Vec<(u32, String, String)> = names
                .into_iter()
                .filter_map(|name| Some((*self.database_sequences.get(&name)?, name.0, name.1)))
                .collect();
            work.extend(known.chunks(SEQUENCES_PER_JOB).map(|chunk| Work::Sequences(chunk.to_vec())));
        }
        Ok(work)
    }
}
