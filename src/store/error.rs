//! What can go wrong with files.

/// An error of the store room.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// stub
    #[error("stub")]
    Stub,
}
