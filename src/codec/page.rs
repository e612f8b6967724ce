//! Pages: a run of bytes whose size is known, constant, stored or compressed. format-spec/blocks.md §3.
//!
//! ```text
//!  0        1
//! +--------+------------------------------------------------------
//! |  kind  | 0: one byte · 1: n bytes · 2, 3: u32 length, compressed
//! +--------+------------------------------------------------------
//! ```

mod frames;
mod reader;

pub(super) use reader::{Buffers, PageReader};

use flate2::{Compress, FlushCompress, Status};
use frames::{Frames, grow, zstd_levels};

use super::{CodecError, Compression, Method, cost::is_noise, limits::page_budget};

const CONSTANT: u8 = 0;
const STORED: u8 = 1;
const ZSTD: u8 = 2;
const DEFLATE: u8 = 3;

/// Shorter pages are not worth a compressed frame.
const MIN_COMPRESSED: usize = 24;
/// Bytes of a plane that tell whether it has matches.
const TRIAL: usize = 4096;

/// What kind of bytes a page holds: decides level and probe.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Content {
    /// One byte of each of many numbers or fixed-width values. Matches are rare, symbols skewed or noise.
    Plane,
    /// Codes of words: symbols with repeated sequences.
    Codes,
    /// Text and the like.
    Text,
}

/// Writes pages; keeps its contexts.
pub(super) struct PageWriter {
    method: Method,
    plane_level: i32,
    text_level: i32,
    frames: Frames,
    deflate: Option<Compress>,
    compressed: Vec<u8>,
    other: Vec<u8>,
    plane: Vec<u8>,
    /// Memory for who writes planes of numbers.
    pub(super) numbers: Vec<u64>,
    /// Sum of the sizes of the pages written since [`PageWriter::restart`].
    content_bytes: usize,
}

impl PageWriter {
    pub(super) fn new(compression: Compression) -> Self {
        let level = compression.level;
        let (plane_level, text_level) = match compression.method {
            Method::None => (0, 0),
            Method::Gzip => (level.clamp(1, 9), level.clamp(1, 9)),
            Method::Zstd => zstd_levels(level),
        };
        Self {
            method: compression.method,
            plane_level,
            text_level,
            frames: Frames::default(),
            deflate: None,
            compressed: Vec::new(),
            other: Vec::new(),
            plane: Vec::new(),
            numbers: Vec::new(),
            content_bytes: 0,
        }
    }

    /// Begins a block: its pages are counted from here.
    pub(super) fn restart(&mut self) {
        self.content_bytes = 0;
    }

    /// Sum of the sizes of the block's pages so far.
    pub(super) fn content_bytes(&self) -> usize {
        self.content_bytes
    }

    /// Takes back what was only tried.
    pub(super) fn set_content_bytes(&mut self, content_bytes: usize) {
        self.content_bytes = content_bytes;
    }

    /// True when a reader would accept so many bytes of pages.
    pub(super) fn within_budget(&self, raw_bytes: usize) -> bool {
        self.content_bytes <= page_budget(raw_bytes)
    }

    /// Appends one page.
    pub(super) fn write(&mut self, content: Content, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), CodecError> {
        self.content_bytes = self.content_bytes.saturating_add(bytes.len());
        let Some(&first) = bytes.first() else { return Ok(()) };
        if bytes[1..] == bytes[..bytes.len() - 1] {
            out.extend_from_slice(&[CONSTANT, first]);
            return Ok(());
        }
        if self.method != Method::None
            && bytes.len() >= MIN_COMPRESSED
            && !(content == Content::Plane && is_noise(bytes))
        {
            let (kind, length) = match self.method {
                Method::Gzip => (DEFLATE, self.deflate(bytes)?),
                _ => (ZSTD, self.zstd(content, bytes)?),
            };
            // Reading a stored page costs nothing, so compression has to save a little at least.
            if length + 4 + bytes.len() / 256 < bytes.len() {
                let stated = u32::try_from(length).map_err(|_| CodecError::Compress("the page is too large"))?;
                out.push(kind);
                out.extend_from_slice(&stated.to_le_bytes());
                out.extend_from_slice(&self.compressed[..length]);
                return Ok(());
            }
        }
        out.push(STORED);
        out.extend_from_slice(bytes);
        Ok(())
    }

