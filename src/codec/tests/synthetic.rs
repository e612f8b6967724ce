//! Columns like those of real tables, from a seed.

use super::super::{RowBlock, Rows};

/// A small generator of the same numbers everywhere (splitmix64).
pub(super) struct Numbers(pub(super) u64);

impl Numbers {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next().to_le_bytes()[3]).collect()
    }
}

/// Kinds of columns.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    SmallInt,
    Serial,
    RandomKey,
    Extremes,
    Timestamp,
    LaterTimestamp,
    Price,
    OddNumeric,
    Float4,
    Float8,
    OddFloat,
    Amount,
    Reading,
    LaterReading,
    Bool,
    Enum,
    Name,
    Comment,
    Json,
    Uuid,
    UuidReference,
    Code,
    Vector,
    FloatArray,
    IntArray,
    Bytea,
    Empty,
    Null,
    Long,
}

pub(super) const KINDS: [Kind; 29] = [
    Kind::SmallInt,
    Kind::Serial,
    Kind::RandomKey,
    Kind::Extremes,
    Kind::Timestamp,
    Kind::LaterTimestamp,
    Kind::Price,
    Kind::OddNumeric,
    Kind::Float4,
    Kind::Float8,
    Kind::OddFloat,
    Kind::Amount,
    Kind::Reading,
    Kind::LaterReading,
    Kind::Bool,
    Kind::Enum,
    Kind::Name,
    Kind::Comment,
    Kind::Json,
    Kind::Uuid,
    Kind::UuidReference,
    Kind::Code,
    Kind::Vector,
    Kind::FloatArray,
    Kind::IntArray,
    Kind::Bytea,
    Kind::Empty,
    Kind::Null,
    Kind::Long,
];

const WORDS: [&str; 20] = [
    "carefully",
    "final",
    "deposits",
    "sleep",
    "quickly",
    "among",
    "the",
    "ironic",
    "packages",
    "furiously",
    "regular",
    "accounts",
    "haggle",
    "blithely",
    "express",
    "requests",
    "above",
    "pending",
    "theodolites",
    "boost",
];

/// A canonical numeric of two decimals.
pub(super) fn numeric(cents: u64) -> Vec<u8> {
    let mut groups = vec![cents % 100 * 100];
    let mut whole = cents / 100;
    while whole > 0 {
        groups.push(whole % 10_000);
        whole /= 10_000;
    }
    groups.reverse();
    let mut weight = i16::try_from(groups.len()).unwrap() - 2;
    while groups.first() == Some(&0) {
        groups.remove(0);
        weight -= 1;
    }
    while groups.last() == Some(&0) {
        groups.pop();
    }
    if groups.is_empty() {
        weight = 0;
    }
    let mut out = u16::try_from(groups.len()).unwrap().to_be_bytes().to_vec();
    out.extend_from_slice(&weight.to_be_bytes());
    out.extend_from_slice(&[0, 0, 0, 2]);
    out.extend(groups.iter().flat_map(|&group| u16::try_from(group).unwrap().to_be_bytes()));
    out
}

#[expect(clippy::cast_possible_truncation, reason = "the low bits are wanted")]
fn low(value: u64) -> u32 {
    value as u32
}

#[expect(clippy::cast_possible_truncation, reason = "floats of any precision will do")]
fn float(numbers: &mut Numbers) -> f32 {
    (0..4).map(|_| numbers.below(1 << 24) as f64 / f64::from(1 << 23) - 1.0).sum::<f64>() as f32
}

/// A temperature of one decimal.
#[expect(clippy::cast_precision_loss, reason = "the numbers are small")]
fn reading(row: u64) -> f32 {
    (180 + row % 97) as f32 / 10.0
}

