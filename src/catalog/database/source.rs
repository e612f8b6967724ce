//! What the manifest says of the database and its server.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::CatalogRow,
    },
    manifest::Source,
    server::Session,
};

pub(super) const QUERY: Query = query!("database", "source.sql");

/// Back to the locale for money that all our sessions have.
const OWN_LOCALE: Query =
    Query { name: "database/source.rs", text: "SELECT pg_catalog.set_config('lc_monetary', 'C', false) AS locale" };

/// The database that `session` is connected to. `snapshot` and `lsn` are left empty.
///
/// # Errors
/// The query fails or returns no row.
pub fn read_source(session: &mut Session) -> Result<Source, CatalogError> {
    source(&mut Reading::new(session, Vec::new()))
}

/// The same within a reading.
pub(super) fn source(reading: &mut Reading<'_>) -> Result<Source, CatalogError> {
    let mut rows = reading.rows(QUERY)?;
    reading.rows(OWN_LOCALE)?;
    let row = rows
        .next()
        .ok_or_else(|| CatalogError::Row { what: QUERY.name, detail: "the current database has no row".to_owned() })?;
    from_row(&row)
}

fn from_row(row: &CatalogRow) -> Result<Source, CatalogError> {
    let number: i32 = row.get("server_version_num")?;
    Ok(Source {
        database: row.get("database")?,
        server_version: row.get("server_version")?,
        server_version_num: u32::try_from(number)
            .map_err(|_| CatalogError::Row { what: QUERY.name, detail: format!("server_version_num is {number}") })?,
        encoding: row.get("encoding")?,
        collate: row.get("collate")?,
        ctype: row.get("ctype")?,
        locale_provider: row.get("locale_provider")?,
        locale: row.get("locale")?,
        icu_rules: row.get("icu_rules")?,
        snapshot: String::new(),
        lsn: String::new(),
        in_recovery: row.get("in_recovery")?,
        money_probe: row.get("money_probe")?,
    })
}
