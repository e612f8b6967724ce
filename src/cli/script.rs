//! `dumpr script`: the schema as SQL text.

use std::path::PathBuf;

use clap::Args;
use dumpr::{restore, syntax::raw_bytes, verify};

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
    #[command(flatten)]
    selection: RestoreSelection,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<u8, Failure> {
    let contents = verify::read_contents(&arguments.file)?;
    let entries = arguments.selection.selection(arguments.create)?.select(contents.entries)?;
    list::print_bytes(&raw_bytes::to_bytes(&restore::script(&entries)?));
    Ok(exit::DONE)
}
