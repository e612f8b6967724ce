//! How long entries take, about, and how much work hangs on each.
//!
//! The unit is a byte of rows loaded; other work is measured in it (PostgreSQL 18, TPC-H: a key or an index of one to two
//! columns takes 0.3 to 0.4 of the time of loading its table, a foreign key as much).

use crate::{manifest::Entry, object::Kind};

/// What every entry costs: a statement.
const STATEMENT: u64 = 16 << 10;

/// What an entry costs, given the bytes of the largest table it touches.
pub(super) fn cost(entry: &Entry, bytes: u64) -> u64 {
    let (times, of) = match entry.kind {
        Kind::TableData | Kind::LargeObjectData => (1, 1),
        Kind::Constraint if entry.create.contains(" EXCLUDE USING ") => (4, 1),
        Kind::Index => index_cost(&entry.create),
        Kind::Constraint | Kind::ForeignKey => (2, 5),
        Kind::CheckConstraint => (1, 10),
        _ => (0, 1),
    };
    STATEMENT.saturating_add((bytes / of).saturating_mul(times))
}

/// By access method; a word that only looks like one costs nothing but a worse order.
fn index_cost(create: &str) -> (u64, u64) {
    let methods =
        [(" USING btree ", (2, 5)), (" USING brin ", (1, 10)), (" USING hash ", (1, 2)), (" USING gin ", (2, 1))];
    let graph =
        [(" USING hnsw ", (50, 1)), (" USING ivfflat ", (5, 1)), (" USING gist ", (4, 1)), (" USING spgist ", (2, 1))];
    let known = methods.into_iter().chain(graph).find(|(words, _)| create.contains(words));
    known.map_or((2, 5), |(_, cost)| cost)
}

/// For each item its own cost and that of the costliest chain of items that wait for it.
pub(super) fn ranks(costs: &[u64], needs: &[Vec<usize>]) -> Vec<u64> {
    let mut waiting = vec![0_usize; needs.len()];
    for &need in needs.iter().flatten() {
        waiting[need] += 1;
    }
    let mut ranks = costs.to_vec();
    // Backwards: an item's rank is known when all that wait for it have theirs.
    let mut known: Vec<usize> = (0..needs.len()).filter(|&item| waiting[item] == 0).collect();
    while let Some(item) = known.pop() {
        for &need in &needs[item] {
            ranks[need] = ranks[need].max(costs[need].saturating_add(ranks[item]));
            waiting[need] -= 1;
            if waiting[need] == 0 {
                known.push(need);
            }
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_is_the_costliest_way_to_the_end() {
        // 0 ─▶ 1 ─▶ 3,  0 ─▶ 2 ─▶ 3
        let needs = [vec![], vec![0], vec![0], vec![1, 2]];
        assert_eq!(ranks(&[1, 10, 100, 1000], &needs), [1101, 1010, 1100, 1000]);
    }

    #[test]
    fn methods_are_told_apart() {
        assert!(index_cost("CREATE INDEX i ON t USING hnsw (v)") > index_cost("CREATE INDEX i ON t USING btree (v)"));
        assert_eq!(index_cost("CREATE INDEX i ON t (v)"), (2, 5));
    }
}
