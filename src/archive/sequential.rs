//! One pass from front to back: pipes, and `verify` of every byte.

use std::io::{self, Read};

use sha2::{Digest as _, Sha256};

use super::{ArchiveError, BlockHeader, Decoder, DocumentKind, Identity, Step, StreamEnd, Written};

/// What comes next in an archive.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Event {
    /// The preamble.
    Begin {
        /// Who the archive is.
        identity: Identity,
        /// The greatest number of streams that are open at once.
        open_streams: u32,
    },
    /// The manifest JSON.
    Manifest(Vec<u8>),
    /// A batch of entries.
    Entries(Vec<u8>),
    /// A batch of tables.
    Tables(Vec<u8>),
    /// A block; its payload's hash was checked.
    Block {
        /// Its header.
        header: BlockHeader,
        /// Its payload, for the codec.
        payload: Vec<u8>,
    },
    /// The end of a stream; counts were checked against its blocks.
    StreamEnd(StreamEnd),
    /// The summary JSON.
    Summary(Vec<u8>),
    /// Index and trailer were read, checked against everything before, and nothing follows.
    End(Written),
}

/// Reads an archive front to back, checking everything on the way (including that index and records agree).
///
/// Memory: one record at a time, and the few words per open stream that the order of records needs.
pub struct SequentialReader<R: Read> {
    source: R,
    decoder: Decoder,
    file_hash: Option<Sha256>,
    buffer: Vec<u8>,
    is_over: bool,
}

/// Memory for a payload is taken in steps of this size, as its bytes arrive: a header alone cannot make a reader take
/// 64 MiB.
const FIRST_RESERVE: usize = 4 << 20;

impl<R: Read> SequentialReader<R> {
    /// Reads from the first byte. `source` needs no buffering: reads are whole headers and payloads.
    pub fn new(source: R) -> Self {
        let file_hash = Some(Sha256::new());
        SequentialReader { source, decoder: Decoder::new(), file_hash, buffer: Vec::new(), is_over: false }
    }

    /// Like [`SequentialReader::new`], without the SHA-256 over the whole file, which costs as much as all other
    /// checks together and proves nothing beyond them: [`Written::sha256`] is zero then.
    pub fn without_file_hash(source: R) -> Self {
        SequentialReader { file_hash: None, ..SequentialReader::new(source) }
    }

    /// The next event; `None` after `End`. After an error every call is an error.
    pub fn next_event(&mut self) -> Result<Option<Event>, ArchiveError> {
        while !self.is_over {
            self.fetch()?;
            match self.decoder.accept(&self.buffer)? {
                Step::More => {}
                Step::Begin { identity, open_streams } => return Ok(Some(Event::Begin { identity, open_streams })),
                Step::Document { kind, json } => return Ok(Some(document(kind, json))),
                Step::Block(header) => {
                    return Ok(Some(Event::Block { header, payload: std::mem::take(&mut self.buffer) }));
                }
                Step::StreamEnd(end) => return Ok(Some(Event::StreamEnd(end))),
                Step::End { bytes, index_sha256 } => {
                    self.expect_end()?;
                    self.is_over = true;
                    let sha256 = self.file_hash.take().map_or([0; 32], |hash| hash.finalize().into());
                    return Ok(Some(Event::End(Written { bytes, sha256, index_sha256 })));
                }
            }
        }
        Ok(None)
    }

    /// Byte offset of the next record, for messages and progress.
    pub fn offset(&self) -> u64 {
        self.decoder.offset()
    }

    /// Fills the buffer with what the decoder wants, or with less when the input ends.
    fn fetch(&mut self) -> Result<(), ArchiveError> {
        let wanted = self.decoder.wants();
        self.buffer.clear();
        self.buffer.reserve(wanted.min(FIRST_RESERVE));
        let limit = super::limits::length(wanted);
        let read = self.source.by_ref().take(limit).read_to_end(&mut self.buffer);
        read.map_err(|source| ArchiveError::read(self.decoder.offset(), source))?;
        if let Some(hash) = &mut self.file_hash {
            hash.update(&self.buffer);
        }
        Ok(())
    }

    fn expect_end(&mut self) -> Result<(), ArchiveError> {
        let mut byte = [0];
        let count = loop {
            match self.source.read(&mut byte) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(source) => return Err(ArchiveError::read(self.decoder.offset(), source)),
                Ok(count) => break count,
            }
        };
        self.decoder.accept(byte.get(..count).unwrap_or_default()).map(|_| ())
    }
}

fn document(kind: DocumentKind, json: Vec<u8>) -> Event {
    match kind {
        DocumentKind::Manifest => Event::Manifest(json),
        DocumentKind::Entries => Event::Entries(json),
        DocumentKind::Tables => Event::Tables(json),
        DocumentKind::Summary => Event::Summary(json),
    }
}
