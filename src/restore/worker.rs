//! One connection of a restore.

use std::thread;

use super::{Run, statements::Statements, target};
use crate::{
    Error,
    object::Kind,
    server::{Session, Settings},
};

/// One connection of a restore.
pub(super) struct Worker {
    pub(super) session: Session,
    pub(super) statements: Statements,
    /// Who may help the server to build an index; unknown when the server runs on another machine.
    pub(super) spare: Option<Spare>,
    /// `max_parallel_maintenance_workers` as this restore has set it.
    pub(super) helpers: Option<usize>,
}

/// Processors that no connection of the restore keeps busy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spare {
    /// The session's `max_parallel_maintenance_workers`.
    pub(super) most: usize,
    /// Processors beyond one for each connection.
    pub(super) processors: usize,
}

impl Worker {
    /// Opens a connection to the target.
    pub(super) fn open(run: Run<'_>, settings: &Settings) -> Result<Self, Error> {
        Worker::new(run, target::open(run, settings)?)
    }

    /// A worker on a connection to the target.
    pub(super) fn new(run: Run<'_>, mut session: Session) -> Result<Self, Error> {
        // Whoever says how many helpers there are gets as many.
        let spare = match run.options.parallel_workers {
            None if target::is_here(&session) => Some(Spare {
                most: target::parallel_workers(&mut session)?,
                processors: thread::available_parallelism().map_or(1, usize::from).saturating_sub(run.options.jobs),
            }),
            _ => None,
        };
        let statements = Statements::for_session(target::current_user(&mut session)?, run.options.keep_going);
        Ok(Worker { session, statements, spare, helpers: None })
    }

    /// How many processes may help the server to build an index, when that has to be said; `waiting` asks how many other
    /// connections have nothing to do.
    pub(super) fn helpers_for(&self, kind: Kind, waiting: impl Fn() -> usize) -> Option<usize> {
        let spare = self.spare.filter(|_| matches!(kind, Kind::Index | Kind::Constraint))?;
        let helpers = spare.most.min(spare.processors + waiting());
        (self.helpers != Some(helpers)).then_some(helpers)
    }
}
