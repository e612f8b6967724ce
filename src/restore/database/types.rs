//! The target's types against the source's.

use crate::{
    Error, catalog,
    manifest::{Contents, RowFormat, StreamContent},
    server::Session,
    syntax,
};

/// A stream whose rows must not be loaded: a column's type means something else at the target.
pub(in crate::restore) struct OtherType {
    /// The stream.
    pub(in crate::restore) stream: u32,
    /// Which column, and how the types differ.
    pub(in crate::restore) error: Error,
}

/// After the definitions, before the first row: the target's types must mean what the source's meant.
/// A composite whose fields were swapped would load without an error and be wrong.
pub(in crate::restore) fn other_types(
    session: &mut Session,
    contents: &Contents,
    streams: &[u32],
) -> Result<Vec<OtherType>, Error> {
    let source = &contents.manifest.types;
    let own = |oid: u32| source.0.get(&oid).filter(|info| info.schema != "pg_catalog");
    let tables = || {
        let tables = streams.iter().filter_map(|stream| contents.table(*stream));
        tables.filter(|table| table.content == StreamContent::Table && table.format == RowFormat::Binary)
    };
    if !tables().any(|table| table.columns.iter().any(|column| own(source.innermost(column.type_oid)).is_some())) {
        return Ok(Vec::new());
    }
    let target = catalog::read_types(session)?;
    let by_name = target.by_name();
    let mut found = Vec::new();
    for table in tables() {
        for column in &table.columns {
            // An array may have another name at the target, its element has not.
            let type_oid = source.innermost(column.type_oid);
            let Some(info) = own(type_oid) else { continue };
            let expected = source.fingerprint(type_oid);
            let own = by_name.get(&(info.schema.as_str(), info.name.as_str()));
            let there = own.map_or_else(|| "no such type".to_owned(), |oid| target.fingerprint(*oid));
            let unread = own.and_then(|oid| target.not_receivable(*oid));
            let there = match unread {
                None if expected == there => continue,
                Some(unread) if expected == there => {
                    format!("{} without a binary input function", syntax::qualified(&unread.schema, &unread.name))
                }
                _ => there,
            };
            let error = Error::Refused {
                what: format!(
                    "the type of {}.{} differs at the target: the archive has {expected}, the target has {there}",
                    syntax::qualified(&table.schema, &table.name),
                    syntax::identifier(&column.name)
                ),
                hint: "make the target's type equal to the source's, or dump again with --copy-format text".to_owned(),
            };
            found.push(OtherType { stream: table.stream, error });
            break;
        }
    }
    Ok(found)
}
