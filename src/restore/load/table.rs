//! Loads the rows of one stream, or one worker's part of them, over one connection.

use super::{
    decode::{About, Rows, with_rows},
    large_objects,
    rewriting::Rewriting,
    streams::Blocks,
};
use crate::{
    Error,
    archive::StreamEnd,
    manifest::{LoadTarget, Manifest, RowFormat, StreamContent, Table},
    restore::{options::RestoreOptions, report::Loaded},
    rows::{copy_in_sql, describe},
    server::{CopyIn, ServerError, Session},
    syntax,
};

/// First bytes of a COPY BINARY stream: signature, no flags, no header extension (protocol chapter "COPY").
pub(in crate::restore) const BINARY_HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";

/// Last bytes of a COPY BINARY stream: a field count of −1.
pub(in crate::restore) const BINARY_TRAILER: &[u8] = &[0xff, 0xff];

/// Rows below this go into the table's own file: a new one costs more than freezing the rows spares.
pub(in crate::restore) const WORTH_A_NEW_FILE: u64 = 4 << 20;

/// How a table is loaded.
#[derive(Clone, Copy, Debug)]
pub(in crate::restore) struct LoadMode {
    /// This restore has created the table.
    pub(in crate::restore) fresh: bool,
    /// The table is empty, nobody but this worker touches it, and it is worth a new file: empty it and load it frozen in one
    /// transaction, which spares the WAL under `wal_level = minimal` and a later vacuum everywhere.
    pub(in crate::restore) frozen: bool,
    /// Other workers load other blocks of the stream.
    pub(in crate::restore) shared: bool,
    /// The session is inside the one transaction of `--single-transaction`.
    pub(in crate::restore) in_transaction: bool,
}

/// Loads one stream, or what `blocks` gives of it.
pub(in crate::restore) fn load(
    session: &mut Session,
    manifest: &Manifest,
    blocks: &mut dyn Blocks,
    mode: LoadMode,
    options: &RestoreOptions,
    about: About<'_>,
) -> Result<Loaded, Error> {
    let rewriting = Rewriting::of(session, about.table, manifest)?;
    let encoding = &manifest.source.encoding;
    with_rows(blocks, about, rewriting, |rows| match about.table.content {
        StreamContent::Table => load_table(session, about.table, encoding, rows, mode, options),
        StreamContent::LargeObjects => large_objects::load_large_objects(session, rows, !mode.shared),
        StreamContent::SequenceValues => {
            Err(Error::Contradiction { what: "sequence values are not loaded as rows".to_owned() })
        }
    })
}

/// The rows of this table go into the table itself, and into an empty one all of them.
pub(in crate::restore) fn may_be_emptied(table: &Table) -> bool {
    table.load == LoadTarget::Itself && table.condition.is_none()
}

fn load_table(
    session: &mut Session,
    table: &Table,
    encoding: &str,
    source: &mut Rows<'_>,
    mode: LoadMode,
    options: &RestoreOptions,
) -> Result<Loaded, Error> {
    let name = syntax::qualified(&table.schema, &table.name);
    let loading = || format!("load {name}");
    // What stands before COPY goes with it, in one round trip.
    let mut before = String::new();
    let mut after = String::new();
    if !mode.in_transaction {
        before.push_str("BEGIN;");
        after.push_str("COMMIT;");
    }
    // A table that was just created has none yet.
    if options.disable_triggers && !mode.fresh {
        let triggers = |verb: &str| as_superuser(&format!("ALTER TABLE {name} {verb} TRIGGER ALL;"), options);
        before.push_str(&triggers("DISABLE"));
        after.insert_str(0, &triggers("ENABLE"));
    }
    if mode.frozen {
        before.extend(["TRUNCATE TABLE ONLY ", &name, ";"]);
    }
    before.push_str(&copy_in_sql(table, encoding, mode.frozen));
    let mut copy = session.copy_in(&before).map_err(Error::server(loading()))?;
    let (end, raw_bytes) = match send(table, source, &mut copy) {
        Ok(done) => done,
        Err(error) => {
            drop(copy);
            return Err(error);
        }
    };
    let rows = copy.finish().map_err(|error| refused(&name, error))?;
    let expected = if mode.shared { source.seen_rows() } else { end.rows };
    compare_rows(table, expected, rows)?;
    if !after.is_empty() {
        session.execute(&after).map_err(Error::server(loading()))?;
    }
    Ok(Loaded { rows, raw_bytes })
}

/// The statement, run by the superuser of `--superuser` when there is one. For inside of a transaction.
fn as_superuser(statement: &str, options: &RestoreOptions) -> String {
    const REMEMBER: &str = "SELECT pg_catalog.set_config('dumpr.role', pg_catalog.current_setting('role'), true);";
    const GO_BACK: &str = "SELECT pg_catalog.set_config('role', pg_catalog.current_setting('dumpr.role'), true);";
    match &options.superuser {
        None => statement.to_owned(),
        Some(name) => format!("{REMEMBER}SET LOCAL ROLE {};{statement}{GO_BACK}", syntax::identifier(name)),
    }
}

/// The server's refusal of rows, with the row where it says so.
fn refused(name: &str, error: ServerError) -> Error {
    let place = error.copy_place().map(|place| format!(" ({place})")).unwrap_or_default();
    Error::server(format!("load {name}{place}"))(error)
}

/// The server took as many rows as the archive holds.
pub(in crate::restore) fn compare_rows(table: &Table, archived: u64, taken: u64) -> Result<(), Error> {
    if archived == taken {
        return Ok(());
    }
    let what = format!("{}: the archive holds {archived} rows, the server took {taken}", describe(table));
    Err(Error::Mismatch { what })
}

fn send(table: &Table, source: &mut Rows<'_>, copy: &mut CopyIn<'_>) -> Result<(StreamEnd, u64), Error> {
    let name = describe(table);
    let loading = format!("load {name}");
    let binary = table.format == RowFormat::Binary;
    if binary {
        copy.send(BINARY_HEADER).map_err(Error::server(loading.clone()))?;
    }
    let mut raw_bytes = 0_u64;
    loop {
        match source.next()? {
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
