//! Cuts, flips and splices small archives: all of it must be found, with the right class, by all readers.

use std::{
    io::{Read, Write as _},
    sync::OnceLock,
};

use dumpr::archive::{
    Archive, ArchiveError, ArchiveWriter, BlockHeader, DocumentKind, ErrorClass, Event, Identity, Misuse, Payload,
    RecordType, Scan, SequentialReader, StreamEnd, Written,
};
use proptest::prelude::*;

use crate::bytes;

const IDENTITY: Identity = Identity { id: bytes::ID, marker: bytes::MARKER };

/// Reads everything front to back.
pub(crate) fn read_sequentially(archive: &[u8]) -> Result<Vec<Event>, (Vec<Event>, ArchiveError)> {
    read_from(SequentialReader::new(archive))
}

fn read_from(mut reader: SequentialReader<impl Read>) -> Result<Vec<Event>, (Vec<Event>, ArchiveError)> {
    let mut events = Vec::new();
    loop {
        match reader.next_event() {
            Ok(Some(event)) => events.push(event),
            Ok(None) => return Ok(events),
            Err(error) => return Err((events, error)),
        }
    }
}

/// Reads everything through the index.
pub(crate) fn read_by_index(archive: &[u8]) -> Result<Vec<Vec<u8>>, ArchiveError> {
    let archive = Archive::from_file(file(archive))?;
    archive.check_documents()?;
    let mut blocks = Vec::new();
    for block in archive.all_blocks() {
        let mut payload = Vec::new();
        archive.read_block(block, &mut payload)?;
        blocks.push(payload);
    }
    Ok(blocks)
}

pub(crate) fn file(content: &[u8]) -> std::fs::File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(content).unwrap();
    file
}

fn classes(archive: &[u8]) -> (Option<ErrorClass>, Option<ErrorClass>) {
    let sequential = read_sequentially(archive).err().map(|(_, error)| error.class());
    (sequential, read_by_index(archive).err().map(|error| error.class()))
}

