#![expect(clippy::unwrap_used, reason = "a test may panic")]

use proptest::prelude::*;

use super::*;

/// A binary stream of rows, each a list of fields.
fn binary(rows: &[Vec<Option<Vec<u8>>>], extension: &[u8]) -> Vec<u8> {
    let mut bytes = b"PGCOPY\n\xff\r\n\0".to_vec();
    bytes.extend_from_slice(&0_u32.to_be_bytes());
    bytes.extend_from_slice(&u32::try_from(extension.len()).unwrap().to_be_bytes());
    bytes.extend_from_slice(extension);
    for row in rows {
        bytes.extend_from_slice(&row_bytes(row));
    }
    bytes.extend_from_slice(&(-1_i16).to_be_bytes());
    bytes
}

fn row_bytes(row: &[Option<Vec<u8>>]) -> Vec<u8> {
    let mut bytes = u16::try_from(row.len()).unwrap().to_be_bytes().to_vec();
    for field in row {
        match field {
            None => bytes.extend_from_slice(&(-1_i32).to_be_bytes()),
            Some(field) => {
                bytes.extend_from_slice(&u32::try_from(field.len()).unwrap().to_be_bytes());
                bytes.extend_from_slice(field);
            }
        }
    }
    bytes
}

type Cut = Result<(Vec<RowBlock>, u64), CodecError>;

fn cut(format: Rows, columns: u16, target: usize, bytes: &[u8], chunk: impl Fn(usize) -> usize) -> Cut {
    let mut cutter = RowCutter::new(format, columns, target, Vec::new());
    let mut blocks = Vec::new();
    let mut at = 0;
    for turn in 0.. {
        if at == bytes.len() {
            break;
        }
        let end = (at + chunk(turn).max(1)).min(bytes.len());
        cutter.push(&bytes[at..end], &mut |block| {
            blocks.push(block);
            Vec::new()
        })?;
        at = end;
    }
    let (last, rows) = cutter.finish()?;
    blocks.extend(last);
    Ok((blocks, rows))
}

fn field() -> impl Strategy<Value = Option<Vec<u8>>> {
    prop_oneof![Just(None), prop::collection::vec(any::<u8>(), 0..40).prop_map(Some)]
}

proptest! {
    #[test]
    fn binary_blocks_do_not_depend_on_chunks(
        (columns, rows) in (0_usize..5).prop_flat_map(|columns| (Just(columns), prop::collection::vec(prop::collection::vec(field(), columns), 0..60))),
        extension in prop::collection::vec(any::<u8>(), 0..9),
        target in 1_usize..300,
        chunks in prop::collection::vec(1_usize..50, 1..10),
    ) {
        let columns = u16::try_from(columns).unwrap();
        let bytes = binary(&rows, &extension);
        let whole = cut(Rows::Binary, columns, target, &bytes, |_| usize::MAX / 2).unwrap();
        prop_assert_eq!(whole.1, rows.len() as u64);
        let together: Vec<u8> = whole.0.iter().flat_map(|block| block.bytes.clone()).collect();
        let expected: Vec<u8> = rows.iter().flat_map(|row| row_bytes(row)).collect();
        prop_assert_eq!(together, expected);
        for (number, block) in whole.0.iter().enumerate() {
            prop_assert!(block.rows() > 0 && block.columns == columns);
            prop_assert!(block.bytes.len() >= target || number + 1 == whole.0.len());
        }
        prop_assert_eq!(&cut(Rows::Binary, columns, target, &bytes, |_| 1).unwrap(), &whole);
        prop_assert_eq!(&cut(Rows::Binary, columns, target, &bytes, |turn| chunks[turn % chunks.len()]).unwrap(), &whole);
        // Every cut is noticed.
        for end in 0..bytes.len() {
            prop_assert!(cut(Rows::Binary, columns, target, &bytes[..end], |_| 7).is_err());
        }
    }

    #[test]
    fn text_blocks_do_not_depend_on_chunks(lines in prop::collection::vec("[a-z\t\\\\]{0,12}", 0..60), target in 1_usize..100, chunk in 1_usize..30) {
        let bytes: Vec<u8> = lines.iter().flat_map(|line| format!("{line}\n").into_bytes()).collect();
        let whole = cut(Rows::Text, 3, target, &bytes, |_| usize::MAX / 2).unwrap();
        prop_assert_eq!(whole.1, lines.len() as u64);
        prop_assert_eq!(&whole.0.iter().flat_map(|block| block.bytes.clone()).collect::<Vec<u8>>(), &bytes);
        prop_assert_eq!(whole, cut(Rows::Text, 3, target, &bytes, |_| chunk).unwrap());
    }

    #[test]
    fn garbage_does_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), columns in 0_u16..4, behind_header: bool) {
        let mut stream = if behind_header { binary(&[], &[]) } else { Vec::new() };
        stream.truncate(19);
        stream.extend_from_slice(&bytes);
        let _ = cut(Rows::Binary, columns, 50, &stream, |_| 13);
    }
}

