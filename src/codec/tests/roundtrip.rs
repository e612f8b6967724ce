//! What is encoded comes back, whatever it is.

use proptest::prelude::*;

use super::{
    synthetic::{KINDS, Kind, Numbers, block},
    *,
};

fn methods() -> impl Strategy<Value = Compression> {
    prop_oneof![
        3 => Just(ZSTD),
        1 => (-5..9).prop_map(|level| Compression { method: Method::Zstd, level }),
        1 => Just(Compression { method: Method::Gzip, level: 6 }),
        1 => Just(Compression { method: Method::None, level: 0 }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn random_tables(
        kinds in prop::collection::vec(prop::sample::select(KINDS.to_vec()), 0..9),
        rows in prop_oneof![1_u32..30, 1_u32..3000],
        seed: u64,
        text: bool,
        compression in methods(),
    ) {
        let format = if text { Rows::Text } else { Rows::Binary };
        round_trip(compression, &block(format, &kinds, rows, seed));
    }

    #[test]
    fn random_bytes(
        (columns, rows) in (0_usize..6).prop_flat_map(|columns| {
            let field = prop_oneof![Just(None), prop::collection::vec(any::<u8>(), 0..30).prop_map(Some), Just(Some(vec![0; 8]))];
            (Just(columns), prop::collection::vec(prop::collection::vec(field, columns), 1..40))
        }),
        compression in methods(),
    ) {
        let mut bytes = Vec::new();
        for row in &rows {
            bytes.extend_from_slice(&u16::try_from(columns).unwrap().to_be_bytes());
            for field in row {
                bytes.extend_from_slice(&field.as_ref().map_or(-1, |field| i32::try_from(field.len()).unwrap()).to_be_bytes());
                bytes.extend_from_slice(field.as_deref().unwrap_or_default());
            }
        }
        let rows = u32::try_from(rows.len()).unwrap();
        round_trip(compression, &RowBlock::new(Rows::Binary, u16::try_from(columns).unwrap(), rows, bytes).unwrap());
    }
}

/// The encoding of each kind of column, and the share of its raw bytes that it may take at most (in percent).
#[test]
fn each_kind_gets_its_encoding() {
    for (kind, name, percent) in [
        (Kind::SmallInt, "int2-frame", 10),
        (Kind::Serial, "int4-delta", 1),
        (Kind::RandomKey, "int8-frame", 25),
        (Kind::Extremes, "dictionary", 5),
        (Kind::Timestamp, "int8-delta", 1),
        (Kind::Price, "numeric-frame", 25),
        (Kind::OddNumeric, "plain", 40),
        (Kind::Float4, "shuffle", 50),
        (Kind::Float8, "shuffle", 60),
        (Kind::OddFloat, "dictionary", 10),
        (Kind::Amount, "decimal-frame", 40),
        (Kind::Reading, "decimal-delta", 5),
        (Kind::Bool, "planes", 5),
        (Kind::Enum, "dictionary", 10),
        (Kind::Name, "dictionary", 30),
        (Kind::Comment, "words", 25),
        (Kind::Json, "template", 25),
        (Kind::Uuid, "planes", 85),
        (Kind::UuidReference, "dictionary", 20),
        (Kind::Code, "planes", 60),
        (Kind::Vector, "shuffle", 90),
        (Kind::FloatArray, "shuffle", 45),
        (Kind::IntArray, "shuffle", 30),
        (Kind::Bytea, "plain", 101),
        (Kind::Empty, "plain", 1),
        (Kind::Null, "null", 1),
    ] {
        let rows = 12_000;
        let table = block(Rows::Binary, &[kind], rows, 1);
        let (names, stored) = round_trip(ZSTD, &table);
        let open = [Kind::OddNumeric, Kind::Bytea, Kind::Float4, Kind::Float8, Kind::Code];
        if !open.contains(&kind) {
            assert_eq!(names, [name], "{kind:?}");
        }
        assert!(stored * 100 <= table.bytes.len() * percent, "{kind:?}: {stored} of {}", table.bytes.len());
    }
}

#[test]
fn a_column_that_follows_another() {
    let (names, stored) =
        round_trip(ZSTD, &block(Rows::Binary, &[Kind::RandomKey, Kind::Timestamp, Kind::LaterTimestamp], 10_000, 5));
    assert_eq!(names, ["int8-frame", "int8-delta", "int8-column"]);
    assert!(stored < 80_000);
}

#[test]
fn decimal_floats_that_follow_others() {
    let table = |kinds: &[Kind]| block(Rows::Binary, kinds, 10_000, 5);
    let (names, _) = round_trip(ZSTD, &table(&[Kind::Amount, Kind::LaterReading]));
    assert_eq!(names, ["decimal-frame", "decimal-delta"]);
    // The second is the first and a cent: only its difference is written.
    let mut bytes = Vec::new();
    let mut numbers = Numbers(1);
    for _ in 0..10_000 {
        let cents = numbers.below(100_000_000) as f64;
        bytes.extend_from_slice(&[0, 2, 0, 0, 0, 8]);
        bytes.extend_from_slice(&(cents / 100.0).to_be_bytes());
        bytes.extend_from_slice(&[0, 0, 0, 8]);
        bytes.extend_from_slice(&((cents + 1.0) / 100.0).to_be_bytes());
    }
    let (names, _) = round_trip(ZSTD, &RowBlock::new(Rows::Binary, 2, 10_000, bytes).unwrap());
    assert_eq!(names, ["decimal-frame", "decimal-column"]);
}

#[test]
fn every_method_and_level() {
    let table = block(Rows::Binary, &KINDS, 1500, 9);
    for method in [Method::Zstd, Method::Gzip, Method::None] {
        for level in [-100, -1, 0, 1, 2, 3, 6, 9, 12] {
            round_trip(Compression { method, level }, &table);
        }
    }
}

#[test]
fn text_rows() {
    for kinds in [&KINDS[..], &[Kind::Comment], &[Kind::Null], &[Kind::Empty], &[]] {
        round_trip(ZSTD, &block(Rows::Text, kinds, 2000, 3));
    }
}

#[test]
fn wide_and_empty_tables() {
    let wide: Vec<Kind> = KINDS.iter().copied().cycle().take(1600).collect();
    for rows in [1, 2, 300] {
        round_trip(ZSTD, &block(Rows::Binary, &wide, rows, 4));
    }
    round_trip(ZSTD, &block(Rows::Text, &wide, 3, 4));
    for rows in [1, 100_000] {
        let (_, stored) = round_trip(ZSTD, &block(Rows::Binary, &[], rows, 4));
        assert!(stored < 30);
    }
    assert!(encode(&mut Encoder::new(ZSTD), &block(Rows::Binary, &[Kind::Uuid], 0, 1)).is_empty());
}

#[test]
fn single_rows() {
    for kind in KINDS {
        for seed in 0..20 {
            round_trip(ZSTD, &block(Rows::Binary, &[kind], 1, seed));
        }
    }
}

#[test]
fn large_blocks() {
    let kinds = [Kind::Serial, Kind::Price, Kind::Enum, Kind::Comment, Kind::Json, Kind::Uuid, Kind::LaterTimestamp];
    let table = block(Rows::Binary, &kinds, 40_000, 8);
    assert!(table.bytes.len() > 5 << 20);
    let (_, stored) = round_trip(ZSTD, &table);
    assert!(stored < table.bytes.len() / 3);
}

#[test]
fn rows_larger_than_a_block() {
    let row = |length: usize| {
        let mut bytes = 1_u16.to_be_bytes().to_vec();
        bytes.extend_from_slice(&u32::try_from(length).unwrap().to_be_bytes());
        bytes.resize(6 + length, 9);
        bytes
    };
    let large = MAX_BLOCK_RAW + 12_345;
    let bytes: Vec<u8> = [row(3), row(large), row(5), row(MAX_BLOCK_RAW - 100), row(1000)].concat();
    let table = RowBlock::new(Rows::Binary, 1, 5, bytes).unwrap();
    let payloads = encode(&mut Encoder::new(ZSTD), &table);
    assert!(decode(&payloads) == table.bytes);
    let infos: Vec<(u32, bool)> = payloads.iter().map(|(info, _)| (info.rows, info.continued)).collect();
    let mut expected = vec![(1, false)];
    expected.extend(vec![(0, true); 8]);
    expected.extend([(1, false), (2, false), (1, false)]);
    assert_eq!(infos, expected);
}

#[test]
fn the_same_block_gives_the_same_payload() {
    let mut used = Encoder::new(ZSTD);
    for seed in 0..6 {
        let kinds: Vec<Kind> = KINDS.iter().copied().skip(usize::try_from(seed).unwrap()).step_by(2).collect();
        let table = block(Rows::Binary, &kinds, 2500, seed);
        assert!(encode(&mut used, &table) == encode(&mut Encoder::new(ZSTD), &table), "history changed a payload");
    }
}

#[test]
fn what_are_not_rows_is_refused() {
    let good = block(Rows::Binary, &[Kind::Serial, Kind::Comment], 10, 1);
    let mut encoder = Encoder::new(ZSTD);
    let mut refuse = |change: &dyn Fn(&mut RowBlock)| {
        let mut bad = good.clone();
        change(&mut bad);
        encoder.encode(&bad, &mut |_, _| panic!("a payload was emitted")).unwrap_err()
    };
    assert!(matches!(refuse(&|bad| bad.columns = 3), CodecError::FieldCount { row: 0, expected: 3, found: 2 }));
    assert!(matches!(refuse(&|bad| bad.columns = 1601), CodecError::Columns { .. }));
    assert!(matches!(refuse(&|bad| bad.bytes.truncate(40)), CodecError::Truncated { .. }));
    assert!(matches!(refuse(&|bad| bad.bytes[2..6].fill(0x80)), CodecError::FieldLength { row: 0, .. }));
    let text = RowBlock::new(Rows::Text, 2, 2, b"a\tb\nc\n".to_vec()).unwrap();
    let refused = encoder.encode(&text, &mut |_, _| {});
    assert_eq!(refused, Err(CodecError::FieldCount { row: 1, expected: 2, found: 1 }));
}
