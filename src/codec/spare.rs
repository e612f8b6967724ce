//! Buffers that are used again.
//!
//! A block's columns are decoded into buffers of their own, which live until its rows are put together; the encoder keeps
//! the integers of a block's columns for those that refer to them. Giving them back
//! to the allocator makes it return the memory to the system and fetch it again, zeroed, for the next block: a quarter
//! of all decoding time.
//!
//! # Invariants
//! What is kept is bounded by the size of a block, and a buffer is not used for much less than it holds: otherwise
//! every buffer would in time grow to the size of the largest column.

/// Smaller buffers are left to the allocator, which keeps them at hand itself.
const SMALLEST: usize = 32 << 10;

/// Buffers of one type of element.
#[derive(Debug)]
pub(super) struct Spare<T> {
    buffers: Vec<Vec<T>>,
    bytes: usize,
    limit: usize,
}

impl<T> Default for Spare<T> {
    fn default() -> Self {
        Self { buffers: Vec::new(), bytes: 0, limit: 0 }
    }
}

impl<T> Spare<T> {
    /// Keeps no more than this from now on.
    pub(super) fn limit(&mut self, bytes: usize) {
        self.limit = bytes;
    }

    /// An empty buffer: one that has room for this many elements, or one without any memory.
    pub(super) fn take(&mut self, count: usize) -> Vec<T> {
        if count < SMALLEST / size_of::<T>().max(1) {
            return Vec::new();
        }
        let fits = |buffer: &Vec<T>| (count..=count.saturating_mul(2)).contains(&buffer.capacity());
        let fitting = self.buffers.iter().enumerate().filter(|(_, buffer)| fits(buffer));
        let Some((place, _)) = fitting.min_by_key(|(_, buffer)| buffer.capacity()) else { return Vec::new() };
        let buffer = self.buffers.remove(place);
        self.bytes -= size(&buffer);
        buffer
    }

    /// Takes a buffer back. Where there is no room the oldest go.
    pub(super) fn give(&mut self, mut buffer: Vec<T>) {
        let bytes = size(&buffer);
        if bytes < SMALLEST || bytes > self.limit {
            return;
        }
        buffer.clear();
        self.buffers.push(buffer);
        self.bytes += bytes;
        while self.bytes > self.limit {
            self.bytes -= size(&self.buffers.remove(0));
        }
    }
}

fn size<T>(buffer: &Vec<T>) -> usize {
    buffer.capacity() * size_of::<T>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spare(limit: usize) -> Spare<u8> {
        let mut spare = Spare::default();
        spare.limit(limit);
        spare
    }

    #[test]
    fn the_smallest_that_fits_is_taken() {
        let mut spare = spare(1 << 20);
        for size in [100_000, 80_000, 200_000] {
            spare.give(Vec::with_capacity(size));
        }
        assert_eq!(spare.take(70_000).capacity(), 80_000);
        assert_eq!(spare.take(70_000).capacity(), 100_000);
        assert_eq!(spare.take(70_000).capacity(), 0, "a buffer of 200 000 is too large");
        assert_eq!(spare.take(150_000).capacity(), 200_000);
        assert_eq!(spare.bytes, 0);
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let mut spare = spare(400_000);
        for size in [90_000; 10] {
            spare.give(Vec::with_capacity(size));
            assert!(spare.bytes <= 400_000);
        }
        spare.give(Vec::with_capacity(500_000));
        assert_eq!(spare.buffers.len(), 4);
        assert_eq!(spare.take(SMALLEST - 1).capacity(), 0, "small ones are not kept");
    }
}
