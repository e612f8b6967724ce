//! Equal rows have equal digests, other rows others, and source OIDs do not count.

use super::{
    synthetic::{KINDS, block},
    *,
};

fn opaque(count: usize) -> Vec<Shape> {
    vec![Shape::Opaque; count]
}

fn one(shape: &Shape, value: &[u8]) -> Result<Digest, CodecError> {
    let mut bytes = vec![0, 2, 0, 0, 0, 1, 7];
    bytes.extend_from_slice(&u32::try_from(value.len()).unwrap().to_be_bytes());
    bytes.extend_from_slice(value);
    let block = RowBlock::new(Rows::Binary, 2, 1, bytes).unwrap();
    Digester::new(vec![Shape::Opaque, shape.clone()]).digest(&block)
}

fn words(words: &[i32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

#[test]
fn order_and_chunks_do_not_count() {
    let whole = block(Rows::Binary, &KINDS, 200, 1);
    let mut digester = Digester::new(opaque(KINDS.len()));
    let expected = digester.digest(&whole).unwrap();
    assert_eq!(expected.rows, 200);
    // The rows in reverse order, each as a block.
    let one = |row: Result<&[u8], CodecError>| RowBlock::new(Rows::Binary, whole.columns, 1, row.unwrap().to_vec());
    let rows: Vec<RowBlock> = whole.each().map(|row| one(row).unwrap()).collect();
    let mut sum = Digest::default();
    for row in rows.iter().rev() {
        sum.add(digester.digest(row).unwrap());
    }
    assert_eq!(sum, expected);
    // One bit more, one row twice.
    let mut other = whole.clone();
    *other.bytes.last_mut().unwrap() ^= 1;
    assert_ne!(digester.digest(&other).unwrap().sum, expected.sum);
    sum.add(digester.digest(&rows[0]).unwrap());
    assert_ne!(sum.sum, expected.sum);
}

#[test]
fn known_digests() {
    // XXH3-128 of "a" and of "b\tc", seed 0.
    let text = RowBlock::new(Rows::Text, 2, 1, b"a\n".to_vec()).unwrap();
    let digest = Digester::new(opaque(2)).digest(&text).unwrap();
    assert_eq!(digest.hex(), "a96faf705af16834e6c632b61e964e1f");
    assert_eq!(Digest { rows: 1, sum: 0xab }.hex(), "000000000000000000000000000000ab");
    let none = RowBlock::new(Rows::Binary, 0, 3, vec![0; 6]).unwrap();
    let digest = Digester::new(Vec::new()).digest(&none).unwrap();
    assert_eq!((digest.rows, digest.sum), (3, xxhash_rust::xxh3::xxh3_128(&[0, 0]).wrapping_mul(3)));
}

#[test]
fn what_are_not_rows_makes_no_block() {
    let good = block(Rows::Binary, &KINDS, 5, 1);
    let made = |columns: u16, rows: u32, bytes: &[u8]| RowBlock::new(Rows::Binary, columns, rows, bytes.to_vec());
    assert_eq!(made(good.columns, 5, &good.bytes).unwrap(), good);
    for rows in [0, 4, 6] {
        assert_eq!(
            made(good.columns, rows, &good.bytes),
            Err(CodecError::RowCount { expected: rows.into(), found: 5 })
        );
    }
    let shorter = &good.bytes[..good.bytes.len() - 1];
    assert_eq!(made(good.columns, 5, shorter), Err(CodecError::Truncated { rows: 4 }));
    assert!(matches!(made(1, 5, &good.bytes), Err(CodecError::FieldCount { row: 0, .. })));
    let text = RowBlock::new(Rows::Text, 1, 1, b"a\nb".to_vec());
    assert_eq!(text, Err(CodecError::Truncated { rows: 1 }));
}

#[test]
fn a_block_of_other_columns_or_bytes_has_no_digest() {
    let mut bad = block(Rows::Binary, &KINDS, 5, 1);
    assert!(matches!(Digester::new(opaque(1)).digest(&bad), Err(CodecError::FieldCount { .. })));
    bad.bytes.pop();
    assert_eq!(Digester::new(opaque(KINDS.len())).digest(&bad), Err(CodecError::Truncated { rows: 4 }));
}

/// Makes a value from a type OID and a number.
type Value<'a> = &'a dyn Fn(i32, i32) -> Vec<u8>;

#[test]
fn type_oids_are_masked() {
    let array = |oid: i32, value: i32| words(&[1, 1, oid, 2, 1, 4, value, -1]);
    let composite = |oid: i32, value: i32| words(&[2, oid, 4, value, oid + 1, -1]);
    let inner = |oid: i32, value: i32| {
        let item = composite(oid, value);
        let mut bytes = words(&[1, 0, oid, 1, 1, i32::try_from(item.len()).unwrap()]);
        bytes.extend_from_slice(&item);
        bytes
    };
    let range = |oid: i32, value: i32| {
        let bound = array(oid, value);
        let mut bytes = vec![0x02];
        for _ in 0..2 {
            bytes.extend_from_slice(&u32::try_from(bound.len()).unwrap().to_be_bytes());
            bytes.extend_from_slice(&bound);
        }
        bytes
    };
    let multirange = |oid: i32, value: i32| {
        let one = range(oid, value);
        let mut bytes = words(&[2]);
        for part in [&one, &vec![0x01]] {
            bytes.extend_from_slice(&u32::try_from(part.len()).unwrap().to_be_bytes());
            bytes.extend_from_slice(part);
        }
        bytes
    };
    let plain_array = Shape::Array(Box::new(Shape::Opaque));
    let plain_composite = Shape::Composite(vec![Shape::Opaque, Shape::Opaque]);
    let cases: [(&Shape, Value<'_>); 5] = [
        (&plain_array, &array),
        (&plain_composite, &composite),
        (&Shape::Array(Box::new(plain_composite.clone())), &inner),
        (&Shape::Range(Box::new(plain_array.clone())), &range),
        (&Shape::Multirange(Box::new(plain_array.clone())), &multirange),
    ];
    for (shape, value) in cases {
        let digest = one(shape, &value(16_400, 5)).unwrap();
        assert_eq!(digest, one(shape, &value(20_000, 5)).unwrap(), "{shape:?}");
        assert_ne!(digest, one(shape, &value(16_400, 6)).unwrap(), "{shape:?}");
        assert_ne!(one(&Shape::Opaque, &value(16_400, 5)), one(&Shape::Opaque, &value(20_000, 5)));
        // No shorter or longer value has the shape.
        let whole = value(1, 5);
        for end in 0..whole.len() {
            assert_eq!(one(shape, &whole[..end]), Err(CodecError::Shape { row: 0, column: 1 }));
        }
        let longer = [whole.as_slice(), &[0]].concat();
        assert_eq!(one(shape, &longer), Err(CodecError::Shape { row: 0, column: 1 }));
    }
    // Empty arrays; NULL; ranges over types without OIDs are not looked into.
    assert_eq!(one(&plain_array, &words(&[0, 0, 23])), one(&plain_array, &words(&[0, 0, 99])));
    assert!(one(&plain_array, &words(&[7, 0, 23])).is_err());
    assert!(one(&plain_array, &words(&[2, 0, 23, i32::MAX, 1, i32::MAX, 1])).is_err());
    assert!(one(&plain_array, &words(&[1, 0, 23, -1, 1])).is_err());
    assert!(one(&plain_composite, &words(&[3, 1, -1, 1, -1, 1, -1])).is_err());
    assert!(one(&Shape::Range(Box::new(Shape::Opaque)), b"not a range").is_ok());
}

#[test]
fn the_flags_of_an_array_say_whether_it_holds_a_null() {
    let array = |flags: i32, last: &[i32]| [words(&[1, flags, 23, 2, 1, 4, 7]), words(last)].concat();
    for shape in [Shape::PlainArray, Shape::Array(Box::new(Shape::Opaque))] {
        assert_eq!(one(&shape, &array(1, &[4, 8])), one(&shape, &array(0, &[4, 8])), "{shape:?}");
        assert_ne!(one(&shape, &array(1, &[4, 8])), one(&shape, &array(1, &[-1])), "{shape:?}");
        assert_eq!(one(&shape, &array(1, &[4])), Err(CodecError::Shape { row: 0, column: 1 }));
        assert_eq!(one(&shape, &[0, 0, 0, 0, 0, 0]), Err(CodecError::Shape { row: 0, column: 1 }));
    }
    // The element's OID counts where it is the same everywhere.
    assert_ne!(one(&Shape::PlainArray, &words(&[0, 0, 23])), one(&Shape::PlainArray, &words(&[0, 0, 25])));
    // Arrays inside arrays.
    let nested = |flags: i32| {
        let inner = array(flags, &[4, 8]);
        [words(&[1, flags, 9, 1, 1, i32::try_from(inner.len()).unwrap()]), inner].concat()
    };
    let shape = Shape::Array(Box::new(Shape::PlainArray));
    assert_eq!(one(&shape, &nested(1)), one(&shape, &nested(0)));
}
