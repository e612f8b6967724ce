//! The target database: sessions, creation, and the checks before the first change.

use std::collections::{BTreeSet, HashSet};

use super::{Run, statements::Statements};
use crate::{
    Error, catalog,
    manifest::{Contents, Entry, RowFormat, StreamContent},
    object::Kind,
    plan,
    server::{Session, Settings},
    syntax,
};

/// Opens a session to the target with the role the user asked for.
pub(super) fn open(run: Run<'_>, settings: &Settings) -> Result<Session, Error> {
    Session::open_target(settings, run.interrupt).map_err(Error::server(format!("connect to {}", settings.display())))
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
