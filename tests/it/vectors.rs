//! Walks `format-spec/vectors` and holds spec, registry and code together.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    path::{Path, PathBuf},
};

use dumpr::archive::{ArchiveError, ErrorClass, Event, Fault, Limits, RecordType};

use crate::{
    damage::{read_by_index, read_sequentially},
    vector_list::{self, At, Vector},
};

fn spec(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("format-spec").join(name)
}

fn read(name: &str) -> String {
    let path = spec(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Where the records of an archive start, as far as its headers can be followed.
fn record_offsets(bytes: &[u8]) -> Vec<usize> {
    let mut offsets = Vec::new();
    let mut at = 72;
    while let Some(header) = bytes.get(at..at + 76) {
        offsets.push(at);
        at += 76 + usize::try_from(u32::from_le_bytes(header[36..40].try_into().unwrap())).unwrap();
    }
    offsets
}

/// What the vector's `.toml` says.
fn expectation(vector: &Vector) -> String {
    let class = vector.name.split('-').next().unwrap_or_default();
    let offsets = record_offsets(&vector.bytes);
    let offset = vector.at.map(|at| match at {
        At::Start => 0,
        At::Record(position) => offsets[position],
        At::Byte(offset) => offset,
    });
    let mut text = format!("what = \"{}\"\nclass = \"{class}\"\nrule = \"{}\"\n", vector.what, vector.rule);
    if let Some(offset) = offset {
        writeln!(text, "offset = {offset}").unwrap();
    }
    let released: Vec<_> = released(vector, offset, &offsets).iter().map(|name| format!("\"{name}\"")).collect();
    writeln!(text, "released = [{}]", released.join(", ")).unwrap();
    text
}

/// What a reader that goes front to back may hand out before it meets the fault: whole records before it.
fn released(vector: &Vector, fault: Option<usize>, offsets: &[usize]) -> Vec<&'static str> {
    if matches!(vector.at, Some(At::Start)) || vector.bytes.len() < 72 {
        return Vec::new();
    }
    let mut names = vec!["begin"];
    for (position, offset) in offsets.iter().enumerate() {
        let end = offsets.get(position + 1).copied().unwrap_or(vector.bytes.len());
        let stated = u32::from_le_bytes(vector.bytes[offset + 36..offset + 40].try_into().unwrap());
        let is_whole = offset + 76 + usize::try_from(stated).unwrap() <= end;
        if !is_whole || fault.is_some_and(|fault| *offset >= fault) {
            break;
        }
        match u16::from_le_bytes([vector.bytes[offset + 16], vector.bytes[offset + 17]]) {
            1 => names.push("manifest"),
            2 => names.push("entries"),
            3 => names.push("tables"),
            4 => names.push("block"),
            5 => names.push("stream end"),
            6 => names.push("summary"),
            8 if fault.is_none() => names.push("end"),
            _ => {}
        }
    }
    names
}

/// Hex with comments: fields of preamble and headers on lines of their own.
fn annotated(bytes: &[u8]) -> String {
    const PREAMBLE: &[(usize, &str)] = &[
        (10, "magic"),
        (2, "format version"),
        (4, "open streams"),
        (8, "required features"),
        (8, "optional features"),
        (16, "archive id"),
        (16, "marker"),
        (4, "needs dumpr major, minor"),
        (4, "CRC32C"),
    ];
    const HEADER: &[(usize, &str)] = &[
        (16, "marker"),
        (2, "type"),
        (2, "flags"),
        (4, "stream"),
        (4, "number"),
        (4, "rows"),
        (4, "raw bytes"),
        (4, "stored bytes"),
        (32, "checksum"),
        (4, "CRC32C"),
    ];
    const STREAM_END: &[(usize, &str)] = &[(8, "rows"), (8, "raw bytes"), (16, "digest")];
    const TRAILER: &[(usize, &str)] =
        &[(16, "archive id"), (8, "archive bytes"), (8, "index offset"), (8, "records"), (32, "index SHA-256")];

    let mut text = String::new();
    let mut at = 0;
    let mut line = |at: &mut usize, length: usize, comment: &str| {
        let end = bytes.len().min(*at + length);
        let hex: Vec<_> = bytes[*at..end].iter().map(|byte| format!("{byte:02x}")).collect();
        if !hex.is_empty() {
            writeln!(text, "{:<96}# {:>5}  {comment}", hex.join(" "), *at).unwrap();
        }
        *at = end;
    };
    let fields =
        |line: &mut dyn FnMut(&mut usize, usize, &str), at: &mut usize, layout: &[(usize, &str)], title: &str| {
            for (position, (length, name)) in layout.iter().enumerate() {
                let name = if position == 0 { format!("{title}{name}") } else { format!("    {name}") };
                line(at, *length, &name);
            }
        };
    fields(&mut line, &mut at, PREAMBLE, "PREAMBLE ");
    let offsets = record_offsets(bytes);
    for offset in &offsets {
        let code = u16::from_le_bytes([bytes[offset + 16], bytes[offset + 17]]);
        let title = format!("{} ", RecordType(code).to_string().to_uppercase());
        fields(&mut line, &mut at, HEADER, &title);
        let stored = u32::from_le_bytes(bytes[offset + 36..offset + 40].try_into().unwrap());
        let end = at + usize::try_from(stored).unwrap();
        match (RecordType(code), stored) {
            (RecordType::STREAM_END, 32) => fields(&mut line, &mut at, STREAM_END, "  payload: "),
            (RecordType::TRAILER, 72) => fields(&mut line, &mut at, TRAILER, "  payload: "),
            (RecordType::INDEX, _) => {
                while at < end.min(bytes.len()) {
                    line(&mut at, 24, "  index line: fields");
                    line(&mut at, 32, "    checksum");
                }
            }
            _ => {
                while at < end.min(bytes.len()) {
                    let length = (end - at).min(32);
                    line(&mut at, length, "  payload");
                }
            }
        }
    }
    while at < bytes.len() {
        line(&mut at, 32, "");
    }
    text
}

fn parse_hex(text: &str) -> Vec<u8> {
    let digits = text.lines().flat_map(|line| line.split('#').next().unwrap_or_default().split_whitespace());
    digits.map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect()
}

/// `key = "value"` and `key = 1` lines.
fn parse_toml(text: &str) -> BTreeMap<&str, &str> {
    text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, value)| (key, value.trim_matches('"'))).collect()
}

