//! Arrays and composites hold the OIDs of their elements' and fields' types. Servers before 14 refuse those of another
//! database, so they are replaced by the target's own on the way.

use std::collections::HashMap;

use crate::{
    Error, catalog,
    codec::{Shape, each_oid},
    manifest::{RowFormat, Table, TypeTable},
    server::Session,
    syntax,
};

/// The first server that takes the OIDs of other databases.
const FOREIGN_OIDS_SINCE: u32 = 14;

/// OIDs of the target for the types of one table's columns.
pub(in crate::restore) struct Oids {
    table: String,
    /// Where the OIDs are in each column.
    shapes: Vec<Shape>,
    /// The target's by the source's.
    target: HashMap<u32, u32>,
}

impl Oids {
    /// `None` when the target takes the rows as they are.
    pub(in crate::restore) fn of(
        session: &mut Session,
        table: &Table,
        types: &TypeTable,
    ) -> Result<Option<Self>, Error> {
        if session.version().major() >= FOREIGN_OIDS_SINCE || table.format != RowFormat::Binary {
            return Ok(None);
        }
        let shapes: Vec<Shape> = table.columns.iter().map(|column| types.shape(column.type_oid)).collect();
        if shapes.iter().all(|shape| *shape == Shape::Opaque) {
            return Ok(None);
        }
        let there = catalog::read_types(session)?;
        let by_name = there.by_name();
        let target = types.0.iter().filter_map(|(oid, info)| {
            let name = (info.schema.as_str(), info.name.as_str());
            Some((*oid, *by_name.get(&name)?))
        });
        let target = target.collect();
        Ok(Some(Oids { table: syntax::qualified(&table.schema, &table.name), shapes, target }))
    }

    /// Replaces the OIDs in whole rows of COPY BINARY.
    ///
    /// # Errors
    /// They are no whole rows (one row is larger than a block), or a value is not of its type's shape.
    pub(in crate::restore) fn replace(&self, rows: &mut [u8]) -> Result<(), Error> {
        replace(&self.shapes, &self.target, rows).ok_or_else(|| Error::Refused {
            what: format!("a row of {} is too large for its type OIDs to be replaced", self.table),
            hint: "restore into PostgreSQL 14 or newer, or dump again with --copy-format text".to_owned(),
        })
    }
}

fn replace(shapes: &[Shape], target: &HashMap<u32, u32>, mut rows: &mut [u8]) -> Option<()> {
    let mut put = |oid: &mut [u8]| {
        let own = oid.first_chunk::<4>().map(|bytes| u32::from_be_bytes(*bytes));
        if let Some(there) = own.and_then(|own| target.get(&own)) {
            oid.copy_from_slice(&there.to_be_bytes());
        }
    };
    while !rows.is_empty() {
        let (count, mut rest) = rows.split_first_chunk_mut::<2>()?;
        if usize::from(u16::from_be_bytes(*count)) != shapes.len() {
            return None;
        }
        for shape in shapes {
            let (length, after) = rest.split_first_chunk_mut::<4>()?;
            rest = after;
            let length = i32::from_be_bytes(*length);
            if length != -1 {
                let (value, after) = rest.split_at_mut_checked(usize::try_from(length).ok()?)?;
                each_oid(shape, value, &mut put)?;
                rest = after;
            }
        }
        rows = rest;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn oids_of_the_source_become_the_targets() {
        // Two columns: an array of one element, and one that holds no OID although it looks the same.
        let array = |oid: u32| {
            let words = [1_u32, 0, oid, 1, 1, 2];
            let mut value: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
            value.extend_from_slice(b"ok");
            value
        };
        let row = |first: u32| {
            let mut row = vec![0, 3];
            for value in [array(first), array(20_000)] {
                row.extend_from_slice(&26_u32.to_be_bytes());
                row.extend_from_slice(&value);
            }
            row.extend_from_slice(&(-1_i32).to_be_bytes());
            row
        };
        let shapes = [Shape::Array(Box::new(Shape::Opaque)), Shape::Opaque, Shape::Array(Box::new(Shape::Opaque))];
        let target = HashMap::from([(20_000, 30_000)]);
        let mut rows = [row(20_000), row(25)].concat();
        assert_eq!(replace(&shapes, &target, &mut rows), Some(()));
        assert_eq!(rows, [row(30_000), row(25)].concat());
        let whole = rows.len();
        assert_eq!(replace(&shapes, &target, &mut rows[..whole - 1]), None);
    }
}
