//! The target database: sessions, creation, and the checks before the first change.

use std::{
    collections::{BTreeSet, HashSet},
    fmt::Write as _,
};

use super::{RestoreOptions, Run, statements::Statements};
use crate::{
    Error, catalog,
    manifest::{Contents, Entry, RowFormat, StreamContent},
    object::Kind,
    plan,
    server::{Session, Settings},
    syntax,
};

/// Opens a session to the target with the role the user asked for and the settings of a restore.
pub(super) fn open(run: Run<'_>, settings: &Settings) -> Result<Session, Error> {
    let mut session = Session::open_target(settings, run.interrupt)
        .map_err(Error::server(format!("connect to {}", settings.display())))?;
    let sql = session_settings(run.options);
    session.execute(&sql).map_err(Error::server("set the session's parameters"))?;
    Ok(session)
}

/// Memory for index builds and foreign keys that all connections together get unasked: what a server with 2 GiB can spare.
const MAINTENANCE_MEGABYTES: usize = 512;

/// What makes a restore fast: memory to sort in, and no waiting for the disk at every commit ([`flush`] waits once, at the end).
fn session_settings(options: &RestoreOptions) -> String {
    let mut sql = match &options.maintenance_work_mem {
        Some(size) => format!("SET maintenance_work_mem = {};\n", syntax::literal(size)),
        None => format!(
            "SELECT pg_catalog.set_config(s.name, '{0}MB', false) FROM pg_catalog.pg_settings s \
             WHERE s.name = 'maintenance_work_mem' AND s.setting::pg_catalog.int8 < {0} * 1024;\n",
            MAINTENANCE_MEGABYTES / options.jobs.max(1)
        ),
    };
    if let Some(workers) = options.parallel_workers {
        let _ = writeln!(sql, "SET max_parallel_maintenance_workers = {workers};");
    }
    if !options.synchronous_commit {
        sql.push_str("SET synchronous_commit = off;\n");
    }
    sql
}

/// Waits until everything that was committed over any connection is on the disk: a commit that waits takes all before it along.
pub(super) fn flush(run: Run<'_>, session: &mut Session) -> Result<(), Error> {
    if run.options.synchronous_commit {
        return Ok(());
    }
    // The message is for decoding plugins that ask for it by its prefix: nobody.
    let sql = "RESET synchronous_commit; SELECT pg_catalog.pg_logical_emit_message(true, 'dumpr', '')";
    match session.execute(sql) {
        Err(error) if error.sqlstate() == Some("42501") => {
            // Somebody has revoked the function: the server writes by itself within a second.
            run.observer.warning("the last commits may be on the disk only a second after the end of the restore");
            Ok(())
        }
        result => result.map_err(Error::server("wait until the restored database is on the disk")),
    }
}

/// Whether the server runs on this machine, as far as its address tells.
pub(super) fn is_here(session: &Session) -> bool {
    let endpoint = session.endpoint();
    ["/", "@", "127.", "localhost:", "[::1]:", "::1"].iter().any(|beginning| endpoint.starts_with(beginning))
}

/// The session's `max_parallel_maintenance_workers`.
pub(super) fn parallel_workers(session: &mut Session) -> Result<usize, Error> {
    let value = text(session, "SELECT pg_catalog.current_setting('max_parallel_maintenance_workers')")?;
    Ok(value.parse().unwrap_or_default())
}

/// The role that the session's statements run as.
pub(super) fn current_user(session: &mut Session) -> Result<String, Error> {
    text(session, "SELECT current_user::pg_catalog.text")
}

fn text(session: &mut Session, sql: &str) -> Result<String, Error> {
    let rows = session.query(sql, &[]).map_err(Error::server("ask the target about the session"))?;
    Ok(rows.first().and_then(|row| row.try_get(0).ok()).unwrap_or_default())
}

/// The settings that connect to the target: with `--create`, the database is created first (and dropped before, with
/// `--clean`), in the words of the target's version.
pub(super) fn settings(run: Run<'_>, contents: &Contents, entries: &[Entry]) -> Result<Settings, Error> {
    if !run.options.create || run.options.dry_run {
        return Ok(run.settings.clone());
    }
    let Some(database) = entries.iter().find(|entry| entry.kind == Kind::Database) else {
        return Err(Error::Refused {
            what: "the archive holds no definition of its database".to_owned(),
            hint: "create the database yourself and restore without --create".to_owned(),
        });
    };
    let mut session = open(run, run.settings)?;
    if run.options.clean
        && let Some(drop) = Statements::drop(database, run.options.if_exists)
    {
        session.execute(drop).map_err(Error::server(format!("drop the database {}", database.name)))?;
    }
    let source = &contents.manifest.source;
    let create = catalog::create_database(&database.name, source, database.tablespace.as_deref(), session.version());
    // CREATE DATABASE refuses to share an implicit transaction with other statements.
    let creating = || format!("create the database {}", database.name);
    session.execute(&create).map_err(Error::server(creating()))?;
    if let (Some(owner), Some(address)) = (&database.owner, &database.address) {
        let sql = format!("ALTER {address} OWNER TO {}", syntax::identifier(owner));
        session.execute(&sql).map_err(Error::server(creating()))?;
    }
    let properties = entries.iter().filter(|entry| entry.kind == Kind::DatabaseProperties);
    for entry in properties {
        session.execute(&entry.create).map_err(Error::server(format!("set the properties of {}", database.name)))?;
    }
    Ok(run.settings.with_database(&database.name))
}

