//! Figures as Markdown: everything for the results page, the essence for the README.

use std::fmt::Write as _;

use crate::{
    contest::{Entry, Results},
    figures::Spread,
    machine::Machine,
    options::Operation,
};

/// Everything.
pub(crate) fn full(machine: &Machine, all: &[Results], quick: bool) -> String {
    let mut page = String::from("# dumpr beside pg_dump\n\n");
    let _ = writeln!(page, "Made by `cargo bench --bench versus_pg_dump`; do not edit.\n\n{}\n", machine.describe());
    page.push_str(
        "Medians, with the smallest and the largest of the runs in brackets. *time* and *size* columns with × are \
         multiples of dumpr's: below 1.00 dumpr loses. Client CPU is that of all processes of the command, server CPU that \
         of all processes of the server; peak memory is that of the command's largest process. Every archive was decoded \
         and compared with its source, every restored database with the archive.\n",
    );
    for results in all {
        let raw = megabytes(results.raw_bytes);
        let _ =
            writeln!(page, "\n## {}\n\n{}; {raw} of rows.", results.data.database(), results.data.description(quick));
        for operation in [Operation::Dump, Operation::Restore, Operation::Verify, Operation::Copy] {
            table(&mut page, results, operation);
        }
    }
    page
}

fn table(page: &mut String, results: &Results, operation: Operation) {
    let Some(ours) = results.ours(operation) else { return };
    let _ = writeln!(
        page,
        "\n| {} | time, s | × | client CPU, s | server CPU, s | peak memory | size | × | runs |\n|---|---|---|---|---|---|---|---|---|",
        operation.title()
    );
    for entry in results.of(operation) {
        let times =
            if std::ptr::eq(entry, ours) { "1".to_owned() } else { ratio(entry.wall().median, ours.wall().median) };
        let (size, sizes) = match entry.bytes {
            0 => (String::new(), String::new()),
            bytes => (megabytes(bytes), ratio(bytes as f64, ours.bytes as f64)),
        };
        let _ = writeln!(
            page,
            "| {} | {} | {times} | {} | {} | {:.0} MB | {size} | {sizes} | {} |",
            entry.contestant.name.replace('|', "\\|"),
            seconds(entry.wall()),
            seconds(entry.client_cpu()),
            seconds(entry.server_cpu()),
            entry.peak().median / 1e6,
            entry.runs.len(),
        );
    }
    if operation == Operation::Verify {
        throughput(page, results);
    }
}

/// What the seconds of `verify` mean.
fn throughput(page: &mut String, results: &Results) {
    let mut said = Vec::new();
    for entry in results.of(Operation::Verify).filter(|entry| entry.contestant.is_ours()) {
        let rows = entry.contestant.name.contains("rows");
        let bytes = if rows { results.raw_bytes } else { entry.bytes } as f64;
        let per_second = |seconds: f64| bytes / 1e6 / seconds.max(0.001);
        said.push(format!(
            "`{}` {:.0} MB/s of {}, {:.0} MB/s per second of CPU",
            entry.contestant.name.trim_start_matches("dumpr verify "),
            per_second(entry.wall().median),
            if rows { "rows" } else { "archive" },
            per_second(entry.client_cpu().median),
        ));
    }
    let _ = writeln!(page, "\nverify: {}.", said.join("; "));
}

/// The rows of the README: how many times faster and smaller, against the best and the usual way of `pg_dump`.
pub(crate) fn essence(machine: &Machine, all: &[Results], quick: bool) -> String {
    let mut page = String::from(
        "| | dump, s | of pg_dump -Fc | of its fastest zstd:3 | archive | of zstd:3 | restore, s | of pg_restore -j2 |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for results in all {
        let Some(dump) = results.ours(Operation::Dump) else { continue };
        let share = |entry: Option<&Entry>, ours: f64, of: fn(&Entry) -> f64| {
            entry.map_or_else(|| "–".to_owned(), |entry| ratio(ours, of(entry)))
        };
        let wall = |entry: &Entry| entry.wall().median;
        let zstd = || results.of(Operation::Dump).filter(|entry| entry.contestant.name.contains("zstd"));
        let fastest = zstd().min_by(|a, b| wall(a).total_cmp(&wall(b)));
        let smallest = zstd().min_by_key(|entry| entry.bytes);
        let restore = results.ours(Operation::Restore);
        let _ = writeln!(
            page,
            "| {} | {:.2} | {} | {} | {} | {} | {} | {} |",
            results.data.description(quick),
            wall(dump),
            share(results.named(Operation::Dump, "-Fc -Z gzip"), wall(dump), wall),
            share(fastest, wall(dump), wall),
            megabytes(dump.bytes),
            share(smallest, dump.bytes as f64, |entry| entry.bytes as f64),
            restore.map_or_else(|| "–".to_owned(), |entry| format!("{:.2}", wall(entry))),
            restore.map_or_else(
                || "–".to_owned(),
                |ours| share(results.named(Operation::Restore, "pg_restore"), wall(ours), wall)
            ),
        );
    }
    let _ = writeln!(page, "\nShares of the other program's figure: above 1.00 dumpr loses. {}", machine.describe());
    let losses = losses(all);
    if !losses.is_empty() {
        let _ = writeln!(page, "\nWhere dumpr is behind: {}.", losses.join("; "));
    }
    page
}

/// Everything that somebody does faster or smaller.
fn losses(all: &[Results]) -> Vec<String> {
    let mut losses = Vec::new();
    for results in all {
        for operation in [Operation::Dump, Operation::Restore, Operation::Copy] {
            let Some(ours) = results.ours(operation) else { continue };
            // The floor is no program: nothing can be faster over one session.
            let others = results.of(operation).filter(|entry| entry.contestant.name.starts_with("pg"));
            for other in others {
                let (name, data) = (&other.contestant.name, results.data.database());
                let times = ours.wall().median / other.wall().median.max(0.001);
                if times > 1.005 {
                    losses.push(format!("{} of {data} takes {times:.2} times as long as `{name}`", operation.title()));
                }
                let times = ours.bytes as f64 / (other.bytes as f64).max(1.0);
                if operation == Operation::Dump && other.bytes > 0 && times > 1.005 {
                    losses.push(format!("the archive of {data} is {times:.2} times as large as that of `{name}`"));
                }
            }
        }
    }
    let memory = |entry: &Entry| entry.peak().median / 1e6;
    let peaks = |of: fn(&str) -> bool| {
        let dumps = all.iter().flat_map(|results| results.of(Operation::Dump));
        dumps.filter(|entry| of(&entry.contestant.name)).map(memory).fold(0.0, f64::max)
    };
    let (ours, theirs) = (peaks(|name| name.starts_with("dumpr")), peaks(|name| name.starts_with("pg_dump")));
    if ours > theirs && theirs > 0.0 {
        losses.push(format!("a dump takes up to {ours:.0} MB of memory, pg_dump up to {theirs:.0} MB"));
    }
    losses
}

fn ratio(value: f64, of: f64) -> String {
    format!("{:.2}", value / of.max(1e-9))
}

fn seconds(spread: Spread) -> String {
    format!("{:.2} ({:.2}–{:.2})", spread.median, spread.low, spread.high)
}

fn megabytes(bytes: u64) -> String {
    format!("{:.2} MB", bytes as f64 / 1e6)
}
