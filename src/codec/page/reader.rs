//! Pages on the way out of a payload.

use flate2::{Decompress, FlushDecompress, Status};
use zstd::zstd_safe::{DCtx, DParameter, find_frame_compressed_size, get_frame_content_size};

use super::{CONSTANT, DEFLATE, STORED, ZSTD};
use crate::codec::{
    CodecError,
    input::Input,
    limits::{MAX_WINDOW_LOG, page_budget},
    spare::Spare,
};

/// Reads pages; keeps its contexts, and counts down what the pages of a block may hold.
#[derive(Default)]
pub(in crate::codec) struct PageReader {
    zstd: Option<DCtx<'static>>,
    deflate: Option<Decompress>,
    budget: usize,
    /// Buffers for what pages are decoded into.
    pub(in crate::codec) spare: Buffers,
}

/// Buffers that are used again, by type of element.
#[derive(Debug, Default)]
pub(in crate::codec) struct Buffers {
    pub(in crate::codec) bytes: Spare<u8>,
    pub(in crate::codec) codes: Spare<u16>,
    pub(in crate::codec) lengths: Spare<u32>,
    pub(in crate::codec) numbers: Spare<u64>,
}

impl PageReader {
    /// Begins a block.
    pub(in crate::codec) fn restart(&mut self, raw_bytes: usize) {
        self.budget = page_budget(raw_bytes);
        // About what the columns of a block of tables like TPC-H's take: more would only be memory that nobody uses.
        self.spare.bytes.limit(raw_bytes + raw_bytes / 2);
        self.spare.numbers.limit(raw_bytes / 2);
        self.spare.lengths.limit(raw_bytes / 4);
        self.spare.codes.limit(raw_bytes / 4);
    }

    /// Reads one page of `size` bytes, appended to `out`.
    pub(in crate::codec) fn read(
        &mut self,
        input: &mut Input<'_>,
        size: usize,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
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

    /// Reads one or two pages of `count` bytes each, as the little-endian bytes of `count` small numbers.
    pub(in crate::codec) fn read_words(
        &mut self,
        input: &mut Input<'_>,
        count: usize,
        width: u32,
        scratch: &mut Vec<u8>,
    ) -> Result<Vec<u16>, CodecError> {
        let mut words = self.spare.codes.take(count);
        for plane in 0..width {
            scratch.clear();
            self.read(input, count, scratch)?;
            if plane == 0 {
                words.extend(scratch.iter().map(|&byte| u16::from(byte)));
            } else {
                words.iter_mut().zip(scratch.iter()).for_each(|(word, &byte)| *word |= u16::from(byte) << 8);
            }
        }
        Ok(words)
    }

    /// Reads `width` pages of `count` bytes each, as the little-endian bytes of `count` numbers.
    pub(in crate::codec) fn read_planes(
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
