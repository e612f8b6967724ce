//! The connections that load streams of a pipe: busy with one, or idle until the next.

use crossbeam_channel::{Receiver, Sender, unbounded};

use super::stream::Finished;
use crate::{
    Error,
    restore::{database::Worker, report::RestoreReport, run::Run},
    server::Settings,
};

/// The connections of a pipe.
pub(super) struct Crew<'a> {
    run: Run<'a>,
    settings: &'a Settings,
    /// Most streams at a time.
    limit: usize,
    idle: Vec<Worker>,
    busy: usize,
    home: Sender<Finished>,
    finished: Receiver<Finished>,
}

impl<'a> Crew<'a> {
    /// Has the connections that are there, and opens more for up to `limit` streams.
    pub(super) fn new(run: Run<'a>, settings: &'a Settings, limit: usize, idle: Vec<Worker>) -> Self {
        let (home, finished) = unbounded();
        Crew { run, settings, limit, idle, busy: 0, home, finished }
    }

    /// A connection for a new stream (an idle one, a new one below the limit, or the next that gets free), and where it goes
    /// when it is done.
    pub(super) fn send_out(&mut self, report: &mut RestoreReport) -> Result<(Worker, Sender<Finished>), Error> {
        while let Ok(finished) = self.finished.try_recv() {
            let worker = self.take_in(finished, report)?;
            self.idle.push(worker);
        }
        let worker = match self.idle.pop() {
            Some(worker) => worker,
            None if self.busy < self.limit => Worker::open(self.run, self.settings)?,
            None => self.wait(report)?,
        };
        self.busy += 1;
        Ok((worker, self.home.clone()))
    }

    /// Waits for all that are busy.
    pub(super) fn come_home(mut self, report: &mut RestoreReport) -> Result<Vec<Worker>, Error> {
        while self.busy > 0 {
            let worker = self.wait(report)?;
            self.idle.push(worker);
        }
        Ok(self.idle)
    }

    /// The error of the thread that closed its queue; the other queues must be closed too.
    pub(super) fn first_failure(&self) -> Error {
        for _ in 0..self.busy {
            if let Ok(Finished { result: Err(error), .. }) = self.finished.recv() {
                return error;
            }
        }
        Error::thread_died("worker")
    }

    fn wait(&mut self, report: &mut RestoreReport) -> Result<Worker, Error> {
        let finished = self.finished.recv().map_err(|_| Error::thread_died("worker"))?;
        self.take_in(finished, report)
    }

    fn take_in(&mut self, finished: Finished, report: &mut RestoreReport) -> Result<Worker, Error> {
        self.busy -= 1;
        report.times.add(finished.activity, finished.time);
        report.count(Some(finished.result?));
        Ok(finished.worker)
    }
}
