//! Cuts text into pieces: words with what separates them from the next one, numbers, and the rest.
//!
//! Where pieces begin is computed for 64 bytes at a time without a branch, which is most of the speed of this encoding.

use crate::codec::{
    key::Key,
    values::{Lengths, Values},
};

/// Bytes that are looked at together: the bits of a word.
pub(super) const LANES: usize = 64;

/// Where the pieces of a text begin. Keeps its memory.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// A bit per byte of the text, and one for its end.
    begins: Vec<u64>,
}

impl Pieces {
    /// Finds the pieces of a text.
    pub(super) fn find(&mut self, values: &Values<'_>) {
        let text = values.bytes;
        self.begins.clear();
        self.begins.reserve(text.len() / LANES + 1);
        let mut before = Classes::default();
        let (whole, rest) = text.as_chunks::<LANES>();
        for lanes in whole {
            self.begins.push(begins(Classes::of(lanes), &mut before));
        }
        let mut lanes = [0; LANES];
        lanes[..rest.len()].copy_from_slice(rest);
        // What seems to begin behind the end is cut off.
        self.begins.push(begins(Classes::of(&lanes), &mut before) & ((1 << rest.len()) - 1));
        self.mark(0);
        match values.lengths {
            Lengths::Constant { width, count } => (1..=count).for_each(|number| self.mark(number * width)),
            Lengths::Varied(lengths) => {
                let mut end = 0;
                for &length in lengths {
                    end += length as usize;
                    self.mark(end);
                }
            }
        }
    }

    fn mark(&mut self, at: usize) {
        if let Some(bits) = self.begins.get_mut(at / LANES) {
            *bits |= 1 << (at % LANES);
        }
    }

    /// Shows the pieces in `from..to` (numbers of runs of 64 bytes) in order, but for those that reach over these ends; those
    /// that are longer than a [`Key`] holds in parts.
    #[inline]
    pub(super) fn each(&self, text: &[u8], from: usize, to: usize, mut show: impl FnMut(Key)) {
        let mut start = usize::MAX;
        for (number, &begins) in self.begins.iter().enumerate().take(to).skip(from) {
            let mut bits = begins;
            while bits != 0 {
                let end = number * LANES + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                while end > start {
                    let length = (end - start).min(Key::LONGEST);
                    show(Key::at(text, start, length));
                    start += length;
                }
                start = end;
            }
        }
    }

    /// Number of runs of 64 bytes, the last one with the text's end.
    pub(super) fn runs(&self) -> usize {
        self.begins.len()
    }
}

/// Which of 64 bytes are letters and which are digits, a bit each. Bytes of other scripts count as letters.
#[derive(Clone, Copy, Default)]
struct Classes {
    letters: u64,
    digits: u64,
}

impl Classes {
    #[inline]
    fn of(lanes: &[u8; LANES]) -> Self {
        let letter = |byte: u8| {
            u8::from((byte | 0x20).wrapping_sub(b'a') < 26) | u8::from(byte >= 0x80) | u8::from(byte == b'_')
        };
        let digit = |byte: u8| u8::from(byte.wrapping_sub(b'0') < 10);
        Self { letters: bits(&lanes.map(letter)), digits: bits(&lanes.map(digit)) }
    }
}

/// The low bits of 64 bytes that are 0 or 1.
#[inline]
fn bits(lanes: &[u8; LANES]) -> u64 {
    // Multiplied so, the bytes' bits gather in the highest byte, no two in the same place.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = lanes.as_chunks::<8>();
    let mut bits = 0;
    for (number, &eight) in eights.iter().enumerate() {
        bits |= (u64::from_le_bytes(eight).wrapping_mul(GATHER) >> 56) << (8 * number);
    }
    bits
}

/// Where pieces begin among 64 bytes, behind those that came before.
#[inline]
fn begins(classes: Classes, before: &mut Classes) -> u64 {
    let behind_letter = classes.letters << 1 | before.letters >> 63;
    let behind_digit = classes.digits << 1 | before.digits >> 63;
    *before = classes;
    let others = !(classes.letters | classes.digits);
    classes.letters & !behind_letter | classes.digits & !behind_digit | others & behind_digit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(values: &[&str]) -> Vec<String> {
        let lengths: Vec<u32> = values.iter().map(|value| u32::try_from(value.len()).unwrap_or(u32::MAX)).collect();
        let text = values.concat();
        let values = Values { lengths: Lengths::Varied(&lengths), bytes: text.as_bytes() };
        let mut pieces = Pieces::default();
        pieces.find(&values);
        let mut found = Vec::new();
        pieces.each(text.as_bytes(), 0, pieces.runs(), |key| {
            found.push(String::from_utf8_lossy(&key.bytes()[..key.length()]).into_owned());
        });
        found
    }

    #[test]
    fn words_keep_what_separates_them() {
        assert_eq!(pieces(&["the final, 17th deposits"]), ["the ", "final, ", "17", "th ", "deposits"]);
        assert_eq!(pieces(&["--x", "12-", "", "y"]), ["--", "x", "12", "-", "y"]);
        assert_eq!(pieces(&["a", "b"]), ["a", "b"], "values do not grow together");
        assert_eq!(pieces(&["", ""]), [""; 0]);
    }

    #[test]
    fn long_pieces_are_cut() {
        let long = "x".repeat(100);
        let found = pieces(&[&long, "y"]);
        assert_eq!(found.len(), 8);
        assert_eq!(found[6], "x".repeat(10));
        assert_eq!(found.concat(), format!("{long}y"));
    }

    #[test]
    fn every_length_of_text_is_covered() {
        let text = "ab 12 cd; 345-ef".repeat(20);
        for length in 0..text.len() {
            assert_eq!(pieces(&[&text[..length]]).concat(), &text[..length]);
        }
    }
}
