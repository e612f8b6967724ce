//! The target database: sessions, creation, and the checks before the first change.

use std::collections::{BTreeSet, HashSet};

use super::{
    RestoreReport, Run,
    other_version::{self, Fitted},
    statements::Statements,
    workers::Worker,
};
use crate::{
    Error, catalog,
    manifest::{Contents, Entry, RowFormat, StreamContent, Table},
    object::Kind,
    server::{Session, Settings, Text},
    syntax,
};

/// Opens a session to the target with the role the user asked for.
pub(super) fn open(run: Run<'_>, settings: &Settings) -> Result<Session, Error> {
    Session::open_target(settings, run.interrupt).map_err(Error::server(format!("connect to {}", settings.display())))
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
    let settings = if creates { create(run, &mut session, contents, &entries)? } else { run.settings.clone() };
    settings.database().clone_into(&mut report.database);
    let mut main = if creates { Worker::open(run, &settings)? } else { Worker::new(session) };
    check(run, &mut main.session, contents, &entries)?;
    // With --dry-run --create there is no database to try the definitions in.
    let has_database = creates || !run.options.create;
    let rehearses = has_database && !run.options.keep_going && !run.options.single_transaction;
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
    for line in lost.into_iter().chain(unheld) {
        run.observer.warning(&format!("left out: {line}"));
        report.left_out.push(line);
    }
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
fn check(run: Run<'_>, session: &mut Session, contents: &Contents, entries: &[Entry]) -> Result<(), Error> {
    check_roles(session, entries)?;
    if !run.options.clean {
        check_empty(session, entries)?;
    }
    check_money(run, session, contents, entries)
}

/// Amounts of money are stored without the place of their decimal point, which `lc_monetary` decides.
fn check_money(run: Run<'_>, session: &mut Session, contents: &Contents, entries: &[Entry]) -> Result<(), Error> {
    let types = &contents.manifest.types;
    let mut tables = entries.iter().filter_map(|entry| contents.table(entry.stream?));
    let has_money = |table: &Table| table.columns.iter().any(|column| types.holds(column.type_oid, MONEY));
    let Some(table) = tables.find(|table| has_money(table)) else { return Ok(()) };
    let (source, target) = (&contents.manifest.source.money_probe, catalog::read_source(session)?.money_probe);
    if *source == target {
        return Ok(());
    }
    let name = syntax::qualified(&table.schema, &table.name);
    let what = format!(
        "{name} has amounts of type money, and the target's lc_monetary puts the decimal point elsewhere than the source's"
    );
    if run.options.keep_going {
        run.observer.warning(&what);
        return Ok(());
    }
    let hint = "give the target the source's lc_monetary (ALTER DATABASE … SET lc_monetary = …); with --keep-going the \
                stored numbers are restored as they are";
    Err(Error::Refused { what, hint: hint.to_owned() })
}

fn check_roles(session: &mut Session, entries: &[Entry]) -> Result<(), Error> {
    let rows = session
        .query("SELECT rolname::pg_catalog.text FROM pg_catalog.pg_roles", &[])
        .map_err(Error::server("list the target's roles"))?;
    let known: HashSet<String> = rows.iter().filter_map(|row| row.try_get(0).ok()).map(|Text(name)| name).collect();
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
