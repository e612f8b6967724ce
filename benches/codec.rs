//! How fast rows are cut, encoded, decoded and hashed, and how small they get.
//!
//! `cargo bench --bench codec` measures made-up tables. With `DUMPR_BENCH_DATA` naming a folder of `*.bin` files as
//! `COPY … TO … (FORMAT binary)` writes them (and `*.txt` as COPY text beside them), it prints one line per real table
//! instead: sizes and seconds of the columnar block against zstd:3 over the text. `DUMPR_BENCH_COLUMNS=1` adds the
//! encodings of each table's columns.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::similar_names,
    reason = "a benchmark prints, and may panic"
)]

use std::{fs::File, hint::black_box, io::Read, path::Path};

use criterion::{Criterion, Throughput};
use dumpr::codec::{BlockInfo, Compression, Decoder, Digester, Encoder, Method, RowBlock, RowCutter, Rows, Shape};

const DEFAULT: Compression = Compression { method: Method::Zstd, level: 3 };
const TARGET: usize = 4 << 20;

fn main() {
    if let Some(folder) = std::env::var_os("DUMPR_BENCH_DATA") {
        real_tables(Path::new(&folder));
        return;
    }
    let mut criterion = Criterion::default().configure_from_args();
    made_up_tables(&mut criterion);
    criterion.final_summary();
}

/// A small generator (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u32) -> u32 {
        u32::try_from(self.next() % u64::from(limit)).unwrap()
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(u32::try_from(from.len()).unwrap()) as usize]
    }
}

const WORDS: [&str; 16] = [
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
];

fn numeric(cents: u32) -> Vec<u8> {
    let (whole, fraction) = (cents / 100, cents % 100 * 100);
    let digits: Vec<u16> =
        [whole / 10_000, whole % 10_000, fraction].iter().map(|&group| u16::try_from(group).unwrap()).collect();
    let first = digits.iter().position(|&digit| digit != 0).unwrap_or(3);
    let last = digits.iter().rposition(|&digit| digit != 0).map_or(3, |last| last + 1);
    let weight = if first < 3 { 1 - i16::try_from(first).unwrap() } else { 0 };
    let mut out = u16::try_from(last - first).unwrap().to_be_bytes().to_vec();
    out.extend_from_slice(&weight.to_be_bytes());
    out.extend_from_slice(&[0, 0, 0, 2]);
    out.extend(digits[first..last].iter().flat_map(|digit| digit.to_be_bytes()));
    out
}

type Row = fn(u32, &mut Numbers) -> Vec<Vec<u8>>;

fn lineitem(row: u32, numbers: &mut Numbers) -> Vec<Vec<u8>> {
    let comment: Vec<&str> = (0..4).map(|_| numbers.pick(&WORDS)).collect();
    let date = numbers.below(2500);
    vec![
        u64::from(row / 4 * 3).to_be_bytes().to_vec(),
        numbers.below(200_000).to_be_bytes().to_vec(),
        numbers.below(10_000).to_be_bytes().to_vec(),
        (row % 4 + 1).to_be_bytes().to_vec(),
        numeric(numbers.below(50) * 100 + 100),
        numeric(90_000 + numbers.below(9_900_000)),
        numeric(numbers.below(11)),
        numbers.pick(&["A", "N", "R"]).into(),
        date.to_be_bytes().to_vec(),
        (date + numbers.below(30)).to_be_bytes().to_vec(),
        numbers.pick(&["COLLECT COD              ", "DELIVER IN PERSON        ", "NONE                     "]).into(),
        comment.join(" ").into(),
    ]
}

fn events(row: u32, numbers: &mut Numbers) -> Vec<Vec<u8>> {
    let uuid = [numbers.next().to_be_bytes(), numbers.next().to_be_bytes()].concat();
    let json = format!(
        "\u{1}{{\"ms\": {}, \"path\": \"/products/{}\", \"ref\": \"{}\"}}",
        numbers.below(3000),
        numbers.below(5000),
        numbers.pick(&WORDS)
    );
    vec![
        u64::from(row).to_be_bytes().to_vec(),
        (700_000_000_000_000 + u64::from(row) * 2_000_000 + u64::from(numbers.below(1_000_000))).to_be_bytes().to_vec(),
        uuid,
        numbers.below(50_000).to_be_bytes().to_vec(),
        numbers.pick(&["page_view", "click", "signup"]).into(),
        json.into_bytes(),
    ]
}

fn vectors(row: u32, numbers: &mut Numbers) -> Vec<Vec<u8>> {
    let mut embedding: Vec<u8> = [1_u32, 0, 700, 384, 1].iter().flat_map(|word| word.to_be_bytes()).collect();
    for _ in 0..384 {
        let float = (0..4).map(|_| f64::from(numbers.below(1 << 24)) / f64::from(1 << 23) - 1.0).sum::<f64>() / 10.0;
        embedding.extend_from_slice(&4_u32.to_be_bytes());
        #[expect(clippy::cast_possible_truncation, reason = "the nearest float4 is wanted")]
        embedding.extend_from_slice(&(float as f32).to_be_bytes());
    }
    vec![row.to_be_bytes().to_vec(), embedding]
}