#[test]
fn vectors_are_what_the_list_makes() {
    let rewrite = std::env::var_os("DUMPR_WRITE_VECTORS").is_some();
    let mut expected = BTreeSet::new();
    for vector in vector_list::all() {
        for (extension, content) in [("hex", annotated(&vector.bytes)), ("toml", expectation(&vector))] {
            let name = format!("{}.{extension}", vector.name);
            if rewrite {
                std::fs::write(spec("vectors").join(&name), &content).unwrap();
            }
            assert_eq!(read(&format!("vectors/{name}")), content, "{name}");
            assert!(expected.insert(name), "{} twice", vector.name);
        }
        assert_eq!(parse_hex(&annotated(&vector.bytes)), vector.bytes, "{}", vector.name);
    }
    let found: BTreeSet<_> = std::fs::read_dir(spec("vectors"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn readers_say_what_the_vectors_say() {
    let mut count = 0;
    for entry in std::fs::read_dir(spec("vectors")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "hex") {
            continue;
        }
        count += 1;
        let bytes = parse_hex(&std::fs::read_to_string(&path).unwrap());
        let toml = std::fs::read_to_string(path.with_extension("toml")).unwrap();
        let says = parse_toml(&toml);
        let (events, error) = match read_sequentially(&bytes) {
            Ok(events) => (events, None),
            Err((events, error)) => (events, Some(error)),
        };
        let name = path.display();
        let names: Vec<_> = events.iter().map(|event| format!("\"{}\"", event_name(event))).collect();
        assert_eq!(format!("[{}]", names.join(", ")), says["released"], "{name}: {error:?}");
        assert_eq!(class_of(error.as_ref()), says["class"], "{name}: {error:?}");
        assert_eq!(class_of(read_by_index(&bytes).err().as_ref()), says["class"], "{name} by index");
        if let Some(error) = error {
            assert_eq!(error.rule(), Some(says["rule"]), "{name}: {error}");
            assert_eq!(
                error.offset().map(|offset| offset.to_string()).as_deref(),
                says.get("offset").copied(),
                "{name}"
            );
        }
    }
    assert!(count > 50, "{count} vectors");
}

fn class_of(error: Option<&ArchiveError>) -> &'static str {
    match error.map(ArchiveError::class) {
        None => "good",
        Some(ErrorClass::Corrupt) => "bad",
        Some(ErrorClass::Unsupported) => "unsupported",
        Some(ErrorClass::Incomplete) => "incomplete",
        Some(ErrorClass::Io) => "io",
    }
}

fn event_name(event: &Event) -> &'static str {
    match event {
        Event::Begin { .. } => "begin",
        Event::Manifest(_) => "manifest",
        Event::Entries(_) => "entries",
        Event::Tables(_) => "tables",
        Event::Block { .. } => "block",
        Event::StreamEnd(_) => "stream end",
        Event::Summary(_) => "summary",
        Event::End(_) => "end",
    }
}

