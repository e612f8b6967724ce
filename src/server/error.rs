//! What can go wrong between us and a server.

/// An error of the server room.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// stub
    #[error("stub")]
    Stub,
}

impl ServerError {
    /// The SQLSTATE the server sent.
    pub fn sqlstate(&self) -> Option<&str> {
        todo!()
    }
    /// What to do about it, when there is something.
    pub fn hint(&self) -> Option<String> {
        todo!()
    }
    /// The run was interrupted by a signal.
    pub fn is_interrupted(&self) -> bool {
        todo!()
    }
}
