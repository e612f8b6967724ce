//! One connection of a restore.

use std::thread;

use super::session;
use crate::{
    Error,
    object::Kind,
    restore::{definitions::Statements, run::Run},
    server::{Session, Settings},
};

/// One connection of a restore.
pub(in crate::restore) struct Worker {
    pub(in crate::restore) session: Session,
    pub(in crate::restore) statements: Statements,
    /// Who may help the server to build an index; unknown when the server runs on another machine.
    pub(in crate::restore) spare: Option<Spare>,
    /// `max_parallel_maintenance_workers` as this restore has set it.
    pub(in crate::restore) helpers: Option<usize>,
}

/// Processors that no connection of the restore keeps busy.
#[derive(Clone, Copy, Debug)]
pub(in crate::restore) struct Spare {
    /// The session's `max_parallel_maintenance_workers`.
    pub(in crate::restore) most: usize,
    /// Processors beyond one for each connection.
    pub(in crate::restore) processors: usize,
}

impl Worker {
    /// Opens a connection to the target.
    pub(in crate::restore) fn open(run: Run<'_>, settings: &Settings) -> Result<Self, Error> {
        Worker::new(run, session::open(run, settings)?)
    }

    /// This worker and others, as many as there are jobs.
    pub(in crate::restore) fn and_others(self, run: Run<'_>, settings: &Settings) -> Result<Vec<Self>, Error> {
        let mut workers = vec![self];
        while workers.len() < run.options.jobs && !run.options.single_transaction {
            workers.push(Worker::open(run, settings)?);
        }
        Ok(workers)
    }

    /// A worker on a connection to the target.
    pub(in crate::restore) fn new(run: Run<'_>, mut session: Session) -> Result<Self, Error> {
        // Whoever says how many helpers there are gets as many.
        let spare = match run.options.parallel_workers {
            None if session::is_here(&session) => Some(Spare {
                most: session::parallel_workers(&mut session)?,
                processors: thread::available_parallelism().map_or(1, usize::from).saturating_sub(run.options.jobs),
            }),
            _ => None,
        };
        let statements = Statements::for_session(session::current_user(&mut session)?, run.options.keep_going);
        Ok(Worker { session, statements, spare, helpers: None })
    }

    /// How many processes may help the server to build an index, when that has to be said; `waiting` asks how many other
    /// connections have nothing to do.
    pub(in crate::restore) fn helpers_for(&self, kind: Kind, waiting: impl Fn() -> usize) -> Option<usize> {
        let spare = self.spare.filter(|_| matches!(kind, Kind::Index | Kind::Constraint))?;
        let helpers = spare.most.min(spare.processors + waiting());
        (self.helpers != Some(helpers)).then_some(helpers)
    }
}