/// The rules a text defines: `**R-12**`.
fn rules(text: &str) -> Vec<String> {
    let numbers = text.split("**R-").skip(1).filter_map(|rest| rest.split("**").next());
    numbers.map(|number| format!("R-{number}")).collect()
}

#[test]
fn every_rule_has_a_vector_or_is_said_to_need_none() {
    let text = read("spec.md");
    let defined = rules(&text);
    let unique: BTreeSet<_> = defined.iter().cloned().collect();
    assert_eq!(defined.len(), unique.len(), "a rule is defined twice");

    let shown: BTreeSet<_> = vector_list::all().iter().map(|vector| vector.rule.to_owned()).collect();
    let exempt_line = text.lines().find_map(|line| line.strip_prefix("Rules that no vector can show: ")).unwrap();
    let exempt: BTreeSet<_> = exempt_line.trim_end_matches('.').split(", ").map(str::to_owned).collect();
    assert!(shown.is_disjoint(&exempt), "exempt and shown: {:?}", shown.intersection(&exempt));
    let covered: BTreeSet<_> = shown.union(&exempt).cloned().collect();
    assert_eq!(covered, unique);

    for fault in Fault::ALL {
        assert!(unique.contains(fault.rule()), "{fault:?} names a rule that the spec does not have");
        assert!(shown.contains(fault.rule()), "{fault:?} has no vector");
    }
}

#[test]
fn the_hex_in_the_spec_is_the_smallest_vector() {
    let text = read("spec.md");
    let example = text.split("```hex\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(example, read("vectors/good-smallest.hex"));
}

/// The rows of the table after a heading, as trimmed cells.
fn table<'a>(text: &'a str, heading: &str) -> Vec<Vec<&'a str>> {
    let section = text.split(heading).nth(1).unwrap_or_else(|| panic!("no {heading:?}"));
    let rows = section.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    rows.skip(2).map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

#[test]
fn registry_and_code_agree() {
    let registry = read("registry.md");
    let types: Vec<_> =
        table(&registry, "## Record types").iter().map(|row| (row[0].to_owned(), row[1].to_owned())).collect();
    let known: Vec<_> = RecordType::KNOWN.iter().map(|(code, name)| (code.0.to_string(), (*name).to_owned())).collect();
    assert_eq!(types, known);

    let kinds: Vec<_> =
        table(&registry, "## Object kinds").iter().map(|row| row[0].trim_matches('`').to_owned()).collect();
    let labels: Vec<_> = dumpr::object::Kind::ALL.iter().map(|kind| kind.label().to_owned()).collect();
    assert_eq!(kinds, labels);
}

#[test]
fn limits_of_spec_and_code_agree() {
    let text = read("spec.md");
    let stated: BTreeMap<_, _> =
        table(&text, "## 12 ").iter().map(|row| (row[0].to_owned(), row[1].replace(' ', ""))).collect();
    let expected = [
        ("raw bytes of a document or block", u64::from(Limits::RAW_BYTES)),
        ("stored bytes of a record", u64::from(Limits::STORED_BYTES)),
        ("streams", u64::from(Limits::STREAMS)),
        ("streams open at once", u64::from(Limits::OPEN_STREAMS)),
        ("batches of one kind", u64::from(Limits::BATCHES)),
        ("lines of an index record", u64::from(Limits::INDEX_LINES)),
        ("growth of a document, times its stored bytes", Limits::RATIO),
        ("growth of a document, plus", Limits::RATIO_ALLOWANCE),
    ];
    for (name, value) in expected {
        assert_eq!(stated.get(name), Some(&value.to_string()), "{name}");
    }
}
