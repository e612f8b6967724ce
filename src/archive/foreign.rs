//! Files that are not archives: says what they look like instead.

use super::{
    ArchiveError,
    fault::{Fault, Place},
};

/// How well-known files begin, and what they are called.
const KNOWN: &[(&[u8], &str)] = &[
    (b"PGDMP", "a pg_dump archive in custom format; read it with pg_restore"),
    (b"\x1f\x8b", "gzip-compressed data; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data; unpack it first"),
    (b"\xfd7zXZ\0", "xz-compressed data; unpack it first"),
    (b"BZh", "bzip2-compressed data; unpack it first"),
    (b"\x04\x22\x4d\x18", "lz4-compressed data; unpack it first"),
    (b"PK\x03\x04", "a zip archive; unpack it first"),
    (b"age-encryption.org/", "an age-encrypted file; decrypt it first"),
    (b"-----BEGIN AGE ENCRYPTED FILE", "an age-encrypted file; decrypt it first"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"PGCOPY\n\xff\r\n\0", "a PostgreSQL COPY file in binary format"),
    (b"toc.dat\0", "a tar archive of pg_dump; read it with pg_restore"),
    (b"--\n-- PostgreSQL database", "an SQL script of pg_dump; run it with psql"),
    (b"--\n", "an SQL script; run it with psql"),
    (b"\\restrict ", "an SQL script of pg_dump; run it with psql"),
    (b"<!DOCTYPE", "an HTML page: was the download refused?"),
    (b"<html", "an HTML page: was the download refused?"),
    (b"{", "JSON text; is it the .metadata.json beside the archive?"),
];

/// What text-mode transfers make of the magic: CR LF to LF, LF to CR LF, the high bit cut off, bytes taken for
/// characters of another encoding and written as UTF-8.
const TEXT_MODE: &[&[u8]] = &[
    b"\x89dumpr\n",
    b"\x89dumpr\r\r",
    b"\x89dumpr\r\n\x1a\r",
    b"\x89dumpr\r\x1a",
    b"\x09dumpr",
    b"\xc2\x89dumpr",
    b"\xe2\x80\xb0dumpr",
    b"\xef\xbf\xbddumpr",
    b"?dumpr",
];

/// The error for bytes that do not begin with the magic.
pub(super) fn refuse(bytes: &[u8]) -> ArchiveError {
    if TEXT_MODE.iter().any(|damaged| bytes.starts_with(damaged)) {
        return ArchiveError::Corrupt { offset: 0, place: Place::Preamble, fault: Fault::TextMode };
    }
    let known = KNOWN.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    ArchiveError::NotAnArchive { found: known.map_or("it does not begin like one", |(_, name)| name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pg_dump_file_is_named() {
        assert_eq!(
            refuse(b"PGDMP\x01\x10\x00").to_string(),
            "not a dumpr archive: a pg_dump archive in custom format; read it with pg_restore"
        );
    }

    #[test]
    fn text_mode_is_corrupt_rather_than_foreign() {
        assert_eq!(refuse(b"\x89dumpr\n\x1a\n\x01").rule(), Some("R-10"));
        assert!(matches!(refuse(b"\x89dumpr\n\x1a\n\x01"), ArchiveError::Corrupt { fault: Fault::TextMode, .. }));
    }
}
