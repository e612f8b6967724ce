//! What a schedule's entries need: given to every connection.

use std::{collections::HashSet, sync::atomic::AtomicBool};

use crate::{
    Error,
    manifest::{Contents, Entry, Table},
    restore::{load::Streams, run::Run},
};

/// The entries of a schedule and what they need.
pub(in crate::restore) struct Job<'a> {
    pub(in crate::restore) run: Run<'a>,
    pub(in crate::restore) contents: &'a Contents,
    /// The entries that the schedule was made for.
    pub(in crate::restore) entries: &'a [Entry],
    pub(in crate::restore) streams: &'a dyn Streams,
    /// TABLE DATA entries whose table this restore has just created.
    pub(in crate::restore) fresh: HashSet<u32>,
    /// No more rows are wanted: something has failed.
    pub(super) stopped: AtomicBool,
}

impl<'a> Job<'a> {
    /// A job that has not begun.
    pub(in crate::restore) fn new(
        run: Run<'a>,
        contents: &'a Contents,
        entries: &'a [Entry],
        streams: &'a dyn Streams,
        fresh: HashSet<u32>,
    ) -> Self {
        Job { run, contents, entries, streams, fresh, stopped: AtomicBool::new(false) }
    }

    /// Set once no more rows are wanted.
    pub(in crate::restore) fn stopped(&self) -> &AtomicBool {
        &self.stopped
    }

    /// The stream that an entry refers to.
    pub(in crate::restore) fn table(&self, stream: u32) -> Result<&'a Table, Error> {
        self.contents.table(stream).ok_or_else(|| Error::Contradiction {
            what: format!("an entry refers to stream {stream}, which does not exist"),
        })
    }
}
