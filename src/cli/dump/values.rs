//! Values of options, in the forms that `pg_dump` takes.

use std::time::Duration;

use dumpr::codec::{Compression, Method};

/// Names for zstd levels: the fastest that still finds matches, the one that balances, one that has time to spend.
const PRESETS: [(&str, i32); 3] = [("fast", 1), ("default", 3), ("best", 12)];

/// `best`, `zstd:3`, `gzip`, `none`, `6` (gzip), `0` (none).
pub(super) fn compression(text: &str) -> Result<Compression, String> {
    let preset = PRESETS.iter().find(|(name, _)| *name == text);
    if let Some(&(_, level)) = preset {
        return Ok(Compression { method: Method::Zstd, level });
    }
    let (method, level) = match text.split_once(':') {
        Some((method, level)) => (method, Some(level.strip_prefix("level=").unwrap_or(level))),
        None if text.chars().all(|c| c.is_ascii_digit()) && !text.is_empty() => {
            (if text == "0" { "none" } else { "gzip" }, Some(text).filter(|text| *text != "0"))
        }
        None => (text, None),
    };
    let (method, levels, default) = match method {
        "none" => (Method::None, 0..=0, 0),
        "gzip" => (Method::Gzip, 1..=9, 6),
        "zstd" => (Method::Zstd, -7..=22, 3),
        "lz4" => return Err("lz4 is not supported: use zstd:1, which is smaller at about the same speed".to_owned()),
        other => {
            return Err(format!("{other:?} is not a compression method: use fast, default, best, zstd, gzip or none"));
        }
    };
    let level = match level {
        None => default,
        Some(level) => level.parse().map_err(|_| format!("{level:?} is not a compression level"))?,
    };
    if !levels.contains(&level) {
        return Err(format!("the level must be between {} and {}", levels.start(), levels.end()));
    }
    Ok(Compression { method, level })
}

/// The same, as the manifest records it.
pub(super) fn compression_text(compression: Compression) -> String {
    match compression.method {
        Method::None => "none".to_owned(),
        Method::Gzip => format!("gzip:{}", compression.level),
        Method::Zstd => format!("zstd:{}", compression.level),
    }
}

/// `pg_dump`'s forms of an archive.
pub(super) fn format(text: &str) -> Result<(), String> {
    match text {
        "c" | "custom" => Ok(()),
        "p" | "plain" => Err("SQL text comes from the archive: dump it, then run `dumpr script FILE`".to_owned()),
        "d" | "directory" | "t" | "tar" => {
            Err("there is one form, a single file that several jobs write: leave -F out".to_owned())
        }
        other => Err(format!("{other:?} is not a form of archive: leave -F out")),
    }
}

/// A time as PostgreSQL's settings take it: milliseconds, or a number with a unit.
pub(super) fn timeout(text: &str) -> Result<Duration, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number: u64 = digits.trim().parse().map_err(|_| format!("{text:?} is not a time"))?;
    let milliseconds = match text[digits.len()..].trim() {
        "" | "ms" => 1,
        "s" => 1000,
        "min" => 60_000,
        "h" => 3_600_000,
        unit => return Err(format!("{unit:?} is not a unit: use ms, s, min or h")),
    };
    Ok(Duration::from_millis(number.saturating_mul(milliseconds)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compression_takes_pg_dumps_words() {
        let zstd = |level| Ok(Compression { method: Method::Zstd, level });
        assert_eq!(compression("zstd"), zstd(3));
        assert_eq!(compression("zstd:level=9"), zstd(9));
        assert_eq!(["fast", "default", "best"].map(compression), [zstd(1), zstd(3), zstd(12)]);
        assert_eq!(compression("6"), Ok(Compression { method: Method::Gzip, level: 6 }));
        assert_eq!(compression("0"), Ok(Compression { method: Method::None, level: 0 }));
        assert!(compression("gzip:10").is_err());
        assert!(compression("brotli").is_err());
    }

    #[test]
    fn timeouts_have_units() {
        assert_eq!(timeout("1500"), Ok(Duration::from_millis(1500)));
        assert_eq!(timeout("2min"), Ok(Duration::from_secs(120)));
        assert!(timeout("soon").is_err());
    }
}
