//! What is asked of the target before the first change: roles exist, nothing of the same name is in the way, amounts of
//! money can be read.

use std::collections::{BTreeSet, HashSet};

use super::globals::Globals;
use crate::{
    Error, catalog,
    manifest::{Contents, Entry, Table, TypeTable},
    object::Kind,
    plan,
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
    names(run, session, globals, entries)?;
    if !run.options.clean {
        empty(session, entries)?;
    }
    money(run, session, contents, entries)
}

/// Amounts of money are stored without the place of their decimal point, which `lc_monetary` decides.
fn money(run: Run<'_>, session: &mut Session, contents: &Contents, entries: &[Entry]) -> Result<(), Error> {
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
pub(super) fn names(run: Run<'_>, session: &mut Session, globals: &Globals, entries: &[Entry]) -> Result<(), Error> {
    let all = || entries.iter().chain(&globals.entries);
    let owners = all().filter(|entry| entry.kind.has_owner()).filter_map(|entry| entry.owner.as_deref());
    // The properties of the database are set with the database.
    let is_restored = |entry: &&Entry| run.options.create || entry.kind != Kind::DatabaseProperties;
    let named = all().filter(is_restored).flat_map(plan::named_roles);
    let roles: BTreeSet<String> = owners.map(str::to_owned).chain(named).collect();
    let query = "SELECT rolname::pg_catalog.text FROM pg_catalog.pg_roles";
    if let Some(missing) = missing(session, query, globals.names(Kind::Role), roles)? {
        let what = format!("the target has no role {missing}");
        let hint = "create the roles first (--globals does it when the archive has them), or restore with --no-owner \
                    --no-acl (and --no-policies where policies name them)";
        refuse_or_warn(run, what, hint)?;
    }
    let query = "SELECT spcname::pg_catalog.text FROM pg_catalog.pg_tablespace";
    let tablespaces = entries.iter().filter_map(|entry| entry.tablespace.as_deref().map(str::to_owned)).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::{Column, Field, LoadTarget, RowFormat, StreamContent, TypeInfo, TypeKind};

    fn info(kind: TypeKind) -> TypeInfo {
        TypeInfo { schema: "s".to_owned(), name: "t".to_owned(), kind, send: true, receive: true, extension: None }
    }

    fn table(type_oid: u32) -> Table {
        let column = Column { name: "a".into(), type_name: "".into(), type_oid, collation: None };
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
