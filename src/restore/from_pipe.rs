//! Restores a pipe in one pass: each open stream has a connection and a thread of its own.
//!
//! The writer declares how many streams are open at once, and that many connections are enough.

use std::{
    collections::{HashMap, HashSet},
    io::Read,
    sync::atomic::AtomicBool,
    thread::{self, Scope},
    time::{Duration, Instant},
};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};

use super::{
    RestoreReport, Run,
    decode::About,
    definitions,
    job::Job,
    load::{LoadMode, Loaded, WORTH_A_NEW_FILE, load, may_be_emptied},
    phases::{self, Phased},
    progress::Phases,
    side_streams,
    spool::Spool,
    streams::{Blocks, Piece},
    target::{self, Arrival},
    times::Activity,
    worker::Worker,
};
use crate::{
    Error,
    archive::{BlockHeader, Event, SequentialReader, StreamEnd},
    codec::Decoder,
    manifest::{Contents, Entry, Manifest, StreamContent, Table},
    plan::{self, Load, Schedule},
    rows::block_info,
    server::Settings,
};

/// Blocks that wait for a connection before the pipe is left unread.
const BLOCKS_WAITING: usize = 2;

/// Most connections a pipe may ask for, whatever it declares.
const MAX_OPEN_STREAMS: u32 = 256;

/// Restores the archive that `source` delivers.
pub(super) fn restore(run: Run<'_>, source: impl Read) -> Result<RestoreReport, Error> {
    let mut reader = SequentialReader::new(source);
    let (open_streams, mut contents, first) = read_head(&mut reader)?;
    let structure = plan::structure(&contents.entries);
    let mut report = RestoreReport::default();
    let mut phase = Phases::new(run);
    phase.begin("checking the target", &mut report);
    let (globals, entries) = phases::select(run, &mut contents, &mut report)?;
    let Arrival { settings, mut main, entries } = target::arrive(run, &contents, &globals, entries, &mut report)?;
    if run.options.dry_run {
        return Ok(report);
    }
    let mut phased = Phased::new(&entries);

    phase.begin("creating objects", &mut report);
    phases::define(run, &mut main, &entries, &mut phased, &contents, &mut report)?;

    phase.begin("loading rows", &mut report);
    let mut spool = Spool::default();
    let limit = open_streams.clamp(1, MAX_OPEN_STREAMS) as usize;
    let mut rows =
        PipeRows { run, settings: &settings, contents: &contents, phased: &phased, limit, spool: &mut spool };
    let mut workers = rows.load_all(&mut reader, first, main, &mut report)?;

    phase.begin("building indexes and constraints", &mut report);
    while workers.len() < run.options.jobs {
        workers.push(Worker::open(run, &settings)?);
    }
    workers.truncate(run.options.jobs.max(1));
    let is_late = |stream| contents.table(stream).is_some_and(|table| table.load_last);
    let scheduled: Vec<Entry> =
        phased.scheduled.iter().filter(|entry| entry.stream.is_none_or(is_late)).cloned().collect();
    let loads: HashMap<u32, Load> = contents.tables.iter().map(|table| (table.stream, Load::of(table))).collect();
    let mut scheduled = scheduled;
    let split = plan::split_keys(&mut scheduled, &loads);
    let schedule = Schedule::new(&scheduled, &structure, &loads, workers.len());
    let job = Job::new(run, &contents, &scheduled, &spool, HashSet::new());
    let workers = job.run(schedule, workers, &mut report)?;
    report.entries = report.entries.saturating_sub(split);

    phase.begin("granting privileges and refreshing views", &mut report);
    let mut workers = phases::conclude(run, &contents, &phased, workers, &mut report)?;

    phase.begin("collecting planner statistics", &mut report);
    let known = phases::restore_statistics(run, phases::first(&mut workers)?, &phased, &mut report)?;
    phases::analyze(run, &mut workers, &contents, &phased.row_streams(), &known, &spool, &mut report)?;
    target::flush(run, &mut phases::first(&mut workers)?.session)?;
    phase.end(&mut report);
    Ok(report)
}

