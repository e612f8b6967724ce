//! Cuts the heap of a big table into ctid ranges.

/// One unit of reading: a table or a range of its pages.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RowRange {
    /// First heap page.
    pub from_page: u32,
    /// First page behind the range; `None`: open end.
    pub to_page: Option<u32>,
}

/// Ranges of about `target_bytes` for a table with this many heap pages and heap + TOAST bytes. One open range when not worth it.
pub fn split(_heap_pages: u32, _total_bytes: u64, _target_bytes: u64) -> Vec<RowRange> {
    todo!()
}
