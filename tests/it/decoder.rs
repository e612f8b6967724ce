//! Reads vectors and a real archive with the Python decoder, which knows the specification and none of this code.
//!
//! Its two packages come from PyPI into a virtual environment under `target/`, made once. Without Python or without a
//! network the tests say so and pass: they are about the specification, not about the machine.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
};

use dumpr::{
    archive::{ArchiveWriter, BlockHeader, Identity, StreamEnd},
    codec::{Compression, Digest, Digester, Encoder, Method, RowBlock, Rows, Shape},
};

use crate::bytes;

const PACKAGES: [&str; 2] = ["zstandard==0.25.0", "xxhash==4.1.0"];

/// The environment's interpreter, or why there is none.
fn python() -> Result<&'static Path, &'static str> {
    static PYTHON: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    PYTHON.get_or_init(make_environment).as_ref().map(PathBuf::as_path).map_err(String::as_str)
}

fn make_environment() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("decoder-venv");
    let python = folder.join("bin/python");
    let has_packages = |python: &Path| {
        Command::new(python)
            .args(["-c", "import xxhash, zstandard"])
            .output()
            .is_ok_and(|output| output.status.success())
    };
    if !has_packages(&python) {
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES))?;
    }
    Ok(python)
}

fn run(command: &mut Command) -> Result<Output, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(format!(
        "{command:?}: {}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    ))
}

/// Runs the decoder; `None` when it cannot be run on this machine.
fn decode(arguments: &[&str]) -> Option<Result<Output, String>> {
    let python = match python() {
        Ok(python) => python,
        Err(reason) => {
            let _ = writeln!(std::io::stderr(), "skipped: {reason}");
            return None;
        }
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decoder/dumpr_decode.py");
    Some(run(Command::new(python).arg("-B").arg(script).args(arguments)))
}

#[test]
fn the_second_decoder_gives_every_vector_its_verdict() {
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("format-spec/vectors");
    if let Some(result) = decode(&["--vectors", vectors.to_str().unwrap()]) {
        let report = String::from_utf8(result.unwrap().stdout).unwrap();
        assert!(report.contains(" 0 failed"), "{report}");
    }
}

/// One field of a binary row.
fn field(row: &mut Vec<u8>, value: Option<&[u8]>) {
    match value {
        None => row.extend((-1_i32).to_be_bytes()),
        Some(value) => {
            row.extend(i32::try_from(value.len()).unwrap().to_be_bytes());
            row.extend(value);
        }
    }
}

/// A numeric of two decimals as `numeric_send` writes it.
fn numeric(cents: u32) -> Vec<u8> {
    let (whole, fraction) = (cents / 100, cents % 100 * 100);
    let mut digits: Vec<u16> =
        [whole / 10_000, whole % 10_000, fraction].map(|digit| u16::try_from(digit).unwrap()).into();
    let mut weight = 1_i16;
    while digits.first() == Some(&0) {
        digits.remove(0);
        weight -= 1;
    }
    while digits.last() == Some(&0) {
        digits.pop();
    }
    if digits.is_empty() {
        weight = 0;
    }
    let mut bytes = u16::try_from(digits.len()).unwrap().to_be_bytes().to_vec();
    bytes.extend(weight.to_be_bytes());
    bytes.extend([0, 0, 0, 2]);
    for digit in &digits {
        bytes.extend(digit.to_be_bytes());
    }
    bytes
}

/// Rows with columns for each encoding: counters, dates, money, low-cardinality and running text, uuids, vectors, NULLs, floats, documents,
/// numbers as text.
fn binary_rows(rows: u32) -> RowBlock {
    let mut bytes = Vec::new();
    for i in 0..rows {
        let noise = i.wrapping_mul(2_654_435_761);
        bytes.extend(13_u16.to_be_bytes());
        field(&mut bytes, Some(&i64::from(i).to_be_bytes()));
        field(&mut bytes, Some(&(noise % 3000).to_be_bytes()));
        field(&mut bytes, Some(&i16::try_from(noise % 7).unwrap().to_be_bytes()));
        field(&mut bytes, Some(&numeric(noise % 10_000_000)));
        field(&mut bytes, Some([&b"open"[..], b"shipped", b"returned"][usize::try_from(noise % 3).unwrap()]));
        let text = format!("the {} order of customer {} was {} sent", noise % 100, noise % 977, noise % 13);
        field(&mut bytes, (noise % 11 != 0).then_some(text.as_bytes()));
        field(&mut bytes, Some(&[noise.to_be_bytes(); 4].concat()));
        let mut vector = [0, 4, 0, 0].to_vec();
        for k in 0..4 {
            let element = f32::from(u16::try_from(noise % 1000).unwrap() + k) / 7.0;
            vector.extend(element.to_be_bytes());
        }
        field(&mut bytes, Some(&vector));
        field(&mut bytes, None);
        let price = f64::from(noise % 1_000_000) / 100.0;
        let price = if noise % 37 == 0 { 1.0 / 3.0 } else { -price };
        field(&mut bytes, Some(&price.to_be_bytes()));
        let reading = f32::from(u16::try_from(noise % 5000).unwrap()) / 10.0;
        field(&mut bytes, (noise % 5 != 0).then_some(&reading.to_be_bytes()));
        let tags = ["\"new\"", "\"a \\\" b\"", "null"][..usize::try_from(noise % 4).unwrap().min(3)].join(", ");
        let document = format!(
            "\u{1}{{\"id\": {i}, \"at\": {{\"x\": -{}.{}, \"on\": {}}}, \"tags\": [{tags}]}}",
            noise % 90,
            noise % 10,
            noise % 2 == 0
        );
        field(&mut bytes, (noise % 7 != 0).then_some(document.as_bytes()));
        field(&mut bytes, Some(format!("{}.{:02}", noise % 5000, noise % 100).as_bytes()));
    }
    RowBlock::new(Rows::Binary, 13, rows, bytes).unwrap()
}

fn text_rows(rows: u32) -> RowBlock {
    let lines = (0..rows).map(|i| format!("{i}\tname {}\t{}\n", i % 17, if i % 5 == 0 { "\\N" } else { "a\\tb" }));
    RowBlock::new(Rows::Text, 3, rows, lines.collect::<String>().into_bytes()).unwrap()
}

/// Writes one stream; gives back its raw bytes.
fn write_stream(writer: &mut ArchiveWriter<Vec<u8>>, stream: u32, blocks: &[RowBlock], method: Method) -> Vec<u8> {
    let mut encoder = Encoder::new(Compression { method, level: 3 });
    let mut digester = Digester::new(vec![Shape::Opaque; usize::from(blocks[0].columns)]);
    let (mut number, mut digest, mut raw) = (0, Digest::default(), Vec::new());
    for block in blocks {
        raw.extend(&block.bytes);
        digest.add(digester.digest(block).unwrap());
        let emit = &mut |info: dumpr::codec::BlockInfo, payload: &mut Vec<u8>| {
            let header =
                BlockHeader { stream, number, rows: info.rows, raw_bytes: info.raw_bytes, continued: info.continued };
            writer.block(header, payload).unwrap();
            number += 1;
        };
        encoder.encode(block, emit).unwrap();
    }
    let raw_bytes = raw.len() as u64;
    writer.end_stream(StreamEnd { stream, blocks: number, rows: digest.rows, raw_bytes, digest: digest.sum }).unwrap();
    raw
}

#[test]
fn the_second_decoder_gives_back_the_rows_of_a_real_archive() {
    let identity = Identity { id: bytes::ID, marker: bytes::MARKER };
    let mut writer = ArchiveWriter::new(Vec::new(), identity, 1).unwrap();
    writer.manifest(b"{}").unwrap();
    let formats = ["binary", "text", "binary", "text"];
    let tables: Vec<_> =
        (1..).zip(formats).map(|(stream, format)| format!(r#"{{"stream":{stream},"format":"{format}"}}"#)).collect();
    writer.tables(format!("[{}]", tables.join(",")).as_bytes()).unwrap();
    let mut streams = Vec::new();
    for (stream, method) in [(1, Method::Zstd), (3, Method::Gzip)] {
        let blocks = [binary_rows(20_000), binary_rows(3), binary_rows(500)];
        streams.push((stream, write_stream(&mut writer, stream, &blocks, method)));
        let blocks = [text_rows(10_000), text_rows(1)];
        streams.push((stream + 1, write_stream(&mut writer, stream + 1, &blocks, method)));
    }
    let (archive, _) = writer.finish(b"{}").unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &archive).unwrap();
    for (stream, raw) in streams {
        let Some(result) = decode(&["--rows", &stream.to_string(), file.path().to_str().unwrap()]) else { return };
        let rows = result.unwrap().stdout;
        assert!(rows == raw, "stream {stream}: {} bytes, expected {}", rows.len(), raw.len());
    }
}
