//! The locks of a session that reads many tables.

use crate::{Error, server::Session};

/// Jobs after which locks are given back.
const JOBS: usize = 64;

/// Gives back the locks of a session that takes them table by table. A transaction keeps whatever it locked, and the
/// lock table of a server, shared by all its sessions, has room for 6 400 by default.
#[derive(Debug, Default)]
pub(crate) struct FewLocks {
    jobs: usize,
}

impl FewLocks {
    /// Called before each job, in a transaction that has its snapshot.
    pub(crate) fn before_job(&mut self, session: &mut Session) -> Result<(), Error> {
        let done = match self.jobs {
            0 => session.mark_locks(),
            jobs if jobs.is_multiple_of(JOBS) => session.release_locks(),
            _ => Ok(()),
        };
        self.jobs += 1;
        done.map_err(Error::server("give back the locks of what was read"))
    }
}
