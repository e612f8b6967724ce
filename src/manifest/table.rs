//! A stream of rows and the table behind it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// How a stream's rows are written.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowFormat {
    /// Fields as COPY (FORMAT binary) sends them.
    Binary,
    /// Fields as COPY (FORMAT text) sends them, escapes kept.
    Text,
}

/// What the rows of a stream are.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StreamContent {
    /// Rows of a table.
    Table,
    /// `(schema text, name text, last_value int8, is_called bool)` of every sequence.
    SequenceValues,
    /// `(loid oid, offset int8, data bytea)`: pieces of large objects.
    LargeObjects,
}

/// Where a table's rows are loaded.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LoadTarget {
    /// Into the table itself.
    #[default]
    Itself,
    /// Through the root of its partition tree: its bound depends on hash values that change between databases.
    PartitionRoot,
}

/// One stream of rows.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Table {
    /// Number of the stream, from 1; equal to the position in the list of tables plus one.
    pub stream: u32,
    /// What the rows are.
    pub content: StreamContent,
    /// Schema, unquoted; empty for streams that are not tables.
    pub schema: String,
    /// Name, unquoted: `sequence values` and `large objects` for streams that are not tables.
    pub name: String,
    /// Columns of the stream, in order.
    pub columns: Vec<Column>,
    /// How the rows are written.
    pub format: RowFormat,
    /// Why the rows are written as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format_reason: Option<String>,
    /// Where the rows are loaded.
    #[serde(default)]
    pub load: LoadTarget,
    /// Schema and name of the partition root when `load` says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<(String, String)>,
    /// Rows are restored after post-data: a column names objects (regclass and the like) that come late.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub load_last: bool,
    /// Only these rows of an extension's configuration table: the text after its name, `WHERE …`. Empty for a foreign
    /// table: all rows, by SELECT.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// Heap and TOAST bytes at the source when the dump began; an estimate for progress and order.
    pub estimated_bytes: u64,
}

impl Table {
    /// Whether it is a foreign table: its rows are elsewhere.
    pub fn is_foreign(&self) -> bool {
        self.condition.as_deref() == Some("")
    }
}

/// One column of a stream.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Column {
    /// Name, unquoted.
    pub name: Arc<str>,
    /// Type as `format_type` prints it, with modifiers.
    pub type_name: Arc<str>,
    /// The type's OID at the source, a key of the manifest's types.
    pub type_oid: u32,
    /// Collation when it is not the type's default, qualified and quoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collation: Option<Arc<str>>,
}
