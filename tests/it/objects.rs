//! Walks `tests/objects/<family>/<case>.sql`: each file is loaded, dumped, verified, restored and compared.
//!
//! A case's first line may limit the servers: `-- servers: 14-18`, `-- servers: 15-`. See `tests/objects/README.md`.

use std::{
    collections::BTreeMap,
    fs,
    ops::RangeInclusive,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use dumpr_test_servers::{Database, Server};

use crate::{
    dumpr::prove,
    outcome::{Failure, TestResult, all, on_every_version},
};

/// Roles that every case may use, on every server.
const ROLES: [&str; 3] = ["dumpr_owner", "dumpr_reader", "dumpr_writer"];

on_every_version!(all_cases_in_one_database);
on_every_version!(each_family_in_its_own_database);

fn all_cases_in_one_database(version: u32) -> TestResult {
    let server = Server::shared(version)?;
    let database = load(server, cases(version)?.values().flatten())?;
    prove(&database, server, "")
}

fn each_family_in_its_own_database(version: u32) -> TestResult {
    let server = Server::shared(version)?;
    let cases = cases(version)?;
    all(cases.keys(), |family| {
        let database = load(server, &cases[*family])?;
        prove(&database, server, "")
    })
}

/// The cases for this version by family, in the order of their names.
pub(crate) fn cases(version: u32) -> TestResult<BTreeMap<String, Vec<PathBuf>>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/objects");
    let mut families = BTreeMap::new();
    for family in fs::read_dir(root)? {
        let family = family?.path();
        if !family.is_dir() {
            continue;
        }
        let mut files = Vec::new();
        for file in fs::read_dir(&family)? {
            let file = file?.path();
            let first_line = fs::read_to_string(&file)?.lines().next().unwrap_or_default().to_owned();
            if file.extension().is_some_and(|extension| extension == "sql") && servers(&first_line)?.contains(&version)
            {
                files.push(file);
            }
        }
        files.sort();
        families.insert(family.file_name().unwrap_or_default().to_string_lossy().into_owned(), files);
    }
    if families.values().all(Vec::is_empty) {
        return Err(Failure::new(format!("tests/objects has no case for PostgreSQL {version}")));
    }
    families.retain(|_, files| !files.is_empty());
    Ok(families)
}

/// The cases that all of these versions know, without the table that is too wide to be compared often.
pub(crate) fn cases_of(versions: &[u32]) -> TestResult<Vec<PathBuf>> {
    let mut common: Option<Vec<PathBuf>> = None;
    for &version in versions {
        let own: Vec<PathBuf> = cases(version)?.into_values().flatten().collect();
        common = Some(match common {
            Some(others) => others.into_iter().filter(|case| own.contains(case)).collect(),
            None => own,
        });
    }
    let mut common = common.unwrap_or_default();
    common.retain(|case| !case.ends_with("relations/wide.sql"));
    Ok(common)
}

/// A database with these cases.
pub(crate) fn load_cases<'server>(server: &'server Server, cases: &[PathBuf]) -> TestResult<Database<'server>> {
    load(server, cases)
}

/// The roles that cases may use.
pub(crate) fn create_roles(database: &Database<'_>) -> TestResult {
    for role in ROLES {
        database.run(&format!("DO $$BEGIN CREATE ROLE {role}; EXCEPTION WHEN duplicate_object THEN NULL; END$$"))?;
    }
    Ok(())
}

/// Makes the roles of one server on another.
pub(crate) fn copy_roles(from: &Database<'_>, to: &Database<'_>) -> TestResult {
    let roles = from.run(
        "SELECT format('DO $$BEGIN CREATE ROLE %I; EXCEPTION WHEN duplicate_object THEN NULL; END$$;', rolname) \
           FROM pg_roles WHERE rolname !~ '^pg_'",
    )?;
    to.run(&roles).map(drop).map_err(Failure::from)
}

/// The versions that a case's first line asks for; all when it says nothing.
fn servers(first_line: &str) -> TestResult<RangeInclusive<u32>> {
    let Some(words) = first_line.strip_prefix("-- servers:") else { return Ok(0..=u32::MAX) };
    let (from, to) = words.trim().split_once('-').unwrap_or((words.trim(), words.trim()));
    let number = |text: &str, open| if text.is_empty() { Ok(open) } else { text.parse::<u32>() };
    Ok(number(from, 0)?..=number(to, u32::MAX)?)
}

pub(crate) fn load<'server, 'case>(
    server: &'server Server,
    files: impl IntoIterator<Item = &'case PathBuf>,
) -> TestResult<Database<'server>> {
    // One load at a time: cases may create roles, which all databases of a server share.
    static LOADING: Mutex<()> = Mutex::new(());
    let _loading = LOADING.lock().unwrap_or_else(PoisonError::into_inner);
    let database = server.create_database()?;
    create_roles(&database)?;
    for file in files {
        database.run_file(file)?;
    }
    Ok(database)
}

#[test]
fn the_first_line_limits_the_servers() -> TestResult {
    assert_eq!(servers("-- servers: 14-18")?, 14..=18);
    assert_eq!(servers("-- servers: 15-")?, 15..=u32::MAX);
    assert_eq!(servers("-- servers: 13")?, 13..=13);
    assert_eq!(servers("CREATE TABLE t ();")?, 0..=u32::MAX);
    assert!(servers("-- servers: new").is_err());
    Ok(())
}
