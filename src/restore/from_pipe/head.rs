//! What an archive says before its first row.

use std::io::Read;

use crate::{
    Error,
    archive::{Event, SequentialReader},
    manifest::{Contents, ContentsReader},
};

/// The records before the first block.
pub(super) struct Head {
    /// The greatest number of streams that are open at once.
    pub(super) open_streams: u32,
    pub(super) contents: Contents,
    /// The first record that does not belong to the definitions.
    pub(super) next: Event,
}

/// Reads up to the first record behind the definitions.
pub(super) fn read<R: Read>(reader: &mut SequentialReader<R>) -> Result<Head, Error> {
    let (Event::Begin { open_streams, .. }, Event::Manifest(manifest)) = (next_event(reader)?, next_event(reader)?)
    else {
        return Err(Error::Contradiction { what: "the archive does not begin with its manifest".to_owned() });
    };
    let mut contents = ContentsReader::new(&manifest)?;
    loop {
        match next_event(reader)? {
            Event::Entries(json) => contents.add_entries(&json)?,
            Event::Tables(json) => contents.add_tables(&json)?,
            next => return Ok(Head { open_streams, contents: contents.finish()?, next }),
        }
    }
}

/// The next record, of which there is at least one.
pub(super) fn next_event<R: Read>(reader: &mut SequentialReader<R>) -> Result<Event, Error> {
    reader
        .next_event()
        .map_err(Error::archive("read the archive from the pipe"))?
        .ok_or_else(|| Error::Contradiction { what: "the archive goes on behind its end".to_owned() })
}
