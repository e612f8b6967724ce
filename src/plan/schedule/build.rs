//! Who waits for whom.
//!
//! # Invariants
//! Rows wait only for rows earlier in the list and for points before them; everything else waits for
//! entries of its section or an earlier one, earlier in the list, and for rows. So nothing waits in a circle.

use std::collections::{HashMap, HashSet};

use super::{Load, Outline, touch::Tables};
use crate::{
    manifest::Entry,
    object::{Kind, Pass, Section},
};

/// When each entry runs: as its kind says, but a comment or label never before what it speaks of.
pub fn passes(entries: &[Entry]) -> Vec<Pass> {
    let own: HashMap<u32, Pass> = entries.iter().map(|entry| (entry.id, entry.kind.pass())).collect();
    entries
        .iter()
        .map(|entry| {
            let subject = entry.belongs_to.into_iter().chain(entry.depends_on.iter().copied());
            let latest = subject.filter_map(|id| own.get(&id).copied()).max().unwrap_or(Pass::Main);
            match entry.kind {
                Kind::Comment | Kind::SecurityLabel => latest.max(entry.kind.pass()),
                _ => entry.kind.pass(),
            }
        })
        .collect()
}

pub(super) struct Builder<'a> {
    pub(super) entries: &'a [Entry],
    pub(super) loads: &'a HashMap<u32, Load>,
    pub(super) tables: Tables<'a>,
    pub(super) passes: Vec<Pass>,
    positions: HashMap<u32, usize>,
    pub(super) touched: Vec<Vec<u32>>,
    /// By item, entries first, points behind them.
    pub(super) needs: Vec<Vec<usize>>,
    /// Rows of a table, by the table's entry number.
    pub(super) rows_of: HashMap<u32, Vec<usize>>,
    /// By partition tree: the point where all its rows are in, and that of the rows loaded through its root.
    trees: HashMap<usize, (usize, usize)>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(entries: &'a [Entry], structure: &'a [Outline], loads: &'a HashMap<u32, Load>) -> Builder<'a> {
        let tables = Tables::new(entries, structure);
        let touched = entries.iter().map(|entry| tables.touched(entry)).collect();
        Builder {
            entries,
            loads,
            passes: passes(entries),
            positions: entries.iter().enumerate().map(|(position, entry)| (entry.id, position)).collect(),
            touched,
            needs: vec![Vec::new(); entries.len()],
            rows_of: HashMap::new(),
            trees: HashMap::new(),
            tables,
        }
    }

    /// Who waits for whom is settled.
    pub(super) fn settle(mut self) -> Self {
        self.find_rows();
        let pre_data = self.chain_pre_data();
        let large_objects = self.point_after(|_, entry| entry.kind == Kind::LargeObject);
        for position in 0..self.entries.len() {
            let entry = &self.entries[position];
            if self.passes[position] != Pass::Main || entry.section == Section::PreData {
                continue;
            }
            self.needs[position].push(pre_data);
            if entry.kind == Kind::LargeObjectData {
                self.needs[position].push(large_objects);
            }
            self.need_earlier(position);
            if !is_rows(entry.kind) && entry.kind != Kind::LargeObject {
                self.need_rows(position);
            }
        }
        self.put_foreign_keys_behind_indexes();
        self.hold_back_last_loads();
        self.end_with_later_passes();
        self
    }

    /// Adds a point that waits for the entries that `belongs` picks.
    fn point_after(&mut self, belongs: impl Fn(usize, &Entry) -> bool) -> usize {
        let entries = self.entries.iter().enumerate();
        let needs =
            entries.filter(|&(position, entry)| belongs(position, entry)).map(|(position, _)| position).collect();
        self.needs.push(needs);
        self.needs.len() - 1
    }

    pub(super) fn load(&self, position: usize) -> Option<&'a Load> {
        self.entries[position].stream.and_then(|stream| self.loads.get(&stream))
    }

    /// Connects rows with their tables and trees.
    fn find_rows(&mut self) {
        let mut in_tree: HashMap<usize, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for position in (0..self.entries.len()).filter(|&position| self.entries[position].kind == Kind::TableData) {
            for &table in &self.touched[position] {
                self.rows_of.entry(table).or_default().push(position);
                if let Some(tree) = self.tables.tree(table) {
                    in_tree.entry(tree).or_default().0.push(position);
                }
            }
            if let Some((schema, name)) = self.load(position).and_then(|load| load.root.as_ref())
                && let Some(root) = self.tables.named(schema, name)
            {
                match self.tables.tree(root) {
                    Some(tree) => in_tree.entry(tree).or_default().1.push(position),
                    None => self.rows_of.entry(root).or_default().push(position),
                }
            }
        }
        for (tree, (rows, through_root)) in in_tree {
            let all = self.needs.len();
            self.needs.push(rows);
            self.needs.push(through_root);
            self.trees.insert(tree, (all, all + 1));
        }
    }

    /// Pre-data runs one by one; gives the point behind it.
    fn chain_pre_data(&mut self) -> usize {
        let mut last = None;
        for position in 0..self.entries.len() {
            if self.passes[position] == Pass::Main && self.entries[position].section == Section::PreData {
                self.needs[position].extend(last);
                last = Some(position);
            }
        }
        self.needs.push(last.into_iter().collect());
        self.needs.len() - 1
    }

    /// Waits for the dependencies that the list has before the entry.
    fn need_earlier(&mut self, position: usize) {
        let entry = &self.entries[position];
        if entry.kind == Kind::LargeObject {
            return;
        }
        let earlier = entry.depends_on.iter().filter_map(|id| self.positions.get(id).copied()).filter(|&need| {
            let other = &self.entries[need];
            need < position
                && self.passes[need] == Pass::Main
                && other.section != Section::PreData
                && other.section <= entry.section
                && (is_rows(other.kind) || !is_rows(entry.kind))
        });
        let earlier: Vec<usize> = earlier.collect();
        self.needs[position].extend(earlier);
    }

    /// Waits for the rows of the tables it touches.
    fn need_rows(&mut self, position: usize) {
        let kind = self.entries[position].kind;
        let mut needs = Vec::new();
        for table in &self.touched[position] {
            let rows = self.rows_of.get(table);
            // An index on a table whose rows name objects may be what they name: it comes before them.
            needs.extend(
                rows.into_iter()
                    .flatten()
                    .copied()
                    .filter(|&rows| !(self.load(rows).is_some_and(|load| load.last) && may_precede_last_loads(kind))),
            );
            if let Some(&(all, through_root)) = self.tables.tree(*table).and_then(|tree| self.trees.get(&tree)) {
                let recurses = rows.is_none() && reaches_partitions(kind);
                let has_last =
                    |point: usize| self.needs[point].iter().any(|&rows| self.load(rows).is_some_and(|load| load.last));
                let point = if recurses { all } else { through_root };
                if !(may_precede_last_loads(kind) && has_last(point)) {
                    needs.push(point);
                }
            }
        }
        self.needs[position].extend(needs);
    }

    /// A foreign key wants its table for itself and would keep the table's indexes from being built side by side, which
    /// also serve its check.
    fn put_foreign_keys_behind_indexes(&mut self) {
        let mut indexes: HashMap<u32, Vec<usize>> = HashMap::new();
        for (position, entry) in self.entries.iter().enumerate() {
            let Some(table) = entry.belongs_to.filter(|_| self.passes[position] == Pass::Main) else { continue };
            match entry.kind {
                Kind::Index | Kind::Constraint => indexes.entry(table).or_default().push(position),
                Kind::ForeignKey => {
                    // Those that come later in the list may wait for this key.
                    self.needs[position].extend(indexes.get(&table).into_iter().flatten().copied());
                }
                _ => {}
            }
        }
    }

    /// Rows that name objects wait for everything that does not wait for them.
    fn hold_back_last_loads(&mut self) {
        let last: Vec<usize> =
            (0..self.entries.len()).filter(|&position| self.load(position).is_some_and(|load| load.last)).collect();
        if last.is_empty() {
            return;
        }
        let dependents = dependents(&self.needs);
        let mut held: HashSet<usize> = last.iter().copied().collect();
        let mut stack = last.clone();
        while let Some(item) = stack.pop() {
            stack.extend(dependents[item].iter().copied().filter(|&dependent| held.insert(dependent)));
        }
        let passes = std::mem::take(&mut self.passes);
        let point = self.point_after(|position, _| passes[position] == Pass::Main && !held.contains(&position));
        self.passes = passes;
        for position in last {
            self.needs[position].push(point);
        }
    }

    /// Privileges after everything else, then REFRESH, then event triggers.
    fn end_with_later_passes(&mut self) {
        let step = |pass: Pass, kind: Kind| match (pass, kind) {
            (Pass::Main, _) => 0,
            (Pass::Acl, _) => 1,
            (Pass::Last, Kind::Refresh) => 2,
            (Pass::Last, _) => 3,
        };
        let steps: Vec<u8> =
            self.entries.iter().zip(&self.passes).map(|(entry, &pass)| step(pass, entry.kind)).collect();
        let mut before = self.point_after(|position, _| steps[position] == 0);
        for current in 1..=3 {
            for position in (0..self.entries.len()).filter(|&position| steps[position] == current) {
                self.needs[position].push(before);
                let earlier = self.entries[position].depends_on.iter().filter_map(|id| self.positions.get(id).copied());
                let earlier: Vec<usize> = earlier.filter(|&need| need < position && steps[need] == current).collect();
                self.needs[position].extend(earlier);
            }
            let after = self.point_after(|position, _| steps[position] == current);
            self.needs[after].push(before);
            before = after;
        }
    }
}

fn dependents(needs: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut dependents = vec![Vec::new(); needs.len()];
    for (position, needs) in needs.iter().enumerate() {
        for &need in needs {
            dependents[need].push(position);
        }
    }
    dependents
}

/// Entries whose work is loading a stream.
fn is_rows(kind: Kind) -> bool {
    matches!(kind, Kind::TableData | Kind::SequenceSet | Kind::LargeObjectData)
}

/// On a partitioned table these go down to the partitions; indexes and keys are made one by one and attached.
pub(super) fn reaches_partitions(kind: Kind) -> bool {
    matches!(kind, Kind::ForeignKey | Kind::Trigger | Kind::CheckConstraint)
}

/// Built on an empty table as well as on a full one, and never in the way of loading it.
fn may_precede_last_loads(kind: Kind) -> bool {
    matches!(kind, Kind::Index | Kind::Constraint | Kind::IndexAttach | Kind::Statistics)
}
