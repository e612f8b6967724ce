//! The target database: sessions, creation, and the checks before the first change.

use std::{
    collections::{BTreeSet, HashSet},
    fmt::Write as _,
};

use super::{
    RestoreOptions, RestoreReport, Run,
    globals::Globals,
    other_version::{self, Fitted},
    statements::Statements,
    worker::Worker,
};
use crate::{
    Error, catalog,
    manifest::{Contents, Entry, RowFormat, StreamContent, Table, TypeTable},
    object::Kind,
    plan,
    server::{Session, Settings, Text},
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

/// The type `money` (`pg_type.dat`, the same on every version).
const MONEY: u32 = 790;

/// A target that everything is checked of and nothing is changed in, but that it may have been created.
pub(super) struct Arrival {
    /// The settings that connect to it.
    pub(super) settings: Settings,
    /// A connection to it.
    pub(super) main: Worker,
    /// The entries in its words.
    pub(super) entries: Vec<Entry>,
}

/// Connects and checks before the first change. With `--create`, the database is created first (and dropped before, with
/// `--clean`); when it turns out that it cannot hold the archive, it is dropped again.
pub(super) fn arrive(
    run: Run<'_>,
    contents: &Contents,
    globals: &Globals,
    entries: Vec<Entry>,
    report: &mut RestoreReport,
) -> Result<Arrival, Error> {
    let source = &contents.manifest.source;
    let mut session = open(run, run.settings)?;
    let version = session.version();
    let Fitted { entries, lost, mut unheld } = other_version::fit(entries, version);
    let creates = run.options.create && !run.options.dry_run;
    if creates && !unheld.is_empty() && !run.options.keep_going {
        return Err(other_version::refusal(run, source, &session, &unheld));
    }
    let settings = if creates {
        check_names(run, &mut session, globals, &entries)?;
        globals.create(run, report)?;
        create(run, &mut session, contents, &entries)?
    } else {
        run.settings.clone()
    };
    settings.database().clone_into(&mut report.database);
    let mut main = if creates { Worker::open(run, &settings)? } else { Worker::new(run, session)? };
    check(run, &mut main.session, contents, globals, &entries)?;
    if !run.options.create && !run.options.dry_run {
        globals.create(run, report)?;
    }
    // With --dry-run --create there is no database to try the definitions in, with --dry-run --globals there are no roles.
    let can_rehearse = !run.options.dry_run || !(run.options.create || globals.any());
    let rehearses = can_rehearse && !run.options.keep_going && !run.options.single_transaction;
    let foreign = other_version::check_bytes(&entries, main.session.encoding());
    let is_foreign = !foreign.is_empty();
    unheld.extend(foreign);
    if rehearses && !is_foreign && other_version::differs(source, &main.session) {
        unheld.append(&mut other_version::rehearse(run, &mut main.session, contents, &entries)?);
    }
    if !unheld.is_empty() && !run.options.keep_going {
        let refusal = other_version::refusal(run, source, &main.session, &unheld);
        if creates {
            drop(main);
            drop_again(run, settings.database());
        }
        return Err(refusal);
    }
    report.lost.extend(lost.into_iter().chain(unheld));
    Ok(Arrival { settings, main, entries })
}

/// Takes back the creation of a database that nothing was restored into.
fn drop_again(run: Run<'_>, database: &str) {
    let dropped = open(run, run.settings).and_then(|mut session| {
        let sql = format!("DROP DATABASE {}", syntax::identifier(database));
        session.execute(&sql).map_err(Error::server(format!("drop the database {database}")))
    });
    if dropped.is_err() {
        run.observer.warning(&format!("the empty database {database} is left behind"));
    }
}

/// Creates the database in the words of the target's version; the settings that connect to it.
fn create(run: Run<'_>, session: &mut Session, contents: &Contents, entries: &[Entry]) -> Result<Settings, Error> {
    let Some(database) = entries.iter().find(|entry| entry.kind == Kind::Database) else {
        return Err(Error::Refused {
            what: "the archive holds no definition of its database".to_owned(),
            hint: "create the database yourself and restore without --create".to_owned(),
        });
    };
    if run.options.clean
        && let Some(drop) = Statements::drop(database, run.options.if_exists)
    {
        session.execute(drop).map_err(Error::server(format!("drop the database {}", database.name)))?;
    }
    let source = &contents.manifest.source;
    let create = catalog::create_database(&database.name, source, database.tablespace.as_deref(), session.version());
    // CREATE DATABASE refuses to share an implicit transaction with other statements.
    let creating = || format!("create the database {}", database.name);
    session.execute(&create).map_err(run.refused(creating()))?;
    if let (Some(owner), Some(address)) = (&database.owner, &database.address) {
        let sql = format!("ALTER {address} OWNER TO {}", syntax::identifier(owner));
        session.execute(&sql).map_err(run.refused(creating()))?;
    }
    let properties = entries.iter().filter(|entry| entry.kind == Kind::DatabaseProperties);
    for entry in properties {
        session.execute(&entry.create).map_err(run.refused(format!("set the properties of {}", database.name)))?;
    }
    Ok(run.settings.with_database(&database.name))
}

/// Checks that need no change: roles exist, nothing of the same name is in the way, types can be read.
fn check(
    run: Run<'_>,
    session: &mut Session,
    contents: &Contents,
    globals: &Globals,
    entries: &[Entry],
) -> Result<(), Error> {
    check_names(run, session, globals, entries)?;
    if !run.options.clean {
        check_empty(session, entries)?;
    }
    check_money(run, session, contents, entries)
}

/// Amounts of money are stored without the place of their decimal point, which `lc_monetary` decides.
fn check_money(run: Run<'_>, session: &mut Session, contents: &Contents, entries: &[Entry]) -> Result<(), Error> {
    let types = &contents.manifest.types;
    let mut tables = entries.iter().filter_map(|entry| contents.table(entry.stream?));
    let Some(table) = tables.find(|table| has_money(types, table)) else { return Ok(()) };
    if contents.manifest.source.money_probe == catalog::read_source(session)?.money_probe {
        return Ok(());
    }
    let name = syntax::qualified(&table.schema, &table.name);
    let what = format!(
        "{name} has amounts of type money, and the target's lc_monetary puts the decimal point elsewhere than the source's"
    );
    let hint = "give the target the source's lc_monetary (ALTER DATABASE … SET lc_monetary = …); with --keep-going the \
                stored numbers are restored as they are";
    refuse_or_warn(run, what, hint)
}

/// Whether a column of the table holds amounts of money, be it inside an array or a composite type.
fn has_money(types: &TypeTable, table: &Table) -> bool {
    table.columns.iter().any(|column| types.holds(column.type_oid, MONEY))
}

/// Roles and tablespaces that entries name exist, or will when the globals are there. With `--keep-going` what is missing
/// is only told beforehand: objects are made without their owner or tablespace, and each of them is an error then.
fn check_names(run: Run<'_>, session: &mut Session, globals: &Globals, entries: &[Entry]) -> Result<(), Error> {
    let all = || entries.iter().chain(&globals.entries);
    let owners = all().filter(|entry| entry.kind.has_owner()).filter_map(|entry| entry.owner.clone());
    // The properties of the database are set with the database.
    let is_restored = |entry: &&Entry| run.options.create || entry.kind != Kind::DatabaseProperties;
    let named = all().filter(is_restored).flat_map(plan::named_roles);
    let roles: BTreeSet<String> = owners.chain(named).collect();
    let query = "SELECT rolname::pg_catalog.text FROM pg_catalog.pg_roles";
    if let Some(missing) = missing(session, query, globals.names(Kind::Role), roles)? {
        let what = format!("the target has no role {missing}");
        let hint = "create the roles first (--globals does it when the archive has them), or restore with --no-owner \
                    --no-acl (and --no-policies where policies name them)";
        refuse_or_warn(run, what, hint)?;
    }
    let query = "SELECT spcname::pg_catalog.text FROM pg_catalog.pg_tablespace";
    let tablespaces = entries.iter().filter_map(|entry| entry.tablespace.clone()).collect();
    if let Some(missing) = missing(session, query, globals.names(Kind::Tablespace), tablespaces)? {
        let what = format!("the target has no tablespace {missing}");
        let hint = "create the tablespaces first (--globals does it when the archive has them), or restore into the \
                    default one: --no-tablespaces";
        refuse_or_warn(run, what, hint)?;
    }
    Ok(())
}

/// Ends the restore before its first change, unless it is to go on whatever happens.
fn refuse_or_warn(run: Run<'_>, what: String, hint: &str) -> Result<(), Error> {
    if run.options.keep_going {
        run.observer.warning(&what);
        return Ok(());
    }
    Err(Error::Refused { what, hint: hint.to_owned() })
}

/// The wanted names that the query does not list and that will not come.
fn missing<'a>(
    session: &mut Session,
    query: &str,
    coming: impl Iterator<Item = &'a str>,
    mut wanted: BTreeSet<String>,
) -> Result<Option<String>, Error> {
    for name in coming {
        wanted.remove(name);
    }
    if wanted.is_empty() {
        return Ok(None);
    }
    let rows = session.query(query, &[]).map_err(Error::server("list the target's roles and tablespaces"))?;
    let known: HashSet<String> = rows.iter().filter_map(|row| row.try_get(0).ok()).map(|Text(name)| name).collect();
    wanted.retain(|name| !known.contains(name));
    Ok(Some(Vec::from_iter(wanted).join(", ")).filter(|names| !names.is_empty()))
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
    if !tables().any(|table| table.columns.iter().any(|column| own(source.innermost(column.type_oid)).is_some())) {
        return Ok(Vec::new());
    }
    let target = catalog::read_types(session)?;
    let by_name = target.by_name();
    let mut found = Vec::new();
    for table in tables() {
        for column in &table.columns {
            // An array may have another name at the target, its element has not.
            let type_oid = source.innermost(column.type_oid);
            let Some(info) = own(type_oid) else { continue };
            let expected = source.fingerprint(type_oid);
            let own = by_name.get(&(info.schema.as_str(), info.name.as_str()));
            let there = own.map_or_else(|| "no such type".to_owned(), |oid| target.fingerprint(*oid));
            let unread = own.and_then(|oid| target.not_receivable(*oid));
            let there = match unread {
                None if expected == there => continue,
                Some(unread) if expected == there => {
                    format!("{} without a binary input function", syntax::qualified(&unread.schema, &unread.name))
                }
                _ => there,
            };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::{Column, Field, LoadTarget, TypeInfo, TypeKind};

    fn info(kind: TypeKind) -> TypeInfo {
        TypeInfo { schema: "s".to_owned(), name: "t".to_owned(), kind, send: true, receive: true, extension: None }
    }

    fn table(type_oid: u32) -> Table {
        let column = Column { name: "a".to_owned(), type_name: String::new(), type_oid, collation: None };
        Table {
            stream: 1,
            content: StreamContent::Table,
            schema: "s".to_owned(),
            name: "t".to_owned(),
            columns: vec![column],
            format: RowFormat::Binary,
            format_reason: None,
            load: LoadTarget::Itself,
            root: None,
            load_last: false,
            condition: None,
            estimated_bytes: 0,
        }
    }

    #[test]
    fn money_is_found_wherever_it_is() {
        let field = |type_oid| Field { name: "f".to_owned(), type_oid };
        let types = TypeTable(
            [
                (23, TypeKind::Base),
                (MONEY, TypeKind::Base),
                (20_001, TypeKind::Array(MONEY)),
                (20_002, TypeKind::Domain(20_001)),
                (20_003, TypeKind::Composite(vec![field(23), field(20_002)])),
                (20_004, TypeKind::Composite(vec![field(23)])),
            ]
            .map(|(oid, kind)| (oid, info(kind)))
            .into(),
        );
        let found: Vec<u32> = types.0.keys().copied().filter(|&type_oid| has_money(&types, &table(type_oid))).collect();
        assert_eq!(found, [MONEY, 20_001, 20_002, 20_003]);
    }
}
