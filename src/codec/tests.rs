//! Blocks there and back: every encoding, random rows, large rows, damage.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod damage;
mod digests;
mod numbers;
mod roundtrip;
mod synthetic;

use super::*;

const ZSTD: Compression = Compression { method: Method::Zstd, level: 3 };

fn encode(encoder: &mut Encoder, block: &RowBlock) -> Vec<(BlockInfo, Vec<u8>)> {
    let mut payloads = Vec::new();
    encoder.encode(block, &mut |info, payload| payloads.push((info, payload.clone()))).unwrap();
    payloads
}

fn decode(payloads: &[(BlockInfo, Vec<u8>)]) -> Vec<u8> {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    for (info, payload) in payloads {
        let before = out.len();
        decoder.decode(*info, payload, &mut out).unwrap();
        assert_eq!(out.len() - before, info.raw_bytes as usize);
    }
    out
}

/// Encodes and decodes; gives the names of the encodings and the payload bytes.
fn round_trip(compression: Compression, block: &RowBlock) -> (Vec<&'static str>, usize) {
    let mut encoder = Encoder::new(compression);
    let payloads = encode(&mut encoder, block);
    let decoded = decode(&payloads);
    assert!(decoded == block.bytes, "other bytes came back");
    let stored: usize = payloads.iter().map(|(_, payload)| payload.len()).sum();
    assert!(stored <= block.bytes.len() + 16 * payloads.len());
    assert_eq!(payloads.iter().map(|(info, _)| info.rows).sum::<u32>(), block.rows());
    (encoder.chosen().to_vec(), stored)
}
