//! `dumpr script`: the schema as SQL text.

use std::path::PathBuf;

use clap::Args;
use dumpr::{
    restore::{self, ScriptOptions},
    store::write_atomically,
    syntax::raw_bytes,
    verify,
};

use super::{
    exit::{self, Failure},
    list,
    selection::RestoreSelection,
};

#[derive(Args)]
#[command(after_help = exit::CODES)]
pub(super) struct Arguments {
    /// The archive
    #[arg(value_name = "ARCHIVE")]
    archive: PathBuf,
    /// Write the text to this file instead of standard output
    #[arg(short = 'f', long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Drop the objects first
    #[arg(short = 'c', long)]
    clean: bool,
    /// With --clean: drop only what exists
    #[arg(long, requires = "clean")]
    if_exists: bool,
    /// The key of \\restrict, instead of a random one: letters and digits
    #[arg(long, value_name = "KEY")]
    restrict_key: Option<String>,
    /// Also the statements that create the database
    #[arg(short = 'C', long)]
    create: bool,
    /// With --globals: the statements that give roles their passwords (hashes that let a server's users in)
    #[arg(long)]
    role_passwords: bool,
    #[command(flatten)]
    selection: RestoreSelection,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<u8, Failure> {
    let contents = verify::read_contents(&arguments.archive)?;
    let mut selection = arguments.selection.selection(arguments.create)?;
    selection.no_role_passwords |= !arguments.role_passwords;
    let entries = selection.select(contents.entries)?;
    let options = ScriptOptions {
        clean: arguments.clean,
        if_exists: arguments.if_exists,
        restrict_key: arguments.restrict_key.clone(),
    };
    let script = restore::script(&entries, &options)?;
    let text = raw_bytes::to_bytes(&script);
    match &arguments.file {
        None => list::print_bytes(&text),
        // A device or a pipe cannot be replaced.
        Some(path) if path.symlink_metadata().is_ok_and(|found| !found.is_file()) => {
            std::fs::write(path, text).map_err(|source| dumpr::Error::File { path: path.clone(), source })?;
        }
        Some(path) => {
            write_atomically(path, &text, true).map_err(dumpr::Error::from)?;
        }
    }
    Ok(exit::DONE)
}
