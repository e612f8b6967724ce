//! Which encoding columns of numbers get that repeat, and that are not all numbers.

use super::{synthetic::Numbers, *};

/// A column of these values.
fn column(rows: u32, mut value: impl FnMut(u32, &mut Numbers) -> Vec<u8>) -> RowBlock {
    let mut numbers = Numbers(7);
    let mut bytes = Vec::new();
    for row in 0..rows {
        let value = value(row, &mut numbers);
        bytes.extend_from_slice(&1_u16.to_be_bytes());
        bytes.extend_from_slice(&u32::try_from(value.len()).unwrap().to_be_bytes());
        bytes.extend_from_slice(&value);
    }
    RowBlock::new(Rows::Binary, 1, rows, bytes).unwrap()
}

fn encoding(table: &RowBlock) -> (String, usize) {
    let (names, stored) = round_trip(ZSTD, table);
    (names.concat(), stored)
}

#[test]
fn a_few_thousand_long_numbers_again_and_again() {
    // 18 digits each.
    let long = |numbers: &mut Numbers| 100_000_000_000_000_000 + Numbers(numbers.below(2000)).next() % (1 << 59);
    let (name, integers) = encoding(&column(40_000, |_, numbers| long(numbers).to_be_bytes().to_vec()));
    assert_eq!(name, "dictionary");
    let (name, texts) = encoding(&column(40_000, |_, numbers| long(numbers).to_string().into_bytes()));
    assert_eq!(name, "dictionary");
    // Eleven bits a code, and the values once.
    for stored in [integers, texts] {
        assert!(stored < 40_000 * 14 / 8 + 2000 * 10, "{stored}");
    }
}

#[test]
fn numbers_that_are_short_or_do_not_repeat() {
    let (name, _) = encoding(&column(40_000, |_, numbers| numbers.below(2000).to_string().into_bytes()));
    assert_eq!(name, "digits-frame");
    let (name, _) = encoding(&column(40_000, |_, numbers| numbers.next().to_be_bytes().to_vec()));
    assert!(name.starts_with("int8"), "{name}");
    let (name, _) = encoding(&column(40_000, |row, _| (row / 3 + 1_000_000).to_string().into_bytes()));
    assert_eq!(name, "digits-delta");
}

#[test]
fn one_value_that_is_no_number() {
    const ODD: u32 = 100;
    let texts = column(40_000, |row, numbers| match row {
        ODD => b"n/a and nothing else".to_vec(),
        _ => numbers.below(100_000_000).to_string().into_bytes(),
    });
    assert_ne!(encoding(&texts).0, "digits-frame");
    let repeated = column(40_000, |row, numbers| match row {
        ODD => b"n/a".to_vec(),
        _ => (numbers.below(2000) * 1_000_003).to_string().into_bytes(),
    });
    assert_eq!(encoding(&repeated).0, "dictionary");
    let not_a_number = [0, 0, 0, 0, 0xc0, 0, 0, 0];
    let numerics = column(40_000, |row, numbers| match row {
        ODD => not_a_number.to_vec(),
        _ => super::synthetic::numeric(numbers.below(100_000)),
    });
    assert_ne!(encoding(&numerics).0, "numeric-frame");
}