#[test]
fn what_is_not_copy_is_refused() {
    let row = vec![Some(b"ab".to_vec()), None];
    let good = binary(&[row.clone(), row], &[]);
    let with = |at: usize, bytes: &[u8]| {
        let mut stream = good.clone();
        stream[at..at + bytes.len()].copy_from_slice(bytes);
        cut(Rows::Binary, 2, 1000, &stream, |_| 5)
    };
    assert!(with(0, b"P").is_ok());
    assert_eq!(with(0, b"Q"), Err(CodecError::Signature));
    assert_eq!(with(11, &0x0001_0000_u32.to_be_bytes()), Err(CodecError::HeaderFlags { flags: 0x1_0000 }));
    assert!(with(11, &0x8000_u32.to_be_bytes()).is_ok());
    assert_eq!(with(15, &(-4_i32).to_be_bytes()), Err(CodecError::HeaderExtension { length: -4 }));
    assert_eq!(with(19, &3_i16.to_be_bytes()), Err(CodecError::FieldCount { row: 0, expected: 2, found: 3 }));
    assert_eq!(with(19, &(-2_i16).to_be_bytes()), Err(CodecError::FieldCount { row: 0, expected: 2, found: -2 }));
    assert_eq!(with(21, &(-2_i32).to_be_bytes()), Err(CodecError::FieldLength { row: 0, length: -2 }));
    assert!(matches!(with(21, &i32::MAX.to_be_bytes()), Err(CodecError::RowTooLarge { row: 0, .. })));
    let mut longer = good.clone();
    longer.push(0);
    assert_eq!(cut(Rows::Binary, 2, 1000, &longer, |_| 1000), Err(CodecError::AfterEnd));
    assert_eq!(cut(Rows::Binary, 2, 1000, &good[..good.len() - 2], |_| 9), Err(CodecError::Truncated { rows: 2 }));
    assert_eq!(cut(Rows::Text, 1, 1000, b"a\nb", |_| 9), Err(CodecError::Truncated { rows: 1 }));
}

#[test]
fn a_stated_length_takes_no_memory() {
    let mut stream = binary(&[], &[]);
    stream.truncate(19);
    stream.extend_from_slice(&[0, 1]);
    stream.extend_from_slice(&0x3fff_fff0_u32.to_be_bytes());
    let mut cutter = RowCutter::new(Rows::Binary, 1, 1 << 20, Vec::new());
    cutter.push(&stream, &mut |_| unreachable!()).unwrap();
    cutter.push(&[7; 1000], &mut |_| unreachable!()).unwrap();
    assert!(cutter.rows.block.bytes.capacity() < 1 << 20);
}

#[test]
fn a_row_larger_than_a_block_stands_alone() {
    let small = vec![Some(vec![1; 10])];
    let large = vec![Some(vec![2; MAX_BLOCK_RAW])];
    let bytes = binary(&[small.clone(), small.clone(), large, small], &[]);
    for chunk in [usize::MAX / 2, 1 << 20] {
        let (blocks, rows) = cut(Rows::Binary, 1, 4 << 20, &bytes, |_| chunk).unwrap();
        assert_eq!(rows, 4);
        let shapes: Vec<(u32, usize)> = blocks.iter().map(|block| (block.rows(), block.bytes.len())).collect();
        assert_eq!(shapes, [(2, 32), (1, MAX_BLOCK_RAW + 6), (1, 16)]);
    }
    let mut text = b"ab\n".to_vec();
    text.resize(3 + MAX_BLOCK_RAW, b'x');
    text.extend_from_slice(b"\nc\n");
    for chunk in [usize::MAX / 2, 1 << 20] {
        let (blocks, _) = cut(Rows::Text, 1, 4 << 20, &text, |_| chunk).unwrap();
        let shapes: Vec<(u32, usize)> = blocks.iter().map(|block| (block.rows(), block.bytes.len())).collect();
        assert_eq!(shapes, [(1, 3), (1, MAX_BLOCK_RAW + 1), (1, 2)]);
    }
}

#[test]
fn blocks_are_filled_from_earlier_memory() {
    let bytes = binary(&vec![vec![Some(vec![1; 100])]; 100], &[]);
    let mut memory = Vec::with_capacity(1500);
    let first = memory.as_ptr();
    memory.push(1);
    let mut cutter = RowCutter::new(Rows::Binary, 1, 1000, memory);
    let mut blocks = 0;
    for chunk in bytes.chunks(600) {
        let mut emit = |block: RowBlock| {
            assert_eq!((block.rows(), block.bytes.len(), block.bytes.as_ptr()), (10, 1060, first));
            blocks += 1;
            block.bytes
        };
        cutter.push(chunk, &mut emit).unwrap();
    }
    assert_eq!(blocks, 10);
    assert_eq!(cutter.finish().unwrap(), (None, 100));
}
