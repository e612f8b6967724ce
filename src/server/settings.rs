//! Connection settings as libpq understands them.
use super::ServerError;

/// Everything needed to open sessions to one database.
#[derive(Clone)]
pub struct Settings {}

impl Settings {
    /// From a URI or keyword string (or a bare database name) and the environment, libpq's rules.
    pub fn parse(_conninfo: &str) -> Result<Self, ServerError> {
        todo!()
    }
    /// The same server and user, another database.
    pub fn with_database(&self, _name: &str) -> Self {
        todo!()
    }
    /// Database name.
    pub fn database(&self) -> &str {
        todo!()
    }
    /// `user@host:port/database`, without secrets, for messages.
    pub fn display(&self) -> String {
        todo!()
    }
}
