//! What the vectors are: each an archive, what is wrong with it and who must say so.
//!
//! A new vector is one more line here; `DUMPR_WRITE_VECTORS=1 cargo test --test it vectors` writes the files.

use dumpr::{
    manifest::{
        Column, Encodings, Entry, Extension, Field, LoadTarget, Manifest, OlderForm, Omission, Requirement, RowFormat,
        Source, StreamContent, StreamSummary, Summary, Table, TypeInfo, TypeKind, TypeTable,
    },
    object::{DropStatements, Kind},
};

use crate::bytes::{
    Archive, BLOCK, ENTRIES, MANIFEST, Preamble, Record, STREAM_END, SUMMARY, TABLES, Trailer, digest, frame, opaque,
    sample,
};

/// Where a fault stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum At {
    /// In the first bytes.
    Start,
    /// In the record of this position, index and trailer counted too.
    Record(usize),
    /// At this byte.
    Byte(usize),
}

/// One vector.
pub(crate) struct Vector {
    /// File name without extension; its first word is the verdict.
    pub(crate) name: &'static str,
    /// The rule it shows.
    pub(crate) rule: &'static str,
    /// Where the error is; `None` for good ones.
    pub(crate) at: Option<At>,
    /// In one line.
    pub(crate) what: &'static str,
    /// The archive.
    pub(crate) bytes: Vec<u8>,
}

fn good(name: &'static str, rule: &'static str, what: &'static str, archive: &Archive) -> Vector {
    Vector { name, rule, at: None, what, bytes: archive.bytes() }
}

fn fault(name: &'static str, rule: &'static str, at: At, what: &'static str, bytes: Vec<u8>) -> Vector {
    Vector { name, rule, at: Some(at), what, bytes }
}

/// The sample archive after a change to it.
fn changed(change: impl FnOnce(&mut Archive)) -> Vec<u8> {
    let mut archive = sample();
    change(&mut archive);
    archive.bytes()
}

/// The sample archive with one record changed.
fn record(position: usize, change: impl FnOnce(&mut Record)) -> Vec<u8> {
    changed(|archive| change(&mut archive.records[position]))
}

/// The sample archive with bytes changed after all checksums were computed.
fn damaged(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = sample().bytes();
    change(&mut bytes);
    bytes
}

fn payload(record: &mut Record, payload: &[u8]) {
    record.payload = payload.to_vec();
    record.stored_bytes = u32::try_from(payload.len()).unwrap();
}

fn flip(offset: usize) -> Vec<u8> {
    damaged(|bytes| bytes[offset] ^= 0x10)
}

/// Manifest and summary, nothing else.
pub(crate) fn smallest() -> Archive {
    let mut archive = Archive::of(vec![Record::document(MANIFEST, 0, "{}"), Record::document(SUMMARY, 0, "{}")]);
    archive.preamble.open_streams = 0;
    archive
}

/// Where the records of the sample start: header sizes and payloads of `sample()`, checked by the test.
fn offsets() -> Vec<usize> {
    let mut at = 72;
    let mut offsets = vec![at];
    for record in sample().records {
        at += 76 + record.payload.len();
        offsets.push(at);
    }
    offsets
}

/// All vectors.
pub(crate) fn all() -> Vec<Vector> {
    let mut all = good_ones();
    all.extend(preambles());
    all.extend(records());
    all.extend(documents());
    all.extend(streams());
    all.extend(ends());
    all.extend(cuts());
    all
}

