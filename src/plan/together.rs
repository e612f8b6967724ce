//! Numbers that belong together because something joins them.

use std::collections::HashMap;

/// Trees of numbers: each points towards the top of its tree, the least number of it.
#[derive(Debug, Default)]
pub(super) struct Together(HashMap<u32, u32>);

impl Together {
    /// These two, and all that they were joined with before, belong together.
    pub(super) fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.top(a), self.top(b));
        let top = a.min(b);
        self.0.extend([(a, top), (b, top)]);
    }

    /// The least number that belongs to the same as this one.
    pub(super) fn top(&mut self, number: u32) -> u32 {
        let mut top = number;
        while let Some(&next) = self.0.get(&top).filter(|&&next| next != top) {
            top = next;
        }
        // Everything on the way points at the top from now on.
        let mut on_the_way = number;
        while on_the_way != top {
            on_the_way = self.0.insert(on_the_way, top).unwrap_or(top);
        }
        top
    }

    /// The top of each number that was ever joined.
    pub(super) fn tops(mut self) -> HashMap<u32, u32> {
        let numbers: Vec<u32> = self.0.keys().copied().collect();
        for number in numbers {
            self.top(number);
        }
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_over_others_has_one_top() {
        let mut together = Together::default();
        for (a, b) in [(9, 8), (7, 6), (8, 7), (3, 20)] {
            together.join(a, b);
        }
        assert_eq!(together.top(9), 6);
        assert_eq!(together.top(1), 1, "alone");
        let tops = together.tops();
        assert_eq!(tops, HashMap::from([(6, 6), (7, 6), (8, 6), (9, 6), (3, 3), (20, 3)]));
    }

    #[test]
    fn a_long_chain_in_any_order() {
        for step in [1, 999] {
            let mut together = Together::default();
            (0..1000_u32).map(|i| i * step % 1000).for_each(|i| together.join(i, i + 1));
            assert!(together.tops().values().all(|&top| top == 0));
        }
    }
}
