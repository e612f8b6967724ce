//! The rounds: everybody once per round, in another order each time, so that a slow minute of the machine hits all.

use std::{cell::Cell, error::Error, path::Path};

use dumpr_test_servers::{Database, Server};

use crate::{
    contestants::{Contestant, GZIP, Place, Programs, Role},
    data::Name,
    measure::{self, Cost, ServerMeter},
    options::{Operation, Options},
    proof,
};

/// Everything measured on one data set.
#[derive(Debug)]
pub(crate) struct Results {
    pub(crate) data: Name,
    /// Bytes of the rows as `COPY … (FORMAT binary)` gives them.
    pub(crate) raw_bytes: u64,
    pub(crate) entries: Vec<Entry>,
}

/// The runs of one contestant.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) contestant: Contestant,
    pub(crate) runs: Vec<Cost>,
    /// Size of what it made, or of what it read.
    pub(crate) bytes: u64,
}

/// The contest on one data set.
pub(crate) struct Contest<'a> {
    pub(crate) options: &'a Options,
    pub(crate) programs: &'a Programs,
    pub(crate) server: &'a Server,
    pub(crate) meter: ServerMeter,
    /// For archives.
    pub(crate) folder: &'a Path,
    /// Told about each run.
    pub(crate) tell: &'a dyn Fn(&str),
    /// How many results were put aside.
    pub(crate) aside: Cell<u32>,
}

impl Contest<'_> {
    /// Makes the data set, lets everybody run, takes the data set away.
    pub(crate) fn run(&self, data: Name) -> Result<Results, Box<dyn Error>> {
        (self.tell)(&format!("{}: loading {}", data.database(), data.description(self.options.quick)));
        let database = self.server.create_database_as(data.database(), "")?;
        data.load(&database, self.options.quick)?;
        let place =
            Place { data, source: database.url(), target: self.server.url(&target_name(data)), folder: self.folder };
        let mut results = Results { data, raw_bytes: 0, entries: Vec::new() };
        let all = self.programs.contestants(data);
        for operation in [Operation::Dump, Operation::Restore, Operation::Verify, Operation::Copy] {
            let mut these: Vec<Contestant> =
                all.iter().filter(|contestant| contestant.operation == operation).cloned().collect();
            if self.options.only.contains(&operation) {
                results.entries.extend(self.rounds(&place, these)?);
            } else if operation == Operation::Dump {
                // The others need archives, of whoever makes one.
                these.retain(|contestant| contestant.output().is_some());
                for contestant in these {
                    self.once(&place, &contestant)?;
                }
            }
            if operation == Operation::Dump {
                results.raw_bytes = proof::archive_equals_source(self.programs, &place)?;
                proof::definitions_are_complete(self.programs, &place, GZIP)?;
            }
        }
        if data.is_many_files() {
            database.keep_as(&format!("{}_{}", data.database(), self.next_number()))?;
        } else {
            for contestant in &all {
                remove(&place, contestant);
            }
        }
        Ok(results)
    }

    fn rounds(&self, place: &Place<'_>, contestants: Vec<Contestant>) -> Result<Vec<Entry>, Box<dyn Error>> {
        let mut entries: Vec<Entry> =
            contestants.into_iter().map(|contestant| Entry { contestant, runs: Vec::new(), bytes: 0 }).collect();
        for round in 0..self.options.rounds {
            let (first, count) = (usize::try_from(round).unwrap_or_default(), entries.len());
            let mut order: Vec<usize> = (0..count).map(|step| (first + step) % count).collect();
            if first % 2 == 1 {
                // So that nobody always follows the same neighbour.
                order.reverse();
            }
            for position in order {
                let entry = &mut entries[position];
                if round < entry.contestant.rounds(self.options.rounds) {
                    let cost = self.once(place, &entry.contestant)?;
                    entry.bytes = bytes_of(place, &entry.contestant);
                    entry.runs.push(cost);
                }
            }
        }
        Ok(entries)
    }

    /// One run, from a clean state, and the proof that it did its work.
    fn once(&self, place: &Place<'_>, contestant: &Contestant) -> Result<Cost, Box<dyn Error>> {
        if place.data.is_many_files() {
            self.put_aside(place, contestant)?;
        } else {
            remove(place, contestant);
        }
        let fills = matches!(contestant.operation, Operation::Restore | Operation::Copy);
        let target: Option<Database<'_>> = if fills {
            let database = self.server.create_database_as(&target_name(place.data), "")?;
            database.run("CHECKPOINT")?;
            Some(database)
        } else {
            None
        };
        let mut commands = self.programs.commands(&contestant.role, place);
        // What others wrote, the server included, must not be written back at the expense of this run.
        rustix::fs::sync();
        let cost = measure::run(&mut commands, self.meter)?;
        if target.is_some() {
            proof::database_equals_archive(self.programs, place)?;
        }
        if let Some(database) = target.filter(|_| place.data.is_many_files()) {
            let name = format!("{}_{}", database.name(), self.next_number());
            database.keep_as(&name)?;
        }
        (self.tell)(&format!(
            "{}: {:50} {:7.2} s, CPU {:6.2} + {:6.2} s, {:5.0} MB memory, {:8.2} MB",
            place.data.database(),
            contestant.name,
            cost.wall,
            cost.client_cpu,
            cost.server_cpu,
            cost.peak_bytes as f64 / 1e6,
            bytes_of(place, contestant) as f64 / 1e6,
        ));
        Ok(cost)
    }

    /// Gives what an earlier run of this contestant left another name. Removing thousands of files would slow down whoever
    /// makes some in the next minutes: ext4 passes over the inodes of files removed lately, one by one. Restored databases
    /// stay for the same reason.
    fn put_aside(&self, place: &Place<'_>, contestant: &Contestant) -> Result<(), Box<dyn Error>> {
        let Some(path) = contestant.output().map(|output| place.archive(output)) else { return Ok(()) };
        if path.exists() {
            std::fs::rename(path, self.folder.join(format!("aside-{}", self.next_number())))?;
        }
        Ok(())
    }

    fn next_number(&self) -> u32 {
        self.aside.set(self.aside.get() + 1);
        self.aside.get()
    }
}

fn target_name(data: Name) -> String {
    format!("{}_back", data.database())
}

/// Size of what this contestant makes or reads.
fn bytes_of(place: &Place<'_>, contestant: &Contestant) -> u64 {
    let archive = match &contestant.role {
        Role::DumprDump | Role::DumprRestore | Role::DumprVerify(_) => "dumpr",
        Role::PgDump(_) => &contestant.name,
        Role::PgRestore(archive) | Role::PgRead(archive) => archive,
        Role::Floor | Role::DumprCopy | Role::PgCopy | Role::Pgcopydb(_) => return 0,
    };
    size(&place.archive(archive))
}

/// Bytes of a file or of the files in a folder.
fn size(path: &Path) -> u64 {
    match std::fs::metadata(path) {
        Ok(info) if info.is_dir() => {
            std::fs::read_dir(path).into_iter().flatten().flatten().map(|file| size(&file.path())).sum()
        }
        Ok(info) => info.len(),
        Err(_) => 0,
    }
}

/// Removes what an earlier run of this contestant left.
fn remove(place: &Place<'_>, contestant: &Contestant) {
    if let Some(output) = contestant.output() {
        let path = place.archive(output);
        // One of the two is right; that neither is there is right, too.
        let _ = std::fs::remove_file(&path);
        let _ = std::fs::remove_dir_all(&path);
    }
}
