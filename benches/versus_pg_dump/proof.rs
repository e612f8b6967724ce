//! Proof that what was measured did its work: nobody wins by doing nothing.
//!
//! `dumpr verify` computes counts and digests of all rows anew, from the archive and from databases. Everybody's
//! restored databases are held against the archive, and that against the source, so `pg_restore`'s databases are proven
//! equal to dumpr's as well.

use std::{error::Error, process::Command};

use crate::contestants::{Place, Programs};

/// The archive holds the rows of the source, to the last; gives their raw bytes.
pub(crate) fn archive_equals_source(programs: &Programs, place: &Place<'_>) -> Result<u64, Box<dyn Error>> {
    let report = verify(programs, place, &["--level", "rows", "--json"], &place.source)?;
    let report: serde_json::Value = serde_json::from_str(&report)?;
    let streams = report["report"]["streams"].as_array().ok_or("the report of dumpr verify has no streams")?;
    Ok(streams.iter().filter_map(|stream| stream["raw_bytes"].as_u64()).sum())
}

/// The database that was filled holds the rows of the archive.
pub(crate) fn database_equals_archive(programs: &Programs, place: &Place<'_>) -> Result<(), Box<dyn Error>> {
    verify(programs, place, &["--level", "structure"], &place.target).map(drop)
}

fn verify(programs: &Programs, place: &Place<'_>, words: &[&str], database: &str) -> Result<String, Box<dyn Error>> {
    let mut command = programs.dumpr(&["verify"]);
    command.args(words).args(["--against", database]).arg(place.archive("dumpr"));
    let output = command.output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(format!("{}: dumpr verify ended with {}: {said}{complained}", place.data.database(), output.status).into())
}

/// The archive of dumpr lists as many tables, indexes, constraints and comments as that of `pg_dump`.
pub(crate) fn definitions_are_complete(
    programs: &Programs,
    place: &Place<'_>,
    theirs: &str,
) -> Result<(), Box<dyn Error>> {
    let theirs = count_kinds(programs.tools.command("pg_restore").arg("--list").arg(place.archive(theirs)))?;
    let ours = count_kinds(programs.dumpr(&["list"]).arg(place.archive("dumpr")))?;
    if ours == theirs {
        return Ok(());
    }
    Err(format!("{}: dumpr lists {ours:?} and pg_restore {theirs:?}", place.data.database()).into())
}

/// Kinds that both write as entries of their own.
const KINDS: [&str; 5] = ["TABLE", "INDEX", "CONSTRAINT", "COMMENT", "FK"];

/// Entries of each kind in a table of contents: `123; 1259 16389 TABLE public orders owner`.
fn count_kinds(list: &mut Command) -> Result<[usize; KINDS.len()], Box<dyn Error>> {
    let output = list.output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let mut counts = [0; KINDS.len()];
    for line in String::from_utf8_lossy(&output.stdout).lines().filter(|line| !line.starts_with(';')) {
        let mut words = line.split(' ').skip(3);
        if let Some(kind) = words.next().and_then(|word| KINDS.iter().position(|kind| *kind == word))
            && words.next() != Some("DATA")
        {
            counts[kind] += 1;
        }
    }
    Ok(counts)
}
