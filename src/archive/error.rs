//! Corrupt, unsupported, incomplete: three classes of bad archives, and plain I/O errors.

/// An error of the archive room. Variants name the rule broken and carry the byte offset.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// stub
    #[error("stub")]
    Stub,
}

/// The class of an [`ArchiveError`]; decides the exit code.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ErrorClass {
    Io,
    Corrupt,
    Unsupported,
    Incomplete,
}

impl ArchiveError {
    /// stub
    pub fn class(&self) -> ErrorClass {
        todo!()
    }
}
