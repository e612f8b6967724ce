//! Compressed pages: the zstd contexts that are kept, and how each kind of bytes is compressed.

use zstd::zstd_safe::{CCtx, CParameter, Strategy, compress_bound};

use crate::codec::CodecError;

/// The zstd contexts: one for text, one for planes with matches, one for planes without.
#[derive(Default)]
pub(super) struct Frames {
    text: Option<CCtx<'static>>,
    matches: Option<CCtx<'static>>,
    symbols: Option<CCtx<'static>>,
}

impl Frames {
    pub(super) fn text(&mut self, level: i32, bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, CodecError> {
        frame(&mut self.text, &[CParameter::CompressionLevel(level)], bytes, out)
    }

    pub(super) fn matches(&mut self, level: i32, bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, CodecError> {
        frame(&mut self.matches, &[CParameter::CompressionLevel(level)], bytes, out)
    }

    /// Entropy coding alone, as nearly as a zstd frame can be asked for it: matches are looked up in the smallest of
    /// tables and have to be long.
    pub(super) fn symbols(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<usize, CodecError> {
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
pub(super) fn zstd_levels(level: i32) -> (i32, i32) {
    let level = level.clamp(zstd::zstd_safe::min_c_level(), zstd::zstd_safe::max_c_level());
    match level {
        ..=0 => (level, level),
        1..=5 => (1, level),
        _ => (level - 3, level),
    }
}

/// Enlarges a buffer that is overwritten; what it holds does not matter.
pub(super) fn grow(buffer: &mut Vec<u8>, size: usize) {
    if buffer.len() < size {
        buffer.resize(size, 0);
    }
}