fn good_ones() -> Vec<Vector> {
    let with = |change: &dyn Fn(&mut Archive)| {
        let mut archive = sample();
        change(&mut archive);
        archive
    };
    vec![
        good("good-smallest", "R-30", "manifest and summary only: a database with nothing in it", &smallest()),
        good("good-streams", "R-41", "two streams whose blocks interleave", &sample()),
        good(
            "good-documents",
            "R-36",
            "documents of the published schema, one table with a row, one without",
            &real_documents(),
        ),
        good(
            "good-optional-feature",
            "R-14",
            "an optional feature nobody knows yet",
            &with(&|archive| archive.preamble.optional = 1 << 63),
        ),
        good(
            "good-skipped-record",
            "R-24",
            "a record of an unknown type that may be skipped, fields and flags of its own",
            &with(&|archive| {
                let mut unknown = Record::new(0x8001, b"for a later version");
                (unknown.flags, unknown.stream, unknown.number, unknown.rows) = (3, 9, 9, 9);
                archive.records.insert(4, unknown);
            }),
        ),
        good(
            "good-long-row",
            "R-45",
            "a row that goes on from one block to the next",
            &with(&|archive| {
                archive.records[3].flags = 1;
                archive.records[3].rows = 0;
                archive.records[5].rows = 3;
            }),
        ),
        good(
            "good-compressed-document",
            "R-32",
            "a manifest in a compressed Zstandard block",
            &with(&|archive| {
                // {"a":"bbbb…"}: 60 times b. A frame of one run-length block would do too, but not for this content.
                let json = format!("{{\"a\":\"{}\"}}", "b".repeat(60));
                archive.records[0] = Record::document(MANIFEST, 0, &json);
                let frame = [
                    &[0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x44][..],
                    // A raw block, a run-length block, a raw block.
                    &[0x30, 0, 0],
                    b"{\"a\":\"",
                    &[0xe2, 1, 0],
                    b"b",
                    &[0x11, 0, 0],
                    b"\"}",
                ]
                .concat();
                payload(&mut archive.records[0], &frame);
            }),
        ),
    ]
}

fn preambles() -> Vec<Vector> {
    let preamble = |change: &dyn Fn(&mut Preamble)| changed(|archive| change(&mut archive.preamble));
    vec![
        fault("bad-magic", "R-10", At::Start, "one letter of the magic", flip(3)),
        fault(
            "bad-text-mode",
            "R-10",
            At::Start,
            "CR LF became LF everywhere",
            damaged(|bytes| {
                while let Some(at) = bytes.windows(2).position(|pair| pair == b"\r\n") {
                    bytes.remove(at);
                }
            }),
        ),
        fault(
            "unsupported-other-file",
            "R-10",
            At::Start,
            "the beginning of a pg_dump archive in custom format",
            [&b"PGDMP\x01\x10\x00\x04\x08\x01\x01"[..], &[0; 100]].concat(),
        ),
        fault("bad-preamble", "R-11", At::Start, "one bit of the archive id", flip(40)),
        fault(
            "bad-version-flipped",
            "R-11",
            At::Start,
            "version 3 by a flipped bit: damage, not a newer version",
            damaged(|bytes| bytes[10] ^= 2),
        ),
        fault(
            "unsupported-version",
            "R-12",
            At::Start,
            "format version 2, readable from dumpr 3.7 on",
            preamble(&|preamble| (preamble.version, preamble.needs) = (2, (3, 7))),
        ),
        fault(
            "unsupported-feature",
            "R-13",
            At::Start,
            "required feature 5, readable from dumpr 1.4 on",
            preamble(&|preamble| (preamble.required, preamble.needs) = (1 << 5, (1, 4))),
        ),
        fault(
            "bad-open-streams-limit",
            "R-15",
            At::Start,
            "4097 open streams declared",
            preamble(&|preamble| preamble.open_streams = 4097),
        ),
    ]
}

