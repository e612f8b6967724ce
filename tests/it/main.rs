//! Integration tests: the `dumpr` program against real servers of every supported version.
//!
//! One binary, so that one server per version serves all tests. Without servers the tests fail and say why.
//! Every test that moves a database judges the result with `dumpr_test_servers::compare`, which uses nothing of
//! dumpr: `pg_dump` for the schema, hashes inside the server for the rows.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

/// Archives byte by byte, made without the library's writer.
mod bytes;
/// Every catalog query prepares on every version and gives the same columns.
mod catalog_queries;
/// The command line: help, exit codes, naming, metadata, and that secrets stay secret.
mod cli;
/// Dumps while others write, truncate and rewrite: consistent, or a clear error.
mod consistency;
/// Cuts, flips and splices small archives: all of it must be found, with the right class.
mod damage;
/// Damaged archives: corrupt, incomplete and foreign files are told apart.
mod damage_cli;
/// Values and tables of every odd kind, encodings, names.
mod data;
/// Reads archives with the independent decoder in `tests/decoder`.
mod decoder;
/// Indexes and keys in the server's own words.
mod definitions;
/// Running the `dumpr` program.
mod dumpr;
/// Configuration tables of extensions.
mod extensions;
/// Roles, tablespaces and what else belongs to a whole cluster.
mod globals;
/// Dumps that are killed or interrupted.
mod interruption;
/// Restores by roles without special rights, and what `--managed` leaves out.
mod managed;
/// Roles, tablespaces and access methods that the target lacks.
mod missing;
/// The fixtures of `tests/objects`, together and family by family.
mod objects;
/// What the selecting options leave in and out, next to `pg_dump` with the same options.
mod options;
/// The same for a restore, next to `pg_restore`.
mod options_restore;
/// The result type of tests.
mod outcome;
/// Large tables in parts, small ones in batches, and what happens when one of them fails.
mod parallel_definitions;
mod parallel_restore;
/// Dump, restore, dump again: a fixed point; and the same through pipes.
mod roundtrip;
/// Holds `manifest.schema.json` against what the manifest room writes.
mod schema;
/// The SQL text of every fixture: as it was when it was last looked at, the same whatever the load order, and run by psql.
mod script;
/// The server room of the library: COPY, interrupts, snapshots, TLS, authentication.
mod server_room;
/// TLS, passwords, certificates and Unix sockets.
mod server_tls;
/// The servers themselves, and the comparison that the other tests lean on.
mod servers;
/// Optimizer statistics, taken back by servers from 18 on.
mod statistics;
/// Tablespaces of tables and indexes, and targets that lack them.
mod tablespaces;
/// What the vectors are: each an archive, what is wrong with it and who must say so.
mod vector_list;
/// Walks `format-spec/vectors` and holds spec, registry and code together.
mod vectors;
/// Targets of another version.
mod versions;
