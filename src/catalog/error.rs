//! What can go wrong while the schema is read.
use crate::server::ServerError;

/// An error of the catalog room.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// A catalog query failed.
    #[error("cannot read {what} from the catalogs")]
    Query {
        /// The query's name: `relations/index.sql`.
        what: &'static str,
        /// The server's error.
        source: ServerError,
    },
    /// A row is not what the query promises.
    #[error("unexpected value in {what}: {detail}")]
    Row {
        /// The query's name.
        what: &'static str,
        /// What is wrong.
        detail: String,
    },
}
