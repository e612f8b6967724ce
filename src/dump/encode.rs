//! An encoder: turns raw blocks into payloads (hashed) and digests, off the connection threads.

use crossbeam_channel::Sender;

use super::pipeline::{Message, RawReceiver, Shared};
use crate::{Error, archive::Payload, codec::Encoder, rows::describe};

/// Encodes blocks until the readers are gone; `memory` takes what the rows were in.
pub(super) fn work(shared: &Shared<'_>, input: RawReceiver, output: &Sender<Message>, memory: &Sender<Vec<u8>>) {
    let mut encoder = Encoder::new(shared.options.compression);
    for raw in input {
        if shared.is_stopped() {
            return;
        }
        let position = raw.stream as usize - 1;
        let mut digester = shared.layout.digesters[position].clone();
        let encoding = || format!("encode {}", describe(&shared.layout.tables[position]));
        let digest = match digester.digest(&raw.rows) {
            Ok(digest) => digest,
            Err(error) => return shared.fail(Error::codec(encoding())(error)),
        };
        let mut payloads = Vec::with_capacity(1);
        let mut payload_memory = raw.payload;
        let outcome = encoder.encode(&raw.rows, &mut |info, payload| {
            let bytes = std::mem::replace(payload, std::mem::take(&mut payload_memory));
            payloads.push((info, Payload::new(bytes)));
        });
        if let Err(error) = outcome {
            return shared.fail(Error::codec(encoding())(error));
        }
        let chosen = encoder.chosen().to_vec();
        // Where nobody needs it, it is let go.
        let _ = memory.try_send(raw.rows.bytes);
        let message = Message::Block { ticket: raw.ticket, stream: raw.stream, payloads, digest, chosen };
        if output.send(message).is_err() {
            return;
        }
    }
}
