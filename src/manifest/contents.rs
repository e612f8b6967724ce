//! The documents of an archive parsed and checked against each other.

use std::{collections::HashSet, sync::Arc};

use super::{Entry, Manifest, Table};
use crate::object::Names;

/// Entries of one archive; more is refused. 100 000 tables with indexes, defaults and comments stay below.
const MAX_ENTRIES: usize = 20_000_000;

/// Manifest, entries and tables of one archive.
#[derive(Clone, Debug)]
pub struct Contents {
    /// The first document.
    pub manifest: Manifest,
    /// The table of contents, in restore order.
    pub entries: Vec<Entry>,
    /// The streams; stream number = position + 1.
    pub tables: Vec<Table>,
}

/// A document that is not valid, or documents that contradict each other.
#[derive(Debug, thiserror::Error)]
pub enum ContentsError {
    /// Not the documented JSON.
    #[error("the {document} of the archive is not valid")]
    Json {
        /// Which document.
        document: &'static str,
        /// What is wrong.
        source: serde_json::Error,
    },
    /// Numbers that point nowhere or appear twice.
    #[error("{what}")]
    Contradiction {
        /// What contradicts what.
        what: String,
    },
}

/// Documents of an archive that are parsed as they are read: nobody has to keep the text of all of them.
#[derive(Debug)]
pub struct ContentsReader {
    unchecked: Contents,
    names: Names,
}

impl ContentsReader {
    /// Begins with the manifest as it stands in the archive.
    ///
    /// # Errors
    /// JSON of another shape.
    pub fn new(manifest: &[u8]) -> Result<Self, ContentsError> {
        let manifest = json("manifest", manifest)?;
        let unchecked = Contents { manifest, entries: Vec::new(), tables: Vec::new() };
        Ok(ContentsReader { unchecked, names: Names::default() })
    }

    /// Adds a batch of entries.
    ///
    /// # Errors
    /// JSON of another shape.
    pub fn add_entries(&mut self, batch: &[u8]) -> Result<(), ContentsError> {
        let mut entries: Vec<Entry> = json("entries", batch)?;
        for entry in &mut entries {
            for name in [&mut entry.schema, &mut entry.owner, &mut entry.tablespace, &mut entry.access_method] {
                self.names.share(name);
            }
        }
        add(&mut self.unchecked.entries, entries);
        Ok(())
    }

    /// Adds a batch of tables.
    ///
    /// # Errors
    /// JSON of another shape.
    pub fn add_tables(&mut self, batch: &[u8]) -> Result<(), ContentsError> {
        let mut tables: Vec<Table> = json("tables", batch)?;
        for column in tables.iter_mut().flat_map(|table| &mut table.columns) {
            for name in [&mut column.name, &mut column.type_name] {
                *name = self.names.one(Arc::clone(name));
            }
            self.names.share(&mut column.collation);
        }
        add(&mut self.unchecked.tables, tables);
        Ok(())
    }

    /// All of them, checked against each other.
    ///
    /// # Errors
    /// Entry ids that are not unique, dependencies and streams that point nowhere, other counts than the manifest's.
    pub fn finish(self) -> Result<Contents, ContentsError> {
        self.unchecked.check()?;
        Ok(self.unchecked)
    }
}

impl Contents {
    /// The stream with this number.
    pub fn table(&self, stream: u32) -> Option<&Table> {
        self.tables.get(usize::try_from(stream).ok()?.checked_sub(1)?)
    }

    fn check(&self) -> Result<(), ContentsError> {
        let contradiction = |what: String| Err(ContentsError::Contradiction { what });
        if self.entries.len() > MAX_ENTRIES {
            return contradiction(format!("{} entries, more than the limit of {MAX_ENTRIES}", self.entries.len()));
        }
        if u32::try_from(self.entries.len()) != Ok(self.manifest.entry_count) {
            let (stated, found) = (self.manifest.entry_count, self.entries.len());
            return contradiction(format!("the manifest states {stated} entries, the archive has {found}"));
        }
        if u32::try_from(self.tables.len()) != Ok(self.manifest.stream_count) {
            let (stated, found) = (self.manifest.stream_count, self.tables.len());
            return contradiction(format!("the manifest states {stated} streams, the archive has {found}"));
        }
        for (position, table) in self.tables.iter().enumerate() {
            if usize::try_from(table.stream) != Ok(position + 1) {
                return contradiction(format!("stream {} stands at position {}", table.stream, position + 1));
            }
            if table.columns.len() > 1600 {
                return contradiction(format!("stream {} has {} columns", table.stream, table.columns.len()));
            }
        }
        let ids: HashSet<u32> = self.entries.iter().map(|entry| entry.id).collect();
        if ids.len() != self.entries.len() {
            return contradiction("two entries have the same id".to_owned());
        }
        for entry in &self.entries {
            if let Some(id) = entry.depends_on.iter().chain(&entry.belongs_to).find(|id| !ids.contains(id)) {
                return contradiction(format!("entry {} refers to entry {id}, which does not exist", entry.id));
            }
            if entry.stream.is_some_and(|stream| self.table(stream).is_none()) {
                return contradiction(format!("entry {} refers to a stream that does not exist", entry.id));
            }
        }
        Ok(())
    }
}

fn json<T: serde::de::DeserializeOwned>(document: &'static str, bytes: &[u8]) -> Result<T, ContentsError> {
    serde_json::from_slice(bytes).map_err(|source| ContentsError::Json { document, source })
}

/// Hundreds of thousands of items: doubling would leave up to half of the memory unused.
fn add<T>(items: &mut Vec<T>, mut batch: Vec<T>) {
    if items.capacity() - items.len() < batch.len() {
        items.reserve_exact(batch.len().max(items.len() / 8));
    }
    items.append(&mut batch);
}
