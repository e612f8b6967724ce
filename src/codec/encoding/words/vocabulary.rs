//! Which pieces of a text are worth a code, and how to find the code of a piece.

use super::pieces::{LANES, Pieces};
use crate::codec::key::Key;

/// Different pieces that are counted, at most.
const MAX_PIECES: usize = 1 << 14;
const COUNT_SLOTS: usize = 2 * MAX_PIECES;
/// Words in a vocabulary, at most.
const MAX_WORDS: usize = 1 << 13;
/// Runs of 64 bytes after which it is clear whether pieces repeat.
const PROBE: usize = 384;
/// A text is counted in so many stretches of so many runs each; a shorter one whole.
const STRETCHES: usize = 16;
const STRETCH: usize = 256;

/// A piece that was seen.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    key: Key,
    count: u32,
    /// How many were seen before it.
    place: u32,
}

/// A word's place in the lookup table.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    word: u16,
}

/// Words of one column of one block, most frequent first. Keeps its memory.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    counted: Vec<Counted>,
    words: Vec<Counted>,
    slots: Vec<Slot>,
}

impl Vocabulary {
    /// Picks the words of a text from stretches of it. False when its pieces hardly repeat.
    pub(super) fn pick(&mut self, text: &[u8], pieces: &Pieces) -> bool {
        let runs = pieces.runs();
        if runs < PROBE {
            return false;
        }
        self.counted.clear();
        self.counted.resize(COUNT_SLOTS, Counted::default());
        let mut tally = Tally::default();
        self.count(text, pieces, 0, PROBE, &mut tally);
        // Pieces of three bytes and less, or that are new every other time, are no words.
        if tally.seen * 3 > LANES * PROBE || tally.different * 2 > tally.seen {
            return false;
        }
        if runs <= STRETCHES * STRETCH {
            self.count(text, pieces, PROBE, runs, &mut tally);
        } else {
            for number in 1..STRETCHES {
                let from = number * (runs - STRETCH) / (STRETCHES - 1);
                self.count(text, pieces, from, from + STRETCH, &mut tally);
            }
        }
        self.choose(tally.seen, runs.div_ceil(STRETCHES * STRETCH));
        self.index();
        true
    }

    fn count(&mut self, text: &[u8], pieces: &Pieces, from: usize, to: usize, tally: &mut Tally) {
        pieces.each(text, from, to, |key| {
            tally.seen += 1;
            let mut slot = key.hash() & (COUNT_SLOTS - 1);
            loop {
                let counted = &mut self.counted[slot];
                if counted.key == key {
                    counted.count += 1;
                    return;
                }
                if counted.count == 0 {
                    break;
                }
                slot = (slot + 1) & (COUNT_SLOTS - 1);
            }
            if tally.different < MAX_PIECES {
                self.counted[slot] =
                    Counted { key, count: 1, place: u32::try_from(tally.different).unwrap_or(u32::MAX) };
                tally.different += 1;
            }
        });
    }

    /// Keeps the pieces that are cheaper as codes. Each was counted once in about `share` times that it comes.
    fn choose(&mut self, seen: usize, share: usize) {
        let seen = u32::try_from(seen).unwrap_or(u32::MAX);
        let share = share as u64;
        self.words.clear();
        self.words.extend(self.counted.iter().filter(|counted| {
            if counted.count < 2 {
                return false;
            }
            // In half bits: a digit in the rest takes about 7, another byte about 10.
            let byte = if counted.key.bytes()[0].is_ascii_digit() { 7 } else { 10 };
            let length = u32::try_from(counted.key.length()).unwrap_or(0);
            let literal = length * byte + 6;
            let code = 2 * (seen / counted.count).max(1).ilog2() + 4;
            literal > code && u64::from(literal - code) * u64::from(counted.count) * share > u64::from(literal + 16)
        }));
        self.words.sort_unstable_by_key(|word| (u32::MAX - word.count, word.place));
        self.words.truncate(MAX_WORDS);
    }

    /// Fills the lookup table, a quarter of it at most.
    fn index(&mut self) {
        let size = (4 * self.words.len()).next_power_of_two().max(64);
        self.slots.clear();
        self.slots.resize(size, Slot::default());
        for (word, counted) in (0..).zip(&self.words) {
            let mut slot = counted.key.hash() & (size - 1);
            while self.slots[slot].key != Key::default() {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = Slot { key: counted.key, word };
        }
    }

    /// The number of a word; `None` when the piece is none.
    #[inline]
    pub(super) fn word(&self, key: Key) -> Option<usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = key.hash() & mask;
        loop {
            let slot = self.slots.get(at)?;
            if slot.key == key {
                return Some(slot.word.into());
            }
            if slot.key == Key::default() {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// The words in the order of their numbers.
    pub(super) fn words(&self) -> impl ExactSizeIterator<Item = Key> {
        self.words.iter().map(|word| word.key)
    }
}

/// What counting met.
#[derive(Default)]
struct Tally {
    seen: usize,
    different: usize,
}