/// Reads up to the first record behind the definitions.
fn read_head<R: Read>(reader: &mut SequentialReader<R>) -> Result<(u32, Contents, Event), Error> {
    let (mut streams, mut manifest, mut entries, mut tables) = (1, Vec::new(), Vec::new(), Vec::new());
    loop {
        match next_event(reader)? {
            Event::Begin { open_streams, .. } => streams = open_streams,
            Event::Manifest(json) => manifest = json,
            Event::Entries(json) => entries.push(json),
            Event::Tables(json) => tables.push(json),
            other => return Ok((streams, Contents::parse(&manifest, &entries, &tables)?, other)),
        }
    }
}

fn next_event<R: Read>(reader: &mut SequentialReader<R>) -> Result<Event, Error> {
    reader
        .next_event()
        .map_err(Error::archive("read the archive from the pipe"))?
        .ok_or_else(|| Error::Mismatch { what: "the archive goes on behind its end".to_owned() })
}

/// What travels from the pipe to a stream's connection.
enum PipePiece {
    Block(BlockHeader, Vec<u8>),
    End(StreamEnd),
}

/// The rows of a pipe and where they go.
struct PipeRows<'a> {
    run: Run<'a>,
    settings: &'a Settings,
    contents: &'a Contents,
    phased: &'a Phased<'a>,
    limit: usize,
    spool: &'a mut Spool,
}

/// A connection that is free again, with what it loaded.
type Finished = (Worker, Result<Loaded, Error>, Spent);

/// What a connection did and for how long.
type Spent = (Activity, Duration);

impl PipeRows<'_> {
    fn load_all<R: Read>(
        &mut self,
        reader: &mut SequentialReader<R>,
        first: Event,
        mut main: Worker,
        report: &mut RestoreReport,
    ) -> Result<Vec<Worker>, Error> {
        let streams = self.phased.scheduled.iter().filter_map(|entry| Some((entry.stream?, entry)));
        let (late, wanted): (HashMap<u32, &Entry>, HashMap<u32, &Entry>) =
            streams.partition(|(stream, _)| self.contents.table(*stream).is_some_and(|table| table.load_last));
        let sequences = self.phased.wanted_sequences();
        let fresh = self.phased.fresh();
        let (finished_sender, finished) = unbounded::<Finished>();
        let mut idle: Vec<Worker> = Vec::new();
        let mut open: HashMap<u32, Sender<PipePiece>> = HashMap::new();
        let mut busy = 0_usize;
        let stopped = AtomicBool::new(false);

        thread::scope(|scope| {
            let mut event = first;
            loop {
                match event {
                    Event::Block { header, payload } => {
                        let stream = header.stream;
                        let table = self.contents.table(stream).ok_or_else(|| unknown_stream(stream))?;
                        if late.contains_key(&stream) {
                            self.spool.block(header, &payload)?;
                        } else if table.content == StreamContent::SequenceValues {
                            set_sequences(self.run, &mut main, (header, &payload), &sequences, report)?;
                        } else if let Some(entry) = wanted.get(&stream) {
                            if let std::collections::hash_map::Entry::Vacant(e) = open.entry(stream) {
                                let worker = self.free_worker(&mut idle, &mut busy, &finished, report)?;
                                busy += 1;
                                let load = StreamLoad {
                                    run: self.run,
                                    table,
                                    manifest: &self.contents.manifest,
                                    fresh: fresh.contains(&entry.id),
                                    stopped: &stopped,
                                };
                                e.insert(load.start(scope, worker, finished_sender.clone()));
                            }
                            // A closed queue: its thread has failed and the result says why.
                            let closed = open
                                .get(&stream)
                                .is_none_or(|sender| sender.send(PipePiece::Block(header, payload)).is_err());
                            if closed {
                                open.clear();
                                return Err(first_failure(&finished, busy));
                            }
                        }
                    }
                    Event::StreamEnd(end) => {
                        if late.contains_key(&end.stream) {
                            self.spool.end(end);
                        } else if let Some(sender) = open.remove(&end.stream) {
                            // As above: a closed queue shows up as a failed result.
                            let _ = sender.send(PipePiece::End(end));
                        } else if wanted.contains_key(&end.stream) && end.rows > 0 {
                            return Err(Error::Mismatch {
                                what: format!("stream {} ends with {} rows, none came", end.stream, end.rows),
                            });
                        }
                    }
                    Event::End(_) => break,
                    _ => {}
                }
                if self.run.interrupt.is_triggered() {
                    return Err(Error::Interrupted);
                }
                event = match next_event(reader) {
                    Ok(event) => event,
                    Err(error) => {
                        open.clear();
                        return Err(error);
                    }
                };
            }
            while busy > 0 {
                idle.push(take_finished(&finished, &mut busy, report)?);
            }
            idle.insert(0, main);
            Ok(idle)
        })
    }

    /// A connection for a new stream: an idle one, a new one below the limit, or the next that gets free.
    fn free_worker(
        &self,
        idle: &mut Vec<Worker>,
        busy: &mut usize,
        finished: &Receiver<Finished>,
        report: &mut RestoreReport,
    ) -> Result<Worker, Error> {
        while let Ok((worker, result, (activity, time))) = finished.try_recv() {
            *busy -= 1;
            report.times.add(activity, time);
            report.count(Some(result?));
            idle.push(worker);
        }
        if let Some(worker) = idle.pop() {
            return Ok(worker);
        }
        if *busy < self.limit {
            return Worker::open(self.run, self.settings);
        }
        take_finished(finished, busy, report)
    }
}

