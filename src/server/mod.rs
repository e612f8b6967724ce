//! Connections: settings, TLS, sessions, snapshot, locks, COPY as byte streams.
//!
//! A [`Session`] is blocking and used by one OS thread at a time. tokio-postgres speaks the protocol at start-up and for catalog
//! queries, without a runtime: the thread polls its one socket itself. For COPY the stream is taken over and read in large pieces.
//!
//! ```text
//! Settings ─▶ connect ─▶ Transport (plain, TLS) ─▶ Loan ─▶ tokio-postgres ─▶ Session ─▶ Snapshot
//!                │ Socket, Wire                     └──▶ Exchange ─▶ CopyOut, CopyIn
//! Interrupt ─▶ cancel ─▶ the same server again
//! ```

mod batch;
mod cancel;
mod connect;
mod copy_in;
mod copy_out;
mod drive;
mod error;
mod exchange;
mod frames;
mod interrupt;
mod message;
mod rows;
mod rules;
mod session;
mod settings;
mod snapshot;
mod socket;
mod text;
mod tls;
mod transport;
mod version;

pub use copy_in::CopyIn;
pub use copy_out::CopyOut;
pub use error::ServerError;
pub use frames::ProtocolError;
pub use interrupt::Interrupt;
pub use message::{ServerMessage, printable};
pub(crate) use rows::{Row, Rows};
pub use session::Session;
pub use settings::{Environment, Secret, Settings, SettingsBuilder, SettingsError};
pub use snapshot::{LockedTable, Locking, Snapshot, SnapshotKind};
pub(crate) use text::{Text, Value};
pub use tls::TlsError;
pub use version::ServerVersion;
