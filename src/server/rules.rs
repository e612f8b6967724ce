//! The settings that every session starts with.
//!
//! A role or database may carry any setting (`ALTER ROLE … SET`), so each that could change, cut short or misdirect a
//! dump or restore is set, but only where the server knows it.

use crate::syntax::{identifier, literal};

/// Settings of every session.
const COMMON: &[(&str, &str)] = &[
    ("datestyle", "ISO"),
    ("intervalstyle", "postgres"),
    ("extra_float_digits", "3"),
    ("bytea_output", "hex"),
    ("array_nulls", "on"),
    // Amounts of money are read and written the same way whatever the database's own locale.
    ("lc_monetary", "C"),
    ("transform_null_equals", "off"),
    ("standard_conforming_strings", "on"),
    ("quote_all_identifiers", "off"),
    ("statement_timeout", "0"),
    ("lock_timeout", "0"),
    ("idle_in_transaction_session_timeout", "0"),
    ("idle_session_timeout", "0"),
    ("transaction_timeout", "0"),
    ("row_security", "off"),
    // Catalog queries look expensive to the planner and are over before code for them is compiled.
    ("jit", "off"),
];

/// Settings of sessions that read.
const SOURCE: &[(&str, &str)] = &[
    // Values of timestamptz in deparsed expressions print the same whoever dumps.
    ("timezone", "UTC"),
    ("synchronize_seqscans", "off"),
    ("max_parallel_workers_per_gather", "0"),
    // With the usual 4 MB, joins of the catalogs of some thousand tables go through files.
    ("work_mem", "32MB"),
    // Without it a table swapped for a view between list and read runs its owner's code (CVE-2024-7348).
    ("restrict_nonsystem_relation_kind", "view, foreign-table"),
];

/// Settings of sessions that write.
const TARGET: &[(&str, &str)] = &[
    ("check_function_bodies", "off"),
    ("xmloption", "content"),
    ("client_min_messages", "warning"),
    ("default_table_access_method", "heap"),
    ("default_tablespace", ""),
    ("default_transaction_read_only", "off"),
    ("default_transaction_deferrable", "off"),
    ("default_transaction_isolation", "read committed"),
];

/// Opens foreign tables again where the server knows how to close them.
pub(super) const FOREIGN_TABLES: &str = "SELECT pg_catalog.set_config(s.name, 'view', false) FROM pg_catalog.pg_settings s \
     WHERE s.name = 'restrict_nonsystem_relation_kind'";

/// What a session is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Purpose {
    /// Reading: a dump, verify --against.
    Source,
    /// Writing: a restore.
    Target,
}

/// The first statement of a session: a short timeout of the role could end those that follow.
pub(super) const NO_TIMEOUT: &str = "SET statement_timeout = 0";

/// The second statement of a session. Until it ran, unqualified names may be anybody's (CVE-2018-1058).
pub(super) const EMPTY_SEARCH_PATH: &str = "SELECT pg_catalog.set_config('search_path', '', false)";

/// What the server says about itself: version, encoding, whether it is a standby, whether it only reads.
pub(super) const ABOUT: &str = "SELECT pg_catalog.current_setting('server_version_num'), \
     pg_catalog.current_setting('server_encoding'), pg_catalog.pg_is_in_recovery()::text, \
     pg_catalog.current_setting('transaction_read_only')";

/// Sets what the server knows and has otherwise.
pub(super) fn settings(purpose: Purpose) -> String {
    let own = match purpose {
        Purpose::Source => SOURCE,
        Purpose::Target => TARGET,
    };
    let wanted: Vec<_> =
        COMMON.iter().chain(own).map(|(name, value)| format!("({}, {})", literal(name), literal(value))).collect();
    // A setting that nobody may change (context internal) is what that server makes of it.
    format!(
        "SELECT pg_catalog.set_config(s.name, wanted.value, false) \
           FROM (VALUES {}) AS wanted (name, value) \
           JOIN pg_catalog.pg_settings s ON pg_catalog.lower(s.name) = wanted.name \
          WHERE s.setting <> wanted.value AND s.context <> 'internal'",
        wanted.join(", ")
    )
}

/// Takes on the role that `--role` names.
pub(super) fn set_role(role: &str) -> String {
    format!("SET ROLE {}", identifier(role))
}
