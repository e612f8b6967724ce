//! Reads the table of contents of a custom-format archive as `pg_dump` 18 writes it (format 1.16).
//!
//! Numbers are a sign byte and `int_size` bytes, least significant first; texts are a length (−1: NULL) and bytes.

use crate::{
    error::{Error, Result},
    psql::Encoding,
};

/// What is compared of one entry.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) kind: String,
    pub(super) schema: String,
    pub(super) tag: String,
    pub(super) definition: String,
    pub(super) owner: String,
    pub(super) tablespace: String,
    pub(super) access_method: String,
}

/// The entries of an archive.
pub(super) fn read(archive: &[u8], encoding: Encoding) -> Result<Vec<Entry>> {
    let mut reader = Reader { rest: archive, int_size: 4, encoding };
    if reader.take(5)? != b"PGDMP" {
        return Err(malformed("pg_dump wrote no custom-format archive"));
    }
    let version = (reader.byte()?, reader.byte()?);
    let _revision = reader.byte()?;
    if version != (1, 16) {
        return Err(malformed(&format!("pg_dump wrote format {}.{}, expected 1.16", version.0, version.1)));
    }
    reader.int_size = usize::from(reader.byte()?);
    let offset_size = usize::from(reader.byte()?);
    let (_format, _compression) = (reader.byte()?, reader.byte()?);
    for _date_part in 0..7 {
        reader.number()?;
    }
    let (_database, _server, _dumper) = (reader.text()?, reader.text()?, reader.text()?);
    let count = reader.number()?;
    (0..count).map(|_| reader.entry(offset_size)).collect()
}

struct Reader<'a> {
    rest: &'a [u8],
    int_size: usize,
    encoding: Encoding,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) =
            self.rest.split_at_checked(count).ok_or_else(|| malformed("pg_dump's archive ends in its contents"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn number(&mut self) -> Result<i64> {
        let negative = self.byte()? != 0;
        let magnitude = self.take(self.int_size)?.iter().rev().fold(0, |value, byte| value << 8 | i64::from(*byte));
        Ok(if negative { -magnitude } else { magnitude })
    }

    fn text(&mut self) -> Result<Option<String>> {
        let Ok(length) = usize::try_from(self.number()?) else { return Ok(None) };
        Ok(Some(self.encoding.decode(self.take(length)?)))
    }

    fn entry(&mut self, offset_size: usize) -> Result<Entry> {
        let (_id, _has_data) = (self.number()?, self.number()?);
        let (_catalog, _oid) = (self.text()?, self.text()?);
        let (tag, kind) = (self.text()?, self.text()?);
        let _section = self.number()?;
        let (definition, _drop, _copy) = (self.text()?, self.text()?, self.text()?);
        let (schema, tablespace, access_method) = (self.text()?, self.text()?, self.text()?);
        let _relation_kind = self.number()?;
        let (owner, _with_oids) = (self.text()?, self.text()?);
        while self.text()?.is_some() {} // the entries it depends on
        let (_state, _offset) = (self.byte()?, self.take(offset_size)?);
        Ok(Entry {
            kind: kind.unwrap_or_default(),
            schema: schema.unwrap_or_default(),
            tag: tag.unwrap_or_default(),
            definition: definition.unwrap_or_default(),
            owner: owner.unwrap_or_default(),
            tablespace: tablespace.unwrap_or_default(),
            access_method: access_method.unwrap_or_default(),
        })
    }
}

fn malformed(what: &str) -> Error {
    Error::Malformed { what: what.into() }
}
