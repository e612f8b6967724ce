//! Writes the report's files, and with `--publish` the page that the README shows.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use crate::{chart, contest::Results, figures, machine::Machine, report};

/// What stands around the part of the README that is written here.
const MARKS: (&str, &str) = ("<!-- benchmark: begin -->\n", "<!-- benchmark: end -->\n");

/// The README's picture.
const CHART: &str = "![Time and size beside pg_dump](benches/results/versus_pg_dump.svg)";

/// Where the README sends the curious.
const MORE: &str =
    "All figures, with ranges, processor time and memory: [benches/results](benches/results/versus_pg_dump.md).";

/// Where things are written that are not published: `target/bench`.
pub(crate) fn folder() -> PathBuf {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
    scratch.parent().unwrap_or(scratch).join("bench")
}

/// Writes `versus_pg_dump.{json,md,svg}`; gives the folder.
pub(crate) fn write(folder: &Path, machine: &Machine, all: &[Results], quick: bool) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let mut text = serde_json::to_string_pretty(&figures::json(machine, all, quick))?;
    text.push('\n');
    fs::write(folder.join("versus_pg_dump.json"), text)?;
    fs::write(folder.join("versus_pg_dump.md"), report::full(machine, all, quick))?;
    fs::write(folder.join("versus_pg_dump.svg"), chart::draw(all))?;
    Ok(())
}

/// Writes the same into `benches/results`, and the essence into the README.
pub(crate) fn publish(machine: &Machine, all: &[Results]) -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    write(&root.join("benches/results"), machine, all, false)?;
    let path = root.join("README.md");
    let readme = fs::read_to_string(&path)?;
    let (before, rest) = readme.split_once(MARKS.0).ok_or("the README has no place for the benchmark")?;
    let (_, after) = rest.split_once(MARKS.1).ok_or("the README has no end of the benchmark's place")?;
    let (begin, end) = MARKS;
    let essence = report::essence(machine, all, false);
    fs::write(path, format!("{before}{begin}{CHART}\n\n{essence}\n{MORE}\n{end}{after}"))?;
    Ok(())
}
