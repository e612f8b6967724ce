//! Level checksums: one pass over every byte of the file.

use std::{fs::File, io::BufReader, path::Path};

use super::{Level, VerifyReport, structure};
use crate::{
    Error,
    archive::{Event, SequentialReader},
    manifest::hex,
    observer::Observer,
    server::Interrupt,
};

/// Bytes read at once.
const READ_BYTES: usize = 1 << 20;

/// Verifies every byte of the archive at `path`.
pub(super) fn verify(path: &Path, interrupt: &Interrupt, observer: &dyn Observer) -> Result<VerifyReport, Error> {
    let reading = || format!("verify {}", path.display());
    let file = File::open(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    let mut reader = SequentialReader::new(BufReader::with_capacity(READ_BYTES, file));
    let mut written = None;
    while let Some(event) = reader.next_event().map_err(Error::archive(reading()))? {
        match event {
            Event::Block { header, payload } => observer.advance(u64::from(header.rows), payload.len() as u64),
            Event::End(end) => written = Some(end),
            _ => {}
        }
        if interrupt.is_triggered() {
            return Err(Error::Interrupted);
        }
    }
    // The sequential pass has seen everything; the index gives the per-stream figures.
    let mut report = structure::verify(path)?;
    report.level = Level::Checksums;
    report.sha256 = written.map(|written| hex(&written.sha256));
    Ok(report)
}
