//! Whether the newest catalog still says what the snapshot's says.
//!
//! `pg_get_*`, `format_type` and the like look at the newest catalog, whatever snapshot their query runs under. Tables
//! are locked; functions, types, views and the names of other things can change between the snapshot and the reading,
//! and the definitions then tell of two moments. A catalog row's `xmin` is another one once the row was changed, even
//! when it was changed back.

use std::collections::HashMap;

use super::{CatalogError, Query};
use crate::server::{ServerError, Session};

/// The versions of everything that can change.
pub(super) const QUERY: Query = Query { name: "stamps.sql", text: include_str!("stamps.sql") };

/// Names something that was changed or dropped since the snapshot of `snapshot`, to be asked after the reading. `newest`
/// is a session that sees what is committed now; what was created since is none of the snapshot's business.
///
/// # Errors
/// A query fails.
pub fn changed_since(snapshot: &mut Session, newest: &mut Session) -> Result<Option<String>, CatalogError> {
    // One row each: nearly always that is the whole answer.
    if digest(snapshot)? == digest(newest)? {
        return Ok(None);
    }
    let now: HashMap<(String, u32), String> =
        stamps(newest)?.into_iter().map(|row| ((row.what, row.oid), row.version)).collect();
    let changed =
        stamps(snapshot)?.into_iter().find(|then| now.get(&(then.what.clone(), then.oid)) != Some(&then.version));
    Ok(changed.map(|row| format!("{} {}", row.what, row.name)))
}

fn digest(session: &mut Session) -> Result<(i64, String), CatalogError> {
    let sql = format!(
        "SELECT pg_catalog.count(*) AS count, \
                COALESCE(pg_catalog.sum(pg_catalog.hashtextextended(s.what || ' ' || s.oid || ' ' || s.stamp, 0)), 0)::text AS sum \
           FROM ({}) AS s",
        QUERY.render(session.version())
    );
    let rows = session.query(&sql, &[]).map_err(failed)?;
    let row = rows.first().ok_or_else(|| CatalogError::Row { what: QUERY.name, detail: "no digest".to_owned() })?;
    Ok((value(row, "count")?, value(row, "sum")?))
}

/// One object's version.
struct Stamp {
    what: String,
    oid: u32,
    version: String,
    name: String,
}

fn stamps(session: &mut Session) -> Result<Vec<Stamp>, CatalogError> {
    let sql = QUERY.render(session.version());
    let rows = session.query(&sql, &[]).map_err(failed)?;
    let stamp = |row| {
        Ok(Stamp {
            what: value(row, "what")?,
            oid: value(row, "oid")?,
            version: value(row, "stamp")?,
            name: value(row, "name")?,
        })
    };
    rows.iter().map(stamp).collect()
}

fn failed(source: ServerError) -> CatalogError {
    CatalogError::Query { what: QUERY.name, source }
}

fn value<'a, T: tokio_postgres::types::FromSql<'a>>(
    row: &'a tokio_postgres::Row,
    column: &str,
) -> Result<T, CatalogError> {
    row.try_get(column).map_err(|error| CatalogError::Row { what: QUERY.name, detail: error.to_string() })
}
