//! A stream's rows in the words of the codec, and its name in messages.

use crate::{
    archive::BlockHeader,
    codec::{BlockInfo, Digester, Rows},
    manifest::{RowFormat, StreamContent, Table, TypeTable},
    syntax,
};

/// The digester of a stream's rows.
pub(crate) fn digester(table: &Table, types: &TypeTable) -> Digester {
    Digester::new(table.columns.iter().map(|column| types.shape(column.type_oid)).collect())
}

/// The codec's word for a manifest's row format.
pub(crate) fn rows_format(format: RowFormat) -> Rows {
    match format {
        RowFormat::Binary => Rows::Binary,
        RowFormat::Text => Rows::Text,
    }
}

/// What the codec needs to know of a block.
pub(crate) fn block_info(header: BlockHeader) -> BlockInfo {
    BlockInfo { rows: header.rows, raw_bytes: header.raw_bytes, continued: header.continued }
}

/// A stream's name for messages.
pub(crate) fn describe(table: &Table) -> String {
    match table.content {
        StreamContent::Table => syntax::qualified(&table.schema, &table.name),
        StreamContent::SequenceValues | StreamContent::LargeObjects => table.name.clone(),
    }
}
