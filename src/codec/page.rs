//! Pages: a run of bytes whose size is known, constant, stored or compressed. format-spec/blocks.md §3.
//!
//! ```text
//!  0        1
//! +--------+------------------------------------------------------
//! |  kind  | 0: one byte · 1: n bytes · 2, 3: u32 length, compressed
//! +--------+------------------------------------------------------
//! ```

use flate2::{Compress, Decompress, FlushCompress, FlushDecompress, Status};
use zstd::zstd_safe::{
    CCtx, CParameter, DCtx, DParameter, Strategy, compress_bound, find_frame_compressed_size, get_frame_content_size,
};

use super::{
    CodecError, Compression, Method,
    cost::{count_bytes, entropy_bits},
    input::Input,
    limits::{MAX_WINDOW_LOG, page_budget},
    spare::Spare,
};

const CONSTANT: u8 = 0;
const STORED: u8 = 1;
const ZSTD: u8 = 2;
const DEFLATE: u8 = 3;

/// Shorter pages are not worth a compressed frame.
const MIN_COMPRESSED: usize = 24;
/// The entropy probe looks at this many bytes, at four places.
const PROBE: usize = 4096;

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
    pub(super) fn write_planes(&mut self, values: &[u64], width: u32, out: &mut Vec<u8>) -> Result<(), CodecError> {
        let mut plane = std::mem::take(&mut self.plane);
        for shift in (0..8 * width).step_by(8) {
            plane.clear();
            plane.extend(values.iter().map(|value| low_byte(value >> shift)));
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

/// The zstd contexts: one for text, one for planes with matches, one for planes without.
#[derive(Default)]
struct Frames {
    text: Option<CCtx<'static>>,
    matches: Option<CCtx<'static>>,
    symbols: Option<CCtx<'static>>,
}

impl Frames {
    fn text(&mut self, level: i32, bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, CodecError> {
        frame(&mut self.text, &[CParameter::CompressionLevel(level)], bytes, out)
    }

    fn matches(&mut self, level: i32, bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, CodecError> {
        frame(&mut self.matches, &[CParameter::CompressionLevel(level)], bytes, out)
    }

    /// Entropy coding alone, as nearly as a zstd frame can be asked for it: matches are looked up in the smallest of
    /// tables and have to be long.
    fn symbols(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, CodecError> {
        let parameters = [
            CParameter::CompressionLevel(1),
            CParameter::Strategy(Strategy::ZSTD_fast),
            CParameter::HashLog(6),
            CParameter::MinMatch(7),
        ];
        frame(&mut self.symbols, &parameters, bytes, out)
    }
}

/// Compresses with a context that is made at its first use.
fn frame(
    context: &mut Option<CCtx<'static>>,
    parameters: &[CParameter],
    bytes: &[u8],
    out: &mut Vec<u8>,
) -> Result<usize, CodecError> {
    let named = |code| CodecError::Compress(zstd::zstd_safe::get_error_name(code));
    if context.is_none() {
        let mut fresh = CCtx::try_create().ok_or(CodecError::Compress("no memory for a zstd context"))?;
        for &parameter in parameters {
            fresh.set_parameter(parameter).map_err(named)?;
        }
        *context = Some(fresh);
    }
    let context = context.as_mut().ok_or(CodecError::Compress("no zstd context"))?;
    grow(out, compress_bound(bytes.len()));
    context.compress2(out.as_mut_slice(), bytes).map_err(named)
}

/// Levels for planes and for text. At the default of 3, planes do better and faster at 1 (their rare matches only
/// disturb); from 6 on the user has time to spend.
fn zstd_levels(level: i32) -> (i32, i32) {
    let level = level.clamp(zstd::zstd_safe::min_c_level(), zstd::zstd_safe::max_c_level());
    match level {
        ..=0 => (level, level),
        1..=5 => (1, level),
        _ => (level - 3, level),
    }
}

/// Enlarges a buffer that is overwritten; what it holds does not matter.
fn grow(buffer: &mut Vec<u8>, size: usize) {
    if buffer.len() < size {
        buffer.resize(size, 0);
    }
}

/// The least significant byte.
pub(super) fn low_byte(value: u64) -> u8 {
    value.to_le_bytes()[0]
}

/// True when a plane looks like noise, which no method makes smaller: entropy over 7.9 bits a byte at four places,
/// and neighbours no more often equal than chance has it.
fn is_noise(bytes: &[u8]) -> bool {
    if bytes.len() < PROBE {
        return false;
    }
    let mut histogram = [0; 256];
    let mut equal = 0;
    let mut probed = 0;
    let step = (bytes.len() - PROBE) / 3;
    // A short plane is read once, a long one at four places.
    let places = if step < PROBE { 1 } else { 4 };
    for place in 0..places {
        let part = if places == 1 { &bytes[..bytes.len().min(4 * PROBE)] } else { &bytes[place * step..][..PROBE] };
        count_bytes(part, &mut histogram);
        equal += part.iter().zip(&part[1..]).filter(|(a, b)| a == b).count();
        probed += part.len();
    }
    let probed_bits = probed as u64;
    equal * 64 < probed && entropy_bits(&histogram) * 10 > probed_bits * 79
}

/// Reads pages; keeps its contexts, and counts down what the pages of a block may hold.
#[derive(Default)]
pub(super) struct PageReader {
    zstd: Option<DCtx<'static>>,
    deflate: Option<Decompress>,
    budget: usize,
    /// Buffers for what pages are decoded into.
    pub(super) spare: Buffers,
}

/// Buffers that are used again, by type of element.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    pub(super) bytes: Spare<u8>,
    pub(super) codes: Spare<u16>,
    pub(super) lengths: Spare<u32>,
    pub(super) numbers: Spare<u64>,
}

impl PageReader {
    /// Begins a block.
    pub(super) fn restart(&mut self, raw_bytes: usize) {
        self.budget = page_budget(raw_bytes);
        // About what the columns of a block of tables like TPC-H's take: more would only be memory that nobody uses.
        self.spare.bytes.limit(raw_bytes + raw_bytes / 2);
        self.spare.numbers.limit(raw_bytes / 2);
        self.spare.lengths.limit(raw_bytes / 4);
        self.spare.codes.limit(raw_bytes / 4);
    }

    /// Reads one page of `size` bytes, appended to `out`.
    pub(super) fn read(&mut self, input: &mut Input<'_>, size: usize, out: &mut Vec<u8>) -> Result<(), CodecError> {
        if size == 0 {
            return Ok(());
        }
        self.budget = self.budget.checked_sub(size).ok_or(CodecError::Limit {
            what: "the size of all pages",
            value: size as u64,
            limit: self.budget as u64,
        })?;
        match input.u8()? {
            CONSTANT => {
                let byte = input.u8()?;
                out.resize(out.len() + size, byte);
            }
            STORED => out.extend_from_slice(input.take(size)?),
            ZSTD => {
                let length = input.size()?;
                self.unzstd(input.take(length)?, size, out)?;
            }
            DEFLATE => {
                let length = input.size()?;
                self.inflate(input.take(length)?, size, out)?;
            }
            kind => return Err(CodecError::Unknown { what: "page kind", value: kind.into() }),
        }
        Ok(())
    }

    fn unzstd(&mut self, frame: &[u8], size: usize, out: &mut Vec<u8>) -> Result<(), CodecError> {
        let stated = get_frame_content_size(frame).map_err(|_| CodecError::Page)?;
        let frame_bytes = find_frame_compressed_size(frame).map_err(|_| CodecError::Page)?;
        if stated != Some(size as u64) || frame_bytes != frame.len() {
            return Err(CodecError::Page);
        }
        if self.zstd.is_none() {
            let mut context = DCtx::try_create().ok_or(CodecError::Compress("no memory for a zstd context"))?;
            let set = context.set_parameter(DParameter::WindowLogMax(MAX_WINDOW_LOG));
            set.map_err(|code| CodecError::Compress(zstd::zstd_safe::get_error_name(code)))?;
            self.zstd = Some(context);
        }
        let context = self.zstd.as_mut().ok_or(CodecError::Page)?;
        let start = out.len();
        out.resize(start + size, 0);
        let written = context.decompress(&mut out[start..], frame).map_err(|_| CodecError::Page)?;
        if written == size { Ok(()) } else { Err(CodecError::Page) }
    }

    fn inflate(&mut self, stream: &[u8], size: usize, out: &mut Vec<u8>) -> Result<(), CodecError> {
        let context = self.deflate.get_or_insert_with(|| Decompress::new(false));
        context.reset(false);
        let start = out.len();
        out.resize(start + size, 0);
        let status =
            context.decompress(stream, &mut out[start..], FlushDecompress::Finish).map_err(|_| CodecError::Page)?;
        let whole = context.total_in() == stream.len() as u64 && context.total_out() == size as u64;
        if status == Status::StreamEnd && whole { Ok(()) } else { Err(CodecError::Page) }
    }

    /// Reads `width` pages of `count` bytes each, as the little-endian bytes of `count` numbers.
    pub(super) fn read_planes(
        &mut self,
        input: &mut Input<'_>,
        count: usize,
        width: u32,
        scratch: &mut Vec<u8>,
    ) -> Result<Vec<u64>, CodecError> {
        let mut values = self.spare.numbers.take(count);
        for plane in 0..width {
            scratch.clear();
            self.read(input, count, scratch)?;
            if values.is_empty() {
                values.extend(scratch.iter().map(|&byte| u64::from(byte)));
            } else {
                for (value, &byte) in values.iter_mut().zip(scratch.iter()) {
                    *value |= u64::from(byte) << (8 * plane);
                }
            }
        }
        values.resize(count, 0);
        Ok(values)
    }
}