fn records() -> Vec<Vector> {
    let at = offsets();
    vec![
        fault("bad-marker", "R-20", At::Record(3), "one bit of a marker", flip(at[3] + 2)),
        fault("bad-header", "R-21", At::Record(3), "one bit of a stored length", flip(at[3] + 36)),
        fault("bad-payload", "R-22", At::Record(3), "one bit of a block's payload", flip(at[3] + 80)),
        fault(
            "bad-spliced-block",
            "R-22",
            At::Record(3),
            "a payload of another stream in its place, same length, header untouched",
            damaged(|bytes| {
                let other = [0, 1, b'9', b'\t', b'o', b'n', b'e', b'\n', b'8', b'\t', b't', b'w', b'o', b'\n'];
                bytes[at[3] + 76..at[3] + 76 + other.len()].copy_from_slice(&other);
            }),
        ),
        fault(
            "unsupported-record",
            "R-23",
            At::Record(4),
            "a record of an unknown type that must not be skipped",
            changed(|archive| archive.records.insert(4, Record::new(99, b"for a later version"))),
        ),
        fault(
            "unsupported-flag",
            "R-25",
            At::Record(3),
            "an unknown flag of a block",
            record(3, |record| record.flags = 2),
        ),
        fault(
            "bad-unused-field",
            "R-26",
            At::Record(0),
            "a manifest with a number of rows",
            record(0, |record| record.rows = 1),
        ),
        fault(
            "bad-stored-limit",
            "R-27",
            At::Record(3),
            "a block of 68 MiB and one byte, announced",
            record(3, |record| record.stored_bytes = (68 << 20) + 1),
        ),
        fault(
            "bad-raw-limit",
            "R-28",
            At::Record(3),
            "a block that decodes to 64 MiB and one byte, announced",
            record(3, |record| record.raw_bytes = (64 << 20) + 1),
        ),
        fault(
            "bad-fixed-length",
            "R-29",
            At::Record(6),
            "a stream end of 33 bytes",
            record(6, |record| {
                record.payload.push(0);
                (record.raw_bytes, record.stored_bytes) = (33, 33);
            }),
        ),
        fault(
            "bad-trailer-length",
            "R-29",
            At::Record(8),
            "a trailer without payload where the summary should be",
            changed(|archive| archive.records[8] = Record::new(8, b"")),
        ),
    ]
}

fn documents() -> Vec<Vector> {
    vec![
        fault(
            "bad-no-manifest",
            "R-30",
            At::Record(0),
            "entries first",
            changed(|archive| drop(archive.records.remove(0))),
        ),
        fault(
            "bad-second-manifest",
            "R-30",
            At::Record(1),
            "two manifests",
            changed(|archive| archive.records.insert(0, Record::document(MANIFEST, 0, "{}"))),
        ),
        fault(
            "bad-entries-late",
            "R-30",
            At::Record(3),
            "entries after tables",
            changed(|archive| archive.records.insert(3, Record::document(ENTRIES, 1, "[]"))),
        ),
        fault(
            "bad-batch-number",
            "R-31",
            At::Record(3),
            "a batch of tables repeated",
            changed(|archive| archive.records.insert(3, Record::document(TABLES, 0, "[]"))),
        ),
        fault(
            "bad-two-frames",
            "R-32",
            At::Record(0),
            "a manifest in two frames, of the right length together",
            record(0, |record| payload(record, &[frame(b"{"), frame(b"}")].concat())),
        ),
        fault(
            "bad-not-a-frame",
            "R-32",
            At::Record(0),
            "a manifest that is not compressed",
            record(0, |record| payload(record, b"{}")),
        ),
        fault(
            "bad-document-length",
            "R-33",
            At::Record(0),
            "a manifest of two bytes announced as three",
            record(0, |record| record.raw_bytes = 3),
        ),
        fault(
            "bad-document-ratio",
            "R-34",
            At::Record(1),
            "131 072 blanks in one run-length block",
            record(1, |record| {
                payload(record, &[0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 2, 0, 0x03, 0, 0x10, b' ']);
                record.raw_bytes = 131_072;
            }),
        ),
        fault(
            "bad-utf8",
            "R-35",
            At::Record(8),
            "a summary with a byte that is not UTF-8",
            record(8, |record| payload(record, &frame(b"\"\xff"))),
        ),
    ]
}

