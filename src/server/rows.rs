//! Rows of a query (extended query protocol, binary format), asked for in one round trip and kept as the server sent
//! them: one run of bytes for all rows. The catalogs of a large schema are hundreds of thousands of rows, and an
//! allocation for each of their fields would be most of the work and most of the memory.

use std::{cell::Cell, error::Error, sync::Arc, vec};

use tokio_postgres::types::{FromSql, Type, WrongType};

use super::{ServerError, Session, exchange::Exchange, frames::ProtocolError, text::Value};
use crate::syntax::raw_bytes;

/// The format code for binary values, of parameters and of results.
const BINARY: i16 = 1;

/// The rows that a query gave, one after the other.
#[derive(Default)]
pub(crate) struct Rows {
    set: Arc<RowSet>,
    starts: vec::IntoIter<usize>,
}

#[derive(Default)]
struct RowSet {
    columns: Vec<Column>,
    /// Per row, per column: the length as an `i32` (-1: NULL), then the value.
    bytes: Vec<u8>,
}

struct Column {
    name: Box<str>,
    kind: Type,
}

/// One of them. It keeps all of them alive.
pub(crate) struct Row {
    set: Arc<RowSet>,
    start: usize,
    /// The field after the last one that was read, and where it begins: fields are mostly read in order.
    next: Cell<(usize, usize)>,
}

impl Session {
    /// Rows of a query whose parameters `$1`, `$2` … are of type `oid[]`.
    pub(crate) fn rows(&mut self, sql: &str, parameters: &[&[u32]]) -> Result<Rows, ServerError> {
        if sql.contains('\0') {
            return Err(ServerError::NulByte);
        }
        let mut exchange = Exchange::begin(self)?;
        ask(&mut exchange, sql, parameters)?;
        let mut set = RowSet::default();
        let mut starts = Vec::new();
        let mut complete = false;
        while let Some((tag, body)) = exchange.message()? {
            let body = exchange.inbound.slice(body);
            let understood = match tag {
                b'T' => columns(body).map(|columns| set.columns = columns),
                b'D' => {
                    starts.push(set.bytes.len());
                    // Two bytes of the number of fields, which the description has told already.
                    body.get(2..).map(|fields| set.bytes.extend_from_slice(fields))
                }
                b'C' => {
                    complete = true;
                    Some(())
                }
                b'1' | b'2' | b'n' => Some(()),
                _ => None,
            };
            if understood.is_none() {
                return Err(exchange.broken(ProtocolError::Unexpected { tag, during: "within the rows of a query" }));
            }
        }
        // Without `CommandComplete` this was the end of something else.
        if !complete {
            return Err(exchange.broken(ProtocolError::Unexpected { tag: b'Z', during: "within the rows of a query" }));
        }
        set.bytes.shrink_to_fit();
        Ok(Rows { set: Arc::new(set), starts: starts.into_iter() })
    }
}

/// Sends everything from `Parse` to `Sync`.
fn ask(exchange: &mut Exchange<'_>, sql: &str, parameters: &[&[u32]]) -> Result<(), ServerError> {
    let too_many = |_| ServerError::Values("more parameters than the protocol allows".into());
    let count = i16::try_from(parameters.len()).map_err(too_many)?.to_be_bytes();
    let types: Vec<u8> = parameters.iter().flat_map(|_| Type::OID_ARRAY.oid().to_be_bytes()).collect();
    exchange.queue(b'P', &[b"\0", &raw_bytes::to_bytes(sql), b"\0", &count, &types])?;
    let formats = [1_i16.to_be_bytes(), BINARY.to_be_bytes()].concat();
    let mut values = Vec::new();
    for parameter in parameters {
        oid_array(parameter, &mut values).map_err(too_many)?;
    }
    exchange.queue(b'B', &[b"\0\0", &formats, &count, &values, &formats])?;
    exchange.queue(b'D', &[b"P\0"])?;
    exchange.queue(b'E', &[b"\0", &0_i32.to_be_bytes()])?;
    exchange.queue(b'S', &[])?;
    exchange.flush_unheard()
}

/// An `oid[]` with its length before it, as `Bind` wants it.
fn oid_array(oids: &[u32], bytes: &mut Vec<u8>) -> Result<(), std::num::TryFromIntError> {
    const HEADER: usize = 20;
    let count = i32::try_from(oids.len())?;
    let length = i32::try_from(oids.len().saturating_mul(8).saturating_add(HEADER))?;
    bytes.reserve(HEADER + 4 + oids.len() * 8);
    // One dimension, no NULLs, the elements' type, their number, the number of the first.
    for word in [length, 1, 0] {
        bytes.extend_from_slice(&word.to_be_bytes());
    }
    bytes.extend_from_slice(&Type::OID.oid().to_be_bytes());
    for word in [count, 1] {
        bytes.extend_from_slice(&word.to_be_bytes());
    }
    for oid in oids {
        bytes.extend_from_slice(&4_i32.to_be_bytes());
        bytes.extend_from_slice(&oid.to_be_bytes());
    }
    Ok(())
}

