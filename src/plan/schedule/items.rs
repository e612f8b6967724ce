//! From who waits for whom to the schedule's items: what each costs, what it holds, who waits for it.

use std::collections::HashMap;

use super::{
    Item, SMALL_BYTES,
    build::{Builder, reaches_partitions},
    locks::{Mode, Resource},
    rank,
};
use crate::object::{Kind, Pass, Section};

/// The finished dependencies.
pub(super) struct Plan {
    pub(super) items: Vec<Item>,
    /// By entry, what it holds while it runs.
    pub(super) wants: Vec<Vec<(Resource, Mode)>>,
}

impl Builder<'_> {
    /// The finished dependencies.
    pub(super) fn plan(mut self) -> Plan {
        for needs in &mut self.needs {
            needs.sort_unstable();
            needs.dedup();
        }
        let costs = self.costs();
        let ranks = rank::ranks(&self.in_a_row(&costs), &self.needs);
        let mut items: Vec<Item> = self.needs.iter().map(|_| Item::default()).collect();
        let mut wants = Vec::with_capacity(self.entries.len());
        for (position, entry) in self.entries.iter().enumerate() {
            let item = &mut items[position];
            item.is_entry = true;
            item.cost = costs[position];
            item.rank = ranks[position];
            item.is_small = self.passes[position] == Pass::Main
                && may_share_a_transaction(entry.kind)
                && self.touched_bytes(position) <= SMALL_BYTES;
            let parts = self.load(position).map_or(1, |load| load.parts.max(1));
            item.most_parts = if item.is_small { 1 } else { parts };
            item.parts = 1;
            wants.push(self.holds(position));
        }
        for (position, needs) in self.needs.into_iter().enumerate() {
            items[position].missing = needs.len();
            for need in needs {
                items[need].dependents.push(position);
            }
        }
        Plan { items, wants }
    }

    /// What each item costs; points cost nothing.
    fn costs(&self) -> Vec<u64> {
        let mut costs = vec![0; self.needs.len()];
        for (position, entry) in self.entries.iter().enumerate() {
            costs[position] = rank::cost(entry, self.touched_bytes(position));
        }
        costs
    }

    /// The costs with each foreign key's raised to that of all its table's: they run one after the other.
    fn in_a_row(&self, costs: &[u64]) -> Vec<u64> {
        let mut of_table: HashMap<Option<u32>, u64> = HashMap::new();
        let foreign_keys = || self.entries.iter().zip(0..).filter(|(entry, _)| entry.kind == Kind::ForeignKey);
        for (entry, position) in foreign_keys() {
            let sum = of_table.entry(entry.belongs_to).or_default();
            *sum = sum.saturating_add(costs[position]);
        }
        let mut costs = costs.to_vec();
        for (entry, position) in foreign_keys() {
            costs[position] = of_table[&entry.belongs_to];
        }
        costs
    }

    /// The bytes of its rows, or of the largest table it touches.
    fn touched_bytes(&self, position: usize) -> u64 {
        let bytes_of = |position: usize| self.load(position).map_or(0, |load| load.bytes);
        if self.entries[position].stream.is_some() {
            return bytes_of(position);
        }
        let rows = self.touched[position].iter().filter_map(|table| self.rows_of.get(table)).flatten();
        rows.map(|&rows| bytes_of(rows)).max().unwrap_or_default()
    }

    /// What an entry holds while it runs. Rows hold nothing: what conflicts with them waits for them.
    fn holds(&self, position: usize) -> Vec<(Resource, Mode)> {
        let entry = &self.entries[position];
        match self.passes[position] {
            Pass::Acl => {
                let root = self.tables.root_of(entry);
                let on = if root == entry.id { Resource::Catalog } else { Resource::Object(root) };
                return vec![(on, Mode::Exclusive)];
            }
            Pass::Last if entry.kind != Kind::Refresh => return vec![(Resource::Catalog, Mode::Exclusive)],
            Pass::Last => return Vec::new(),
            Pass::Main => {}
        }
        if entry.section != Section::PostData {
            return Vec::new();
        }
        // Two CREATE INDEX on one table run together; everything else wants its tables for itself.
        let mode = if entry.kind == Kind::Index { Mode::Shared } else { Mode::Exclusive };
        let mut holds = Vec::new();
        for &table in &self.touched[position] {
            holds.push((Resource::Object(table), mode));
            if let Some(tree) = self.tables.tree(table) {
                let recurses = !self.rows_of.contains_key(&table) && reaches_partitions(entry.kind);
                holds.push((Resource::Tree(tree), if recurses { Mode::Exclusive } else { Mode::Shared }));
            }
        }
        holds
    }
}

/// Quick on a small table and allowed inside a transaction: many of them run in one.
fn may_share_a_transaction(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::TableData
            | Kind::CheckConstraint
            | Kind::Constraint
            | Kind::Index
            | Kind::IndexAttach
            | Kind::Statistics
            | Kind::Rule
            | Kind::Trigger
            | Kind::ForeignKey
            | Kind::RowSecurity
            | Kind::Policy
            | Kind::Comment
    )
}