fn take_finished(finished: &Receiver<Finished>, busy: &mut usize, report: &mut RestoreReport) -> Result<Worker, Error> {
    let died = || Error::Mismatch { what: "a worker thread died".to_owned() };
    let (worker, result, (activity, time)) = finished.recv().map_err(|_| died())?;
    *busy -= 1;
    report.times.add(activity, time);
    report.count(Some(result?));
    Ok(worker)
}

/// The error of the thread that closed its queue.
fn first_failure(finished: &Receiver<Finished>, busy: usize) -> Error {
    for _ in 0..busy {
        if let Ok((_, Err(error), _)) = finished.recv() {
            return error;
        }
    }
    Error::Mismatch { what: "a worker thread died".to_owned() }
}

fn unknown_stream(stream: u32) -> Error {
    Error::Mismatch { what: format!("a block belongs to stream {stream}, which does not exist") }
}

fn set_sequences(
    run: Run<'_>,
    main: &mut Worker,
    (header, payload): (BlockHeader, &[u8]),
    wanted: &HashSet<(String, String)>,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let mut raw = Vec::new();
    Decoder::default().decode(block_info(header), payload, &mut raw).map_err(Error::codec("decode sequence values"))?;
    let statements = side_streams::sequence_statements(&raw, wanted)?;
    definitions::set_sequences(run, &mut main.session, statements, report)
}

/// One stream's load.
struct StreamLoad<'a> {
    run: Run<'a>,
    table: &'a Table,
    manifest: &'a Manifest,
    fresh: bool,
    stopped: &'a AtomicBool,
}

impl<'a> StreamLoad<'a> {
    /// Starts a thread that loads what comes through the returned queue.
    fn start<'scope>(
        self,
        scope: &'scope Scope<'scope, '_>,
        mut worker: Worker,
        finished: Sender<Finished>,
    ) -> Sender<PipePiece>
    where
        'a: 'scope,
    {
        let (sender, receiver) = bounded(BLOCKS_WAITING);
        scope.spawn(move || {
            let StreamLoad { run, table, manifest, fresh, stopped } = self;
            let is_large = table.estimated_bytes >= WORTH_A_NEW_FILE;
            let frozen = fresh && is_large && may_be_emptied(table);
            let mode = LoadMode { fresh, frozen, shared: false, in_transaction: false };
            let about = About { table, observer: run.observer, stopped };
            let began = Instant::now();
            let mut blocks = PipeBlocks { receiver, table };
            let result = load(&mut worker.session, manifest, &mut blocks, mode, run.options, about);
            drop(blocks);
            // Nobody listens only when the restore has already failed.
            let is_table = table.content == StreamContent::Table;
            let activity = if is_table { Activity::Rows } else { Activity::LargeObjects };
            let _ = finished.send((worker, result, (activity, began.elapsed())));
        });
        sender
    }
}

struct PipeBlocks<'a> {
    receiver: Receiver<PipePiece>,
    table: &'a Table,
}

impl Blocks for PipeBlocks<'_> {
    fn next(&mut self, payload: &mut Vec<u8>) -> Result<Piece, Error> {
        match self.receiver.recv() {
            Ok(PipePiece::Block(header, bytes)) => {
                *payload = bytes;
                Ok(Piece::Block(header))
            }
            Ok(PipePiece::End(end)) => Ok(Piece::End(end)),
            Err(_) => Err(Error::Mismatch { what: format!("the pipe stopped inside {}", self.table.name) }),
        }
    }
}
