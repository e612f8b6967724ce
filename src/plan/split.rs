//! Cuts the heap of a big table into ctid ranges.
//!
//! # Invariants
//! The ranges of a table cover its pages without gap or overlap, and the last one is open: pages that are
//! added after the count hold no row of the snapshot, but a row of it is never missed.

/// Bytes of one range, at least and at most: each range is a statement, and its last block may be a small one.
const LEAST_BYTES: u64 = 8 << 20;
const MOST_BYTES: u64 = 64 << 20;

/// Ranges that each connection should have, so that none is left with one when the others are done.
const RANGES: u64 = 8;

/// Heap and TOAST bytes that a range should have where so many connections read tables of so many bytes together.
pub fn range_bytes(all_bytes: u64, connections: usize) -> u64 {
    let ranges = RANGES.saturating_mul(u64::try_from(connections).unwrap_or(u64::MAX));
    all_bytes.checked_div(ranges).unwrap_or(all_bytes).clamp(LEAST_BYTES, MOST_BYTES)
}

/// One unit of reading: a table or a range of its pages.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RowRange {
    /// First heap page.
    pub from_page: u32,
    /// First page behind the range; `None`: open end.
    pub to_page: Option<u32>,
}

impl RowRange {
    /// All pages.
    pub const WHOLE: RowRange = RowRange { from_page: 0, to_page: None };
}

/// Ranges of about `target_bytes` for a table with this many heap pages and heap + TOAST bytes. One open
/// range when not worth it. Rows are taken to be spread evenly over the pages.
pub fn split(heap_pages: u32, total_bytes: u64, target_bytes: u64) -> Vec<RowRange> {
    let wanted = total_bytes.saturating_add(target_bytes / 2).checked_div(target_bytes).unwrap_or(1);
    let count = u32::try_from(wanted).unwrap_or(u32::MAX).clamp(1, heap_pages.max(1));
    let pages = heap_pages.div_ceil(count).max(1);
    let mut ranges = Vec::new();
    let mut from_page = 0_u32;
    while let Some(to_page) = from_page.checked_add(pages).filter(|&to_page| to_page < heap_pages) {
        ranges.push(RowRange { from_page, to_page: Some(to_page) });
        from_page = to_page;
    }
    ranges.push(RowRange { from_page, to_page: None });
    ranges
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn connections_have_about_eight_ranges_each() {
        for (all_megabytes, connections, megabytes) in
            [(0, 2, 8), (100, 2, 8), (320, 2, 20), (320, 1, 40), (4000, 2, 64), (4000, 8, 62), (100, 0, 64)]
        {
            let bytes = range_bytes(all_megabytes << 20, connections);
            assert_eq!(bytes >> 20, megabytes, "{all_megabytes} MB over {connections}");
        }
    }

    #[test]
    fn small_tables_stay_whole() {
        assert_eq!(split(0, 0, MOST_BYTES), [RowRange::WHOLE]);
        assert_eq!(split(1000, 90 << 20, MOST_BYTES), [RowRange::WHOLE]);
        assert_eq!(split(1, 1 << 40, MOST_BYTES), [RowRange::WHOLE], "one page cannot be cut");
        assert_eq!(split(1000, 1 << 40, 0), [RowRange::WHOLE]);
    }

    #[test]
    fn toasted_bytes_count() {
        let ranges = split(100, 640 << 20, MOST_BYTES);
        assert_eq!(ranges.len(), 10);
        assert_eq!(ranges[1], RowRange { from_page: 10, to_page: Some(20) });
        assert_eq!(ranges[9], RowRange { from_page: 90, to_page: None });
    }

    proptest! {
        #[test]
        fn ranges_cover_every_page(pages in any::<u32>(), bytes in 0_u64..1 << 38, target in 1_u64 << 26..1 << 40) {
            let ranges = split(pages, bytes, target);
            prop_assert_eq!(ranges[0].from_page, 0);
            for pair in ranges.windows(2) {
                prop_assert_eq!(pair[0].to_page, Some(pair[1].from_page));
                prop_assert!(pair[0].from_page < pair[1].from_page);
            }
            prop_assert_eq!(ranges.last().and_then(|range| range.to_page), None);
            prop_assert!(ranges.len() as u64 <= bytes / target + 1);
        }
    }
}
