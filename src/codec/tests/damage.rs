//! Payloads that are not what an encoder wrote: an error or other rows, never a panic, never much memory.

use super::{
    synthetic::{KINDS, Kind, Numbers, block},
    *,
};

fn payloads() -> Vec<(BlockInfo, Vec<u8>)> {
    let mut all = Vec::new();
    for method in [Method::Zstd, Method::Gzip, Method::None] {
        let mut encoder = Encoder::new(Compression { method, level: 3 });
        for kinds in KINDS.chunks(4) {
            all.extend(encode(&mut encoder, &block(Rows::Binary, kinds, 700, 1)));
            all.extend(encode(&mut encoder, &block(Rows::Text, kinds, 90, 2)));
        }
        all.extend(encode(
            &mut encoder,
            &block(Rows::Binary, &[Kind::Timestamp, Kind::LaterTimestamp, Kind::Price], 3000, 1),
        ));
    }
    all
}

/// Decodes what may be anything: whatever comes of it, the size is as stated.
fn attempt(decoder: &mut Decoder, info: BlockInfo, payload: &[u8]) -> bool {
    let mut out = Vec::new();
    let good = decoder.decode(info, payload, &mut out).is_ok();
    if good {
        assert_eq!(out.len(), info.raw_bytes as usize);
    }
    good
}

#[test]
fn every_truncation_is_an_error() {
    let mut decoder = Decoder::default();
    for (info, payload) in payloads() {
        let step = (payload.len() / 100).max(1);
        for end in (0..payload.len()).step_by(step).chain([payload.len() - 1]) {
            assert!(!attempt(&mut decoder, info, &payload[..end]));
        }
        let mut longer = payload.clone();
        longer.push(0);
        assert!(!attempt(&mut decoder, info, &longer));
        assert!(attempt(&mut decoder, info, &payload));
    }
}

#[test]
fn mutations_do_not_panic() {
    let mut numbers = Numbers(7);
    let mut decoder = Decoder::default();
    for (info, payload) in payloads() {
        for _ in 0..150 {
            let mut changed = payload.clone();
            for _ in 0..=numbers.below(4) {
                // Headers are at the front of everything; half of the changes go there.
                let reach = if numbers.below(2) == 0 { changed.len().min(64) } else { changed.len() };
                let at = usize::try_from(numbers.below(reach as u64)).unwrap();
                match numbers.below(5) {
                    0 => changed[at] = [0, 1, 2, 3, 0x7f, 0x80, 0xff, 9][usize::try_from(numbers.below(8)).unwrap()],
                    1 => changed[at] ^= 1 << numbers.below(8),
                    2 => drop(changed.drain(at..(at + 4).min(payload.len()).min(changed.len()))),
                    3 => changed.insert(at, numbers.next().to_le_bytes()[0]),
                    _ => changed[at] = changed[at].wrapping_add(1),
                }
            }
            attempt(&mut decoder, info, &changed);
            let mut other = info;
            match numbers.below(4) {
                0 => other.rows = other.rows.wrapping_add(1),
                1 => other.raw_bytes = other.raw_bytes.wrapping_sub(1),
                2 => other.continued = true,
                _ => other.rows = u32::try_from(numbers.below(1 << 32)).unwrap(),
            }
            attempt(&mut decoder, other, &changed);
        }
    }
}

#[test]
fn noise_is_not_decoded() {
    let mut numbers = Numbers(3);
    let mut decoder = Decoder::default();
    for turn in 0..10_000_u64 {
        let length = numbers.below(80);
        let mut payload: Vec<u8> = (0..length).map(|_| numbers.next().to_le_bytes()[0] % 24).collect();
        if let Some(layout) = payload.first_mut() {
            *layout = u8::try_from(turn % 3).unwrap();
        }
        let info = BlockInfo {
            rows: u32::try_from(numbers.below(40)).unwrap(),
            raw_bytes: u32::try_from(numbers.below(3000)).unwrap(),
            continued: false,
        };
        attempt(&mut decoder, info, &payload);
    }
}

#[test]
fn limits_come_before_memory() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    let over = BlockInfo { rows: 1, raw_bytes: u32::try_from(MAX_BLOCK_RAW).unwrap() + 1, continued: false };
    assert!(matches!(decoder.decode(over, &[0, 0, 0], &mut out), Err(CodecError::Limit { .. })));
    let rows = BlockInfo { rows: 100, raw_bytes: 99, continued: false };
    assert!(matches!(decoder.decode(rows, &[0, 0, 0], &mut out), Err(CodecError::Limit { .. })));
    // A constant page of the whole block for each of many columns.
    let info = BlockInfo { rows: 1, raw_bytes: u32::try_from(MAX_BLOCK_RAW).unwrap(), continued: false };
    let mut payload = vec![1];
    payload.extend_from_slice(&1600_u16.to_le_bytes());
    for _ in 0..1600 {
        payload.extend_from_slice(&[1, 0, 0]);
        payload.extend_from_slice(&60_000_000_u32.to_le_bytes());
        payload.extend_from_slice(&[0, 7]);
    }
    assert_eq!(
        decoder.decode(info, &payload, &mut out),
        Err(CodecError::Inconsistent("the values are longer than the block"))
    );
    // A frame that states more than it may give.
    let mut bomb = vec![0, 2];
    let frame = zstd::bulk::compress(&vec![0; 1 << 20], 3).unwrap();
    bomb.extend_from_slice(&u32::try_from(frame.len()).unwrap().to_le_bytes());
    bomb.extend_from_slice(&frame);
    let small = BlockInfo { rows: 1, raw_bytes: 1000, continued: false };
    assert_eq!(decoder.decode(small, &bomb, &mut out), Err(CodecError::Page));
    assert!(out.capacity() < 2000);
}

#[test]
fn frames_follow_the_rules() {
    let mut decoder = Decoder::default();
    let content = vec![5; 100];
    let info = BlockInfo { rows: 1, raw_bytes: 100, continued: false };
    let mut check = |kind: u8, frame: &[u8]| {
        let mut payload = vec![0, kind];
        payload.extend_from_slice(&u32::try_from(frame.len()).unwrap().to_le_bytes());
        payload.extend_from_slice(frame);
        let mut out = Vec::new();
        decoder.decode(info, &payload, &mut out).is_ok_and(|()| out == content)
    };
    let frame = zstd::bulk::compress(&content, 3).unwrap();
    assert!(check(2, &frame));
    let mut unsized_frames = zstd::bulk::Compressor::new(3).unwrap();
    unsized_frames.set_parameter(zstd::zstd_safe::CParameter::ContentSizeFlag(false)).unwrap();
    assert!(!check(2, &unsized_frames.compress(&content).unwrap()), "no content size is stated");
    let halves =
        [zstd::bulk::compress(&content[..50], 3).unwrap(), zstd::bulk::compress(&content[..50], 3).unwrap()].concat();
    assert!(!check(2, &halves), "two frames");
    let mut skippable = frame.clone();
    skippable.extend_from_slice(&[0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0]);
    assert!(!check(2, &skippable), "a skippable frame follows");
    let mut deflate = Vec::new();
    std::io::Read::read_to_end(
        &mut flate2::read::DeflateEncoder::new(&content[..], flate2::Compression::new(6)),
        &mut deflate,
    )
    .unwrap();
    assert!(check(3, &deflate));
    deflate.push(0);
    assert!(!check(3, &deflate), "bytes behind the end");
    assert!(!check(4, &frame));
}
