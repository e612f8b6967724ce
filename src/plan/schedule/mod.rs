//! What a restore runs next: entries become ready when what they need is done, conflicting ones are kept
//! apart. Workers share one [`Schedule`] under a mutex; one worker gets the serial order.
//!
//! ```text
//! pre-data, one by one ─▶ rows, ─▶ indexes, constraints ─▶ foreign keys, …
//!                         each as soon as what it needs is done
//!   ─▶ rows that name objects ─▶ what waited for these ─▶ privileges ─▶ REFRESH ─▶ event triggers
//! ```
//!
//! Event triggers come last of all: before REFRESH they would run on it, and what they write would make
//! the restored rows differ from the archive's.
//!
//! Of all that is ready the entry comes first on which the most work hangs: its own and that of the longest chain of entries
//! that wait for it (its table's indexes, their foreign keys). A table is loaded by one worker, unless that alone would take
//! longer than all that is left shared between the workers: then each that is free takes a part. Parts end at nearly the same
//! time, so a worker whose part is done waits for the others when more hangs on the whole than on anything else.
//!
//! # Invariants
//! Every entry runs once, whatever an archive says: dependencies that point to a later entry of the list
//! or to a later pass are not waited for, so there is nothing to wait for in a circle.

mod build;
mod items;
mod locks;
mod rank;
#[cfg(test)]
mod tests;
mod touch;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use crate::manifest::{self, Entry, LoadTarget};

use locks::Locks;

pub use build::passes;
pub use touch::{Outline, structure};

/// What the schedule has to know of a stream.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Load {
    /// About how many bytes it has.
    pub bytes: u64,
    /// How many workers may load it at the same time; 0 means 1.
    pub parts: u32,
    /// It is loaded after indexes and constraints: its rows name objects.
    pub last: bool,
    /// It is loaded through the root of its partition tree: schema and name.
    pub root: Option<(String, String)>,
}

impl Load {
    /// A stream that one worker loads.
    pub fn of(table: &manifest::Table) -> Load {
        Load {
            bytes: table.estimated_bytes,
            parts: 1,
            last: table.load_last,
            root: table.root.clone().filter(|_| table.load == LoadTarget::PartitionRoot),
        }
    }
}

/// Rows and what is built on them up to this size are small: many entries run in one transaction.
pub(super) const SMALL_BYTES: u64 = 256 << 10;

/// Entries that wait for one resource and are looked at again when it is free.
const WOKEN_AT_ONCE: usize = 64;

/// One piece of work.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Work {
    /// Position of the entry in the list that was given.
    pub position: usize,
    /// Which part of its rows, from 0; always 0 for an entry without rows.
    pub part: u32,
    /// Into how many parts its rows are shared: 1 when one worker loads them all.
    pub parts: u32,
    /// The pieces of work of one batch run one after the other.
    batch: u64,
}

/// The answer to a worker that asks for work.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Next {
    /// Do this, then call [`Schedule::done`].
    Run(Work),
    /// Nothing now: ask again after the next [`Schedule::done`] of another worker.
    Wait,
    /// Nothing any more.
    Finished,
}

/// The state of one restore.
#[derive(Debug)]
pub struct Schedule {
    items: Vec<Item>,
    ready: BinaryHeap<Ready>,
    locks: Locks,
    unfinished: usize,
    workers: u64,
    /// Cost of what has not been started.
    left: u64,
    /// Positions of entries of which some parts are done and the others are about to be.
    ending: Vec<usize>,
    batches: u64,
}

/// An entry, or a point that many entries wait for (these stand behind the entries).
#[derive(Debug, Default)]
struct Item {
    is_entry: bool,
    /// About what it takes, in bytes loaded.
    cost: u64,
    /// That and the longest chain of what waits for it: greater is earlier.
    rank: u64,
    /// May run in one transaction with others.
    is_small: bool,
    most_parts: u32,
    parts: u32,
    parts_started: u32,
    parts_done: u32,
    missing: usize,
    dependents: Vec<usize>,
    /// The resource whose release made it a candidate.
    woken_by: Option<usize>,
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Ready {
    rank: u64,
    position: Reverse<usize>,
}

impl Schedule {
    /// A schedule of these entries for some workers, in this order where it matters; `structure` of the whole archive
    /// ([`structure`]), `loads` by stream number.
    pub fn new(entries: &[Entry], structure: &[Outline], loads: &HashMap<u32, Load>, workers: usize) -> Schedule {
        let plan = build::Builder::new(entries, structure, loads).settle().plan();
        let mut schedule = Schedule {
            unfinished: entries.len(),
            left: plan.items.iter().fold(0, |sum, item| sum.saturating_add(item.cost)),
            items: plan.items,
            ending: Vec::new(),
            ready: BinaryHeap::new(),
            locks: Locks::new(plan.wants),
            workers: u64::try_from(workers).unwrap_or(u64::MAX).max(1),
            batches: 0,
        };
        let free: Vec<usize> =
            (0..schedule.items.len()).filter(|&position| schedule.items[position].missing == 0).collect();
        for position in free {
            schedule.release(position);
        }
        schedule
    }

