//! One entry of the table of contents: an object in its place.
//!
//! # Invariants
//! An archive may have millions: names that many entries share are shared in memory, and lists take one word.

mod document;

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thin_vec::ThinVec;

use crate::object::{DropStatements, Kind, Section};

/// One entry of the archive's table of contents, in restore order.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(from = "document::Fields")]
pub struct Entry {
    /// Its number in this archive, from 1, in restore order.
    pub id: u32,
    /// Its kind.
    pub kind: Kind,
    /// Its section.
    pub section: Section,
    /// Schema name, unquoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<Arc<str>>,
    /// Name as `list` shows it.
    pub name: String,
    /// Owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Arc<str>>,
    /// What stands after COMMENT ON and ALTER … OWNER TO.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The entry it is a part of: an index's table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub belongs_to: Option<u32>,
    /// Tablespace, when not the database's default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tablespace: Option<Arc<str>>,
    /// Table access method.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_method: Option<Arc<str>>,
    /// A partitioned table: its access method is set by ALTER TABLE once it is there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub partitioned: bool,
    /// Statements that create it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub create: String,
    /// What a server must know to run `create`, unless one of `older` is for it.
    #[serde(skip_serializing_if = "ThinVec::is_empty")]
    pub requires: ThinVec<Requirement>,
    /// `create` in the words of older servers, oldest first: the first one that is for the target replaces it.
    #[serde(skip_serializing_if = "ThinVec::is_empty")]
    pub older: ThinVec<OlderForm>,
    /// How to drop it: `drop` holds `DROP …;` and `drop_if_exists` the same with IF EXISTS.
    #[serde(flatten, serialize_with = "document::drop_statements")]
    pub drop: Option<DropStatements>,
    /// Entries that must be restored before it.
    #[serde(skip_serializing_if = "ThinVec::is_empty")]
    pub depends_on: ThinVec<u32>,
    /// The stream of its rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<u32>,
}

/// Something that only newer servers can hold.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Requirement {
    /// What, in words: `a virtual generated column`.
    pub feature: String,
    /// The first major version that knows it.
    pub server: u32,
}

/// A definition in the words of older servers.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct OlderForm {
    /// Major version: servers before it need these words.
    pub below: u32,
    /// Statements that create it; empty when there is nothing to say.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub create: String,
    /// What these words leave out because such a server cannot hold it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loses: Vec<String>,
}

impl Entry {
    /// What it is called in messages: `TABLE public.orders`. Never its statements, which may hold a secret.
    pub fn label(&self) -> String {
        match &self.schema {
            Some(schema) => format!("{} {schema}.{}", self.kind.label(), self.name),
            None => format!("{} {}", self.kind.label(), self.name),
        }
    }
}
