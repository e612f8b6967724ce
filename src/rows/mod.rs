//! Rows of a stream on their way between a server and the codec: the COPY statements, and reading over one session.
//!
//! # Neighbours
//! Shared by the flows: `dump` reads tables with it, `verify` reads them again to compare, `restore` writes them.

mod copy;
mod locks;
mod reader;
mod side_rows;
mod side_streams;
mod stream;
mod values;

pub(crate) use copy::copy_in_sql;
pub(crate) use locks::FewLocks;
pub(crate) use reader::{RowReader, SEQUENCES_PER_JOB, Stop, Work};
pub(crate) use side_rows::{Fields, fixed, sequence_values};
pub(crate) use side_streams::{TYPICAL_BYTES, large_object_oids, large_object_table, ranges, sequence_table};
pub(crate) use stream::{block_info, describe, digester, rows_format};
pub(crate) use values::has_values;
