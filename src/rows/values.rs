//! Whether columns hold anything at all.

use crate::{
    Error,
    manifest::{Column, Table},
    server::Session,
    syntax,
};

/// Whether any of these columns of a table has a value in some row. Calls no function of the columns' types.
pub(crate) fn has_values(session: &mut Session, table: &Table, columns: &[&Column]) -> Result<bool, Error> {
    let name = syntax::qualified(&table.schema, &table.name);
    // NOT … IS NULL: of a composite, IS NOT NULL would ask whether all of its fields are something.
    let tests: Vec<String> =
        columns.iter().map(|column| format!("NOT ({} IS NULL)", syntax::identifier(&column.name))).collect();
    let sql = format!("SELECT EXISTS (SELECT FROM ONLY {name} WHERE {})", tests.join(" OR "));
    let rows = session.query(&sql, &[]).map_err(Error::server(format!("look for values in {name}")))?;
    let first = rows.first().map(|row| row.try_get(0)).transpose();
    let first = first.map_err(|error| Error::Mismatch { what: format!("values in {name}: {error}") })?;
    // No answer is no proof that there are none.
    Ok(first.unwrap_or(true))
}
