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
    "relations/check.sql",
    "relations/sequence.sql",
    "relations/table_data.sql",
    "relations/alias.sql",
    "relation_parts/index.sql",
    "relation_parts/constraint.sql",
    "relation_parts/foreign_key.sql",
    "access/acl.sql",
    "access/comment.sql",
    "uncovered.sql",
    "depend.sql",
];

/// Results that may wait for their readers: each can be as large as the schema.
const WAITING: usize = 3;

/// One query's way.
enum State {
    /// Nobody has begun it.
    Open,
    /// A session is at it.
    Running,
    /// Its rows wait.
    Done(Result<Rows, ServerError>),
}

/// What a reader gets that asks for the rows of a query.
pub(super) enum Taken {
    /// They were read ahead.
    Rows(Result<Rows, ServerError>),
    /// Nobody has begun it: the reader runs it.
    Own,
    /// Another session is at it. This one is next, for the reader's session to run meanwhile.
    Meanwhile(Query),
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
            self.finish(query, rows);
        }
    }

    /// Keeps the rows of a query that was begun.
    pub(super) fn finish(&self, query: Query, rows: Result<Rows, ServerError>) {
        self.lock().insert(query.name, State::Done(rows));
        self.changed.notify_all();
    }

    /// The rows of a query that was run ahead, or what to do about them.
    pub(super) fn take(&self, query: Query) -> Taken {
        let mut states = self.lock();
        loop {
            match states.remove(query.name) {
                Some(State::Done(rows)) => {
                    self.changed.notify_all();
                    return Taken::Rows(rows);
                }
                None | Some(State::Open) => {
                    self.changed.notify_all();
                    return Taken::Own;
                }
                Some(State::Running) => {
                    states.insert(query.name, State::Running);
                    if let Some(next) = self.next(&states).filter(|_| has_room(&states)) {
                        states.insert(next.name, State::Running);
                        return Taken::Meanwhile(next);
                    }
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
            let next = self.next(&states)?;
            if has_room(&states) {
                states.insert(next.name, State::Running);
                return Some(next);
            }
            states = self.changed.wait(states).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn next(&self, states: &HashMap<&'static str, State>) -> Option<Query> {
        self.queries.iter().find(|query| matches!(states.get(query.name), Some(State::Open))).copied()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<&'static str, State>> {
        self.states.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether one more result may wait.
fn has_room(states: &HashMap<&'static str, State>) -> bool {
    states.values().filter(|state| matches!(state, State::Done(_))).count() < WAITING
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
        assert!(matches!(ahead.take(query), Taken::Own));
        assert!(ahead.begin().is_none(), "it was taken");
        let ahead = Ahead::new([query].into_iter());
        assert!(ahead.begin().is_some_and(|begun| begun.name == query.name));
        ahead.finish(query, Ok(Rows::default()));
        assert!(matches!(ahead.take(query), Taken::Rows(Ok(_))));
        ahead.close();
        assert!(ahead.begin().is_none());
    }

    #[test]
    fn who_would_wait_runs_the_next_one_meanwhile() {
        let [first, next] = ["relations/column.sql", "depend.sql"].map(|name| Query { name, text: "" });
        let ahead = Ahead::new([next, first].into_iter());
        assert!(ahead.begin().is_some_and(|begun| begun.name == first.name));
        assert!(matches!(ahead.take(first), Taken::Meanwhile(query) if query.name == next.name));
        ahead.finish(first, Ok(Rows::default()));
        assert!(matches!(ahead.take(first), Taken::Rows(Ok(_))));
    }
}
