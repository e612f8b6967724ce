//! `dumpr list`: the table of contents, in the manner of `pg_restore --list`.

use std::{io::Write as _, path::PathBuf};

use clap::Args;
use dumpr::{
    object::Kind,
    plan::{self, Globals},
    verify,
};

use super::{
    exit::{self, Failure},
    report,
    selection::RestoreSelection,
};

#[derive(Args)]
#[command(after_help = exit::CODES)]
pub(super) struct Arguments {
    /// The archive
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// One JSON object per entry
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    selection: RestoreSelection,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<u8, Failure> {
    let contents = verify::read_contents(&arguments.file)?;
    let mut selection = arguments.selection.selection(true)?;
    if selection.globals == Globals::Without {
        selection.globals = Globals::With;
    }
    let manifest = contents.manifest;
    let mut entries = selection.select(contents.entries)?;
    let mut text = String::new();
    if arguments.json {
        for entry in &mut entries {
            if entry.kind == Kind::RolePassword {
                // Only a restore, and a script that is asked for it, give a password's hash away.
                entry.create.clear();
            }
            let line =
                serde_json::to_string(&*entry).map_err(|source| dumpr::Error::Json { document: "entry", source })?;
            text.push_str(&line);
            text.push('\n');
        }
    } else {
        let lines = [
            (";", String::new()),
            ("; Archive created at", manifest.started_at),
            (";     dbname:", report::printable(&manifest.source.database)),
            (";     TOC Entries:", manifest.entry_count.to_string()),
            (";     Dumped from database version:", report::printable(&manifest.source.server_version)),
            (";     Dumped by dumpr version:", report::printable(&manifest.dumpr_version)),
            (";", String::new()),
            ("; Selected TOC Entries:", String::new()),
            (";", String::new()),
        ];
        for (name, value) in lines {
            text.push_str(format!("{name} {value}").trim_end());
            text.push('\n');
        }
        for entry in &entries {
            text.push_str(&plan::list_line(entry));
            text.push('\n');
        }
    }
    print(&text);
    Ok(exit::DONE)
}

/// Prints data; a reader that went away is not an error.
pub(super) fn print(text: &str) {
    print_bytes(text.as_bytes());
}

/// The same, of any encoding.
pub(super) fn print_bytes(bytes: &[u8]) {
    let _ = std::io::stdout().lock().write_all(bytes);
}
