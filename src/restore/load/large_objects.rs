//! Large objects back into the database: many pieces in one statement.

use super::decode::Rows;
use crate::{
    Error,
    restore::report::Loaded,
    rows::{Fields, fixed},
    server::Session,
};

/// Bytes of large objects sent in one statement.
const BATCH_BYTES: usize = 4 << 20;

/// Pieces of large objects sent in one statement.
const BATCH_PIECES: usize = 2048;

/// One batch of pieces of large objects.
#[derive(Default)]
struct Batch<'a> {
    oids: Vec<u32>,
    offsets: Vec<i64>,
    data: Vec<&'a [u8]>,
    bytes: usize,
}

/// Writes the pieces of large objects; the objects exist already (their entries ran first). `all` says that these are all
/// pieces, so that their number can be compared.
pub(in crate::restore) fn load_large_objects(
    session: &mut Session,
    source: &mut Rows<'_>,
    all: bool,
) -> Result<Loaded, Error> {
    let mut loaded = Loaded::default();
    loop {
        match source.next()? {
            Ok(block) => {
                loaded.raw_bytes += block.len() as u64;
                loaded.rows += write_block(session, block)?;
            }
            Err(end) if all && end.rows != loaded.rows => {
                let what = format!("large objects: the archive says {} pieces, {} arrived", end.rows, loaded.rows);
                return Err(Error::Contradiction { what });
            }
            Err(_) => return Ok(loaded),
        }
    }
}

/// Writes the pieces of one block; gives their number.
fn write_block(session: &mut Session, block: &[u8]) -> Result<u64, Error> {
    let mut batch = Batch::default();
    let mut rows = 0;
    let mut fields = Fields::new(block);
    while let Some([oid, offset, data]) = fields.row()? {
        rows += 1;
        let data = data.unwrap_or_default();
        // The object exists and is empty: nothing to write for an empty first piece.
        if data.is_empty() {
            continue;
        }
        batch.oids.push(u32::from_be_bytes(fixed(oid)?));
        batch.offsets.push(i64::from_be_bytes(fixed(offset)?));
        batch.data.push(data);
        batch.bytes += data.len();
        if batch.bytes >= BATCH_BYTES || batch.oids.len() >= BATCH_PIECES {
            batch.write(session)?;
        }
    }
    batch.write(session)?;
    Ok(rows)
}

impl Batch<'_> {
    fn write(&mut self, session: &mut Session) -> Result<(), Error> {
        if self.oids.is_empty() {
            return Ok(());
        }
        session
            .query(
                "SELECT pg_catalog.count(pg_catalog.lo_put(piece.loid, piece.start, piece.data)) FROM \
                 ROWS FROM (pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.int8[]), \
                            pg_catalog.unnest($3::pg_catalog.bytea[])) AS piece(loid, start, data)",
                &[&self.oids, &self.offsets, &self.data],
            )
            .map_err(Error::server("write large objects"))?;
        *self = Batch::default();
        Ok(())
    }
}
