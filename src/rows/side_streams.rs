//! The two streams that are not tables: sequence values and large objects.

use crate::{
    Error,
    manifest::{Column, LoadTarget, RowFormat, StreamContent, Table},
    server::Session,
    syntax::qualified,
};

/// Bytes of one piece of a large object. `lo_get` of a whole object fails above 1 GiB.
pub(super) const PIECE_BYTES: i32 = 1 << 20;

/// Large objects read by one job.
const OBJECTS_PER_JOB: usize = 2048;

/// A guess at the size of a large object, for the order of jobs only.
pub(crate) const TYPICAL_BYTES: u64 = 16 << 10;

/// The stream of sequence values.
pub(crate) fn sequence_table() -> Table {
    table(
        StreamContent::SequenceValues,
        "sequence values",
        &[("schema", "text", 25), ("name", "text", 25), ("last_value", "bigint", 20), ("is_called", "boolean", 16)],
    )
}

/// The stream of large objects.
pub(crate) fn large_object_table() -> Table {
    table(
        StreamContent::LargeObjects,
        "large objects",
        &[("loid", "oid", 26), ("offset", "bigint", 20), ("data", "bytea", 17)],
    )
}

fn table(content: StreamContent, name: &str, columns: &[(&str, &str, u32)]) -> Table {
    Table {
        stream: 0,
        content,
        schema: String::new(),
        name: name.to_owned(),
        columns: columns
            .iter()
            .map(|(name, type_name, type_oid)| Column {
                name: (*name).into(),
                type_name: (*type_name).into(),
                type_oid: *type_oid,
                collation: None,
            })
            .collect(),
        format: RowFormat::Binary,
        format_reason: None,
        load: LoadTarget::Itself,
        root: None,
        load_last: false,
        condition: None,
        estimated_bytes: 0,
    }
}

/// The OIDs of all large objects, in order.
pub(crate) fn large_object_oids(session: &mut Session) -> Result<Vec<u32>, Error> {
    let rows = session
        .query("SELECT oid FROM pg_catalog.pg_largeobject_metadata ORDER BY oid", &[])
        .map_err(Error::server("list the large objects"))?;
    rows.iter()
        .map(|row| row.try_get(0).map_err(|error| Error::Mismatch { what: format!("list of large objects: {error}") }))
        .collect()
}

/// OID ranges of about [`OBJECTS_PER_JOB`] objects.
pub(crate) fn ranges(oids: &[u32]) -> Vec<(u32, u32)> {
    oids.chunks(OBJECTS_PER_JOB).filter_map(|chunk| Some((*chunk.first()?, *chunk.last()?))).collect()
}

/// First pieces of the objects in a range, or the next pieces of the objects that are longer.
pub(super) fn copy_pieces_sql(which: &Which<'_>, offset: i64) -> String {
    let condition = match which {
        Which::Range(from, to) => format!("oid >= {from} AND oid <= {to}"),
        Which::These(oids) => {
            let list: Vec<String> = oids.iter().map(u32::to_string).collect();
            format!("oid IN ({})", list.join(", "))
        }
    };
    format!(
        "COPY (SELECT oid, '{offset}'::pg_catalog.int8, pg_catalog.lo_get(oid, {offset}, {PIECE_BYTES}) \
         FROM pg_catalog.pg_largeobject_metadata WHERE {condition} ORDER BY oid) TO STDOUT (FORMAT binary)"
    )
}

/// Which large objects a statement reads.
pub(super) enum Which<'a> {
    /// All with an OID in this range.
    Range(u32, u32),
    /// These.
    These(&'a [u32]),
}

/// OIDs of the objects in these rows whose piece is full, so that there may be more.
pub(super) fn unfinished(mut rows: &[u8], out: &mut Vec<u32>) {
    // A row is `3` as int16, then three fields of (int32 length, bytes): oid, int8, bytea.
    const HEAD: usize = 2 + 4 + 4 + 4 + 8 + 4;
    while let Some((head, rest)) = rows.split_first_chunk::<HEAD>() {
        let oid = u32::from_be_bytes([head[6], head[7], head[8], head[9]]);
        let length = i32::from_be_bytes([head[22], head[23], head[24], head[25]]);
        if length == PIECE_BYTES {
            out.push(oid);
        }
        let Some(next) = usize::try_from(length.max(0)).ok().and_then(|length| rest.get(length..)) else { return };
        rows = next;
    }
}

/// Refuses sequences whose values the role may not read. The function that gives many values in one statement (18 and
/// newer) gives NULL for these instead of an error.
pub(super) fn check_readable(session: &mut Session, sequences: &[(u32, String, String)]) -> Result<(), Error> {
    if session.version().major() < 18 {
        return Ok(());
    }
    let oids: Vec<u32> = sequences.iter().map(|(oid, _, _)| *oid).collect();
    let rows = session
        .query(
            "SELECT s.oid FROM pg_catalog.unnest($1::pg_catalog.oid[]) s(oid) \
              CROSS JOIN LATERAL pg_catalog.pg_get_sequence_data(s.oid) v WHERE v.last_value IS NULL",
            &[&oids],
        )
        .map_err(Error::server("read sequence values"))?;
    let hidden: Vec<u32> = rows.iter().filter_map(|row| row.try_get(0).ok()).collect();
    let mut names =
        sequences.iter().filter(|(oid, _, _)| hidden.contains(oid)).map(|(_, schema, name)| qualified(schema, name));
    match names.next() {
        None => Ok(()),
        Some(first) => {
            let others = names.count();
            let more = if others == 0 { String::new() } else { format!(" and {others} more") };
            Err(Error::Refused {
                what: format!("this role may not read the value of sequence {first}{more}"),
                hint: "GRANT SELECT on it, dump as its owner or a superuser, or leave it out with --exclude-table-data"
                    .to_owned(),
            })
        }
    }
}

/// `COPY` of the values of these sequences (OID, schema, name).
pub(super) fn copy_sequences_sql(sequences: &[(u32, String, String)], major: u32) -> String {
    let branches: Vec<String> = sequences
        .iter()
        .map(|(oid, schema, name)| {
            let labels = format!(
                "{}::pg_catalog.text, {}::pg_catalog.text",
                crate::syntax::literal(schema),
                crate::syntax::literal(name)
            );
            if major >= 18 {
                format!("SELECT {labels}, v.last_value, v.is_called FROM pg_catalog.pg_get_sequence_data('{oid}') AS v")
            } else {
                format!(
                    "SELECT {labels}, v.last_value, v.is_called FROM {} AS v",
                    crate::syntax::qualified(schema, name)
                )
            }
        })
        .collect();
    format!("COPY ({}) TO STDOUT (FORMAT binary)", branches.join(" UNION ALL "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(oid: u32, length: usize) -> Vec<u8> {
        let mut row = vec![0, 3, 0, 0, 0, 4];
        row.extend(oid.to_be_bytes());
        row.extend([0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0]);
        row.extend(u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes());
        row.resize(row.len() + length, 7);
        row
    }

    #[test]
    fn only_full_pieces_may_have_a_next_one() {
        let mut rows = row(10, 5);
        rows.extend(row(11, 1 << 20));
        rows.extend(row(12, 0));
        let mut more = Vec::new();
        unfinished(&rows, &mut more);
        assert_eq!(more, [11]);
    }

    #[test]
    fn ranges_cover_every_object_once() {
        let oids: Vec<u32> = (1..=5000).collect();
        let ranges = ranges(&oids);
        assert_eq!(ranges.first(), Some(&(1, 2048)));
        assert_eq!(ranges.last(), Some(&(4097, 5000)));
    }
}