fn streams() -> Vec<Vector> {
    vec![
        fault("bad-stream-zero", "R-40", At::Record(3), "a block of stream 0", record(3, |record| record.stream = 0)),
        fault(
            "bad-stream-limit",
            "R-40",
            At::Record(3),
            "stream 1 048 577",
            record(3, |record| record.stream = (1 << 20) + 1),
        ),
        fault(
            "bad-block-missing",
            "R-41",
            At::Record(4),
            "the second block of a stream without the first; the index agrees",
            changed(|archive| drop(archive.records.remove(3))),
        ),
        fault(
            "bad-block-repeated",
            "R-41",
            At::Record(4),
            "a block twice; the index agrees",
            changed(|archive| archive.records.insert(4, archive.records[3].clone())),
        ),
        fault(
            "bad-block-after-end",
            "R-42",
            At::Record(7),
            "a block after its stream's end",
            changed(|archive| archive.records.insert(7, Record::block(1, 2, 1, 2, &opaque("4\n")))),
        ),
        fault(
            "bad-open-streams",
            "R-43",
            At::Record(4),
            "a second stream opens where one was declared",
            changed(|archive| archive.preamble.open_streams = 1),
        ),
        fault("bad-empty-block", "R-44", At::Record(4), "a block without rows", record(4, |record| record.rows = 0)),
        fault(
            "bad-rows-and-continued",
            "R-44",
            At::Record(3),
            "a block that ends rows and goes on",
            record(3, |record| record.flags = 1),
        ),
        fault(
            "bad-row-unfinished",
            "R-45",
            At::Record(6),
            "a stream that ends inside a row",
            record(5, |record| (record.flags, record.rows) = (1, 0)),
        ),
        fault(
            "bad-stream-blocks",
            "R-46",
            At::Record(5),
            "an end that counts a block more; the last one was dropped",
            changed(|archive| drop(archive.records.remove(5))),
        ),
        fault(
            "bad-stream-rows",
            "R-46",
            At::Record(6),
            "an end that counts a row less",
            record(6, |record| record.payload[0] -= 1),
        ),
        fault(
            "bad-stream-missing",
            "R-47",
            At::Record(7),
            "stream 2 has no end",
            changed(|archive| drop(archive.records.remove(7))),
        ),
        fault(
            "bad-stream-gap",
            "R-47",
            At::Record(8),
            "streams 1 and 3, no stream 2",
            changed(|archive| {
                for record in &mut archive.records {
                    if [BLOCK, STREAM_END].contains(&record.kind) && record.stream == 2 {
                        record.stream = 3;
                    }
                }
            }),
        ),
    ]
}

fn ends() -> Vec<Vector> {
    let trailer = |trailer: Trailer| changed(|archive| archive.trailer = trailer);
    let bytes = sample().bytes();
    vec![
        fault(
            "bad-index-line",
            "R-50",
            At::Record(10),
            "an index that says another row count than the record, with its hash in the trailer",
            changed(|archive| {
                let mut lines: Vec<_> = archive.records.iter().map(Record::line).collect();
                lines[3][12] = 3;
                archive.lines = Some(lines);
            }),
        ),
        fault(
            "bad-index-short",
            "R-30",
            At::Record(10),
            "an index without the last record",
            changed(|archive| archive.lines = Some(archive.records.iter().take(8).map(Record::line).collect())),
        ),
        fault(
            "bad-index-cut",
            "R-51",
            At::Record(10),
            "an index in two records where one would do",
            changed(|archive| archive.cuts = Some(vec![4, 5])),
        ),
        fault(
            "bad-index-hash",
            "R-52",
            At::Record(10),
            "another hash",
            trailer(Trailer { sha256: Some([7; 32]), ..Trailer::default() }),
        ),
        fault(
            "bad-trailer-bytes",
            "R-53",
            At::Record(10),
            "an archive length one too great",
            trailer(Trailer { bytes: Some(bytes.len() as u64 + 1), ..Trailer::default() }),
        ),
        fault(
            "bad-trailer-index",
            "R-53",
            At::Record(10),
            "an index offset of zero",
            trailer(Trailer { index_offset: Some(0), ..Trailer::default() }),
        ),
        fault(
            "bad-trailer-records",
            "R-53",
            At::Record(10),
            "2^63 records",
            trailer(Trailer { records: Some(1 << 63), ..Trailer::default() }),
        ),
        fault(
            "bad-trailing-byte",
            "R-54",
            At::Byte(bytes.len()),
            "a byte after the trailer",
            [&bytes[..], &[0]].concat(),
        ),
        fault("bad-two-archives", "R-54", At::Byte(bytes.len()), "an archive twice", [&bytes[..], &bytes[..]].concat()),
    ]
}