fn made_up(row: Row) -> RowBlock {
    let mut numbers = Numbers(1);
    let (mut columns, mut rows, mut bytes) = (0_u16, 0, Vec::new());
    while bytes.len() < TARGET {
        let fields = row(rows, &mut numbers);
        columns = u16::try_from(fields.len()).unwrap();
        rows += 1;
        bytes.extend_from_slice(&columns.to_be_bytes());
        for field in fields {
            bytes.extend_from_slice(&u32::try_from(field.len()).unwrap().to_be_bytes());
            bytes.extend_from_slice(&field);
        }
    }
    RowBlock::new(Rows::Binary, columns, rows, bytes).unwrap()
}

/// One column of a block, as a table of its own.
fn single(block: &RowBlock, column: usize) -> RowBlock {
    let mut out = Vec::new();
    let mut at = 0;
    for _ in 0..block.rows() {
        at += 2;
        for number in 0..usize::from(block.columns) {
            let length = i32::from_be_bytes(block.bytes[at..at + 4].try_into().unwrap());
            let length = usize::try_from(length).unwrap_or(0);
            if number == column {
                out.extend_from_slice(&[0, 1]);
                out.extend_from_slice(&block.bytes[at..at + 4 + length]);
            }
            at += 4 + length;
        }
    }
    RowBlock::new(Rows::Binary, 1, block.rows(), out).unwrap()
}

fn payloads(encoder: &mut Encoder, block: &RowBlock) -> Vec<(BlockInfo, Vec<u8>)> {
    let mut payloads = Vec::new();
    encoder.encode(block, &mut |info, payload| payloads.push((info, payload.clone()))).unwrap();
    payloads
}

fn decode_all(decoder: &mut Decoder, payloads: &[(BlockInfo, Vec<u8>)], out: &mut Vec<u8>) {
    for (info, payload) in payloads {
        decoder.decode(*info, payload, out).unwrap();
    }
}

fn made_up_tables(criterion: &mut Criterion) {
    for (name, row) in [("lineitem", lineitem as Row), ("events", events), ("vectors", vectors)] {
        let block = made_up(row);
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(block.bytes.len() as u64));
        let mut stream = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0".to_vec();
        stream.extend_from_slice(&block.bytes);
        group.bench_function("cut", |bencher| {
            let mut memory = Vec::new();
            bencher.iter(|| {
                let mut cutter = RowCutter::new(Rows::Binary, block.columns, TARGET, std::mem::take(&mut memory));
                for chunk in stream.chunks(512 << 10) {
                    let mut emit = |block: RowBlock| {
                        memory = block.bytes;
                        Vec::new()
                    };
                    cutter.push(chunk, &mut emit).unwrap();
                }
            });
        });
        let mut encoder = Encoder::new(DEFAULT);
        group.bench_function("encode", |bencher| {
            bencher.iter(|| encoder.encode(&block, &mut |_, payload| _ = black_box(payload)).unwrap());
        });
        let encoded = payloads(&mut encoder, &block);
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        group.bench_function("decode", |bencher| {
            bencher.iter(|| {
                out.clear();
                decode_all(&mut decoder, &encoded, &mut out);
            });
        });
        let mut digester = Digester::new(vec![Shape::Opaque; usize::from(block.columns)]);
        group.bench_function("digest", |bencher| bencher.iter(|| digester.digest(&block).unwrap()));
        if name == "vectors" {
            let mut digester = Digester::new(vec![Shape::Opaque, Shape::Array(Box::new(Shape::Opaque))]);
            group.bench_function("digest masked", |bencher| bencher.iter(|| digester.digest(&block).unwrap()));
        }
        for column in 0..usize::from(block.columns) {
            let block = single(&block, column);
            group.throughput(Throughput::Bytes(block.bytes.len() as u64));
            let encoded = payloads(&mut encoder, &block);
            let label = format!("{column} {}", encoder.chosen()[0]);
            group.bench_function(format!("encode {label}"), |bencher| {
                bencher.iter(|| encoder.encode(&block, &mut |_, payload| _ = black_box(payload)).unwrap());
            });
            group.bench_function(format!("decode {label}"), |bencher| {
                bencher.iter(|| {
                    out.clear();
                    decode_all(&mut decoder, &encoded, &mut out);
                });
            });
        }
    }
}

/// Time on the processor: other programs may run beside this one.
struct Cpu(f64);

impl Cpu {
    fn now() -> Self {
        let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
        let nanoseconds: f64 = text.split(' ').next().unwrap().parse().unwrap();
        Self(nanoseconds / 1e9)
    }

    fn seconds(&self) -> f64 {
        Self::now().0 - self.0
    }
}

/// Seconds and bytes of a real table, summed over its blocks.
#[derive(Default)]
struct Sums {
    raw: usize,
    stored: usize,
    blocks: usize,
    cut: f64,
    encode: f64,
    decode: f64,
    digest: f64,
}

