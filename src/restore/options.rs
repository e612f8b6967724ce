//! What a restore is asked to do and what it reports.

use std::num::NonZeroUsize;

use crate::plan::EntrySelection;

/// What a restore is asked to do.
#[derive(Clone, Debug)]
pub struct RestoreOptions {
    /// Which entries.
    pub selection: EntrySelection,
    /// Connections that work at the same time.
    pub jobs: usize,
    /// Drop the objects first.
    pub clean: bool,
    /// Drop them only where they exist.
    pub if_exists: bool,
    /// Create the database first; the settings then name a database to connect to meanwhile.
    pub create: bool,
    /// Everything in one transaction; one job.
    pub single_transaction: bool,
    /// Go on after an error, report all of them at the end.
    pub keep_going: bool,
    /// Definitions of one transaction; not said: enough to be quick, few enough for the server's lock table.
    pub transaction_size: Option<NonZeroUsize>,
    /// Load rows of a table that could not be created, into the one that was there (`keep_going`).
    pub data_for_failed_tables: bool,
    /// Switch triggers off while rows are loaded.
    pub disable_triggers: bool,
    /// Who switches them off; not said: who restores.
    pub superuser: Option<String>,
    /// Collect planner statistics at the end.
    pub analyze: bool,
    /// Leave out what hosted services refuse.
    pub managed: bool,
    /// `maintenance_work_mem` of every connection, as PostgreSQL writes it; without it the server's own, raised when it is small.
    pub maintenance_work_mem: Option<String>,
    /// `max_parallel_maintenance_workers` of every connection; without it the server's own, less what this machine lacks in
    /// processors when the server runs on it.
    pub parallel_workers: Option<usize>,
    /// Wait at every commit until it is on the disk, not only at the end.
    pub synchronous_commit: bool,
    /// Stop after the checks, before the first change.
    pub dry_run: bool,
}
