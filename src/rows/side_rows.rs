//! The rows of the two streams that are not tables, read: their columns are ours, so they need no catalog.

use crate::{Error, syntax};

/// One row of the sequence stream.
pub(crate) struct SequenceValue {
    pub(crate) schema: String,
    pub(crate) name: String,
    /// `None` when the server kept it from us; the dump has said so.
    pub(crate) last_value: Option<i64>,
    pub(crate) is_called: bool,
}

/// The sequences in these rows of the sequence stream.
pub(crate) fn sequence_values(rows: &[u8]) -> Result<Vec<SequenceValue>, Error> {
    let text = |field: Option<&[u8]>| syntax::raw_bytes::from_bytes(field.unwrap_or_default());
    let mut values = Vec::new();
    let mut fields = Fields::new(rows);
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

/// Reads rows of COPY BINARY fields.
pub(crate) struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    /// Whole rows.
    pub(crate) fn new(rows: &'a [u8]) -> Self {
        Fields { rest: rows }
    }

    /// The next row of exactly `N` fields, `None` at the end.
    pub(crate) fn row<const N: usize>(&mut self) -> Result<Option<[Option<&'a [u8]>; N]>, Error> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let count = i16::from_be_bytes(self.take()?);
        if usize::try_from(count) != Ok(N) {
            return Err(Error::Contradiction { what: format!("a row of {N} fields has {count}") });
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
    Error::Contradiction { what: "a row ends in the middle".to_owned() }
}

/// The bytes of a field that has always as many.
pub(crate) fn fixed<const N: usize>(field: Option<&[u8]>) -> Result<[u8; N], Error> {
    field
        .and_then(|field| field.try_into().ok())
        .ok_or_else(|| Error::Contradiction { what: format!("a field of {N} bytes has another length") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_rows_are_an_error() {
        assert!(sequence_values(&[0, 4, 0, 0]).is_err());
        assert!(sequence_values(&[0, 3, 0, 0, 0, 0]).is_err());
    }
}