/// Checks that need no change: roles exist, nothing of the same name is in the way, types can be read.
pub(super) fn check(run: Run<'_>, session: &mut Session, contents: &Contents, entries: &[Entry]) -> Result<(), Error> {
    check_roles(session, entries)?;
    if !run.options.clean {
        check_empty(session, entries)?;
    }
    check_rows_readable(session, contents, entries)
}

fn check_roles(session: &mut Session, entries: &[Entry]) -> Result<(), Error> {
    let rows = session
        .query("SELECT rolname::pg_catalog.text FROM pg_catalog.pg_roles", &[])
        .map_err(Error::server("list the target's roles"))?;
    let known: HashSet<String> = rows.iter().filter_map(|row| row.try_get(0).ok()).collect();
    let missing: BTreeSet<&str> = entries
        .iter()
        .filter(|entry| entry.kind.has_owner())
        .filter_map(|entry| entry.owner.as_deref())
        .filter(|owner| !known.contains(*owner))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.into_iter().collect();
    Err(Error::Refused {
        what: format!("the target has no role {}", names.join(", ")),
        hint: "create the roles first, or restore with --no-owner --no-acl".to_owned(),
    })
}

/// Relations that the archive would create must not be there: refused before the first change.
fn check_empty(session: &mut Session, entries: &[Entry]) -> Result<(), Error> {
    let wanted: HashSet<(&str, &str)> = entries
        .iter()
        .filter(|entry| {
            matches!(
                entry.kind,
                Kind::Table | Kind::View | Kind::MaterializedView | Kind::ForeignTable | Kind::Sequence
            )
        })
        .filter_map(|entry| Some((entry.schema.as_deref()?, entry.name.as_str())))
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let present = catalog::list_relations(session)?;
    let mut in_the_way = present
        .iter()
        .filter(|relation| wanted.contains(&(relation.schema.as_str(), relation.name.as_str())))
        .map(|relation| syntax::qualified(&relation.schema, &relation.name));
    match in_the_way.next() {
        None => Ok(()),
        Some(first) => {
            let others = in_the_way.count();
            let more =
                if others == 0 { String::new() } else { format!(" and {others} more of the archive's relations") };
            Err(Error::Refused {
                what: format!("the target database already holds {first}{more}"),
                hint: "restore into an empty database, or add --clean --if-exists to replace what is there".to_owned(),
            })
        }
    }
}

/// Servers before 14 refuse binary arrays and composites that carry the source's OIDs.
fn check_rows_readable(session: &mut Session, contents: &Contents, entries: &[Entry]) -> Result<(), Error> {
    if session.version().major() >= 14 {
        return Ok(());
    }
    let types = &contents.manifest.types;
    for entry in entries.iter().filter(|entry| entry.kind == Kind::TableData) {
        let Some(table) = entry.stream.and_then(|stream| contents.table(stream)) else { continue };
        let choice = plan::row_format(&table.columns, types, &contents.manifest.source.encoding);
        // Rewriting the OIDs needs the types' new OIDs; until dumpr does that, the dump has to be text.
        if table.format == RowFormat::Binary && choice == plan::Choice::BinaryWithOids {
            return Err(Error::Refused {
                what: format!(
                    "{} has a column of an array or composite of user-defined types, whose binary form servers before 14 refuse",
                    syntax::qualified(&table.schema, &table.name)
                ),
                hint: "restore into PostgreSQL 14 or newer, or dump again with --copy-format text".to_owned(),
            });
        }
    }
    Ok(())
}

/// A stream whose rows must not be loaded: a column's type means something else at the target.
pub(super) struct OtherType {
    /// The stream.
    pub(super) stream: u32,
    /// Which column, and how the types differ.
    pub(super) error: Error,
}

/// After the definitions, before the first row: the target's types must mean what the source's meant.
/// A composite whose fields were swapped would load without an error and be wrong.
pub(super) fn other_types(
    session: &mut Session,
    contents: &Contents,
    streams: &[u32],
) -> Result<Vec<OtherType>, Error> {
    let source = &contents.manifest.types;
    let own = |oid: u32| source.0.get(&oid).filter(|info| info.schema != "pg_catalog");
    let tables = || {
        let tables = streams.iter().filter_map(|stream| contents.table(*stream));
        tables.filter(|table| table.content == StreamContent::Table && table.format == RowFormat::Binary)
    };
    if !tables().any(|table| table.columns.iter().any(|column| own(column.type_oid).is_some())) {
        return Ok(Vec::new());
    }
    let target = catalog::read_types(session)?;
    let by_name = target.by_name();
    let mut found = Vec::new();
    for table in tables() {
        for column in &table.columns {
            let Some(info) = own(column.type_oid) else { continue };
            let expected = source.fingerprint(column.type_oid);
            let there = by_name
                .get(&(info.schema.as_str(), info.name.as_str()))
                .map_or_else(|| "no such type".to_owned(), |oid| target.fingerprint(*oid));
            if expected == there {
                continue;
            }
            let error = Error::Refused {
                what: format!(
                    "the type of {}.{} differs at the target: the archive has {expected}, the target has {there}",
                    syntax::qualified(&table.schema, &table.name),
                    syntax::identifier(&column.name)
                ),
                hint: "make the target's type equal to the source's, or dump again with --copy-format text".to_owned(),
            };
            found.push(OtherType { stream: table.stream, error });
            break;
        }
    }
    Ok(found)
}
