//! What is asked of the target before the first change: roles exist, nothing of the same name is in the way, amounts of
//! money can be read.

use std::collections::{BTreeSet, HashSet};

use super::globals::Globals;
use crate::{
    Error, catalog,
    manifest::{Contents, Entry, Table},
    object::Kind,
    restore::run::Run,
    server::{Session, Text},
    syntax,
};

/// The type `money` (`pg_type.dat`, the same on every version).
const MONEY: u32 = 790;

/// Checks that need no change: roles exist, nothing of the same name is in the way, types can be read.
pub(super) fn all(
    run: Run<'_>,
    session: &mut Session,
    contents: &Contents,
    globals: &Globals,
    entries: &[Entry],
) -> Result<(), Error> {
    names(session, globals, entries)?;
    if !run.options.clean {
        empty(session, entries)?;
    }
    money(run, session, contents, entries)
}

/// Amounts of money are stored without the place of their decimal point, which `lc_monetary` decides.
fn money(run: Run<'_>, session: &mut Session, contents: &Contents, entries: &[Entry]) -> Result<(), Error> {
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

/// Roles and tablespaces that entries name exist, or will when the globals are there.
pub(super) fn names(session: &mut Session, globals: &Globals, entries: &[Entry]) -> Result<(), Error> {
    let owned = entries.iter().chain(&globals.entries).filter(|entry| entry.kind.has_owner());
    let owners = owned.filter_map(|entry| entry.owner.as_deref());
    let roles = "SELECT rolname::pg_catalog.text FROM pg_catalog.pg_roles";
    if let Some(missing) = missing(session, roles, globals.names(Kind::Role), owners)? {
        return Err(Error::Refused {
            what: format!("the target has no role {missing}"),
            hint: "create the roles first (--globals does it when the archive has them), or restore with --no-owner --no-acl"
                .to_owned(),
        });
    }
    let tablespaces = "SELECT spcname::pg_catalog.text FROM pg_catalog.pg_tablespace";
    let named = entries.iter().filter_map(|entry| entry.tablespace.as_deref());
    if let Some(missing) = missing(session, tablespaces, globals.names(Kind::Tablespace), named)? {
        return Err(Error::Refused {
            what: format!("the target has no tablespace {missing}"),
            hint: "create the tablespaces first (--globals does it when the archive has them), or restore into the default one: --no-tablespaces"
                .to_owned(),
        });
    }
    Ok(())
}

/// The wanted names that the query does not list and that will not come.
fn missing<'a>(
    session: &mut Session,
    query: &str,
    coming: impl Iterator<Item = &'a str>,
    wanted: impl Iterator<Item = &'a str>,
) -> Result<Option<String>, Error> {
    let mut names: BTreeSet<&str> = wanted.collect();
    for name in coming {
        names.remove(name);
    }
    if names.is_empty() {
        return Ok(None);
    }
    let rows = session.query(query, &[]).map_err(Error::server("list the target's roles and tablespaces"))?;
    let known: HashSet<String> = rows.iter().filter_map(|row| row.try_get(0).ok()).map(|Text(name)| name).collect();
    let missing: Vec<&str> = names.into_iter().filter(|name| !known.contains(*name)).collect();
    Ok(Some(missing.join(", ")).filter(|names| !names.is_empty()))
}

/// Relations that the archive would create must not be there: refused before the first change.
fn empty(session: &mut Session, entries: &[Entry]) -> Result<(), Error> {
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
