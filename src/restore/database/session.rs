//! Sessions at the target, and what they say of themselves.

use std::fmt::Write as _;

use crate::{
    Error,
    restore::{options::RestoreOptions, run::Run},
    server::{Session, Settings},
    syntax,
};

/// Opens a session to the target with the role the user asked for and the settings of a restore.
pub(in crate::restore) fn open(run: Run<'_>, settings: &Settings) -> Result<Session, Error> {
    let mut session = Session::open_target(settings, run.interrupt)
        .map_err(Error::server(format!("connect to {}", settings.display())))?;
    let sql = session_settings(run.options);
    session.execute(&sql).map_err(Error::server("set the session's parameters"))?;
    Ok(session)
}

/// Memory for index builds and foreign keys that all connections together get unasked: what a server with 2 GiB can spare.
const MAINTENANCE_MEGABYTES: usize = 512;

/// What makes a restore fast: memory to sort in, and no waiting for the disk at every commit ([`flush`] waits once, at the end).
fn session_settings(options: &RestoreOptions) -> String {
    let mut sql = match &options.maintenance_work_mem {
        Some(size) => format!("SET maintenance_work_mem = {};\n", syntax::literal(size)),
        None => format!(
            "SELECT pg_catalog.set_config(s.name, '{0}MB', false) FROM pg_catalog.pg_settings s \
             WHERE s.name = 'maintenance_work_mem' AND s.setting::pg_catalog.int8 < {0} * 1024;\n",
            MAINTENANCE_MEGABYTES / options.jobs.max(1)
        ),
    };
    if let Some(workers) = options.parallel_workers {
        let _ = writeln!(sql, "SET max_parallel_maintenance_workers = {workers};");
    }
    if !options.synchronous_commit {
        sql.push_str("SET synchronous_commit = off;\n");
    }
    sql
}

/// Waits until everything that was committed over any connection is on the disk: a commit that waits takes all before it along.
pub(in crate::restore) fn flush(run: Run<'_>, session: &mut Session) -> Result<(), Error> {
    if run.options.synchronous_commit {
        return Ok(());
    }
    // The message is for decoding plugins that ask for it by its prefix: nobody.
    let sql = "RESET synchronous_commit; SELECT pg_catalog.pg_logical_emit_message(true, 'dumpr', '')";
    match session.execute(sql) {
        Err(error) if error.sqlstate() == Some("42501") => {
            // Somebody has revoked the function: the server writes by itself within a second.
            run.observer.warning("the last commits may be on the disk only a second after the end of the restore");
            Ok(())
        }
        result => result.map_err(Error::server("wait until the restored database is on the disk")),
    }
}

/// Whether the server runs on this machine, as far as its address tells.
pub(in crate::restore) fn is_here(session: &Session) -> bool {
    let endpoint = session.endpoint();
    ["/", "@", "127.", "localhost:", "[::1]:", "::1"].iter().any(|beginning| endpoint.starts_with(beginning))
}

/// The session's `max_parallel_maintenance_workers`.
pub(in crate::restore) fn parallel_workers(session: &mut Session) -> Result<usize, Error> {
    let value = text(session, "SELECT pg_catalog.current_setting('max_parallel_maintenance_workers')")?;
    Ok(value.parse().unwrap_or_default())
}

/// The role that the session's statements run as.
pub(in crate::restore) fn current_user(session: &mut Session) -> Result<String, Error> {
    text(session, "SELECT current_user::pg_catalog.text")
}

fn text(session: &mut Session, sql: &str) -> Result<String, Error> {
    let rows = session.query(sql, &[]).map_err(Error::server("ask the target about the session"))?;
    Ok(rows.first().and_then(|row| row.try_get(0).ok()).unwrap_or_default())
}
