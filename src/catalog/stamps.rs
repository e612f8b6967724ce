//! Whether the newest catalog still says what the snapshot's says.
//!
//! `pg_get_*`, `format_type` and the like look at the newest catalog, whatever snapshot their query runs under. Tables
//! are locked; functions, types, views and the names of other things can change between the snapshot and the reading,
//! and the definitions then tell of two moments. A catalog row's `xmin` is another one once the row was changed, even
//! when it was changed back.

use std::{collections::HashMap, thread};

use super::{CatalogError, Query, Reading, reading::CatalogRow};
use crate::server::Session;

/// The versions of everything that can change.
const STAMPS: Query =
    Query { name: "stamps.sql", text: concat!(include_str!("stamp.sql"), include_str!("stamps.sql")) };
/// The same as one row.
const DIGEST: Query =
    Query { name: "stamps_digest.sql", text: concat!(include_str!("stamp.sql"), include_str!("stamps_digest.sql")) };
/// The transactions that a snapshot sees.
const TRANSACTIONS: Query = Query { name: "transactions.sql", text: include_str!("transactions.sql") };
pub(super) const QUERIES: &[Query] = &[STAMPS, DIGEST, TRANSACTIONS];

/// Names something that was changed or dropped since the snapshot of `snapshot`, to be asked after the reading. `newest`
/// is a session that sees what is committed now; what was created since is none of the snapshot's business.
///
/// # Errors
/// A query fails.
pub fn changed_since(snapshot: &mut Session, newest: &mut Session) -> Result<Option<String>, CatalogError> {
    if let Some(then) = transactions(snapshot)?
        && transactions(newest)? == Some(then)
    {
        return Ok(None);
    }
    // One row each: nearly always that is the whole answer.
    let (then, now) = thread::scope(|scope| {
        let now = scope.spawn(|| digest(newest));
        (digest(snapshot), now.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    if then? == now? {
        return Ok(None);
    }
    let now: HashMap<(String, u32), String> =
        stamps(newest)?.into_iter().map(|row| ((row.what, row.oid), row.version)).collect();
    let changed =
        stamps(snapshot)?.into_iter().find(|then| now.get(&(then.what.clone(), then.oid)) != Some(&then.version));
    Ok(changed.map(|row| format!("{} {}", row.what, row.name)))
}

/// The transactions that the session's snapshot, or a new one, sees. Where none has ended between two of them, both show the
/// same catalogs. None on a standby, where the text does not name all of them.
///
/// # Errors
/// The query fails.
pub fn transactions(session: &mut Session) -> Result<Option<String>, CatalogError> {
    if session.in_recovery() {
        return Ok(None);
    }
    let mut rows = Reading::new(session, Vec::new()).rows(TRANSACTIONS)?;
    let missing = || CatalogError::Row { what: TRANSACTIONS.name, detail: "no row".to_owned() };
    rows.next().ok_or_else(missing)?.get("transactions").map(Some)
}

fn digest(session: &mut Session) -> Result<(i64, String), CatalogError> {
    let mut rows = Reading::new(session, Vec::new()).rows(DIGEST)?;
    let row = rows.next().ok_or_else(|| CatalogError::Row { what: DIGEST.name, detail: "no digest".to_owned() })?;
    Ok((row.get("count")?, row.get("sum")?))
}

/// One object's version.
struct Stamp {
    what: String,
    oid: u32,
    version: String,
    name: String,
}

fn stamps(session: &mut Session) -> Result<Vec<Stamp>, CatalogError> {
    let stamp = |row: &CatalogRow| {
        Ok(Stamp { what: row.get("what")?, oid: row.get("oid")?, version: row.get("version")?, name: row.get("name")? })
    };
    Reading::new(session, Vec::new()).rows(STAMPS)?.map(|row| stamp(&row)).collect()
}
