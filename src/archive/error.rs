//! Corrupt, unsupported, incomplete: three classes of bad archives, and plain I/O errors.

use std::io;

use super::{
    Version,
    fault::{Fault, Misuse, Place, Unmet, advice},
};

/// An error of the archive room: what is wrong, where, and by which rule.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The operating system refused a read or a write.
    #[error("cannot {action} the archive at byte {offset}")]
    Io {
        /// `read` or `write`.
        action: &'static str,
        /// Where.
        offset: u64,
        /// Why.
        source: io::Error,
    },
    /// The file is empty.
    #[error("the file is empty: the program that should have written an archive wrote nothing")]
    Empty,
    /// The file is something else.
    #[error("not a dumpr archive: {found}")]
    NotAnArchive {
        /// What it looks like, in words.
        found: &'static str,
    },
    /// The archive stops before its trailer.
    #[error("the archive ends at byte {offset}, {}", inside(*.place))]
    Incomplete {
        /// The length of what is there.
        offset: u64,
        /// What is cut; `None` when a whole record comes last.
        place: Option<Place>,
    },
    /// The archive breaks a rule.
    #[error("{place} at byte {offset}: {fault}")]
    Corrupt {
        /// Where the preamble or record starts that breaks it.
        offset: u64,
        /// What stands there.
        place: Place,
        /// The rule.
        fault: Fault,
    },
    /// The archive uses what this version does not know.
    #[error("{place} at byte {offset} uses {unmet}, which this version does not know; {}", advice(*.needs))]
    Unsupported {
        /// Where.
        offset: u64,
        /// What stands there.
        place: Place,
        /// What is not known.
        unmet: Unmet,
        /// The oldest version of dumpr that can read this archive, as its writer stated.
        needs: Version,
    },
    /// The writer refused a call.
    #[error("{place} cannot be written: {misuse}")]
    Misuse {
        /// What was to be written.
        place: Place,
        /// Why not.
        misuse: Misuse,
    },
    /// An earlier error stands: a writer or reader does not go on after its first one.
    #[error("an earlier error ended the work on this archive")]
    Broken,
}

/// The class of an [`ArchiveError`]; decides the exit code.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ErrorClass {
    /// Says nothing about the archive: the file could not be read or written, or a call was wrong.
    Io,
    /// The bytes are not what was written.
    Corrupt,
    /// Written by a newer version, or not an archive of this format at all.
    Unsupported,
    /// The end is missing.
    Incomplete,
}

impl ArchiveError {
    /// The class.
    pub fn class(&self) -> ErrorClass {
        match self {
            ArchiveError::Io { .. } | ArchiveError::Misuse { .. } | ArchiveError::Broken => ErrorClass::Io,
            ArchiveError::Corrupt { .. } => ErrorClass::Corrupt,
            ArchiveError::Unsupported { .. } | ArchiveError::NotAnArchive { .. } => ErrorClass::Unsupported,
            ArchiveError::Incomplete { .. } | ArchiveError::Empty => ErrorClass::Incomplete,
        }
    }

    /// The number of the rule of `format-spec/spec.md` that was broken.
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            ArchiveError::Corrupt { fault, .. } | ArchiveError::Misuse { misuse: Misuse::Rule(fault), .. } => {
                Some(fault.rule())
            }
            ArchiveError::Unsupported { unmet, .. } => Some(unmet.rule()),
            ArchiveError::NotAnArchive { .. } => Some("R-10"),
            ArchiveError::Incomplete { .. } | ArchiveError::Empty => Some("R-55"),
            ArchiveError::Io { .. } | ArchiveError::Misuse { .. } | ArchiveError::Broken => None,
        }
    }

    /// The byte offset it speaks of.
    pub fn offset(&self) -> Option<u64> {
        match self {
            ArchiveError::Io { offset, .. }
            | ArchiveError::Incomplete { offset, .. }
            | ArchiveError::Corrupt { offset, .. }
            | ArchiveError::Unsupported { offset, .. } => Some(*offset),
            ArchiveError::Empty | ArchiveError::NotAnArchive { .. } => Some(0),
            ArchiveError::Misuse { .. } | ArchiveError::Broken => None,
        }
    }

    /// An error of reading.
    pub(super) fn read(offset: u64, source: io::Error) -> Self {
        ArchiveError::Io { action: "read", offset, source }
    }

    /// An error of writing.
    pub(super) fn write(offset: u64, source: io::Error) -> Self {
        ArchiveError::Io { action: "write", offset, source }
    }
}

fn inside(place: Option<Place>) -> String {
    match place {
        Some(place) => format!("inside {place}: its end is missing"),
        None => "between two records: its end is missing".to_owned(),
    }
}
