//! Many statements in one round trip, `COPY … FROM STDIN` among them.
//!
//! The rows are sent before the server has asked for them. When a statement fails, the server skips the statements behind
//! it and overlooks what was meant for them (manual, chapter "Message Flow", COPY Operations).

use super::{ServerError, Session, frames::ProtocolError};

/// The most payload of one `CopyData` message, and about the most that is written at a time.
const PAYLOAD: usize = 256 << 10;

/// Runs the statements of `sql`; gives the server's row count of each COPY.
pub(super) fn run(session: &mut Session, sql: &str, rows: &[Vec<u8>]) -> Result<Vec<u64>, ServerError> {
    let mut exchange = session.exchange(sql)?;
    for payload in rows {
        for piece in payload.chunks(PAYLOAD) {
            exchange.queue(b'd', &[piece])?;
            if exchange.outbound.len() >= PAYLOAD {
                exchange.flush_unheard()?;
            }
        }
        exchange.queue(b'c', &[])?;
    }
    exchange.flush_unheard()?;
    let mut counts = Vec::with_capacity(rows.len());
    let (mut begun, mut in_copy) = (0, false);
    while let Some((tag, _)) = exchange.message()? {
        match tag {
            b'G' => {
                (begun, in_copy) = (begun + 1, true);
                if begun > rows.len() {
                    // Nothing was sent for this one: without an answer the server would wait for ever.
                    exchange.queue(b'f', &[b"no rows for this COPY\0"])?;
                    exchange.flush_unheard()?;
                }
            }
            b'C' if std::mem::take(&mut in_copy) => counts.push(exchange.rows().ok_or(ProtocolError::NoRowCount)?),
            b'C' | b'I' | b'T' | b'D' => {}
            tag => return Err(exchange.broken(ProtocolError::Unexpected { tag, during: "in a batch of statements" })),
        }
    }
    if counts.len() == rows.len() { Ok(counts) } else { Err(ProtocolError::NoCopy.into()) }
}