fn real_tables(folder: &Path) {
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|extension| extension == "bin"));
    names.sort();
    let level = std::env::var("DUMPR_BENCH_LEVEL").map_or(3, |level| level.parse().unwrap());
    let only = std::env::var("DUMPR_BENCH_TABLE").ok();
    println!(
        "{:12} {:>8} {:>8} {:>8} {:>6} {:>7} {:>7} {:>7} {:>7} {:>7}",
        "table", "raw MB", "stored", "zstd:3", "ratio", "zstd s", "cut s", "encode", "decode", "digest"
    );
    for path in names {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if only.as_ref().is_none_or(|only| *only == name) {
            let (text_stored, text_seconds) = compress_text(&path.with_extension("txt"));
            let sums = real_table(&path, level);
            println!(
                "{name:12} {:8.1} {:8.2} {:8.2} {:6.3} {text_seconds:7.2} {:7.2} {:7.2} {:7.2} {:7.2}",
                sums.raw as f64 / 1e6,
                sums.stored as f64 / 1e6,
                text_stored as f64 / 1e6,
                sums.stored as f64 / (text_stored as f64).max(1.0),
                sums.cut,
                sums.encode,
                sums.decode,
                sums.digest,
            );
        }
    }
}

fn compress_text(path: &Path) -> (usize, f64) {
    let Ok(mut file) = File::open(path) else { return (0, 0.0) };
    let mut encoder = zstd::Encoder::new(Counter(0), 3).unwrap();
    let mut chunk = vec![0; 1 << 20];
    let mut seconds = 0.0;
    loop {
        let count = file.read(&mut chunk).unwrap();
        if count == 0 {
            break;
        }
        let start = Cpu::now();
        std::io::Write::write_all(&mut encoder, &chunk[..count]).unwrap();
        seconds += start.seconds();
    }
    (encoder.finish().unwrap().0, seconds)
}

struct Counter(usize);

impl std::io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn real_table(path: &Path, level: i32) -> Sums {
    let mut file = File::open(path).unwrap();
    let mut chunk = vec![0; 512 << 10];
    let mut first = [0; 21];
    file.read_exact(&mut first).unwrap();
    let columns = u16::from_be_bytes([first[19], first[20]]);
    let target = std::env::var("DUMPR_BENCH_TARGET").map_or(TARGET, |target| target.parse().unwrap());
    let mut cutter = RowCutter::new(Rows::Binary, columns, target, Vec::new());
    cutter.push(&first, &mut |block| block.bytes).unwrap();
    let mut encoder = Encoder::new(Compression { method: Method::Zstd, level });
    let mut decoder = Decoder::default();
    let mut digester = Digester::new(vec![Shape::Opaque; usize::from(columns)]);
    let mut sums = Sums::default();
    let mut out = Vec::new();
    let mut ready: Vec<RowBlock> = Vec::new();
    let mut spare: Vec<Vec<u8>> = Vec::new();
    loop {
        let count = file.read(&mut chunk).unwrap();
        let start = Cpu::now();
        if count > 0 {
            let mut emit = |block| {
                ready.push(block);
                spare.pop().unwrap_or_default()
            };
            cutter.push(&chunk[..count], &mut emit).unwrap();
        } else {
            let done = std::mem::replace(&mut cutter, RowCutter::new(Rows::Binary, 0, 1, Vec::new()));
            ready.extend(done.finish().unwrap().0);
        }
        sums.cut += start.seconds();
        for block in ready.drain(..) {
            measure(&block, &mut encoder, &mut decoder, &mut digester, &mut out, &mut sums);
            spare.push(block.bytes);
        }
        if count == 0 {
            return sums;
        }
    }
}

fn measure(
    block: &RowBlock,
    encoder: &mut Encoder,
    decoder: &mut Decoder,
    digester: &mut Digester,
    out: &mut Vec<u8>,
    sums: &mut Sums,
) {
    let mut encoded = Vec::new();
    let start = Cpu::now();
    encoder.encode(block, &mut |info, payload| encoded.push((info, payload.clone()))).unwrap();
    sums.encode += start.seconds();
    if sums.blocks == 1 && std::env::var_os("DUMPR_BENCH_COLUMNS").is_some() {
        let mut alone = Encoder::new(DEFAULT);
        for (column, name) in encoder.chosen().iter().enumerate() {
            let block = single(block, column);
            let start = Cpu::now();
            let stored: usize = payloads(&mut alone, &block).iter().map(|(_, payload)| payload.len()).sum();
            let seconds = start.seconds();
            println!(
                "    {column:3} {name:16} alone {:16} {:9} -> {stored:8} {:6.0} us",
                alone.chosen()[0],
                block.bytes.len() - 2 * block.rows() as usize,
                seconds * 1e6
            );
        }
    }
    sums.blocks += 1;
    sums.raw += block.bytes.len();
    sums.stored += encoded.iter().map(|(_, payload)| payload.len()).sum::<usize>();
    out.clear();
    let start = Cpu::now();
    decode_all(decoder, &encoded, out);
    sums.decode += start.seconds();
    assert!(*out == block.bytes, "other bytes came back");
    let start = Cpu::now();
    black_box(digester.digest(block).unwrap());
    sums.digest += start.seconds();
}
