//! A reader: one connection on one thread that takes jobs until none is left.

use super::{
    open::Reader,
    pipeline::{Outputs, Shared},
};
use crate::{
    Error,
    manifest::{StreamContent, Table},
    rows::{FewLocks, RowReader, Stop, describe},
    server::{LockedTable, Session},
};

/// Takes jobs until there is none left; records its error and stops everyone when one fails.
pub(super) fn work(shared: &Shared<'_>, reader: Reader, outputs: &Outputs) {
    if let Err(Stop::Failed(error)) = run(shared, reader, outputs) {
        shared.fail(error);
    }
}

fn run(shared: &Shared<'_>, reader: Reader, outputs: &Outputs) -> Result<(), Stop> {
    let Reader { mut session, has_locks } = reader;
    let mut memory = Vec::new();
    let mut locks = FewLocks::default();
    while let Some(job) = shared.next_job() {
        let table = &shared.layout.tables[job.stream as usize - 1];
        if !has_locks {
            locks.before_job(&mut session)?;
            if table.content == StreamContent::Table {
                lock(&mut session, table)?;
            }
        }
        let mut reader = RowReader {
            session: &mut session,
            table,
            encoding: &shared.layout.encoding,
            block_bytes: shared.options.block_bytes,
            memory: &mut memory,
        };
        reader.read(&job.work, &mut |block| {
            if shared.is_stopped() {
                return Err(Stop::Closed);
            }
            shared.observer.advance(u64::from(block.rows()), block.bytes.len() as u64);
            outputs.block(shared, job.stream, block)
        })?;
        outputs.job_done(shared, job.stream)?;
        shared.observer.done(&describe(table));
    }
    Ok(())
}

/// Locks a table without waiting: behind a queued ACCESS EXCLUSIVE lock the wait would never end, because that
/// one waits for the snapshot's connection, which waits for us.
fn lock(session: &mut Session, table: &Table) -> Result<(), Error> {
    let locked = LockedTable { oid: 0, schema: table.schema.clone(), name: table.name.clone() };
    session.lock_nowait(&locked).map_err(Error::server(format!("lock {} for reading", describe(table))))
}
