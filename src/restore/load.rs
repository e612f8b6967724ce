//! Loads the rows of one stream over one connection.

use super::{
    RestoreOptions,
    other_version::{Oids, holds_infinity, may_be_misread},
    side_streams,
};
use crate::{
    Error,
    archive::{BlockHeader, StreamEnd},
    codec::Decoder,
    manifest::{LoadTarget, Manifest, RowFormat, StreamContent, Table},
    observer::Observer,
    rows::{block_info, copy_in_sql, describe},
    server::{CopyIn, ServerError, Session},
    syntax,
};

/// First bytes of a COPY BINARY stream: signature, no flags, no header extension (protocol chapter "COPY").
const BINARY_HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";

/// Last bytes of a COPY BINARY stream: a field count of −1.
const BINARY_TRAILER: &[u8] = &[0xff, 0xff];

/// Gives the blocks of a stream one after the other.
pub(super) trait Blocks {
    /// The next block's header and payload, or how the stream ended.
    fn next(&mut self, payload: &mut Vec<u8>) -> Result<Piece, Error>;
}

/// What comes next in a stream.
pub(super) enum Piece {
    /// A block; its payload was put into the buffer.
    Block(BlockHeader),
    /// The end of the stream.
    End(StreamEnd),
}

/// How a table is loaded.
#[derive(Clone, Copy, Debug)]
pub(super) struct LoadMode {
    /// The table was created by this restore and nothing else has touched it: empty it and load it frozen in one transaction,
    /// which spares the WAL under `wal_level = minimal` and a later vacuum everywhere.
    pub(super) fresh: bool,
    /// The session is inside the one transaction of `--single-transaction`.
    pub(super) in_transaction: bool,
}

/// Loads one stream; gives the number of rows and raw bytes.
pub(super) fn load(
    session: &mut Session,
    table: &Table,
    manifest: &Manifest,
    blocks: &mut dyn Blocks,
    mode: LoadMode,
    options: &RestoreOptions,
    observer: &dyn Observer,
) -> Result<(u64, u64), Error> {
    let oids = Oids::of(session, table, &manifest.types)?;
    let mut source = Decoded {
        blocks,
        decoder: Decoder::default(),
        payload: Vec::new(),
        raw: Vec::new(),
        table,
        oids,
        refuses_infinity: may_be_misread(table, &manifest.types, &manifest.source, session.version()),
        observer,
    };
    match table.content {
        StreamContent::Table => load_table(session, table, &manifest.source.encoding, &mut source, mode, options),
        StreamContent::LargeObjects => side_streams::load_large_objects(session, &mut source),
        StreamContent::SequenceValues => {
            Err(Error::Mismatch { what: "sequence values are not loaded as rows".to_owned() })
        }
    }
}

fn load_table(
    session: &mut Session,
    table: &Table,
    encoding: &str,
    source: &mut Decoded<'_>,
    mode: LoadMode,
    options: &RestoreOptions,
) -> Result<(u64, u64), Error> {
    let name = syntax::qualified(&table.schema, &table.name);
    let loading = || format!("load {name}");
    let fresh = mode.fresh && table.load == LoadTarget::Itself && table.condition.is_none();
    let mut before = String::new();
    let mut after = String::new();
    if !mode.in_transaction {
        before.push_str("BEGIN;");
        after.push_str("COMMIT;");
    }
    if options.disable_triggers {
        before.extend(["ALTER TABLE ", &name, " DISABLE TRIGGER ALL;"]);
        after.insert_str(0, &format!("ALTER TABLE {name} ENABLE TRIGGER ALL;"));
    }
    if fresh {
        before.extend(["TRUNCATE TABLE ONLY ", &name, ";"]);
    }
    if !before.is_empty() {
        session.execute(&before).map_err(Error::server(loading()))?;
    }
    let mut copy = session.copy_in(&copy_in_sql(table, encoding, fresh)).map_err(Error::server(loading()))?;
    let sent = source.send(&mut copy);
    let (end, raw_bytes) = match sent {
        Ok(done) => done,
        Err(error) => {
            drop(copy);
            return Err(error);
        }
    };
    let rows = copy.finish().map_err(|error| refused(&name, error))?;
    if rows != end.rows {
        let what = format!("{name}: the archive holds {} rows, the server took {rows}", end.rows);
        return Err(Error::Mismatch { what });
    }
    if !after.is_empty() {
        session.execute(&after).map_err(Error::server(loading()))?;
    }
    Ok((rows, raw_bytes))
}

/// The server's refusal of rows, with the row where it says so.
fn refused(name: &str, error: ServerError) -> Error {
    let place = error.copy_place().map(|place| format!(" ({place})")).unwrap_or_default();
    Error::server(format!("load {name}{place}"))(error)
}

/// The decoded rows of a stream.
pub(super) struct Decoded<'a> {
    blocks: &'a mut dyn Blocks,
    decoder: Decoder,
    payload: Vec<u8>,
    raw: Vec<u8>,
    table: &'a Table,
    /// The target wants its own OIDs in values.
    oids: Option<Oids>,
    /// The target would misread infinite intervals.
    refuses_infinity: bool,
    observer: &'a dyn Observer,
}

impl Decoded<'_> {
    /// The next block's rows, or the stream's end.
    pub(super) fn next(&mut self) -> Result<Result<&[u8], StreamEnd>, Error> {
        let header = match self.blocks.next(&mut self.payload)? {
            Piece::Block(header) => header,
            Piece::End(end) => return Ok(Err(end)),
        };
        self.raw.clear();
        self.decoder.decode(block_info(header), &self.payload, &mut self.raw).map_err(Error::codec(format!(
            "decode block {} of {}",
            header.number,
            describe(self.table)
        )))?;
        if let Some(oids) = &self.oids {
            oids.replace(&mut self.raw)?;
        }
        if self.refuses_infinity && holds_infinity(&self.raw) {
            return Err(Error::Refused {
                what: format!("{} holds an infinite interval, which servers before 17 misread", describe(self.table)),
                hint: "make it finite at the source, leave the table out, or dump with --copy-format text to have the \
                       target say which row it is"
                    .to_owned(),
            });
        }
        self.observer.advance(u64::from(header.rows), u64::from(header.raw_bytes));
        Ok(Ok(&self.raw))
    }

    fn send(&mut self, copy: &mut CopyIn<'_>) -> Result<(StreamEnd, u64), Error> {
        let name = describe(self.table);
        let loading = format!("load {name}");
        let binary = self.table.format == RowFormat::Binary;
        if binary {
            copy.send(BINARY_HEADER).map_err(Error::server(loading.clone()))?;
        }
        let mut raw_bytes = 0_u64;
        loop {
            match self.next()? {
                Ok(rows) => {
                    raw_bytes += rows.len() as u64;
                    copy.send(rows).map_err(|error| refused(&name, error))?;
                }
                Err(end) => {
                    if binary {
                        copy.send(BINARY_TRAILER).map_err(Error::server(loading))?;
                    }
                    return Ok((end, raw_bytes));
                }
            }
        }
    }
}
