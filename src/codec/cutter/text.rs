//! COPY (FORMAT text): a row ends with its newline. Newlines inside values are escaped, so no other byte matters here.

use super::{Collected, Emit};
use crate::codec::CodecError;

pub(super) fn push(rows: &mut Collected, bytes: &[u8], emit: &mut Emit<'_>) -> Result<(), CodecError> {
    let mut done = 0;
    for newline in memchr::memchr_iter(b'\n', bytes) {
        let end = newline + 1;
        own_block_if_large(rows, bytes, &mut done, end, emit)?;
        if rows.end_row(end - done) {
            rows.append(&bytes[done..end]);
            done = end;
            rows.flush(emit);
        }
    }
    own_block_if_large(rows, bytes, &mut done, bytes.len(), emit)?;
    rows.append(&bytes[done..]);
    Ok(())
}

/// Parts the row that reaches to `end` from the rows before it when both do not fit in one block.
fn own_block_if_large(
    rows: &mut Collected,
    bytes: &[u8],
    done: &mut usize,
    end: usize,
    emit: &mut Emit<'_>,
) -> Result<(), CodecError> {
    if rows.needs_own_block(rows.row_bytes(end - *done))? {
        // At least the whole rows must be in the block; of the row at hand, what lies before this chunk's part.
        let whole = (rows.row_start.saturating_sub(rows.block.bytes.len()) + *done).min(end);
        rows.append(&bytes[*done..whole]);
        *done = whole;
        rows.flush(emit);
    }
    Ok(())
}
