//! What can be wrong with a selection.

/// An error of the plan room.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PlanError {
    /// A pattern is not a regular expression once its wildcards are translated.
    #[error("pattern {pattern:?} cannot be read: {detail}")]
    BadPattern {
        /// The pattern as typed.
        pattern: String,
        /// What is wrong with it.
        detail: String,
    },
    /// A pattern has more parts than its object has.
    #[error("pattern {pattern:?} has too many dotted names")]
    TooManyNames {
        /// The pattern as typed.
        pattern: String,
    },
    /// A pattern names another database.
    #[error("pattern {pattern:?} names another database than {database:?}")]
    OtherDatabase {
        /// The pattern as typed.
        pattern: String,
        /// The database that is read.
        database: String,
    },
    /// A pattern matches nothing and `--strict-names` was given.
    #[error("no {what} matches {pattern:?}")]
    NoMatch {
        /// What was looked for: `schema`, `table`.
        what: &'static str,
        /// The pattern as typed.
        pattern: String,
    },
    /// No pattern of an option matches anything.
    #[error("no {what} matches {patterns}")]
    NothingMatches {
        /// What was looked for: `schema`, `table`.
        what: &'static str,
        /// The patterns as typed.
        patterns: String,
    },
    /// Two options that exclude each other.
    #[error("{first} and {second} exclude each other")]
    Contradiction {
        /// One option.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// A line of a filter file is wrong.
    #[error("line {line} of the filter file is wrong: {detail}")]
    FilterLine {
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        detail: String,
    },
    /// A line of a list file is wrong.
    #[error("line {line} of the list file does not begin with the number of an entry and a semicolon")]
    ListLine {
        /// Its number, from 1.
        line: usize,
    },
    /// A list file names an entry that the archive does not have.
    #[error("line {line} of the list file names entry {id}, which the archive does not have")]
    UnknownEntry {
        /// The line's number, from 1.
        line: usize,
        /// The entry's number.
        id: u32,
    },
    /// A list file names an entry a second time.
    #[error("line {line} of the list file names entry {id} a second time")]
    RepeatedEntry {
        /// The line's number, from 1.
        line: usize,
        /// The entry's number.
        id: u32,
    },
}
