//! The order in which readers take tables and ranges: the largest first, so that none is left with a
//! large one at the end.

use super::{RowRange, split};

/// What is known of a table before it is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TableSize {
    /// Heap pages.
    pub heap_pages: u32,
    /// Heap and TOAST bytes.
    pub total_bytes: u64,
    /// May be cut into ranges of pages.
    pub splittable: bool,
}

/// One piece of work for a reader.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ReadJob {
    /// Position of the table in the list that was given.
    pub table: usize,
    /// Its pages.
    pub range: RowRange,
    /// Position of the range among the table's.
    pub part: u32,
    /// About how many bytes it reads.
    pub estimated_bytes: u64,
}

/// Jobs for these tables: ranges of about `target_bytes`, the largest first. Ranges of one table stay
/// together, in the order of its pages; of equally large tables the first in the list comes first.
pub fn read_jobs(tables: &[TableSize], target_bytes: u64) -> Vec<ReadJob> {
    let mut jobs = Vec::with_capacity(tables.len());
    for (table, size) in tables.iter().enumerate() {
        let ranges = if size.splittable {
            split(size.heap_pages, size.total_bytes, target_bytes)
        } else {
            vec![RowRange::WHOLE]
        };
        let count = u64::try_from(ranges.len()).unwrap_or(u64::MAX).max(1);
        let estimated_bytes = size.total_bytes / count;
        let parts = (0_u32..).zip(ranges);
        jobs.extend(parts.map(|(part, range)| ReadJob { table, range, part, estimated_bytes }));
    }
    jobs.sort_by_key(|job| (std::cmp::Reverse(job.estimated_bytes), job.table, job.part));
    jobs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn largest_first_and_ranges_in_order() {
        let size =
            |heap_pages, megabytes: u64, splittable| TableSize { heap_pages, total_bytes: megabytes << 20, splittable };
        let tables =
            [size(10, 1, true), size(300, 192, true), size(900, 500, false), size(10, 1, true), size(0, 0, true)];
        let order: Vec<(usize, u32)> = read_jobs(&tables, 64 << 20).iter().map(|job| (job.table, job.part)).collect();
        assert_eq!(order, [(2, 0), (1, 0), (1, 1), (1, 2), (0, 0), (3, 0), (4, 0)]);
    }
}