    /// Appends the low bytes of `values` as `width` pages, least significant first.
    pub(super) fn write_planes<T: Copy + Into<u64>>(
        &mut self,
        values: &[T],
        width: u32,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        let mut plane = std::mem::take(&mut self.plane);
        for shift in (0..8 * width).step_by(8) {
            plane.clear();
            plane.extend(values.iter().map(|&value| low_byte(value.into() >> shift)));
            self.write(Content::Plane, &plane, out)?;
        }
        self.plane = plane;
        Ok(())
    }

    /// Appends `width` pages: page k holds byte `start + k` of each `stride` bytes of `bytes`.
    pub(super) fn write_columns(&mut self, bytes: &[u8], stride: usize, out: &mut Vec<u8>) -> Result<(), CodecError> {
        let mut plane = std::mem::take(&mut self.plane);
        for k in 0..stride {
            plane.clear();
            match stride {
                4 => plane.extend(bytes.chunks_exact(4).map(|chunk| chunk[k & 3])),
                8 => plane.extend(bytes.chunks_exact(8).map(|chunk| chunk[k & 7])),
                16 => plane.extend(bytes.chunks_exact(16).map(|chunk| chunk[k & 15])),
                _ => plane.extend(bytes.chunks_exact(stride).map(|chunk| chunk[k])),
            }
            self.write(Content::Plane, &plane, out)?;
        }
        self.plane = plane;
        Ok(())
    }

    /// Compresses into `compressed`; says how long that is.
    fn zstd(&mut self, content: Content, bytes: &[u8]) -> Result<usize, CodecError> {
        if content == Content::Codes && self.text_level <= 3 {
            return self.frames.matches(self.plane_level, bytes, &mut self.compressed);
        }
        if content != Content::Plane {
            return self.frames.text(self.text_level, bytes, &mut self.compressed);
        }
        // Most planes are symbols without order: looking for matches takes time, and the short ones it finds cost more than
        // they save. Whether this one is different, a part of it tells.
        let symbols = self.frames.symbols(bytes, &mut self.compressed)?;
        let part = &bytes[(bytes.len() - bytes.len().min(TRIAL)) / 2..][..bytes.len().min(TRIAL)];
        let part_symbols =
            if part.len() == bytes.len() { symbols } else { self.frames.symbols(part, &mut self.other)? };
        let mut matches = self.frames.matches(self.plane_level, part, &mut self.other)?;
        if matches + matches / 64 >= part_symbols {
            return Ok(symbols);
        }
        if part.len() < bytes.len() {
            matches = self.frames.matches(self.plane_level, bytes, &mut self.other)?;
        }
        if matches < symbols {
            std::mem::swap(&mut self.compressed, &mut self.other);
        }
        Ok(matches.min(symbols))
    }

    fn deflate(&mut self, bytes: &[u8]) -> Result<usize, CodecError> {
        let level = u32::try_from(self.text_level).unwrap_or(6);
        let context = self.deflate.get_or_insert_with(|| Compress::new(flate2::Compression::new(level), false));
        context.reset();
        // Deflate that cannot shrink stores, at 5 bytes for each 16 KiB or more.
        grow(&mut self.compressed, bytes.len() + bytes.len() / 1000 + 64);
        match context.compress(bytes, &mut self.compressed, FlushCompress::Finish) {
            Ok(Status::StreamEnd) => {
                usize::try_from(context.total_out()).map_err(|_| CodecError::Compress("too large"))
            }
            // It did not fit: larger than stored, which the caller then prefers.
            Ok(_) => Ok(self.compressed.len()),
            Err(_) => Err(CodecError::Compress("deflate failed")),
        }
    }
}

/// The least significant byte.
pub(super) fn low_byte(value: u64) -> u8 {
    value.to_le_bytes()[0]
}
