//! One stream of a pipe, loaded on a thread of its own as its blocks arrive.

use std::{
    sync::atomic::AtomicBool,
    thread::Scope,
    time::{Duration, Instant},
};

use crossbeam_channel::{Receiver, Sender, bounded};

use crate::{
    Error,
    archive::{BlockHeader, StreamEnd},
    manifest::{Manifest, StreamContent, Table},
    restore::{
        database::Worker,
        load::{About, Blocks, LoadMode, Piece, WORTH_A_NEW_FILE, load, may_be_emptied},
        report::{Activity, Loaded},
        run::Run,
    },
};

/// Blocks that wait for a connection before the pipe is left unread.
const BLOCKS_WAITING: usize = 2;

/// What travels from the pipe to a stream's connection.
pub(super) enum Delivery {
    Block(BlockHeader, Vec<u8>),
    End(StreamEnd),
}

/// A connection that is free again, with what it loaded, and what it did for how long.
pub(super) struct Finished {
    pub(super) worker: Worker,
    pub(super) result: Result<Loaded, Error>,
    pub(super) activity: Activity,
    pub(super) time: Duration,
}

/// One stream's load.
pub(super) struct StreamLoad<'a> {
    pub(super) run: Run<'a>,
    pub(super) table: &'a Table,
    pub(super) manifest: &'a Manifest,
    /// This restore has created the table.
    pub(super) fresh: bool,
    /// No more rows are wanted.
    pub(super) stopped: &'a AtomicBool,
}

impl<'a> StreamLoad<'a> {
    /// Starts a thread that loads what comes through the returned queue.
    pub(super) fn start<'scope>(
        self,
        scope: &'scope Scope<'scope, '_>,
        mut worker: Worker,
        finished: Sender<Finished>,
    ) -> Sender<Delivery>
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
            let mut blocks = Delivered { receiver, table };
            let result = load(&mut worker.session, manifest, &mut blocks, mode, run.options, about);
            drop(blocks);
            let is_table = table.content == StreamContent::Table;
            let activity = if is_table { Activity::Rows } else { Activity::LargeObjects };
            // Nobody listens only when the restore has already failed.
            let _ = finished.send(Finished { worker, result, activity, time: began.elapsed() });
        });
        sender
    }
}

/// The blocks that came through the queue.
struct Delivered<'a> {
    receiver: Receiver<Delivery>,
    table: &'a Table,
}

impl Blocks for Delivered<'_> {
    fn next(&mut self, payload: &mut Vec<u8>) -> Result<Piece, Error> {
        match self.receiver.recv() {
            Ok(Delivery::Block(header, bytes)) => {
                *payload = bytes;
                Ok(Piece::Block(header))
            }
            Ok(Delivery::End(end)) => Ok(Piece::End(end)),
            Err(_) => Err(Error::Mismatch { what: format!("the pipe stopped inside {}", self.table.name) }),
        }
    }
}
