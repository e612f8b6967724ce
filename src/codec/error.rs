//! What can be wrong with rows and blocks.

/// An error of the codec room.
#[derive(Debug, Eq, PartialEq, thiserror::Error)]
pub enum CodecError {
    /// stub
    #[error("stub")]
    Stub,
}
