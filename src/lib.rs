//! `dumpr` backs up PostgreSQL databases without `pg_dump`.
//!
//! The rooms and the one way data flows through them:
//!
//! ```text
//! dump      server ─ snapshot ─▶ catalog ─ objects ─▶ plan ─ jobs ─▶ dump ─ rows ─▶ codec ─ blocks ─▶ archive ─▶ store
//! restore   store ─▶ archive ─▶ plan ─ jobs ─▶ restore ◀─ rows ─ codec ◀─ blocks ;  restore ─▶ server
//! verify    store ─▶ archive ─▶ codec ─▶ verify
//! ```
//!
//! `object` and `manifest` are the plain types that pass between the rooms. `archive`, `codec`, `syntax`, `plan` and
//! `store` know no server; `catalog` knows no archive; only `dump`, `restore` and `verify` see both sides, and share `rows`. The command line lives in the binary (`src/cli`), which the library never sees.

pub mod archive;
pub mod catalog;
pub mod codec;
pub mod dump;
mod error;
pub mod manifest;
pub mod object;
pub mod observer;
mod opened;
pub mod plan;
pub mod restore;
mod rows;
pub mod server;
pub mod store;
pub mod syntax;
pub mod verify;

pub use error::Error;
