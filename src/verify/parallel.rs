//! Work on the items of a list on several threads.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use crate::{Error, server::Interrupt};

/// The failure of the item that stands first in the list.
type First = Mutex<Option<(usize, Error)>>;

/// Does `work` on every item, in the list's order, on this many threads; each has a `state` of its own.
///
/// # Errors
/// The error of the item that stands first in the list among those that have one, however the threads raced: items are
/// taken in order, and those that were taken are finished. [`Error::Interrupted`] when nothing else was wrong.
pub(super) fn for_each<T: Sync, S>(
    items: &[T],
    threads: usize,
    interrupt: &Interrupt,
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> Result<(), Error> + Sync,
) -> Result<(), Error> {
    let (next, first) = (AtomicUsize::new(0), First::new(None));
    let run = || {
        let mut state = state();
        while !interrupt.is_triggered() && first.lock().unwrap_or_else(PoisonError::into_inner).is_none() {
            let position = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(position) else { return };
            if let Err(error) = work(&mut state, item) {
                let mut first = first.lock().unwrap_or_else(PoisonError::into_inner);
                if first.as_ref().is_none_or(|(other, _)| position < *other) {
                    *first = Some((position, error));
                }
            }
        }
    };
    thread::scope(|scope| {
        // This thread is one of them.
        for _ in 1..threads.clamp(1, items.len().max(1)) {
            scope.spawn(run);
        }
        run();
    });
    match first.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some((_, error)) => Err(error),
        None if interrupt.is_triggered() => Err(Error::Interrupted),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicU64;

    use super::*;

    #[test]
    fn every_item_is_done_once() {
        let (items, sum): (Vec<u64>, _) = ((1..=1000).collect(), AtomicU64::new(0));
        let done = for_each(
            &items,
            4,
            &Interrupt::default(),
            || (),
            |(), item| {
                sum.fetch_add(*item, Ordering::Relaxed);
                Ok(())
            },
        );
        assert!(done.is_ok());
        assert_eq!(sum.into_inner(), 500_500);
    }

    #[test]
    fn the_first_failure_of_the_list_wins() {
        let items: Vec<usize> = (0..200).collect();
        for _ in 0..20 {
            let failed = for_each(
                &items,
                4,
                &Interrupt::default(),
                || (),
                |(), item| match item {
                    17 | 18 | 19 | 150 => Err(Error::Mismatch { what: item.to_string() }),
                    _ => Ok(()),
                },
            );
            assert!(matches!(failed, Err(Error::Mismatch { what }) if what == "17"));
        }
    }
}
