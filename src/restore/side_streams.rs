//! The rows of the streams that are not tables, read; sequence values back into the database.

use std::collections::HashSet;

use crate::{Error, syntax};

/// One row of the sequence stream.
struct SequenceValue {
    schema: String,
    name: String,
    /// `None` when the server kept it from us; the dump has said so.
    last_value: Option<i64>,
    is_called: bool,
}

fn sequence_values(rows: &[u8]) -> Result<Vec<SequenceValue>, Error> {
    let text = |field: Option<&[u8]>| syntax::raw_bytes::from_bytes(field.unwrap_or_default());
    let mut values = Vec::new();
    let mut fields = Fields { rest: rows };
    while let Some([schema, name, last_value, is_called]) = fields.row()? {
        values.push(SequenceValue {
            schema: text(schema),
            name: text(name),
            last_value: last_value.map(|value| fixed(Some(value)).map(i64::from_be_bytes)).transpose()?,
            is_called: is_called == Some(&[1]),
        });
    }
    Ok(values)
}

/// Schema and name of the sequences in these rows of the sequence stream.
pub(crate) fn sequence_names(rows: &[u8]) -> Result<Vec<(String, String)>, Error> {
    Ok(sequence_values(rows)?.into_iter().map(|value| (value.schema, value.name)).collect())
}

/// What is done and the statement that does it, for the value of each wanted sequence; `rows` are those of the
/// sequence stream.
pub(super) fn sequence_statements(
    rows: &[u8],
    wanted: &HashSet<(String, String)>,
) -> Result<Vec<(String, String)>, Error> {
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

/// Reads rows of COPY BINARY fields.
pub(super) struct Fields<'a> {
    pub(super) rest: &'a [u8],
}

impl<'a> Fields<'a> {
    /// The next row of exactly `N` fields, `None` at the end.
    pub(super) fn row<const N: usize>(&mut self) -> Result<Option<[Option<&'a [u8]>; N]>, Error> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let count = i16::from_be_bytes(self.take()?);
        if usize::try_from(count) != Ok(N) {
            return Err(Error::Mismatch { what: format!("a row of {N} fields has {count}") });
        }
        let mut fields = [None; N];
        for field in &mut fields {
            let length = i32::from_be_bytes(self.take()?);
            if let Ok(length) = usize::try_from(length) {
                let (data, rest) = self.rest.split_at_checked(length).ok_or_else(cut_short)?;
                *field = Some(data);
                self.rest = rest;
            }
        }
        Ok(Some(fields))
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let (head, rest) = self.rest.split_first_chunk().ok_or_else(cut_short)?;
        self.rest = rest;
        Ok(*head)
    }
}

fn cut_short() -> Error {
    Error::Mismatch { what: "a row ends in the middle".to_owned() }
}

pub(super) fn fixed<const N: usize>(field: Option<&[u8]>) -> Result<[u8; N], Error> {
    field
        .and_then(|field| field.try_into().ok())
        .ok_or_else(|| Error::Mismatch { what: format!("a field of {N} bytes has another length") })
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
            sequence_statements(&rows, &wanted).ok(),
            Some(vec![(
                r#"set the value of sequence public."a""b'""#.to_owned(),
                "SELECT pg_catalog.setval('public.\"a\"\"b''\"', -5, true);\n".to_owned()
            )])
        );
    }

    #[test]
    fn cut_rows_are_an_error() {
        assert!(sequence_statements(&[0, 4, 0, 0], &HashSet::new()).is_err());
        assert!(sequence_statements(&[0, 3, 0, 0, 0, 0], &HashSet::new()).is_err());
    }
}
