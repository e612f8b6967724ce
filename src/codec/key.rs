//! Short values as two machine words, which are compared and hashed without a look at memory.

/// A value of up to [`Key::LONGEST`] bytes: the bytes in the order of memory, zeros behind them, and the length in the last
/// byte. Equal keys are equal values; the default one is the empty value.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub(super) struct Key([u64; 2]);

impl Key {
    /// The longest value that has a key, in bytes.
    pub(super) const LONGEST: usize = 15;

    /// What keeps the bytes of a value of each length.
    const MASKS: [[u64; 2]; Self::LONGEST + 1] = {
        let mut masks = [[0, 0]; Self::LONGEST + 1];
        let mut length = 1;
        while length <= Self::LONGEST {
            masks[length] =
                if length < 8 { [(1 << (8 * length)) - 1, 0] } else { [u64::MAX, (1 << (8 * (length - 8))) - 1] };
            length += 1;
        }
        masks
    };

    /// The key of the `length` (at most [`Key::LONGEST`]) bytes at `start`.
    #[inline]
    pub(super) fn at(bytes: &[u8], start: usize, length: usize) -> Self {
        let rest = bytes.get(start..).unwrap_or(&[]);
        if let Some(run) = rest.first_chunk() {
            return Self::new(run, length);
        }
        let mut run = [0; 16];
        run[..rest.len()].copy_from_slice(rest);
        Self::new(&run, length)
    }

    #[inline]
    fn new(run: &[u8; 16], length: usize) -> Self {
        let (words, _) = run.as_chunks::<8>();
        let [low, high] = Self::MASKS[length & Self::LONGEST];
        let (low, high) = (u64::from_le_bytes(words[0]) & low, u64::from_le_bytes(words[1]) & high);
        Self([low, high | (length as u64) << 56])
    }

    /// A key that stands for a longer value with this hash; equal ones need not be equal values.
    #[inline]
    pub(super) fn of_hash(hash: u64) -> Self {
        Self([hash, u64::MAX])
    }

    /// Whether it stands for a longer value.
    #[inline]
    pub(super) fn is_hash(self) -> bool {
        self.0[1] == u64::MAX
    }

    /// Number of bytes.
    #[inline]
    pub(super) fn length(self) -> usize {
        usize::from(self.0[1].to_le_bytes()[7])
    }

    /// The bytes, zeros behind them.
    #[inline]
    pub(super) fn bytes(self) -> [u8; 16] {
        let mut run = [0; 16];
        run[..8].copy_from_slice(&self.0[0].to_le_bytes());
        run[8..15].copy_from_slice(&self.0[1].to_le_bytes()[..7]);
        run
    }

    /// A hash of 32 bits for tables only; it never leaves the process.
    #[inline]
    pub(super) fn hash(self) -> usize {
        const MIX: [u64; 2] = [0x9e37_79b9_7f4a_7c15, 0xd6e8_feb8_6659_fd93];
        let mixed = self.0[0].wrapping_mul(MIX[0]) ^ self.0[1].rotate_left(31).wrapping_mul(MIX[1]);
        // The high half is the well mixed one.
        ((mixed ^ mixed >> 29) >> 32) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailing_zeros_make_a_difference() {
        assert_ne!(Key::at(&[0; 16], 0, 1), Key::at(&[0; 16], 0, 2));
        assert_eq!(Key::at(&[], 0, 0), Key::default());
    }

    #[test]
    fn bytes_and_length_come_back() {
        let bytes = b"0123456789abcdefghi";
        for start in 0..=bytes.len() {
            for length in 0..=Key::LONGEST.min(bytes.len() - start) {
                let key = Key::at(bytes, start, length);
                assert_eq!((&key.bytes()[..length], key.length()), (&bytes[start..start + length], length));
                assert!(key.bytes()[length..].iter().all(|&byte| byte == 0));
                assert!(!key.is_hash());
            }
        }
    }
}
