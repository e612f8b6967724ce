//! How fast archives are written, read front to back, and checked by index.
//!
//! `cargo bench --bench archive`. The file lies in the temporary folder and so in the page cache: what is measured is
//! the processor's part, hashes above all.
#![expect(clippy::unwrap_used, reason = "a benchmark may panic")]

use std::{fs::File, hint::black_box, io::BufReader};

use criterion::{Criterion, Throughput};
use dumpr::archive::{Archive, ArchiveWriter, BlockHeader, Identity, Payload, SequentialReader, StreamEnd};

/// Blocks of a stream: with their size, an archive of 64 MB.
const BLOCKS: u32 = 64;
const BLOCK_BYTES: usize = 1 << 20;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let block: Vec<u8> = (0_u32..).flat_map(|n| n.wrapping_mul(0x9e37_79b9).to_le_bytes()).take(BLOCK_BYTES).collect();
    let payload = Payload::new(block.clone());
    let file = tempfile::NamedTempFile::new().unwrap();
    write(file.reopen().unwrap(), &payload);

    let mut group = criterion.benchmark_group("archive");
    group.throughput(Throughput::Bytes(u64::from(BLOCKS) * BLOCK_BYTES as u64));
    group.bench_function("write hashed blocks", |bencher| bencher.iter(|| write(std::io::sink(), &payload)));
    group.bench_function("read front to back", |bencher| {
        bencher.iter(|| {
            let source = BufReader::with_capacity(1 << 20, File::open(file.path()).unwrap());
            let mut reader = SequentialReader::without_file_hash(source);
            while let Some(event) = reader.next_event().unwrap() {
                black_box(event);
            }
        });
    });
    group.bench_function("check by index", |bencher| {
        bencher.iter(|| {
            let archive = Archive::open(file.path()).unwrap();
            let mut buffer = Vec::new();
            for block in archive.all_blocks() {
                archive.check_block(block, &mut buffer).unwrap();
            }
        });
    });
    group.bench_function("read by index", |bencher| {
        bencher.iter(|| {
            let archive = Archive::open(file.path()).unwrap();
            let mut payload = Vec::new();
            for block in archive.all_blocks() {
                archive.read_block(block, &mut payload).unwrap();
            }
        });
    });
    group.finish();
    criterion.final_summary();
}

/// Writes one stream of equal blocks.
fn write(sink: impl std::io::Write, payload: &Payload) {
    let mut archive = ArchiveWriter::new(sink, Identity { id: [1; 16], marker: [2; 16] }, 1).unwrap();
    archive.manifest(b"{}").unwrap();
    let raw_bytes = u32::try_from(payload.bytes().len()).unwrap();
    for number in 0..BLOCKS {
        let header = BlockHeader { stream: 1, number, rows: 1, raw_bytes, continued: false };
        archive.hashed_block(header, payload).unwrap();
    }
    let raw_bytes = u64::from(BLOCKS) * u64::from(raw_bytes);
    archive.end_stream(StreamEnd { stream: 1, blocks: BLOCKS, rows: u64::from(BLOCKS), raw_bytes, digest: 0 }).unwrap();
    archive.finish(b"{}").unwrap();
}
