//! What a restore runs next: entries become ready when what they need is done, conflicting ones are kept
//! apart. Workers share one [`Schedule`] under a mutex; one worker gets the serial order.
//!
//! ```text
//! pre-data, one by one ─▶ rows, largest first ─┐
//!                         indexes, constraints │ each when its own table's rows are in
//!                         foreign keys, …      ┘
//!   ─▶ rows that name objects ─▶ what waited for these ─▶ privileges ─▶ REFRESH ─▶ event triggers
//! ```
//!
//! Event triggers come last of all: before REFRESH they would run on it, and what they write would make
//! the restored rows differ from the archive's.
//!
//! # Invariants
//! Every entry runs once, whatever an archive says: dependencies that point to a later entry of the list
//! or to a later pass are not waited for, so there is nothing to wait for in a circle.

mod build;
mod locks;
#[cfg(test)]
mod tests;
mod touch;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use crate::manifest::{self, Entry, LoadTarget};

use locks::Locks;

pub use build::passes;

/// What the schedule has to know of a stream.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Load {
    /// About how many bytes it has.
    pub bytes: u64,
    /// Into how many parts the workers share it; 0 means 1.
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

/// One piece of work.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Work {
    /// Position of the entry in the list that was given.
    pub position: usize,
    /// Which part of its rows, from 0; always 0 for an entry without rows.
    pub part: u32,
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
}

/// An entry, or a point that many entries wait for (these stand behind the entries).
#[derive(Debug, Default)]
struct Item {
    is_entry: bool,
    priority: Priority,
    parts: u32,
    parts_started: u32,
    parts_done: u32,
    missing: usize,
    dependents: Vec<usize>,
    /// The resource whose release made it a candidate.
    woken_by: Option<usize>,
}

/// Greater is earlier.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
struct Priority {
    /// Rows and what is built on them come before foreign keys and the like.
    builds: bool,
    bytes: u64,
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Ready {
    priority: Priority,
    position: Reverse<usize>,
}

impl Schedule {
    /// A schedule for these entries, in this order where it matters; `loads` by stream number.
    pub fn new(entries: &[Entry], loads: &HashMap<u32, Load>) -> Schedule {
        let plan = build::Builder::new(entries, loads).finish();
        let mut schedule = Schedule {
            unfinished: entries.len(),
            items: plan.items,
            ready: BinaryHeap::new(),
            locks: Locks::new(plan.wants),
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
        while let Some(Ready { position: Reverse(position), .. }) = self.ready.pop() {
            let woken_by = self.items[position].woken_by.take();
            let already_started = self.items[position].parts_started > 0;
            if !already_started && let Some(resource) = self.locks.take(position) {
                // It waits for that resource now; what woke it may be free for another.
                self.locks.wait(resource, position);
                if woken_by != Some(resource) {
                    self.wake(woken_by);
                }
                continue;
            }
            self.wake(woken_by);
            let item = &mut self.items[position];
            let part = item.parts_started;
            item.parts_started += 1;
            if item.parts_started < item.parts {
                self.push(position);
            }
            return Next::Run(Work { position, part });
        }
        if self.unfinished == 0 { Next::Finished } else { Next::Wait }
    }

    /// Work is done, well or not: what waited for it may run.
    pub fn done(&mut self, work: Work) {
        let item = &mut self.items[work.position];
        item.parts_done += 1;
        if item.parts_done != item.parts {
            return;
        }
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
        self.ready.push(Ready { priority: self.items[position].priority, position: Reverse(position) });
    }

    /// Makes the first that waits for a resource a candidate again.
    fn wake(&mut self, resource: Option<usize>) {
        if let Some(resource) = resource
            && let Some(position) = self.locks.next_waiting(resource)
        {
            self.items[position].woken_by = Some(resource);
            self.push(position);
        }
    }
}