fn cuts() -> Vec<Vector> {
    let bytes = sample().bytes();
    let at = offsets();
    let cut = |name, length: usize, what| fault(name, "R-55", At::Byte(length), what, bytes[..length].to_vec());
    vec![
        cut("incomplete-empty", 0, "nothing at all"),
        cut("incomplete-magic", 5, "inside the magic"),
        cut("incomplete-preamble", 71, "inside the preamble"),
        cut("incomplete-no-records", 72, "after the preamble"),
        cut("incomplete-header", at[4] + 75, "inside a header"),
        cut("incomplete-payload", at[4] + 77, "inside a block"),
        cut("incomplete-stream", at[5], "between two blocks"),
        cut("incomplete-no-index", at[9], "after the summary"),
        cut("incomplete-trailer", bytes.len() - 1, "the last byte is missing"),
    ]
}

/// An archive whose documents are what dumpr writes: the types of the manifest room, as JSON.
fn real_documents() -> Archive {
    let user_type = |name: &str, kind, extension: Option<&str>| TypeInfo {
        schema: "public".into(),
        name: name.into(),
        kind,
        send: true,
        receive: true,
        extension: extension.map(Into::into),
    };
    let citext = user_type("citext", TypeKind::Base, Some("citext"));
    let mood = user_type("mood", TypeKind::Enum(vec!["sad".into(), "glad".into()]), None);
    let pair = user_type("pair", TypeKind::Composite(vec![Field { name: "left".into(), type_oid: 25 }]), None);
    let manifest = Manifest {
        dumpr_version: "0.1.0".into(),
        started_at: "2025-01-27T14:30:00Z".into(),
        environment: Some("production".into()),
        source: Source {
            database: "shop".into(),
            server_version: "18.4".into(),
            server_version_num: 180_004,
            encoding: "UTF8".into(),
            collate: "C.UTF-8".into(),
            ctype: "C.UTF-8".into(),
            locale_provider: "i".into(),
            locale: Some("en-US".into()),
            icu_rules: Some("&a < g".into()),
            snapshot: "00000003-0000001B-1".into(),
            lsn: "0/1A2B3C4D".into(),
            in_recovery: false,
            money_probe: "0000000000000064".into(),
        },
        options: [("jobs".to_owned(), "2".to_owned())].into(),
        extensions: vec![Extension { name: "citext".into(), version: "1.6".into(), schema: "public".into() }],
        roles: vec!["shop_owner".into()],
        types: TypeTable(
            [
                (
                    25,
                    TypeInfo {
                        schema: "pg_catalog".into(),
                        name: "text".into(),
                        kind: TypeKind::Base,
                        send: true,
                        receive: true,
                        extension: None,
                    },
                ),
                (16_400, citext),
                (16_401, mood),
                (16_402, pair),
            ]
            .into(),
        ),
        entry_count: 4,
        stream_count: 2,
        omissions: vec![Omission {
            kind: "SUBSCRIPTION".into(),
            name: "mirror".into(),
            reason: "only a superuser can read it".into(),
        }],
    };
    let entry = |id, kind: Kind, create: &str| Entry {
        id,
        kind,
        section: kind.section(),
        schema: Some("public".into()),
        name: "note".into(),
        owner: Some("shop_owner".into()),
        address: None,
        belongs_to: None,
        tablespace: None,
        access_method: None,
        partitioned: false,
        create: create.into(),
        requires: [].into(),
        older: [].into(),
        drop: None,
        depends_on: [].into(),
        stream: None,
    };
    let mut table = entry(1, Kind::Table, "CREATE TABLE public.note (\n    body text\n)\nPARTITION BY LIST (body);");
    table.partitioned = true;
    let mut data = entry(2, Kind::TableData, "");
    (data.depends_on, data.stream) = ([1].into(), Some(1));
    let mut index = entry(3, Kind::Index, "CREATE INDEX note_body ON public.note USING btree (body);");
    index.name = "note_body".into();
    index.address = Some("INDEX public.note_body".into());
    index.belongs_to = Some(1);
    index.tablespace = Some("fast".into());
    index.drop = Some(DropStatements::new(
        "DROP INDEX public.note_body;".into(),
        "DROP INDEX IF EXISTS public.note_body;".into(),
    ));
    index.depends_on = [1, 2].into();
    index.requires = [Requirement { feature: "NULLS NOT DISTINCT".into(), server: 15 }].into();
    let mut view = entry(4, Kind::MaterializedView, "CREATE MATERIALIZED VIEW public.recent AS SELECT 1 WITH NO DATA;");
    (view.name, view.access_method) = ("recent".into(), Some("heap".into()));
    view.older = [OlderForm {
        below: 14,
        create: "CREATE MATERIALIZED VIEW public.recent AS SELECT 1 WITH NO DATA;".into(),
        loses: vec!["compression lz4 of column body".into()],
    }]
    .into();
    let stream = Table {
        stream: 1,
        content: StreamContent::Table,
        schema: "public".into(),
        name: "note".into(),
        columns: vec![Column { name: "body".into(), type_name: "text".into(), type_oid: 25, collation: None }],
        format: RowFormat::Text,
        format_reason: Some("asked for".into()),
        load: LoadTarget::Itself,
        root: None,
        load_last: false,
        condition: None,
        estimated_bytes: 8192,
    };
    let leaf = Table {
        stream: 2,
        name: "note_2025".into(),
        columns: vec![Column { collation: Some("pg_catalog.\"C\"".into()), ..stream.columns[0].clone() }],
        load: LoadTarget::PartitionRoot,
        root: Some(("public".into(), "notes".into())),
        load_last: true,
        condition: Some("WHERE NOT builtin".into()),
        ..stream.clone()
    };
    let rows = digest(&["hello"]);
    let summary = Summary {
        finished_at: "2025-01-27T14:30:01Z".into(),
        rows: 1,
        raw_bytes: 6,
        stored_bytes: 8,
        warnings: vec!["the server is newer than this dumpr".into()],
        streams: vec![
            StreamSummary {
                stream: 1,
                rows: 1,
                raw_bytes: 6,
                stored_bytes: 8,
                digest: format!("{rows:032x}"),
                encodings: Encodings::new([("body", vec![("plain", 1)])]),
            },
            StreamSummary {
                stream: 2,
                rows: 0,
                raw_bytes: 0,
                stored_bytes: 0,
                digest: format!("{:032x}", 0),
                encodings: Encodings::default(),
            },
        ],
    };
    Archive::of(vec![
        Record::document(MANIFEST, 0, &serde_json::to_string(&manifest).unwrap()),
        Record::document(ENTRIES, 0, &serde_json::to_string(&[table, data, index, view]).unwrap()),
        Record::document(TABLES, 0, &serde_json::to_string(&[stream, leaf]).unwrap()),
        Record::block(1, 0, 1, 6, &opaque("hello\n")),
        Record::stream_end(1, 1, 1, 6, rows),
        Record::stream_end(2, 0, 0, 0, 0),
        Record::document(SUMMARY, 0, &serde_json::to_string(&summary).unwrap()),
    ])
}
