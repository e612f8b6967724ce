//! The SQL text of the fixtures of `tests/objects`, on PostgreSQL 18.
//!
//! `tests/snapshots/<family>.sql` holds what `dumpr script` prints for a family, so that a change of emitted SQL is seen
//! in review. After a change that is meant, and after a new fixture, write them again and read the difference:
//!
//! ```text
//! DUMPR_WRITE_SNAPSHOTS=1 cargo test --test it script
//! ```

use std::{
    fs,
    path::{Path, PathBuf},
};

use dumpr_test_servers::{Database, Server, Tools};

use crate::{
    dumpr::{dump, run, word},
    objects::{cases, load},
    outcome::{Failure, TestResult, all},
};

/// The text of a database's schema, from `\\restrict` on.
fn script(database: &Database<'_>, more: &[&str]) -> TestResult<String> {
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("schema.dump");
    dump(database, &archive, &["-s"])?;
    let words = [&["script", word(&archive), "--restrict-key", "snapshot"], more].concat();
    Ok(run(&words)?.exits(0)?.stdout())
}

#[test]
fn the_text_of_every_family_is_as_it_was() -> TestResult {
    let server = Server::shared(18)?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let write = std::env::var_os("DUMPR_WRITE_SNAPSHOTS").is_some();
    fs::create_dir_all(&folder)?;
    let cases = cases(18)?;
    all(cases.keys(), |family| {
        let text = script(&load(server, &cases[*family])?, &[])?;
        let file = folder.join(format!("{family}.sql"));
        if write {
            fs::write(&file, &text)?;
        }
        let before = fs::read_to_string(&file).unwrap_or_default();
        let place = text.lines().zip(before.lines()).position(|(new, old)| new != old);
        match place {
            _ if text == before => Ok(()),
            Some(line) => Err(Failure::new(format!(
                "line {} is now {:?} and was {:?}; see the head of this test's file",
                line + 1,
                text.lines().nth(line).unwrap_or_default(),
                before.lines().nth(line).unwrap_or_default(),
            ))),
            None => Err(Failure::new("lines were added or taken away at the end; see the head of this test's file")),
        }
    })
}

#[test]
fn the_order_of_creation_leaves_no_trace_in_the_text() -> TestResult {
    let server = Server::shared(18)?;
    let mut cases = cases(18)?;
    // Default privileges are given to what is created after them: there the order does leave a trace.
    cases.remove("access");
    let files: Vec<PathBuf> = cases.into_values().flatten().collect();
    let forwards = script(&load(server, &files)?, &[])?;
    let backwards = script(&load(server, files.iter().rev())?, &[])?;
    match forwards.lines().zip(backwards.lines()).find(|(one, other)| one != other) {
        None if forwards == backwards => Ok(()),
        difference => Err(Failure::new(format!("the texts differ: {difference:?}"))),
    }
}

#[test]
fn psql_runs_the_text_and_gets_the_same_schema() -> TestResult {
    let server = Server::shared(18)?;
    let files: Vec<PathBuf> = cases(18)?.into_values().flatten().collect();
    let source = load(server, &files)?;
    let text = script(&source, &[])?;
    let target = server.create_database()?;
    let scratch = tempfile::tempdir()?;
    let file = scratch.path().join("schema.sql");
    fs::write(&file, &text)?;
    target.run_file(&file)?;
    assert_eq!(script(&target, &[])?, text);
    Ok(())
}

#[test]
fn psql_replaces_what_is_there_with_the_text_and_its_drops() -> TestResult {
    let server = Server::shared(18)?;
    // Not of all families: operators leave shells behind, and subscriptions want their publisher.
    let cases = cases(18)?;
    let source = load(server, cases["relations"].iter().chain(&cases["relation_parts"]))?;
    let scratch = tempfile::tempdir()?;
    let file = scratch.path().join("schema.sql");
    let text = script(&source, &["--clean", "--if-exists"])?;
    fs::write(&file, &text)?;
    source.run_file(&file)?;
    assert_eq!(script(&source, &["--clean", "--if-exists"])?, text);
    Ok(())
}

#[test]
fn the_text_can_make_its_database() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database_as("script \"o'clock\\", "")?;
    source.run("CREATE SCHEMA s; CREATE TABLE s.t (); COMMENT ON DATABASE \"script \"\"o'clock\\\" IS 'c'")?;
    let text = script(&source, &["--create", "--clean"])?;
    let scratch = tempfile::tempdir()?;
    let file = scratch.path().join("create.sql");
    fs::write(&file, &text)?;
    let elsewhere = server.create_database()?;
    let mut psql = Tools::get()?.command("psql");
    let output =
        psql.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", &elsewhere.url(), "-f", word(&file)]).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(Failure::new(format!("psql: {said}")));
    }
    assert_eq!(script(&source, &["--create", "--clean"])?, text);
    Ok(())
}
