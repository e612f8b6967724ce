//! `dumpr script`: the schema as SQL text.

use std::path::PathBuf;

use clap::Args;
use dumpr::{restore, verify};

use super::{
    exit::{self, Failure},
    list,
    selection::RestoreSelection,
};

#[derive(Args)]
#[command(after_help = exit::CODES)]
pub(super) struct Arguments {
    /// The archive
    #[arg(value_name = "FILE")]
    file: PathBuf,
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
    let contents = verify::read_contents(&arguments.file)?;
    let mut selection = arguments.selection.selection(arguments.create)?;
    selection.no_role_passwords |= !arguments.role_passwords;
    let entries = selection.select(contents.entries)?;
    list::print(&restore::script(&entries)?);
    Ok(exit::DONE)
}
