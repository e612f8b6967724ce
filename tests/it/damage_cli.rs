//! Damaged archives through the command line: corrupt (4), incomplete (6) and foreign files are told apart, and
//! the message names the place. Every byte and every cut of an archive is the business of `archive`'s own tests.

use std::{
    fs,
    path::{Path, PathBuf},
};

use dumpr::archive::{ArchiveWriter, Event, SequentialReader};
use dumpr_test_servers::{Server, Tools};
use tempfile::TempDir;

use crate::{
    dumpr::{dump, run, word},
    outcome::{Failure, TestResult, all},
};

/// A small archive with a little of everything.
fn small_archive() -> TestResult<(TempDir, PathBuf, Vec<u8>)> {
    let database = Server::shared(18)?.create_database()?;
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, x text); INSERT INTO t SELECT i, md5(i::text) FROM generate_series(1, 300) i;
         CREATE TABLE u (d date); INSERT INTO u VALUES ('2020-01-01'); CREATE SEQUENCE q; SELECT lo_from_bytea(0, 'lo');",
    )?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("small.dump");
    dump(&database, &archive, &[])?;
    let bytes = fs::read(&archive)?;
    Ok((scratch, archive, bytes))
}

#[test]
fn a_flipped_byte_is_corrupt_wherever_it_is() -> TestResult {
    let (_scratch, archive, bytes) = small_archive()?;
    // About 150 places over the whole file, ends included.
    let step = (bytes.len() / 150).max(1);
    all((0..bytes.len()).step_by(step).chain([bytes.len() - 1]), |place| {
        let mut damaged = bytes.clone();
        damaged[*place] ^= 0x20;
        fs::write(&archive, &damaged)?;
        let run = run(&["verify", word(&archive)])?;
        // In the first bytes the file stops being an archive, or asks for a feature that does not exist.
        let expected: &[i32] = if *place < 16 { &[4, 5] } else { &[4] };
        if !run.code().is_some_and(|code| expected.contains(&code)) {
            return Err(Failure::new(format!("expected exit code {expected:?}: {run}")));
        }
        let report = format!("{}{}", run.stdout(), run.stderr);
        let names_a_place = report.contains("offset") || report.contains("byte");
        if names_a_place { Ok(()) } else { Err(Failure::new(format!("no place named: {run}"))) }
    })
}

#[test]
fn a_cut_archive_is_incomplete_wherever_it_ends() -> TestResult {
    let (_scratch, archive, bytes) = small_archive()?;
    let step = (bytes.len() / 100).max(1);
    all((1..bytes.len()).step_by(step).chain([bytes.len() - 1]), |length| {
        fs::write(&archive, &bytes[..*length])?;
        run(&["verify", word(&archive)])?.exits(6).map(drop)
    })
}

/// The archive written again with a digest that its first stream's rows do not have: no byte is damaged.
fn with_another_digest(bytes: &[u8]) -> TestResult<Vec<u8>> {
    let mut reader = SequentialReader::new(bytes);
    let Some(Event::Begin { identity, open_streams }) = reader.next_event()? else {
        return Err(Failure::new("the archive has no beginning"));
    };
    let mut writer = ArchiveWriter::new(Vec::new(), identity, open_streams)?;
    while let Some(event) = reader.next_event()? {
        match event {
            Event::Manifest(json) => writer.manifest(&json)?,
            Event::Entries(json) => writer.entries(&json)?,
            Event::Tables(json) => writer.tables(&json)?,
            Event::Block { header, payload } => writer.block(header, &payload)?,
            Event::StreamEnd(mut end) => {
                end.digest ^= u128::from(end.stream == 1);
                writer.end_stream(end)?;
            }
            Event::Summary(json) => return Ok(writer.finish(&json)?.0),
            Event::Begin { .. } | Event::End(_) => break,
        }
    }
    Err(Failure::new("the archive has no summary"))
}

#[test]
fn rows_that_are_not_what_the_archive_states_are_corrupt() -> TestResult {
    let (_scratch, archive, bytes) = small_archive()?;
    fs::write(&archive, with_another_digest(&bytes)?)?;
    run(&["verify", word(&archive)])?.exits(0)?;
    run(&["verify", word(&archive), "--level", "rows"])?.exits(4)?.says("digest").map(drop)
}

#[test]
fn bytes_after_the_end_are_an_error() -> TestResult {
    let (_scratch, archive, mut bytes) = small_archive()?;
    bytes.push(0);
    fs::write(&archive, &bytes)?;
    run(&["verify", word(&archive)])?.exits(4).map(drop)
}

#[test]
fn files_that_are_no_archives_are_refused_by_name() -> TestResult {
    let database = Server::shared(18)?.create_database()?;
    let scratch = tempfile::tempdir()?;
    let foreign = scratch.path().join("foreign");
    let pg_dump = Tools::get()?.command("pg_dump").args(["-Fc", "-d", &database.url()]).output()?;
    for content in [&b"hello, world\n"[..], &pg_dump.stdout, &[0; 4096]] {
        fs::write(&foreign, content)?;
        for command in ["verify", "list", "inspect"] {
            let run = run(&[command, word(&foreign)])?;
            assert!(run.code().is_some_and(|code| (1..=6).contains(&code)), "{run}");
            assert!(run.stderr.contains("foreign"), "the file is not named: {run}");
        }
    }
    fs::write(&foreign, b"")?;
    run(&["verify", word(&foreign)])?.exits(6).map(drop)
}

#[test]
fn a_damaged_archive_is_not_restored_silently() -> TestResult {
    let (_scratch, archive, bytes) = small_archive()?;
    for (damaged, code) in [(bytes[..bytes.len() * 2 / 3].to_vec(), 6), (flipped_in_the_middle(&bytes), 4)] {
        fs::write(&archive, &damaged)?;
        let target = Server::shared(18)?.create_database()?;
        run(&["restore", "-d", &target.url(), word(&archive)])?.exits(code)?;
    }
    Ok(())
}

fn flipped_in_the_middle(bytes: &[u8]) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    damaged
}

#[test]
fn several_archives_are_all_looked_at() -> TestResult {
    let (scratch, archive, bytes) = small_archive()?;
    let bad: &Path = &scratch.path().join("bad.dump");
    fs::write(bad, flipped_in_the_middle(&bytes))?;
    let run = run(&["verify", word(bad), word(&archive)])?.exits(4)?;
    let report = format!("{}{}", run.stdout(), run.stderr);
    assert!(report.contains("bad.dump") && report.contains("small.dump"), "both are named: {run}");
    Ok(())
}
