//! `--keep-going`: an object whose tablespace, table access method or owner is missing is made without it.
//!
//! The statements of an entry run together, so one that fails takes the others along. Here they run once more, one after
//! the other, as `pg_restore` runs them.

use super::{run::creating, statements::Statements};
use crate::{
    Error,
    manifest::Entry,
    restore::run::Run,
    server::{ServerError, Session},
};

/// Where an object goes whose own place is missing.
const DEFAULT_PLACE: &str = "SET default_tablespace = ''; SET default_table_access_method = heap;";

/// How it went.
pub(in crate::restore) struct Stepwise {
    /// What could not be done.
    pub(in crate::restore) errors: Vec<Error>,
    /// The object is there.
    pub(in crate::restore) is_made: bool,
}

/// Runs the statements of an entry again that have failed with `error` together and were rolled back. An error is only given
/// when the connection is lost.
pub(in crate::restore) fn create(
    run: Run<'_>,
    session: &mut Session,
    entry: &Entry,
    error: ServerError,
) -> Result<Stepwise, Error> {
    let steps = Statements::for_session(String::new(), true).steps(entry);
    let mut made = Stepwise { errors: Vec::new(), is_made: false };
    if steps.create.is_empty() || steps.places.is_empty() && steps.afterwards.is_empty() {
        made.errors.push(run.refused(creating(entry))(error));
        return Ok(made);
    }
    for place in &steps.places {
        if let Some(error) = refusal(session.execute(place), entry)? {
            made.errors
                .push(run.refused(format!("create {} in its place; the default is taken", entry.label()))(error));
            session.execute(DEFAULT_PLACE).map_err(Error::server("set the session's parameters"))?;
        }
    }
    if let Some(error) = refusal(session.execute(&steps.create), entry)? {
        // The place does not matter to what cannot be made at all.
        made.errors = vec![run.refused(creating(entry))(error)];
        return Ok(made);
    }
    made.is_made = true;
    for step in &steps.afterwards {
        if let Some(error) = refusal(session.execute(step), entry)? {
            made.errors.push(run.refused(format!("complete {} ({})", entry.label(), step.trim_end()))(error));
        }
    }
    Ok(made)
}

/// What the server refused; a lost connection is an error.
fn refusal(result: Result<(), ServerError>, entry: &Entry) -> Result<Option<ServerError>, Error> {
    match result {
        Ok(()) => Ok(None),
        Err(error) if error.sqlstate().is_some() && !error.is_interrupted() => Ok(Some(error)),
        Err(error) => Err(Error::server(creating(entry))(error)),
    }
}