/// The value of a column of this kind in a row; `None` is NULL.
pub(super) fn value(kind: Kind, row: u64, numbers: &mut Numbers) -> Option<Vec<u8>> {
    let stamp = |row: u64| 700_000_000_000_000 + row * 3_700_000;
    let array = |header: &[u32], elements: Vec<Vec<u8>>| {
        let mut bytes: Vec<u8> = header.iter().flat_map(|word| word.to_be_bytes()).collect();
        for element in elements {
            bytes.extend_from_slice(&u32::try_from(element.len()).unwrap().to_be_bytes());
            bytes.extend_from_slice(&element);
        }
        bytes
    };
    Some(match kind {
        Kind::SmallInt => u16::try_from(numbers.below(7)).unwrap().to_be_bytes().to_vec(),
        Kind::Serial => low(row + 1).to_be_bytes().to_vec(),
        Kind::RandomKey => numbers.below(200_000).to_be_bytes().to_vec(),
        Kind::Extremes => {
            [i64::MIN, i64::MAX, 0, -1][usize::try_from(numbers.below(4)).unwrap()].to_be_bytes().to_vec()
        }
        Kind::Timestamp => stamp(row).to_be_bytes().to_vec(),
        Kind::LaterTimestamp => match numbers.below(5) {
            0 => return None,
            _ => (stamp(row) + 1000 * numbers.below(60_000)).to_be_bytes().to_vec(),
        },
        Kind::Price => numeric(numbers.below(10_000_000)),
        Kind::OddNumeric => match numbers.below(50) {
            0 => vec![0, 0, 0, 0, 0xc0, 0, 0, 0],
            _ => numeric(numbers.below(1000)),
        },
        Kind::Float4 => float(numbers).to_be_bytes().to_vec(),
        Kind::Float8 => f64::from(float(numbers)).to_be_bytes().to_vec(),
        Kind::Amount => match numbers.below(40) {
            0 => f64::NAN.to_be_bytes().to_vec(),
            1 => (-0.0_f64).to_be_bytes().to_vec(),
            _ => ((numbers.below(10_000_000) as f64 - 2e6) / 100.0).to_be_bytes().to_vec(),
        },
        Kind::Reading => reading(row).to_be_bytes().to_vec(),
        Kind::LaterReading => match numbers.below(5) {
            0 => return None,
            _ => reading(row + numbers.below(30)).to_be_bytes().to_vec(),
        },
        Kind::OddFloat => {
            let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, 5e-324, 1.5];
            odd[usize::try_from(numbers.below(6)).unwrap()].to_be_bytes().to_vec()
        }
        Kind::Bool => vec![u8::from(numbers.below(10) == 0)],
        Kind::Enum => match numbers.below(6) {
            0 => return None,
            n => WORDS[usize::try_from(n).unwrap()].into(),
        },
        Kind::Name => format!("user-{:05}@example.com", numbers.below(2000)).into_bytes(),
        Kind::Comment => {
            let words: Vec<&str> =
                (0..numbers.below(9)).map(|_| WORDS[usize::try_from(numbers.below(20)).unwrap()]).collect();
            words.join(" ").into_bytes()
        }
        Kind::Json => format!(
            "\u{1}{{\"id\": {}, \"kind\": \"{}\", \"ok\": {}}}",
            numbers.below(1_000_000),
            WORDS[(row % 7) as usize],
            row.is_multiple_of(3)
        )
        .into_bytes(),
        Kind::Uuid => {
            // Version 4: two bytes are not all noise.
            let mut bytes = numbers.bytes(16);
            bytes[6] = bytes[6] & 0x0f | 0x40;
            bytes[8] = bytes[8] & 0x3f | 0x80;
            bytes
        }
        Kind::UuidReference => Numbers(numbers.below(300)).bytes(16),
        Kind::Code => format!("{:012x}", numbers.next() & 0xffff_ffff_ffff).into_bytes(),
        Kind::Vector => {
            let mut bytes = vec![0, 96, 0, 0];
            bytes.extend((0..96).flat_map(|_| float(numbers).to_be_bytes()));
            bytes
        }
        Kind::FloatArray => {
            array(&[1, 0, 700, 50, 1], (0..50).map(|_| float(numbers).to_be_bytes().to_vec()).collect())
        }
        Kind::IntArray => {
            let count = numbers.below(6) + 1;
            array(&[1, 0, 20, low(count), 1], (0..count).map(|_| numbers.below(500).to_be_bytes().to_vec()).collect())
        }
        Kind::Bytea => {
            let length = numbers.below(60);
            numbers.bytes(usize::try_from(length).unwrap())
        }
        Kind::Empty => Vec::new(),
        Kind::Null => return None,
        Kind::Long => {
            let length = usize::try_from(numbers.below(3000)).unwrap();
            b"lorem ipsum dolor sit amet ".iter().copied().cycle().take(length).collect()
        }
    })
}

/// Rows of such columns. In text rows the values are escaped as COPY does.
pub(super) fn block(format: Rows, kinds: &[Kind], rows: u32, seed: u64) -> RowBlock {
    let mut numbers = Numbers(seed);
    let mut bytes = Vec::new();
    let columns = u16::try_from(kinds.len()).unwrap();
    for row in 0..u64::from(rows) {
        if format == Rows::Binary {
            bytes.extend_from_slice(&columns.to_be_bytes());
        }
        for (number, &kind) in kinds.iter().enumerate() {
            let value = value(kind, row, &mut numbers);
            match format {
                Rows::Binary => {
                    let length = value.as_ref().map_or(-1, |value| i32::try_from(value.len()).unwrap());
                    bytes.extend_from_slice(&length.to_be_bytes());
                    bytes.extend_from_slice(&value.unwrap_or_default());
                }
                Rows::Text => {
                    if number > 0 {
                        bytes.push(b'\t');
                    }
                    for byte in value.unwrap_or_else(|| b"\\N".to_vec()) {
                        match byte {
                            b'\t' => bytes.extend_from_slice(b"\\t"),
                            b'\n' => bytes.extend_from_slice(b"\\n"),
                            byte => bytes.push(byte),
                        }
                    }
                }
            }
        }
        if format == Rows::Text {
            bytes.push(b'\n');
        }
    }
    RowBlock::new(format, columns, rows, bytes).unwrap()
}
