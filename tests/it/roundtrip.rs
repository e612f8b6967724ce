//! Dump, restore, dump again: the second archive says what the first said.

use std::process::Stdio;

use dumpr_test_servers::{Server, compare};

use crate::{
    data::load_shop,
    dumpr::{self, dump, entries, finish, input, restore, word},
    outcome::{Failure, TestResult, on_every_version},
};

on_every_version!(a_second_dump_lists_the_same_entries);

fn a_second_dump_lists_the_same_entries(version: u32) -> TestResult {
    let server = Server::shared(version)?;
    let (source, target) = (server.create_database()?, server.create_database()?);
    load_shop(&source)?;
    let scratch = tempfile::tempdir()?;
    let (first, second) = (scratch.path().join("first.dump"), scratch.path().join("second.dump"));
    dump(&source, &first, &["-j", "1"])?;
    restore(&target, &first, &[])?;
    dump(&target, &second, &["-j", "1"])?;
    let (before, after) = (entries(&first)?, entries(&second)?);
    for (old, new) in before.iter().zip(&after) {
        if old != new {
            return Err(Failure::new(format!("entries differ\nfirst:  {old}\nsecond: {new}")));
        }
    }
    assert_eq!(before.len(), after.len(), "number of entries");
    Ok(())
}

#[test]
fn order_does_not_depend_on_oids() -> TestResult {
    let server = Server::shared(18)?;
    let scratch = tempfile::tempdir()?;
    let mut lists = Vec::new();
    // The same schema made in two orders has other OIDs everywhere.
    let reversed = "CREATE TABLE b (id int PRIMARY KEY); CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES b);";
    let forward = "CREATE TABLE a (id int, b int); CREATE TABLE b (id int); ALTER TABLE a ADD PRIMARY KEY (id); \
        ALTER TABLE b ADD PRIMARY KEY (id); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b;";
    for (name, sql) in [("reversed", reversed), ("forward", forward)] {
        let database = server.create_database()?;
        database.run(sql)?;
        let archive = scratch.path().join(name);
        dump(&database, &archive, &[])?;
        lists.push(entries(&archive)?);
    }
    assert_eq!(lists[0], lists[1]);
    Ok(())
}

#[test]
fn parallel_and_serial_dumps_and_restores_agree() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database()?;
    load_shop(&source)?;
    let scratch = tempfile::tempdir()?;
    for (jobs, restore_options) in [("1", vec!["-j", "1"]), ("4", vec!["-j", "4"]), ("2", vec!["--single-transaction"])]
    {
        let (archive, target) = (scratch.path().join(jobs), server.create_database()?);
        dump(&source, &archive, &["-j", jobs])?;
        restore(&target, &archive, &restore_options)?;
        let report = compare(&source.url(), &target.url())?;
        assert!(report.is_equal(), "dump -j {jobs}, restore {restore_options:?}: {report}");
    }
    Ok(())
}

#[test]
fn every_compression_gives_the_same_database() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database()?;
    load_shop(&source)?;
    let scratch = tempfile::tempdir()?;
    for method in ["none", "zstd", "zstd:9", "gzip", "gzip:1"] {
        let (archive, target) = (scratch.path().join("shop.dump"), server.create_database()?);
        let _ = std::fs::remove_file(&archive);
        dump(&source, &archive, &["-Z", method])?;
        restore(&target, &archive, &[])?;
        let report = compare(&source.url(), &target.url())?;
        assert!(report.is_equal(), "-Z {method}: {report}");
    }
    Ok(())
}

#[test]
fn a_pipe_is_as_good_as_a_file() -> TestResult {
    let server = Server::shared(18)?;
    let (source, target) = (server.create_database()?, server.create_database()?);
    load_shop(&source)?;
    let mut dump = dumpr::command(&["dump", "-d", &source.url(), "-f", "-"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let archive = dump.stdout.take().ok_or_else(|| Failure::new("no standard output"))?;
    finish(dumpr::command(&["restore", "-d", &target.url(), "-"]).stdin(archive))?.exits(0)?;
    let output = dump.wait_with_output()?;
    assert!(output.status.success(), "dump: {}", String::from_utf8_lossy(&output.stderr));
    let report = compare(&source.url(), &target.url())?;
    assert!(report.is_equal(), "{report}");
    Ok(())
}

#[test]
fn a_file_restores_from_standard_input() -> TestResult {
    let server = Server::shared(18)?;
    let (source, target) = (server.create_database()?, server.create_database()?);
    load_shop(&source)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("shop.dump");
    dump(&source, &archive, &[])?;
    finish(dumpr::command(&["restore", "-d", &target.url(), "-"]).stdin(input(&archive)?))?.exits(0)?;
    let report = compare(&source.url(), &target.url())?;
    assert!(report.is_equal(), "{report}");
    Ok(())
}

#[test]
fn verify_against_finds_a_changed_row() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database()?;
    load_shop(&source)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("shop.dump");
    dump(&source, &archive, &[])?;
    let against = ["verify", word(&archive), "--against", &source.url()];
    dumpr::run(&against)?.exits(0)?;
    source.run("UPDATE shop.customer SET email = email || 'x' WHERE id = 17")?;
    let run = dumpr::run(&against)?;
    assert!(run.code() != Some(0), "a changed row went unseen: {run}");
    assert!(run.stderr.contains("customer") || run.stdout().contains("customer"), "the table is not named: {run}");
    Ok(())
}
