//! The chart: grouped bars of ratios as SVG, written by hand, readable on light and on dark backgrounds.

use std::fmt::Write as _;

use crate::{
    contest::{Entry, Results},
    options::Operation,
};

/// A bar's colour stands for the program. All are readable on white and on black.
const SERIES: [(&str, &str, &str); 4] = [
    ("dumpr", "dumpr", "#e8590c"),
    ("zstd:3", "pg_dump -Fd -j2, zstd:3 (= 1)", "#4c8dd9"),
    ("lz4", "pg_dump -Fd -j2, lz4", "#4fa3a5"),
    ("-Fc -Z gzip", "pg_dump -Fc, gzip:6", "#8a8f98"),
];

const LABEL_WIDTH: f64 = 90.0;
const PANEL_WIDTH: f64 = 290.0;
const BAR_WIDTH: f64 = 215.0;
const BAR_HEIGHT: f64 = 10.0;
const TOP: f64 = 74.0;
/// Longer bars are cut there; their figure stands beside them.
const LONGEST: f64 = 2.5;

/// What a panel shows.
struct Panel {
    title: &'static str,
    operation: Operation,
    value: fn(&Entry) -> f64,
}

const PANELS: [Panel; 3] = [
    Panel { title: "time of a dump", operation: Operation::Dump, value: wall },
    Panel { title: "size of the archive", operation: Operation::Dump, value: bytes },
    Panel { title: "time of a restore", operation: Operation::Restore, value: wall },
];

fn wall(entry: &Entry) -> f64 {
    entry.wall().median
}

fn bytes(entry: &Entry) -> f64 {
    entry.bytes as f64
}

/// Draws the chart.
pub(crate) fn draw(all: &[Results]) -> String {
    let group = BAR_HEIGHT * SERIES.len() as f64 + 14.0;
    let (width, height) = (LABEL_WIDTH + PANEL_WIDTH * PANELS.len() as f64, TOP + group * all.len() as f64 + 10.0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" role=\"img\" \
         aria-label=\"Time and size of dumpr beside pg_dump; pg_dump -Fd -j2 with zstd:3 is 1, shorter is better\">\n\
         <style>text{{font:12px system-ui,sans-serif;fill:#57606a}}.title{{font-weight:600;font-size:13px}}\
         .figure{{font-size:10px}}.ours{{font-weight:700}}.one{{stroke:#8a8f98;stroke-dasharray:2 3}}\
         @media(prefers-color-scheme:dark){{text{{fill:#c9d1d9}}}}</style>\n"
    );
    let mut x = LABEL_WIDTH;
    for (_, name, colour) in SERIES {
        let _ = writeln!(
            svg,
            "<rect x=\"{x:.0}\" y=\"10\" width=\"12\" height=\"12\" rx=\"2\" fill=\"{colour}\"/><text x=\"{:.0}\" y=\"20\">{name}</text>",
            x + 17.0
        );
        x += 45.0 + 7.0 * name.len() as f64;
    }
    let _ = writeln!(svg, "<text x=\"{:.0}\" y=\"20\" text-anchor=\"end\">shorter is better</text>", width - 8.0);
    for (number, results) in all.iter().enumerate() {
        let y = TOP + group * number as f64 + BAR_HEIGHT * SERIES.len() as f64 / 2.0 + 4.0;
        let name = results.data.database();
        let _ = writeln!(svg, "<text x=\"{:.0}\" y=\"{y:.1}\" text-anchor=\"end\">{name}</text>", LABEL_WIDTH - 10.0);
    }
    for (number, panel) in PANELS.iter().enumerate() {
        let left = LABEL_WIDTH + PANEL_WIDTH * number as f64;
        let one = left + BAR_WIDTH / LONGEST;
        let _ = writeln!(svg, "<text class=\"title\" x=\"{left:.0}\" y=\"52\">{}</text>", panel.title);
        let _ =
            writeln!(svg, "<line class=\"one\" x1=\"{one:.1}\" x2=\"{one:.1}\" y1=\"60\" y2=\"{:.0}\"/>", height - 8.0);
        for (number, results) in all.iter().enumerate() {
            bars(&mut svg, results, panel, left, TOP + group * number as f64);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// The bars of one data set in one panel.
fn bars(svg: &mut String, results: &Results, panel: &Panel, left: f64, top: f64) {
    let find = |series: &str| match series {
        "dumpr" => results.ours(panel.operation),
        "-Fc -Z gzip" => results.named(panel.operation, series),
        series => results
            .of(panel.operation)
            .find(|entry| entry.contestant.name.contains(series) && !entry.contestant.name.contains("-Fc")),
    };
    let reference = find("zstd:3").or_else(|| find("-Fc -Z gzip")).map_or(0.0, panel.value);
    if reference <= 0.0 {
        return;
    }
    for (number, (series, _, colour)) in SERIES.iter().enumerate() {
        let Some(entry) = find(series) else { continue };
        let ratio = (panel.value)(entry) / reference;
        let (y, length) = (top + BAR_HEIGHT * number as f64, ratio.min(LONGEST) / LONGEST * BAR_WIDTH);
        let class = if *series == "dumpr" { "figure ours" } else { "figure" };
        let cut = if ratio > LONGEST { "▸ " } else { "" };
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.0}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.0}\" rx=\"1.5\" fill=\"{colour}\"/>\
             <text class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\">{cut}{ratio:.2}</text>",
            length.max(1.0),
            BAR_HEIGHT - 1.5,
            left + length + 4.0,
            y + 8.0,
        );
    }
}
