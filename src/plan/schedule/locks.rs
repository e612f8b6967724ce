//! Keeps conflicting entries apart: shared and exclusive holds on resources.
//!
//! An entry takes all its holds at once or none, and waits while holding nothing: there is no deadlock. Entries of one
//! batch run one after the other on one connection, so they share what one of them holds.

use std::collections::{BTreeSet, HashMap};

/// How an entry holds a resource.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Mode {
    /// Together with other shared holders.
    Shared,
    /// Alone.
    Exclusive,
}

/// What an entry may hold.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum Resource {
    /// The object of this entry number.
    Object(u32),
    /// The partition tree of this table, by the number its members share.
    Tree(usize),
    /// The rows of catalogs that have no object of their own.
    Catalog,
}

/// The holds of all entries.
#[derive(Debug, Default)]
pub(super) struct Locks {
    /// By entry: resources in ascending order.
    wants: Vec<Vec<(usize, Mode)>>,
    held: Vec<Held>,
    /// By resource, in the order of the list.
    waiting: Vec<BTreeSet<usize>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Held {
    shared: usize,
    exclusive: usize,
    /// Who holds it exclusively.
    batch: u64,
}

impl Held {
    fn refuses(self, mode: Mode, batch: u64) -> bool {
        match (self.exclusive > 0, mode) {
            (true, _) => self.batch != batch,
            (false, Mode::Exclusive) => self.shared > 0,
            (false, Mode::Shared) => false,
        }
    }
}

impl Locks {
    pub(super) fn new(wants: Vec<Vec<(Resource, Mode)>>) -> Locks {
        let mut numbers: HashMap<Resource, usize> = HashMap::new();
        let wants: Vec<Vec<(usize, Mode)>> = wants
            .into_iter()
            .map(|wants| {
                let mut strongest: HashMap<usize, Mode> = HashMap::new();
                for (resource, mode) in wants {
                    let next = numbers.len();
                    let number = *numbers.entry(resource).or_insert(next);
                    let held = strongest.entry(number).or_insert(mode);
                    *held = mode.max(*held);
                }
                let mut wants: Vec<(usize, Mode)> = strongest.into_iter().collect();
                wants.sort_unstable();
                wants
            })
            .collect();
        Locks { wants, held: vec![Held::default(); numbers.len()], waiting: vec![BTreeSet::new(); numbers.len()] }
    }

    /// Takes what an entry wants to hold for a batch, or says which resource it has to wait for.
    pub(super) fn take(&mut self, position: usize, batch: u64) -> Option<usize> {
        let wants = &self.wants[position];
        let blocked = wants.iter().find(|&&(resource, mode)| self.held[resource].refuses(mode, batch));
        if let Some(&(resource, _)) = blocked {
            return Some(resource);
        }
        for &(resource, mode) in wants {
            let held = &mut self.held[resource];
            match mode {
                Mode::Shared => held.shared += 1,
                Mode::Exclusive => {
                    held.exclusive += 1;
                    held.batch = batch;
                }
            }
        }
        None
    }

    /// Gives back what an entry holds; the resources that are free for others now.
    pub(super) fn give_back(&mut self, position: usize) -> Vec<usize> {
        let mut free = Vec::new();
        for &(resource, mode) in &self.wants[position] {
            let held = &mut self.held[resource];
            match mode {
                Mode::Shared => held.shared -= 1,
                Mode::Exclusive => held.exclusive -= 1,
            }
            if held.exclusive == 0 && (held.shared == 0 || mode == Mode::Exclusive) {
                free.push(resource);
            }
        }
        free
    }

    /// Remembers that an entry waits for a resource.
    pub(super) fn wait(&mut self, resource: usize, position: usize) {
        self.waiting[resource].insert(position);
    }

    /// Takes the first that waits for a resource.
    pub(super) fn next_waiting(&mut self, resource: usize) -> Option<usize> {
        self.waiting[resource].pop_first()
    }
}
