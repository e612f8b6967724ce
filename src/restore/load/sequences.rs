//! The values of sequences, back into the database.

use std::collections::HashSet;

use crate::{
    Error,
    archive::BlockHeader,
    codec::Decoder,
    restore::{definitions, report::RestoreReport, run::Run},
    rows::{block_info, sequence_values},
    server::Session,
    syntax,
};

/// Sets the values of the wanted sequences (schema and name) that a block of the sequence stream holds.
pub(in crate::restore) fn set_values(
    run: Run<'_>,
    session: &mut Session,
    (header, payload): (BlockHeader, &[u8]),
    wanted: &HashSet<(String, String)>,
    report: &mut RestoreReport,
) -> Result<(), Error> {
    let mut raw = Vec::new();
    Decoder::default().decode(block_info(header), payload, &mut raw).map_err(Error::codec("decode sequence values"))?;
    definitions::run_statements(run, session, statements(&raw, wanted)?.into_iter(), report)
}

/// What is done and the statement that does it, for the value of each wanted sequence; `rows` are those of the
/// sequence stream.
fn statements(rows: &[u8], wanted: &HashSet<(String, String)>) -> Result<Vec<(String, String)>, Error> {
    let mut statements = Vec::new();
    for value in sequence_values(rows)? {
        let Some(last_value) = value.last_value else { continue };
        let name = syntax::qualified(&value.schema, &value.name);
        let target = syntax::literal(&name);
        if wanted.contains(&(value.schema, value.name)) {
            let sql = format!("SELECT pg_catalog.setval({target}, {last_value}, {});\n", value.is_called);
            statements.push((format!("set the value of sequence {name}"), sql));
        }
    }
    Ok(statements)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_are_set_by_quoted_name_and_only_when_wanted() {
        let mut rows = Vec::new();
        for (name, called) in [("a\"b'", 1_u8), ("skipped", 0)] {
            rows.extend([0, 4, 0, 0, 0, 6]);
            rows.extend(b"public");
            rows.extend(u32::try_from(name.len()).unwrap_or_default().to_be_bytes());
            rows.extend(name.as_bytes());
            rows.extend([0, 0, 0, 8]);
            rows.extend((-5_i64).to_be_bytes());
            rows.extend([0, 0, 0, 1, called]);
        }
        let wanted = HashSet::from([("public".to_owned(), "a\"b'".to_owned())]);
        assert_eq!(
            statements(&rows, &wanted).ok(),
            Some(vec![(
                r#"set the value of sequence public."a""b'""#.to_owned(),
                "SELECT pg_catalog.setval('public.\"a\"\"b''\"', -5, true);\n".to_owned()
            )])
        );
    }
}
