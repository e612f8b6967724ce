//! Connections: settings, TLS, sessions, snapshot, locks, COPY as byte streams.
//!
//! A [`Session`] is blocking: it owns a current-thread runtime and is used by one OS thread at a time
//! (a runtime shared by threads costs 45–100 % more CPU on COPY).

mod copy;
mod error;
mod interrupt;
mod session;
mod settings;
mod snapshot;
mod version;

pub use copy::{CopyIn, CopyOut};
pub use error::ServerError;
pub use interrupt::Interrupt;
pub use session::Session;
pub use settings::Settings;
pub use snapshot::{LockedTable, Snapshot};
pub use version::ServerVersion;
