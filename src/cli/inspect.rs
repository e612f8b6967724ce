//! `dumpr inspect`: what an archive says of itself.

use std::{collections::HashMap, fmt::Write as _, path::PathBuf};

use clap::Args;
use dumpr::{
    manifest::{RowFormat, StreamSummary, Table},
    verify::{self, Inspection},
};
use serde_json::json;

use super::{
    exit::{self, Failure},
    list, report,
};

#[derive(Args)]
#[command(after_help = exit::CODES)]
pub(super) struct Arguments {
    /// The archive
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Show the encodings of every column
    #[arg(long)]
    columns: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<u8, Failure> {
    let found = verify::inspect(&arguments.file)?;
    if arguments.json {
        let json = json!({
            "type": "summary", "v": 1, "file": arguments.file, "bytes": found.bytes, "index_sha256": found.index_sha256,
            "manifest": found.contents.manifest, "tables": found.contents.tables, "summary": found.summary,
        });
        list::print(&format!("{json}\n"));
    } else {
        list::print(&text(&found, arguments.columns));
    }
    Ok(exit::DONE)
}

fn text(found: &Inspection, columns: bool) -> String {
    let (manifest, summary) = (&found.contents.manifest, &found.summary);
    let source = &manifest.source;
    let mut out = String::new();
    let mut line = |name: &str, value: String| {
        let _ = writeln!(out, "{name:<12} {}", report::printable(&value));
    };
    line("database", source.database.clone());
    line("environment", manifest.environment.clone().unwrap_or_else(|| "-".to_owned()));
    line("server", format!("PostgreSQL {}", source.server_version));
    line("encoding", format!("{}, collate {}, ctype {}", source.encoding, source.collate, source.ctype));
    line("snapshot", format!("{} at {}", source.snapshot, source.lsn));
    line("dumped", format!("{} to {}", manifest.started_at, summary.finished_at));
    line("by", format!("dumpr {}", manifest.dumpr_version));
    let extensions: Vec<String> =
        manifest.extensions.iter().map(|extension| format!("{} {}", extension.name, extension.version)).collect();
    line("extensions", if extensions.is_empty() { "-".to_owned() } else { extensions.join(", ") });
    let options: Vec<String> = manifest.options.iter().map(|(name, value)| format!("--{name} {value}")).collect();
    line("options", options.join(" "));
    line("entries", manifest.entry_count.to_string());
    line(
        "size",
        format!(
            "{} for {} raw in {} rows ({:.2}×)",
            report::bytes(found.bytes),
            report::bytes(summary.raw_bytes),
            report::count(summary.rows),
            summary.raw_bytes as f64 / found.bytes.max(1) as f64
        ),
    );
    line("index", found.index_sha256.clone());
    for omission in &manifest.omissions {
        line("not dumped", format!("{} {}: {}", omission.kind, omission.name, omission.reason));
    }
    for warning in &summary.warnings {
        line("warning", warning.clone());
    }
    let _ = writeln!(out, "\n{:>14} {:>10} {:>10} {:>6}  {:6} stream", "rows", "raw", "stored", "ratio", "format");
    for (table, stream) in found.contents.tables.iter().zip(&summary.streams) {
        table_lines(&mut out, table, stream, columns);
    }
    out
}

fn table_lines(out: &mut String, table: &Table, stream: &StreamSummary, columns: bool) {
    let format = match table.format {
        RowFormat::Binary => "binary",
        RowFormat::Text => "text",
    };
    let name = if table.schema.is_empty() { table.name.clone() } else { format!("{}.{}", table.schema, table.name) };
    let _ = writeln!(
        out,
        "{:>14} {:>10} {:>10} {:>6.2}  {format:6} {}",
        report::count(stream.rows),
        report::bytes(stream.raw_bytes),
        report::bytes(stream.stored_bytes),
        stream.raw_bytes as f64 / stream.stored_bytes.max(1) as f64,
        report::printable(&name)
    );
    if let Some(reason) = &table.format_reason {
        let _ = writeln!(out, "{:53}{}", "", report::printable(reason));
    }
    if columns {
        let in_words = |(name, blocks): (&str, u64)| format!("{name} ×{blocks}");
        let encodings: HashMap<&str, Vec<String>> =
            stream.encodings.iter().map(|(column, blocks)| (column, blocks.map(in_words).collect())).collect();
        for column in &table.columns {
            let encodings = encodings.get(&*column.name).map_or(&[][..], Vec::as_slice);
            let text = format!("{} {}: {}", column.name, column.type_name, encodings.join(", "));
            let _ = writeln!(out, "{:53}{}", "", report::printable(&text));
        }
    }
}