fn write(archive: &mut ArchiveWriter<Vec<u8>>) -> Result<(), ArchiveError> {
    archive.manifest(br#"{"dumpr_version":"0.1.0"}"#)?;
    archive.entries(br#"[{"id":1}]"#)?;
    archive.entries(br#"[{"id":2}]"#)?;
    archive.tables(br#"[{"stream":1},{"stream":2},{"stream":3}]"#)?;
    let block = |stream, number, rows, raw_bytes| BlockHeader { stream, number, rows, raw_bytes, continued: false };
    archive.block(block(1, 0, 2, 20), b"first block of one")?;
    archive.hashed_block(block(2, 0, 1, 9), &Payload::new(b"of two".to_vec()))?;
    archive.block(BlockHeader { continued: true, ..block(1, 1, 0, 30) }, b"half a row")?;
    archive.block(block(1, 2, 1, 5), b"")?;
    archive.end_stream(StreamEnd { stream: 2, blocks: 1, rows: 1, raw_bytes: 9, digest: 5 })?;
    archive.end_stream(StreamEnd { stream: 3, blocks: 0, rows: 0, raw_bytes: 0, digest: 0 })?;
    archive.end_stream(StreamEnd { stream: 1, blocks: 3, rows: 3, raw_bytes: 55, digest: u128::MAX })
}

/// A small archive of the library's writer.
fn sample() -> &'static (Vec<u8>, Written) {
    static SAMPLE: OnceLock<(Vec<u8>, Written)> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let mut writer = ArchiveWriter::new(Vec::new(), IDENTITY, 2).unwrap();
        write(&mut writer).unwrap();
        writer.finish(br#"{"rows":4}"#).unwrap()
    })
}

#[test]
fn what_was_written_is_read() {
    let (archive, written) = sample();
    let events = read_sequentially(archive).map_err(|(_, error)| error).unwrap();
    assert_eq!(events.first(), Some(&Event::Begin { identity: IDENTITY, open_streams: 2 }));
    assert_eq!(events.last(), Some(&Event::End(*written)));
    assert_eq!(events.len(), 1 + 4 + 4 + 3 + 1 + 1);
    assert_eq!(written.bytes, archive.len() as u64);
    let sha256: [u8; 32] = <sha2::Sha256 as sha2::Digest>::digest(archive).into();
    assert_eq!(written.sha256, sha256);

    let opened = Archive::from_file(file(archive)).unwrap();
    assert_eq!(opened.identity(), IDENTITY);
    assert_eq!(opened.index_sha256(), written.index_sha256);
    assert_eq!(opened.manifest().unwrap(), br#"{"dumpr_version":"0.1.0"}"#);
    let batches = |kind| opened.documents(kind).map(Result::unwrap).collect::<Vec<_>>();
    assert_eq!(batches(DocumentKind::Entries), [br#"[{"id":1}]"#, br#"[{"id":2}]"#]);
    assert_eq!(batches(DocumentKind::Tables).len(), 1);
    assert_eq!(opened.summary().unwrap(), br#"{"rows":4}"#);
    assert_eq!(opened.stream_count(), 3);
    assert_eq!(opened.blocks(1).len(), 3);
    assert_eq!(opened.blocks(3), []);
    assert!(opened.blocks(1)[1].header.continued);
    assert_eq!(opened.stream_end(1).map(|end| end.digest), Some(u128::MAX));
    assert_eq!(opened.stream_end(4), None);
    let mut payload = Vec::new();
    opened.read_block(&opened.blocks(2)[0], &mut payload).unwrap();
    assert_eq!(payload, b"of two");
}

#[test]
fn a_reader_may_get_its_bytes_one_at_a_time() {
    struct Dribble<'a>(&'a [u8]);
    impl Read for Dribble<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let count = buffer.len().min(1);
            self.0.read(&mut buffer[..count])
        }
    }
    let dribbled = read_from(SequentialReader::new(Dribble(&sample().0))).map_err(|(_, error)| error).unwrap();
    assert_eq!(dribbled, read_sequentially(&sample().0).map_err(|(_, error)| error).unwrap());
}

#[test]
fn a_cut_at_any_byte_is_incomplete() {
    let (archive, _) = sample();
    for length in 0..archive.len() {
        let expected = (Some(ErrorClass::Incomplete), Some(ErrorClass::Incomplete));
        assert_eq!(classes(&archive[..length]), expected, "cut at {length}");
        let (_, error) = read_sequentially(&archive[..length]).unwrap_err();
        assert_eq!(error.offset(), Some(length as u64));
    }
}

#[test]
fn every_flipped_bit_is_corrupt_and_its_place_is_named() {
    let (archive, _) = sample();
    let records = Scan::of(file(archive)).unwrap().records().to_vec();
    let mut flipped = archive.clone();
    for bit in 0..archive.len() * 8 {
        let byte = bit / 8;
        flipped[byte] ^= 1 << (bit % 8);
        let expected = (Some(ErrorClass::Corrupt), Some(ErrorClass::Corrupt));
        assert_eq!(classes(&flipped), expected, "bit {bit} of byte {byte}");
        // The error speaks of the record that holds the byte.
        let start = records.iter().map(|record| record.offset).rfind(|offset| *offset <= byte as u64).unwrap_or(0);
        let (_, error) = read_sequentially(&flipped).unwrap_err();
        assert_eq!(error.offset(), Some(start), "bit {bit} of byte {byte}: {error}");
        flipped[byte] = archive[byte];
    }
}

#[test]
fn bytes_after_the_trailer_are_corrupt() {
    let (archive, _) = sample();
    for tail in [&b"\0"[..], &[0; 4096], archive] {
        let longer = [&archive[..], tail].concat();
        assert_eq!(classes(&longer), (Some(ErrorClass::Corrupt), Some(ErrorClass::Corrupt)));
        assert_eq!(read_by_index(&longer).unwrap_err().rule(), Some("R-54"));
    }
}

#[test]
fn moved_repeated_and_missing_records_are_found() {
    let (archive, _) = sample();
    let records = Scan::of(file(archive)).unwrap().records().to_vec();
    let ranges: Vec<_> = records
        .iter()
        .map(|record| {
            let start = usize::try_from(record.offset).unwrap();
            start..start + 76 + usize::try_from(record.header.stored_bytes).unwrap()
        })
        .collect();
    let build = |order: &[usize]| {
        let mut bytes = archive[..72].to_vec();
        for record in order {
            bytes.extend(&archive[ranges[*record].clone()]);
        }
        bytes
    };
    let all: Vec<usize> = (0..ranges.len()).collect();
    assert_eq!(&build(&all), archive);
    for first in 0..all.len() {
        let mut dropped = all.clone();
        dropped.remove(first);
        if first + 1 == all.len() {
            continue; // without its trailer the archive is incomplete, as the cuts above show
        }
        assert_eq!(classes(&build(&dropped)), (Some(ErrorClass::Corrupt), Some(ErrorClass::Corrupt)), "drop {first}");
        let mut repeated = all.clone();
        repeated.insert(first, first);
        assert_eq!(
            classes(&build(&repeated)),
            (Some(ErrorClass::Corrupt), Some(ErrorClass::Corrupt)),
            "repeat {first}"
        );
        for second in first + 1..all.len() {
            let mut swapped = all.clone();
            swapped.swap(first, second);
            let (sequential, by_index) = classes(&build(&swapped));
            assert_eq!(sequential, Some(ErrorClass::Corrupt), "swap {first} {second}");
            assert_eq!(by_index, Some(ErrorClass::Corrupt), "swap {first} {second}");
        }
    }
}

#[test]
fn a_block_of_another_archive_does_not_check() {
    // Same marker, same place, same fields: only the archive's id differs.
    let other = Identity { id: *b"another archive!", marker: bytes::MARKER };
    let mut writer = ArchiveWriter::new(Vec::new(), other, 2).unwrap();
    write(&mut writer).unwrap();
    let (donor, _) = writer.finish(br#"{"rows":4}"#).unwrap();
    let (archive, _) = sample();
    for record in Scan::of(file(archive)).unwrap().records() {
        let start = usize::try_from(record.offset).unwrap();
        let range = start..start + 76 + usize::try_from(record.header.stored_bytes).unwrap();
        let mut spliced = archive.clone();
        spliced[range.clone()].copy_from_slice(&donor[range]);
        assert_eq!(classes(&spliced), (Some(ErrorClass::Corrupt), Some(ErrorClass::Corrupt)), "at {start}");
    }
}

#[test]
fn a_scan_loses_only_what_is_damaged() {
    let (archive, _) = sample();
    let whole = Scan::of(file(archive)).unwrap();
    assert!(whole.has_trailer() && whole.gaps().is_empty());
    for (position, record) in whole.records().iter().enumerate() {
        let start = usize::try_from(record.offset).unwrap();
        // A damaged header, then a damaged payload, then a removed byte.
        for damage in 0..3 {
            let mut damaged = archive.clone();
            match damage {
                0 => damaged[start + 30] ^= 1,
                1 if record.header.stored_bytes > 0 => damaged[start + 76] ^= 1,
                2 => drop(damaged.remove(start + 40)),
                _ => continue,
            }
            let scan = Scan::of(file(&damaged)).unwrap();
            let intact: Vec<_> =
                scan.records().iter().filter(|found| found.is_intact).map(|found| found.header).collect();
            let mut expected: Vec<_> = whole.records().iter().map(|record| record.header).collect();
            expected.remove(position);
            assert_eq!(intact, expected, "record {position}, damage {damage}");
        }
    }
    // Without the preamble the trailer names the marker; cut short, the preamble does.
    let mut headless = archive.clone();
    headless[..72].fill(0);
    assert_eq!(Scan::of(file(&headless)).unwrap().records(), whole.records());
    let cut = Scan::of(file(&archive[..archive.len() - 1])).unwrap();
    assert!(!cut.has_trailer());
    assert_eq!(cut.blocks().count(), 4);
    assert_eq!(cut.stream_ends().count(), 3);
}

#[test]
fn the_writer_refuses_what_no_reader_accepts_and_stays_broken() {
    let block = BlockHeader { stream: 1, number: 0, rows: 1, raw_bytes: 5, continued: false };
    let end = StreamEnd { stream: 1, blocks: 0, rows: 0, raw_bytes: 0, digest: 0 };
    let calls: Vec<(&str, Call)> = vec![
        ("R-30", Box::new(|writer| writer.manifest(b"{}"))),
        ("R-35", Box::new(|writer| writer.entries(b"\xff"))),
        ("R-40", Box::new(move |writer| writer.block(BlockHeader { stream: 0, ..block }, b""))),
        ("R-41", Box::new(move |writer| writer.block(BlockHeader { number: 1, ..block }, b""))),
        ("R-44", Box::new(move |writer| writer.block(BlockHeader { rows: 0, ..block }, b""))),
        ("R-28", Box::new(move |writer| writer.block(BlockHeader { raw_bytes: u32::MAX, ..block }, b""))),
        ("R-46", Box::new(move |writer| writer.end_stream(StreamEnd { blocks: 1, ..end }))),
        ("R-46", Box::new(move |writer| writer.end_stream(StreamEnd { rows: 1, ..end }))),
        (
            "R-42",
            Box::new(move |writer| {
                writer.end_stream(end)?;
                writer.end_stream(end)
            }),
        ),
        (
            "R-43",
            Box::new(move |writer| {
                writer.block(block, b"")?;
                writer.block(BlockHeader { stream: 2, ..block }, b"")
            }),
        ),
        (
            "R-45",
            Box::new(move |writer| {
                writer.block(BlockHeader { rows: 0, continued: true, ..block }, b"")?;
                writer.end_stream(StreamEnd { blocks: 1, raw_bytes: 5, ..end })
            }),
        ),
    ];
    for (rule, call) in calls {
        let mut writer = ArchiveWriter::new(Vec::new(), IDENTITY, 1).unwrap();
        writer.manifest(b"{}").unwrap();
        let error = call(&mut writer).unwrap_err();
        assert!(matches!(error, ArchiveError::Misuse { misuse: Misuse::Rule(_), .. }), "{rule}: {error}");
        assert_eq!(error.rule(), Some(rule));
        assert!(matches!(writer.block(block, b""), Err(ArchiveError::Broken)), "{rule}");
        assert!(matches!(writer.finish(b"{}"), Err(ArchiveError::Broken)), "{rule}");
    }
    let mut writer = ArchiveWriter::new(Vec::new(), IDENTITY, 1).unwrap();
    writer.manifest(b"{}").unwrap();
    writer.end_stream(StreamEnd { stream: 2, ..end }).unwrap();
    assert_eq!(writer.finish(b"{}").map(|_| ()).unwrap_err().rule(), Some("R-47"));
}

#[test]
fn a_sink_that_fails_breaks_the_writer() {
    struct Full(usize);
    impl std::io::Write for Full {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            let count = bytes.len().min(self.0);
            self.0 -= count;
            if count == 0 { Err(std::io::Error::from_raw_os_error(28)) } else { Ok(count) }
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut writer = ArchiveWriter::new(Full(100), IDENTITY, 1).unwrap();
    let error = writer.manifest(b"{}").unwrap_err();
    assert_eq!((error.class(), error.offset()), (ErrorClass::Io, Some(72)));
    assert!(matches!(writer.entries(b"[]"), Err(ArchiveError::Broken)));
}

#[test]
fn an_index_of_several_records_is_read() {
    let blocks = 70_000;
    let mut writer = ArchiveWriter::new(Vec::new(), IDENTITY, 1).unwrap();
    writer.manifest(b"{}").unwrap();
    for number in 0..blocks {
        writer.block(BlockHeader { stream: 1, number, rows: 1, raw_bytes: 1, continued: false }, b"").unwrap();
    }
    let rows = u64::from(blocks);
    writer.end_stream(StreamEnd { stream: 1, blocks, rows, raw_bytes: rows, digest: 0 }).unwrap();
    let (archive, written) = writer.finish(b"{}").unwrap();
    let events = read_sequentially(&archive).map_err(|(_, error)| error).unwrap();
    assert_eq!(events.last(), Some(&Event::End(written)));
    let scan = Scan::of(file(&archive)).unwrap();
    let index = scan.records().iter().filter(|record| record.header.record_type == RecordType::INDEX).count();
    assert_eq!(index, 2);
    assert_eq!(read_by_index(&archive).unwrap().len(), 70_000);
}

#[test]
fn a_header_alone_takes_no_memory() {
    // 64 MiB announced, nothing there: what is allocated is bounded by what arrives, so this is quick and small.
    let mut record = bytes::Record::block(1, 0, 1, 64 << 20, b"");
    record.stored_bytes = 64 << 20;
    let mut archive = bytes::sample();
    archive.records.truncate(3);
    archive.records.push(record);
    let cut = archive.bytes();
    assert_eq!(read_sequentially(&cut).unwrap_err().1.class(), ErrorClass::Incomplete);
}

#[test]
fn a_document_that_grows_beyond_belief_is_refused() {
    // 10 MB of blanks: zstd makes about 1 kB of it, which no reader inflates. The writer stores it instead.
    let blanks = format!("[\"{}\"]", " ".repeat(10_000_000)).into_bytes();
    let mut writer = ArchiveWriter::new(Vec::new(), IDENTITY, 1).unwrap();
    writer.manifest(b"{}").unwrap();
    writer.entries(&blanks).unwrap();
    let (archive, _) = writer.finish(b"{}").unwrap();
    assert!(archive.len() > 10_000_000);
    assert!(read_sequentially(&archive).is_ok());

    let packed = zstd::bulk::compress(&blanks, 3).unwrap();
    let mut bomb = bytes::Record::new(bytes::ENTRIES, &packed);
    bomb.raw_bytes = u32::try_from(blanks.len()).unwrap();
    let mut archive = bytes::sample();
    archive.records[1] = bomb;
    let (_, error) = read_sequentially(&archive.bytes()).unwrap_err();
    assert_eq!(error.rule(), Some("R-34"));
    assert_eq!(read_by_index(&archive.bytes()).unwrap_err().rule(), Some("R-34"));
}

#[test]
fn other_files_are_named() {
    let refused = |content: &[u8]| read_by_index(content).unwrap_err().to_string();
    assert_eq!(
        refused(b"PGDMP\x01\x0e"),
        "not a dumpr archive: a pg_dump archive in custom format; read it with pg_restore"
    );
    assert!(refused(&[b"\x1f\x8b\x08"[..].to_vec(), vec![0; 500]].concat()).contains("gzip"));
    assert!(refused(b"").starts_with("the file is empty"));
    assert!(refused(&b"hello ".repeat(100)).starts_with("not a dumpr archive"));
    let text_mode: Vec<u8> = sample().0.iter().copied().filter(|byte| *byte != b'\r').collect();
    assert!(refused(&text_mode).contains("text mode"));
    assert_eq!(classes(&text_mode), (Some(ErrorClass::Corrupt), Some(ErrorClass::Corrupt)));
}

/// Something done to a writer.
type Call = Box<dyn Fn(&mut ArchiveWriter<Vec<u8>>) -> Result<(), ArchiveError>>;

/// Changes to an archive made of fields, with all checksums computed after the change.
fn mutate(archive: &mut bytes::Archive, choice: usize, field: u8, value: u32) {
    let position = choice % archive.records.len();
    if field % 13 == 11 {
        archive.records.remove(position);
        return;
    }
    let copy = archive.records[position].clone();
    let record = &mut archive.records[position];
    match field % 13 {
        0 => record.kind = u16::try_from(value % 12).unwrap(),
        1 => record.flags = u16::try_from(value % 4).unwrap(),
        2 => record.stream = value % 5,
        3 => record.number = value % 5,
        4 => record.rows = value,
        5 => record.raw_bytes = value,
        6 => record.stored_bytes = value % 200,
        7 => record.payload.truncate(usize::try_from(value % 40).unwrap()),
        8 => record.payload.extend(value.to_le_bytes()),
        9 => record.stored_bytes = value,
        10 => archive.records.insert(position, copy),
        12 => archive.preamble.open_streams = value % 6000,
        _ => archive.trailer.records = Some(u64::from(value)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn mutated_archives_never_panic_and_readers_agree(
        changes in prop::collection::vec((0_usize..100, any::<u8>(), prop_oneof![0_u32..50, any::<u32>()]), 1..6)
    ) {
        let mut archive = bytes::sample();
        for (choice, field, value) in changes {
            if !archive.records.is_empty() {
                mutate(&mut archive, choice, field, value);
            }
        }
        let content = archive.bytes();
        let (sequential, by_index) = classes(&content);
        prop_assert_eq!(sequential.is_none(), by_index.is_none(), "{:?} {:?}", sequential, by_index);
        let _ = Scan::of(file(&content));
    }

    #[test]
    fn overwritten_bytes_never_panic(at in any::<prop::sample::Index>(), bytes in prop::collection::vec(any::<u8>(), 1..64)) {
        let (archive, _) = sample();
        let mut content = archive.clone();
        let start = at.index(content.len());
        let end = content.len().min(start + bytes.len());
        content[start..end].copy_from_slice(&bytes[..end - start]);
        let (sequential, by_index) = classes(&content);
        prop_assert_eq!(sequential.is_none(), &content == archive);
        prop_assert_eq!(by_index.is_none(), &content == archive);
        let _ = Scan::of(file(&content));
    }
}
