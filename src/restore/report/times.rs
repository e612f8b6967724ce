//! Where the time of a restore went, in seconds of all its connections.

use std::time::Duration;

use crate::object::Kind;

/// What a connection does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::restore) enum Activity {
    Rows,
    LargeObjects,
    Indexes,
    ForeignKeys,
    Other,
    Statistics,
    Waiting,
}

/// Every activity in the order of the report, with the words for it.
const WORDS: [(Activity, &str); 7] = [
    (Activity::Rows, "rows"),
    (Activity::LargeObjects, "large objects"),
    (Activity::Indexes, "indexes and keys"),
    (Activity::ForeignKeys, "foreign keys"),
    (Activity::Other, "other definitions"),
    (Activity::Statistics, "planner statistics"),
    (Activity::Waiting, "waiting for each other"),
];

impl Activity {
    /// What restoring an entry of this kind is.
    pub(in crate::restore) fn of(kind: Kind) -> Activity {
        match kind {
            Kind::TableData => Activity::Rows,
            Kind::LargeObjectData => Activity::LargeObjects,
            Kind::Index | Kind::Constraint | Kind::IndexAttach => Activity::Indexes,
            Kind::ForeignKey => Activity::ForeignKeys,
            _ => Activity::Other,
        }
    }
}

/// Time by activity.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Times([Duration; WORDS.len()]);

impl Times {
    pub(in crate::restore) fn add(&mut self, activity: Activity, time: Duration) {
        if let Some(position) = WORDS.iter().position(|(known, _)| *known == activity) {
            self.0[position] += time;
        }
    }

    /// Shares the time of a batch between what was in it.
    pub(in crate::restore) fn share(&mut self, activities: impl ExactSizeIterator<Item = Activity>, time: Duration) {
        let each = time / u32::try_from(activities.len().max(1)).unwrap_or(u32::MAX);
        activities.for_each(|activity| self.add(activity, each));
    }

    pub(in crate::restore) fn merge(&mut self, other: &Times) {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own += other;
        }
    }

    /// What took any time, and how many seconds, in a fixed order.
    pub fn seconds(&self) -> impl Iterator<Item = (&'static str, f64)> {
        WORDS
            .iter()
            .zip(self.0)
            .filter(|(_, time)| !time.is_zero())
            .map(|((_, words), time)| (*words, time.as_secs_f64()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_shared_and_nothing_is_left_out() {
        let mut times = Times::default();
        times.share([Activity::Rows, Activity::Indexes].into_iter(), Duration::from_secs(4));
        let mut more = Times::default();
        more.add(Activity::Rows, Duration::from_secs(1));
        times.merge(&more);
        assert_eq!(times.seconds().collect::<Vec<_>>(), [("rows", 3.0), ("indexes and keys", 2.0)]);
    }
}
