//! Where an archive is read from: a file that can be read at offsets, or a stream.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use super::StoreError;

/// The source of a restore or verify.
pub enum Input {
    /// A regular file: read through its index, by several threads.
    File(File),
    /// Stdin, a FIFO: read front to back.
    Stream(Box<dyn Read + Send>),
}

impl Input {
    /// `-` is stdin, which counts as a stream even when it is redirected from a file.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if path == Path::new("-") {
            return Ok(Input::Stream(Box::new(io::stdin())));
        }
        let error = |source| StoreError::Io { action: "open", path: path.to_owned(), source };
        let file = File::open(path).map_err(error)?;
        let found = file.metadata().map_err(error)?;
        if found.is_dir() {
            return Err(StoreError::NotAFile { path: path.to_owned() });
        }
        Ok(if found.is_file() { Input::File(file) } else { Input::Stream(Box::new(file)) })
    }
}
