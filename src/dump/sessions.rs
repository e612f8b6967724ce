//! The connections of a dump: how they are opened, alone and several at once.

use std::thread;

use super::DumpOptions;
use crate::{
    Error,
    server::{Interrupt, Session, Settings},
};

/// Opens a session with the role and the settings that the user asked for.
pub(super) fn open(settings: &Settings, options: &DumpOptions, interrupt: &Interrupt) -> Result<Session, Error> {
    let mut session = Session::open_source(settings, interrupt)
        .map_err(Error::server(format!("connect to {}", settings.display())))?;
    if !options.selection.include_foreign_data.is_empty() {
        // The user trusts the server that these rows come from.
        session.open_foreign_tables().map_err(Error::server("allow the reading of foreign tables"))?;
    }
    if options.enable_row_security {
        session.execute("SET row_security = on").map_err(Error::server("switch row-level security on"))?;
    }
    Ok(session)
}

/// Opens this many sessions at the same time: over a network, or with a server that starts processes slowly, one after
/// the other would take a good part of a small dump.
pub(super) fn open_together(
    count: usize,
    settings: &Settings,
    options: &DumpOptions,
    interrupt: &Interrupt,
) -> Result<Vec<Session>, Error> {
    thread::scope(|scope| {
        let opening: Vec<_> = (0..count).map(|_| scope.spawn(|| open(settings, options, interrupt))).collect();
        let join = |thread: thread::ScopedJoinHandle<'_, _>| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        // All are waited for before the first error is handed on.
        let opened: Vec<_> = opening.into_iter().map(join).collect();
        opened.into_iter().collect()
    })
}
