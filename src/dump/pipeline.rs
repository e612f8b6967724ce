//! Threads and queues of a dump: readers → encoders → writer.
//!
//! # Invariants
//! - At most [`slots`] blocks are in flight: a reader takes a slot before it sends a block, the writer gives
//!   it back when the block is written. Of these, one waits raw, each encoder has one in work, the others are
//!   encoded. That bounds memory whatever the database size.
//! - Blocks do not allocate: a slot carries the payload buffer of the block that had it last, and encoders give
//!   the memory of raw rows back to the readers. Freeing it would teach the allocator to keep as much in every thread.
//! - Blocks carry tickets in the order in which readers sent them, and the writer writes in ticket order.
//! - The first error is kept and stops everyone; errors that only follow from it are dropped.

use std::{
    collections::VecDeque,
    io::Write,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
};

use crossbeam_channel::{Receiver, Sender, bounded};

use super::{
    DumpOptions, encode,
    open::Reader,
    read,
    streams::{Job, Layout},
    write::{self, Outcome},
};
use crate::{
    Error,
    archive::{ArchiveWriter, Payload},
    codec::{BlockInfo, Digest, RowBlock},
    observer::Observer,
    rows::Stop,
    server::Interrupt,
};

/// A block on its way from a reader to an encoder.
pub(super) struct RawBlock {
    pub(super) ticket: u64,
    pub(super) stream: u32,
    pub(super) rows: RowBlock,
    /// Memory for the payload.
    pub(super) payload: Vec<u8>,
}

/// Room for one block in flight, with the payload's memory of an earlier one.
#[derive(Default)]
pub(super) struct Slot {
    pub(super) payload: Vec<u8>,
}

/// What the writer receives.
pub(super) enum Message {
    /// An encoded block: its payloads (several only for a row larger than a block) and what it held.
    Block { ticket: u64, stream: u32, payloads: Vec<(BlockInfo, Payload)>, digest: Digest, chosen: Vec<&'static str> },
    /// A reader finished a job of this stream.
    JobDone { ticket: u64, stream: u32 },
}

/// What all threads of one dump share.
pub(super) struct Shared<'a> {
    pub(super) options: &'a DumpOptions,
    pub(super) interrupt: &'a Interrupt,
    pub(super) observer: &'a dyn Observer,
    pub(super) layout: &'a Layout,
    queue: Mutex<VecDeque<Job>>,
    tickets: AtomicU64,
    stopped: AtomicBool,
    first_error: Mutex<Option<Error>>,
}

impl Shared<'_> {
    /// The next job, or `None` when there is none left or the dump is stopping.
    pub(super) fn next_job(&self) -> Option<Job> {
        if self.is_stopped() {
            return None;
        }
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }

    /// The next ticket.
    pub(super) fn ticket(&self) -> u64 {
        self.tickets.fetch_add(1, Ordering::Relaxed)
    }

    /// Whether something went wrong.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed) || self.interrupt.is_triggered()
    }

    /// Records the first error and stops everyone.
    pub(super) fn fail(&self, error: Error) {
        let mut first = self.first_error.lock().unwrap_or_else(PoisonError::into_inner);
        if first.is_none() {
            *first = Some(error);
        }
        self.stopped.store(true, Ordering::Relaxed);
    }
}

/// Blocks in flight: one being filled per reader is not counted.
fn slots(encoders: usize, readers: usize) -> usize {
    encoders * 2 + readers.min(4)
}

/// Runs readers, encoders and the writer to the end.
pub(super) fn run<W: Write + Send>(
    readers: Vec<Reader>,
    options: &DumpOptions,
    interrupt: &Interrupt,
    observer: &dyn Observer,
    layout: &Layout,
    archive: ArchiveWriter<W>,
) -> Result<Outcome<W>, Error> {
    let shared = Shared {
        options,
        interrupt,
        observer,
        layout,
        queue: Mutex::new(layout.jobs.iter().cloned().collect()),
        tickets: AtomicU64::new(0),
        stopped: AtomicBool::new(false),
        first_error: Mutex::new(None),
    };
    let encoders = thread::available_parallelism().map_or(2, usize::from).min(options.jobs.max(2));
    let capacity = slots(encoders, readers.len());
    let (slot_sender, slot_receiver) = bounded::<Slot>(capacity);
    for _ in 0..capacity {
        // There is room for all of them.
        let _ = slot_sender.try_send(Slot::default());
    }
    let (raw_sender, raw_receiver) = bounded::<RawBlock>(1);
    let (memory_sender, memory_receiver) = bounded::<Vec<u8>>(encoders + readers.len() + 1);
    let (message_sender, message_receiver) = bounded::<Message>(capacity);

    let outcome = thread::scope(|scope| {
        for reader in readers {
            let outputs = Outputs {
                slots: slot_receiver.clone(),
                raw: raw_sender.clone(),
                memory: memory_receiver.clone(),
                done: message_sender.clone(),
            };
            let shared = &shared;
            scope.spawn(move || read::work(shared, reader, &outputs));
        }
        for _ in 0..encoders {
            let (input, output, memory) = (raw_receiver.clone(), message_sender.clone(), memory_sender.clone());
            let shared = &shared;
            scope.spawn(move || encode::work(shared, input, &output, &memory));
        }
        // Only the threads hold these ends now: when they end, the queues end.
        drop((slot_receiver, raw_sender, message_sender, raw_receiver));
        let result = write::work(&shared, archive, message_receiver, &slot_sender);
        // Readers that wait for a slot of a writer that has failed are woken.
        drop(slot_sender);
        if result.is_err() {
            shared.stopped.store(true, Ordering::Relaxed);
        }
        result
    });
    if let Some(error) = shared.first_error.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(error);
    }
    if interrupt.is_triggered() {
        return Err(Error::Interrupted);
    }
    outcome
}

/// Where a reader sends what it reads.
pub(super) struct Outputs {
    slots: Receiver<Slot>,
    raw: Sender<RawBlock>,
    memory: Receiver<Vec<u8>>,
    done: Sender<Message>,
}

impl Outputs {
    /// Sends a block, waiting for a free slot; gives memory for another block.
    pub(super) fn block(&self, shared: &Shared<'_>, stream: u32, rows: RowBlock) -> Result<Vec<u8>, Stop> {
        let slot = self.slots.recv().map_err(|_| Stop::Closed)?;
        let block = RawBlock { ticket: shared.ticket(), stream, rows, payload: slot.payload };
        self.raw.send(block).map_err(|_| Stop::Closed)?;
        Ok(self.memory.try_recv().unwrap_or_default())
    }

    /// Says that a job of a stream is done.
    pub(super) fn job_done(&self, shared: &Shared<'_>, stream: u32) -> Result<(), Stop> {
        self.done.send(Message::JobDone { ticket: shared.ticket(), stream }).map_err(|_| Stop::Closed)
    }
}

/// The encoders' input.
pub(super) type RawReceiver = Receiver<RawBlock>;
