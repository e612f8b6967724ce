//! The rows of a pipe and where they go: to a connection, into the spool, or nowhere.

use std::{
    collections::{HashMap, HashSet, hash_map},
    io::Read,
    sync::atomic::AtomicBool,
    thread::{self, Scope},
};

use crossbeam_channel::Sender;

use super::{
    crew::Crew,
    head::next_event,
    spool::Spool,
    stream::{Delivery, StreamLoad},
};
use crate::{
    Error,
    archive::{BlockHeader, Event, SequentialReader, StreamEnd},
    manifest::{Contents, Entry, StreamContent},
    restore::{database::Worker, load, phases::Phased, report::RestoreReport, run::Run},
};

/// What is wanted of a pipe.
pub(super) struct Wanted<'a> {
    /// Streams that are loaded as they arrive.
    now: HashMap<u32, &'a Entry>,
    /// Streams that are loaded last.
    late: HashSet<u32>,
    /// Sequences: schema and name.
    sequences: HashSet<(String, String)>,
    /// TABLE DATA entries whose table this restore has just created.
    fresh: HashSet<u32>,
}

impl<'a> Wanted<'a> {
    /// What the entries of this restore want.
    pub(super) fn new(contents: &Contents, phased: &'a Phased) -> Self {
        let is_late = |stream: u32| contents.table(stream).is_some_and(|table| table.load_last);
        let streams = phased.scheduled.iter().filter_map(|entry| Some((entry.stream?, entry)));
        let (late, now): (HashMap<_, _>, _) = streams.partition(|(stream, _)| is_late(*stream));
        let late = late.into_keys().collect();
        Wanted { now, late, sequences: phased.wanted_sequences(), fresh: phased.fresh.clone() }
    }
}

/// Sends the rows of a pipe to where they go.
pub(super) struct PipeRows<'a> {
    pub(super) run: Run<'a>,
    pub(super) contents: &'a Contents,
    pub(super) wanted: Wanted<'a>,
    pub(super) crew: Crew<'a>,
    /// The connection that made the definitions: sets sequences.
    pub(super) main: Worker,
    pub(super) spool: &'a mut Spool,
}

/// The queues of the streams that are open.
type Open = HashMap<u32, Sender<Delivery>>;

impl<'a> PipeRows<'a> {
    /// Loads everything from `first` to the archive's end; gives the connections back.
    pub(super) fn load_all<R: Read>(
        mut self,
        reader: &mut SequentialReader<R>,
        first: Event,
        report: &mut RestoreReport,
    ) -> Result<Vec<Worker>, Error> {
        let stopped = AtomicBool::new(false);
        thread::scope(|scope| {
            // Dropped before the scope ends, however it ends: a thread whose queue is closed comes to its end.
            let mut open = Open::new();
            let mut event = first;
            loop {
                match event {
                    Event::Block { header, payload } => {
                        self.block(scope, &stopped, &mut open, (header, payload), report)?;
                    }
                    Event::StreamEnd(end) => self.stream_end(&mut open, end)?,
                    Event::End(_) => break,
                    _ => {}
                }
                if self.run.interrupt.is_triggered() {
                    return Err(Error::Interrupted);
                }
                event = next_event(reader)?;
            }
            let mut workers = self.crew.come_home(report)?;
            workers.insert(0, self.main);
            Ok(workers)
        })
    }

    fn block<'scope>(
        &mut self,
        scope: &'scope Scope<'scope, '_>,
        stopped: &'scope AtomicBool,
        open: &mut Open,
        (header, payload): (BlockHeader, Vec<u8>),
        report: &mut RestoreReport,
    ) -> Result<(), Error>
    where
        'a: 'scope,
    {
        let stream = header.stream;
        let table = self.contents.table(stream).ok_or_else(|| unknown_stream(stream))?;
        if self.wanted.late.contains(&stream) {
            return self.spool.block(header, &payload);
        }
        if table.content == StreamContent::SequenceValues {
            let (session, wanted) = (&mut self.main.session, &self.wanted.sequences);
            return load::set_values(self.run, session, (header, &payload), wanted, report);
        }
        let Some(entry) = self.wanted.now.get(&stream) else { return Ok(()) };
        let queue = match open.entry(stream) {
            hash_map::Entry::Occupied(queue) => queue.into_mut(),
            hash_map::Entry::Vacant(place) => {
                let (worker, home) = self.crew.send_out(report)?;
                let (run, manifest) = (self.run, &self.contents.manifest);
                let fresh = self.wanted.fresh.contains(&entry.id);
                place.insert(StreamLoad { run, table, manifest, fresh, stopped }.start(scope, worker, home))
            }
        };
        if queue.send(Delivery::Block(header, payload)).is_err() {
            // A closed queue: its thread has failed and the result says why.
            open.clear();
            return Err(self.crew.first_failure());
        }
        Ok(())
    }

    fn stream_end(&mut self, open: &mut Open, end: StreamEnd) -> Result<(), Error> {
        if self.wanted.late.contains(&end.stream) {
            self.spool.end(end);
        } else if let Some(queue) = open.remove(&end.stream) {
            // A closed queue shows up as a failed result.
            let _ = queue.send(Delivery::End(end));
        } else if self.wanted.now.contains_key(&end.stream) && end.rows > 0 {
            let what = format!("stream {} ends with {} rows, none came", end.stream, end.rows);
            return Err(Error::Contradiction { what });
        }
        Ok(())
    }
}

fn unknown_stream(stream: u32) -> Error {
    Error::Contradiction { what: format!("a block belongs to stream {stream}, which does not exist") }
}
