//! Reads rows over one session: tables, sequence values, large objects. A dump sends the blocks on, a
//! comparison digests them.

use super::{
    copy::copy_out_sql,
    describe, rows_format,
    side_streams::{self, Which},
};
use crate::{
    Error,
    codec::{RowBlock, RowCutter},
    manifest::Table,
    plan::RowRange,
    server::Session,
};

/// Number of sequences that one statement reads.
pub(crate) const SEQUENCES_PER_JOB: usize = 500;

/// What is read in one go.
#[derive(Clone, Debug)]
pub(crate) enum Work {
    /// A table, or a range of its pages.
    Table(Option<RowRange>),
    /// The values of these sequences: OID, schema, name.
    Sequences(Vec<(u32, String, String)>),
    /// The large objects whose OIDs lie in this range, both ends included.
    LargeObjects(u32, u32),
}

/// Why reading stopped early.
pub(crate) enum Stop {
    /// It failed.
    Failed(Error),
    /// Nobody wants the blocks any more; whoever closed the queue has recorded why.
    Closed,
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Failed(error)
    }
}

/// Takes the blocks that are read; gives memory that a later block may use.
pub(crate) type Emit<'a> = dyn FnMut(RowBlock) -> Result<Vec<u8>, Stop> + 'a;

/// Reads rows of one stream.
pub(crate) struct RowReader<'a> {
    /// The session, inside a transaction that has the snapshot.
    pub(crate) session: &'a mut Session,
    /// The stream.
    pub(crate) table: &'a Table,
    /// The encoding in which bytes are asked for.
    pub(crate) encoding: &'a str,
    /// Raw bytes of a block.
    pub(crate) block_bytes: usize,
    /// Memory for the first block, and what the last one left.
    pub(crate) memory: &'a mut Vec<u8>,
}

impl RowReader<'_> {
    /// Reads what `work` names.
    pub(crate) fn read(&mut self, work: &Work, emit: &mut Emit<'_>) -> Result<(), Stop> {
        match work {
            Work::Table(range) => {
                let sql = copy_out_sql(self.table, *range, self.encoding);
                self.copy(&sql, emit)?;
            }
            Work::Sequences(sequences) => {
                side_streams::check_readable(self.session, sequences)?;
                let sql = side_streams::copy_sequences_sql(sequences, self.session.version().major());
                let rows = self.copy(&sql, emit)?;
                if rows != sequences.len() as u64 {
                    let what = format!("the server gave {rows} values for {} sequences", sequences.len());
                    return Err(Error::Mismatch { what }.into());
                }
            }
            Work::LargeObjects(from, to) => self.large_objects(*from, *to, emit)?,
        }
        Ok(())
    }

    /// All first pieces, then the second pieces of the objects that have one, and so on.
    fn large_objects(&mut self, from: u32, to: u32, emit: &mut Emit<'_>) -> Result<(), Stop> {
        let mut sql = side_streams::copy_pieces_sql(&Which::Range(from, to), 0);
        let mut offset = 0_i64;
        loop {
            let mut more = Vec::new();
            self.copy(&sql, &mut |block| {
                side_streams::unfinished(&block.bytes, &mut more);
                emit(block)
            })?;
            if more.is_empty() {
                return Ok(());
            }
            offset += i64::from(side_streams::PIECE_BYTES);
            sql = side_streams::copy_pieces_sql(&Which::These(&more), offset);
        }
    }

    /// Runs one COPY and checks the server's own count of rows.
    fn copy(&mut self, sql: &str, emit: &mut Emit<'_>) -> Result<u64, Stop> {
        let name = describe(self.table);
        let reading = || format!("read {name}");
        let columns = u16::try_from(self.table.columns.len()).unwrap_or(u16::MAX);
        let memory = std::mem::take(self.memory);
        let mut cutter = RowCutter::new(rows_format(self.table.format), columns, self.block_bytes, memory);
        let mut stream = self.session.copy_out(sql).map_err(Error::server(reading()))?;
        let mut stopped = None;
        while let Some(chunk) = stream.next_chunk().map_err(Error::server(reading()))? {
            let mut emit = |block| match stopped {
                None => emit(block).unwrap_or_else(|stop| {
                    stopped = Some(stop);
                    Vec::new()
                }),
                Some(_) => Vec::new(),
            };
            cutter.push(chunk, &mut emit).map_err(Error::codec(reading()))?;
            if let Some(stop) = stopped {
                return Err(stop);
            }
        }
        let server_rows = stream.finish().map_err(Error::server(reading()))?;
        let (last, seen_rows) = cutter.finish().map_err(Error::codec(reading()))?;
        if let Some(block) = last {
            *self.memory = emit(block)?;
        }
        if server_rows != seen_rows {
            let what = format!("{name}: the server says it sent {server_rows} rows, {seen_rows} arrived");
            return Err(Error::Mismatch { what }.into());
        }
        Ok(seen_rows)
    }
}
