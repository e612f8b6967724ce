//! Cuts the rows of a database into the pieces that a comparison reads, as a dump would: big tables by ranges of pages.

use std::{cmp::Reverse, collections::HashMap};

use crate::{
    Error,
    archive::Archive,
    catalog::{self, TableExtent},
    codec::Decoder,
    manifest::{Contents, StreamContent, Table},
    plan,
    rows::{SEQUENCES_PER_JOB, Work, block_info, large_object_oids, ranges, sequence_values},
    server::Session,
};

/// One piece of a stream.
pub(super) struct Piece {
    /// Position of the stream.
    pub(super) table: usize,
    /// What to read.
    pub(super) work: Work,
}

/// The pieces of all streams of the archive that the database has, those of the largest stream first, for so many
/// connections.
pub(super) fn cut(
    archive: &Archive,
    contents: &Contents,
    connections: usize,
    session: &mut Session,
) -> Result<Vec<Piece>, Error> {
    let extents = catalog::table_extents(session)?;
    let all_bytes = extents.values().map(|extent| extent.total_bytes).fold(0, u64::saturating_add);
    let range_bytes = plan::range_bytes(all_bytes, connections);
    let large_objects = large_object_oids(session)?;
    let sequences = sequences(session)?;
    let mut order: Vec<usize> = (0..contents.tables.len()).collect();
    let raw_bytes = |table: &Table| archive.stream_end(table.stream).map_or(0, |end| end.raw_bytes);
    order.sort_by_key(|&position| Reverse(raw_bytes(&contents.tables[position])));
    let mut pieces = Vec::with_capacity(order.len());
    for position in order {
        let table = &contents.tables[position];
        let work = match table.content {
            StreamContent::Table => parts(table, &extents, range_bytes),
            StreamContent::SequenceValues => known_sequences(archive, table, &sequences)?,
            StreamContent::LargeObjects => {
                ranges(&large_objects).into_iter().map(|(from, to)| Work::LargeObjects(from, to)).collect()
            }
        };
        pieces.extend(work.into_iter().map(|work| Piece { table: position, work }));
    }
    Ok(pieces)
}

/// A table whole, or in ranges of pages.
fn parts(table: &Table, extents: &HashMap<(String, String), TableExtent>, range_bytes: u64) -> Vec<Work> {
    let extent = extents.get(&(table.schema.clone(), table.name.clone())).filter(|_| table.condition.is_none());
    let ranges = extent.map(|extent| plan::split(extent.heap_pages, extent.total_bytes, range_bytes));
    match ranges {
        Some(ranges) if ranges.len() > 1 => ranges.into_iter().map(|range| Work::Table(Some(range))).collect(),
        _ => vec![Work::Table(None)],
    }
}

/// The OIDs of the database's sequences by schema and name.
fn sequences(session: &mut Session) -> Result<HashMap<(String, String), u32>, Error> {
    let relations = catalog::list_relations(session)?;
    let sequences = relations.into_iter().filter(|relation| relation.kind == 'S');
    Ok(sequences.map(|sequence| ((sequence.schema, sequence.name), sequence.oid)).collect())
}

/// The archive's sequences that the database has too, with their OIDs there.
fn known_sequences(
    archive: &Archive,
    table: &Table,
    database: &HashMap<(String, String), u32>,
) -> Result<Vec<Work>, Error> {
    let (mut decoder, mut payload, mut raw) = (Decoder::default(), Vec::new(), Vec::new());
    let mut work = Vec::new();
    for block in archive.blocks(table.stream) {
        archive.read_block(block, &mut payload).map_err(Error::archive("read sequence values"))?;
        raw.clear();
        decoder.decode(block_info(block.header), &payload, &mut raw).map_err(Error::codec("decode sequence values"))?;
        let known: Vec<(u32, String, String)> = sequence_values(&raw)?
            .into_iter()
            .filter_map(|value| {
                let name = (value.schema, value.name);
                Some((*database.get(&name)?, name.0, name.1))
            })
            .collect();
        work.extend(known.chunks(SEQUENCES_PER_JOB).map(|chunk| Work::Sequences(chunk.to_vec())));
    }
    Ok(work)
}
