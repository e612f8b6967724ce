//! Runs large queries ahead of the readers that want them, over other sessions with the same snapshot: while one result
//! is made into objects, the server works on the next ones.

use std::{
    collections::HashMap,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
};

use super::query::Query;
use crate::server::{Rows, ServerError, Session};

/// The queries worth it, in the order in which they are wanted: those whose cost grows with the number of tables. All
/// of them run whatever the others find, and read what every role may read.
pub(super) const QUERIES: &[&str] = &[
    "types/alias.sql",
    "types/type_tree.sql",
    "relations/column.sql",
    "relations/table.sql",
    "relations/table_data.sql",
    "relation_parts/constraint.sql",
    "relation_parts/foreign_key.sql",
    "relation_parts/index.sql",
    "access/acl.sql",
    "access/comment.sql",
    "uncovered.sql",
    "depend.sql",
];

/// Results that may wait for their readers: each can be as large as the schema.
const WAITING: usize = 2;

/// One query's way.
enum State {
    /// Nobody has begun it.
    Open,
    /// A session is at it.
    Running,
    /// Its rows wait.
    Done(Result<Rows, ServerError>),
}

/// The results so far; shared by the reading and the sessions that run ahead of it.
pub(crate) struct Ahead {
    queries: Vec<Query>,
    states: Mutex<HashMap<&'static str, State>>,
    changed: Condvar,
}

impl Ahead {
    /// The queries that may run ahead, of all there are.
    pub(super) fn new(all: impl Iterator<Item = Query>) -> Self {
        let by_name: HashMap<&str, Query> = all.map(|query| (query.name, query)).collect();
        let queries: Vec<Query> = QUERIES.iter().filter_map(|name| by_name.get(name)).copied().collect();
        let states = Mutex::new(queries.iter().map(|query| (query.name, State::Open)).collect());
        Ahead { queries, states, changed: Condvar::new() }
    }

    /// Runs queries on `session` until all are begun or taken. `run` knows what each wants for parameters.
    pub(super) fn work(&self, session: &mut Session, run: impl Fn(&mut Session, Query) -> Result<Rows, ServerError>) {
        while let Some(query) = self.begin() {
            let rows = run(session, query);
            self.lock().insert(query.name, State::Done(rows));
            self.changed.notify_all();
        }
    }

    /// The rows of a query that was run ahead; `None` when it was not, and will not be.
    pub(super) fn take(&self, query: Query) -> Option<Result<Rows, ServerError>> {
        let mut states = self.lock();
        loop {
            match states.remove(query.name)? {
                State::Done(rows) => {
                    self.changed.notify_all();
                    return Some(rows);
                }
                State::Open => {
                    self.changed.notify_all();
                    return None;
                }
                State::Running => {
                    states.insert(query.name, State::Running);
                    states = self.changed.wait(states).unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }

    /// Nothing more is wanted: sessions that wait go home.
    pub(super) fn close(&self) {
        self.lock().clear();
        self.changed.notify_all();
    }

    /// The next query that nobody has begun, once there is room for its result.
    fn begin(&self) -> Option<Query> {
        let mut states = self.lock();
        loop {
            let next = self.queries.iter().find(|query| matches!(states.get(query.name), Some(State::Open)))?;
            let waiting = states.values().filter(|state| matches!(state, State::Done(_))).count();
            if waiting < WAITING {
                states.insert(next.name, State::Running);
                return Some(*next);
            }
            states = self.changed.wait(states).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<&'static str, State>> {
        self.states.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_query_is_in_the_register_and_wants_only_relations() {
        let all = crate::catalog::all_queries();
        for name in QUERIES {
            let query = all.iter().find(|query| query.name == *name);
            assert!(query.is_some_and(|query| !query.text.contains("$2")), "{name}");
        }
    }

    #[test]
    fn what_nobody_has_begun_is_left_to_the_reader() {
        let query = Query { name: "depend.sql", text: "" };
        let ahead = Ahead::new([query].into_iter());
        assert!(ahead.take(query).is_none());
        assert!(ahead.begin().is_none(), "it was taken");
        let ahead = Ahead::new([query].into_iter());
        assert!(ahead.begin().is_some_and(|begun| begun.name == query.name));
        ahead.lock().insert(query.name, State::Done(Ok(Rows::default())));
        assert!(ahead.take(query).is_some_and(|rows| rows.is_ok_and(|rows| rows.each().len() == 0)));
        ahead.close();
        assert!(ahead.begin().is_none());
    }
}
