//! Where an archive is written: a file or stdout.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{AtomicFile, StoreError};

/// The sink of a dump. Stdout (and a FIFO or device given as a path) cannot be published atomically: there the
/// archive's trailer is the only sign that it is whole.
pub enum Output {
    /// A file that gets its name at the end.
    File(AtomicFile),
    /// Stdout or a FIFO: bytes are gone as soon as they are written.
    Stream {
        /// What messages call it.
        name: PathBuf,
        /// Where bytes go.
        sink: Box<dyn Write + Send>,
    },
}

impl Output {
    /// `-` is stdout; an existing FIFO or character device is written as a stream; all else becomes an [`AtomicFile`].
    pub fn create(path: &Path, replace: bool) -> Result<Self, StoreError> {
        use std::os::unix::fs::FileTypeExt as _;
        if path == Path::new("-") {
            return Ok(Output::Stream { name: "standard output".into(), sink: Box::new(io::stdout()) });
        }
        let is_stream = path.metadata().is_ok_and(|found| {
            let kind = found.file_type();
            kind.is_fifo() || kind.is_char_device()
        });
        if !is_stream {
            return AtomicFile::create(path, replace).map(Output::File);
        }
        let opened = std::fs::OpenOptions::new().write(true).open(path);
        let file = opened.map_err(|source| StoreError::Io { action: "open", path: path.to_owned(), source })?;
        Ok(Output::Stream { name: path.to_owned(), sink: Box::new(file) })
    }

    /// Does not wait for the disk when it is published.
    #[must_use]
    pub fn without_sync(self) -> Self {
        match self {
            Output::File(file) => Output::File(file.without_sync()),
            stream @ Output::Stream { .. } => stream,
        }
    }

    /// Publishes a file; flushes a stream.
    pub fn publish(self) -> Result<(), StoreError> {
        match self {
            Output::File(file) => file.publish().map(|_| ()),
            Output::Stream { name, mut sink } => {
                sink.flush().map_err(|source| StoreError::Io { action: "write", path: name, source })
            }
        }
    }

    /// What a failed write means.
    pub fn explain(&self, source: io::Error) -> StoreError {
        match self {
            Output::File(file) => file.explain(source),
            Output::Stream { name, .. } => StoreError::Io { action: "write", path: name.clone(), source },
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::File(file) => file.write(bytes),
            Output::Stream { sink, .. } => sink.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::File(file) => file.flush(),
            Output::Stream { sink, .. } => sink.flush(),
        }
    }
}