/// The columns of a `RowDescription`; `None` when it is cut short.
fn columns(mut body: &[u8]) -> Option<Vec<Column>> {
    /// Bytes behind a column's name: table, column, type, its length, its modifier, format.
    const REST: usize = 18;
    let count = u16::from_be_bytes(*body.split_off(..2)?.first_chunk()?);
    let mut columns = Vec::new();
    for _ in 0..count {
        let end = body.iter().position(|byte| *byte == 0)?;
        let name = raw_bytes::from_bytes(body.get(..end)?).into_boxed_str();
        let rest = body.get(end + 1..)?.first_chunk::<REST>()?;
        let oid = u32::from_be_bytes(*rest.get(6..)?.first_chunk()?);
        columns.push(Column { name, kind: Type::from_oid(oid).unwrap_or(Type::UNKNOWN) });
        body = body.get(end + 1 + REST..)?;
    }
    Some(columns)
}

impl Iterator for Rows {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let start = self.starts.next()?;
        Some(Row { set: Arc::clone(&self.set), start, next: Cell::new((0, start)) })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.starts.size_hint()
    }
}

impl ExactSizeIterator for Rows {}

impl Row {
    /// The value of a column.
    ///
    /// # Errors
    /// There is no such column, or its value is not of this type.
    pub(crate) fn get<T: Value>(&self, column: &str) -> Result<T, Box<dyn Error + Sync + Send>> {
        let (next, at) = self.next.get();
        let columns = &self.set.columns;
        let is_wanted = |candidate: &Column| *candidate.name == *column;
        let index = columns.iter().skip(next).position(is_wanted).map(|further| next + further);
        let index = index.or_else(|| columns.iter().position(is_wanted)).ok_or("no such column")?;
        let kind = &columns.get(index).ok_or("no such column")?.kind;
        if !T::Wire::accepts(kind) {
            return Err(Box::new(WrongType::new::<T::Wire>(kind.clone())));
        }
        let (from, mut at) = if index >= next { (next, at) } else { (0, self.start) };
        for _ in from..index {
            self.field(&mut at)?;
        }
        let value = self.field(&mut at)?;
        self.next.set((index + 1, at));
        T::Wire::from_sql_nullable(kind, value).map(T::from_wire)
    }

    /// The field at `at`, which then is where the next one begins.
    fn field(&self, at: &mut usize) -> Result<Option<&[u8]>, &'static str> {
        let rest = self.set.bytes.get(*at..).ok_or("the row is cut short")?;
        let (length, rest) = rest.split_first_chunk().ok_or("the row is cut short")?;
        *at += length.len();
        let Ok(length) = usize::try_from(i32::from_be_bytes(*length)) else { return Ok(None) };
        let value = rest.get(..length).ok_or("the row is cut short")?;
        *at += length;
        Ok(Some(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(kinds: &[(&str, Type)], fields: &[Option<&[u8]>]) -> Row {
        let columns = kinds.iter().map(|(name, kind)| Column { name: (*name).into(), kind: kind.clone() }).collect();
        let mut bytes = Vec::new();
        for field in fields {
            let length = field.map_or(-1, |field| i32::try_from(field.len()).unwrap_or(i32::MAX));
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(field.unwrap_or_default());
        }
        Row { set: Arc::new(RowSet { columns, bytes }), start: 0, next: Cell::new((0, 0)) }
    }

    #[test]
    fn fields_are_found_in_any_order() {
        let kinds = [("a", Type::TEXT), ("b", Type::OID), ("c", Type::TEXT)];
        let row = row(&kinds, &[Some(b"one"), Some(&7_u32.to_be_bytes()), None]);
        for _ in 0..2 {
            assert_eq!(row.get::<Option<String>>("c").ok(), Some(None));
            assert_eq!(row.get::<String>("a").ok().as_deref(), Some("one"));
            assert_eq!(row.get::<u32>("b").ok(), Some(7));
        }
        assert!(row.get::<String>("c").is_err(), "NULL");
        assert!(row.get::<String>("b").is_err(), "an OID");
        assert!(row.get::<String>("d").is_err(), "no such column");
    }

    #[test]
    fn rows_that_are_cut_short_are_an_error() {
        let mut short = row(&[("a", Type::TEXT), ("b", Type::TEXT)], &[Some(b"one")]);
        assert!(short.get::<String>("b").is_err());
        short.set = Arc::new(RowSet { bytes: vec![0, 0, 0, 9, 1], columns: Vec::new() });
        assert!(short.field(&mut 0).is_err());
    }

    #[test]
    fn descriptions_that_are_cut_short_are_refused() {
        let mut body = vec![0, 1];
        body.extend_from_slice(b"oid\0");
        body.extend_from_slice(&[0; 6]);
        body.extend_from_slice(&26_u32.to_be_bytes());
        body.extend_from_slice(&[0; 8]);
        let read = columns(&body).unwrap_or_default();
        assert_eq!(read.len(), 1);
        assert!(read.iter().all(|column| *column.name == *"oid" && column.kind == Type::OID));
        for end in 0..body.len() {
            assert!(columns(&body[..end]).is_none(), "{end}");
        }
    }

    #[test]
    fn arrays_are_as_the_protocol_wants_them() {
        let mut bytes = Vec::new();
        assert!(oid_array(&[5], &mut bytes).is_ok());
        let words = [28, 1, 0, 26, 1, 1, 4, 5_i32];
        assert_eq!(bytes, words.iter().flat_map(|word| word.to_be_bytes()).collect::<Vec<u8>>());
    }
}