    /// The next piece of work for a worker.
    pub fn next_ready(&mut self) -> Next {
        self.batches += 1;
        let soon = self.soon();
        while let Some(&Ready { position: Reverse(position), rank }) = self.ready.peek() {
            if rank < soon {
                return Next::Wait;
            }
            self.ready.pop();
            if let Some(work) = self.start(position, self.batches) {
                return Next::Run(work);
            }
        }
        if self.unfinished == 0 { Next::Finished } else { Next::Wait }
    }

    /// The greatest rank among what only waits for entries that are about to end.
    fn soon(&self) -> u64 {
        let dependents = self.ending.iter().flat_map(|&position| &self.items[position].dependents);
        let next = dependents.map(|&position| &self.items[position]).filter(|item| item.missing == 1);
        next.map(|item| item.rank).max().unwrap_or_default()
    }

    /// Another piece of work that the worker who was given `first` can do in the same transaction: both are small. Each
    /// is to be reported as done, after the last has been.
    pub fn next_small(&mut self, first: Work) -> Option<Work> {
        while let Some(&Ready { position: Reverse(position), .. }) = self.ready.peek() {
            if !self.items[first.position].is_small || !self.items[position].is_small {
                return None;
            }
            self.ready.pop();
            if let Some(work) = self.start(position, first.batch) {
                return Some(work);
            }
        }
        None
    }

    /// Starts a part of an entry, or lets the entry wait for what it has to hold.
    fn start(&mut self, position: usize, batch: u64) -> Option<Work> {
        let woken_by = self.items[position].woken_by.take();
        let is_started = self.items[position].parts_started > 0;
        if !is_started {
            if let Some(resource) = self.locks.take(position, batch) {
                // It waits for that resource now; what woke it may be free for another.
                self.locks.wait(resource, position);
                if woken_by != Some(resource) {
                    self.wake(woken_by);
                }
                return None;
            }
            self.wake(woken_by);
            let item = &mut self.items[position];
            if item.rank.saturating_mul(self.workers) > self.left.saturating_add(self.left / 8) {
                item.parts = item.most_parts;
            }
            self.left -= item.cost.min(self.left);
        }
        let item = &mut self.items[position];
        let part = item.parts_started;
        item.parts_started += 1;
        let parts = item.parts;
        if item.parts_started < parts {
            self.push(position);
        }
        Some(Work { position, part, parts, batch })
    }

    /// Whether nobody else works on the entry and no part of it is left.
    pub fn is_last_part(&self, work: Work) -> bool {
        let item = &self.items[work.position];
        item.parts_done + 1 == item.parts
    }

    /// Work is done, well or not: what waited for it may run.
    pub fn done(&mut self, work: Work) {
        let item = &mut self.items[work.position];
        item.parts_done += 1;
        if item.parts_done != item.parts {
            if item.parts_done == 1 {
                self.ending.push(work.position);
            }
            return;
        }
        self.ending.retain(|&position| position != work.position);
        self.unfinished -= 1;
        for resource in self.locks.give_back(work.position) {
            self.wake(Some(resource));
        }
        self.complete(work.position);
    }

    /// Tells what waits for an item that there is one thing less to wait for.
    fn complete(&mut self, position: usize) {
        for dependent in std::mem::take(&mut self.items[position].dependents) {
            self.items[dependent].missing -= 1;
            if self.items[dependent].missing == 0 {
                self.release(dependent);
            }
        }
    }

    /// Makes an entry ready; passes through a point.
    fn release(&mut self, position: usize) {
        if self.items[position].is_entry {
            self.push(position);
        } else {
            self.complete(position);
        }
    }

    fn push(&mut self, position: usize) {
        self.ready.push(Ready { rank: self.items[position].rank, position: Reverse(position) });
    }

    /// Makes the first that wait for a resource candidates again: one batch may be able to take several.
    fn wake(&mut self, resource: Option<usize>) {
        let Some(resource) = resource else { return };
        for _ in 0..WOKEN_AT_ONCE {
            let Some(position) = self.locks.next_waiting(resource) else { return };
            self.items[position].woken_by = Some(resource);
            self.push(position);
        }
    }
}
