//! One entry of the table of contents: an object in its place.

use serde::{Deserialize, Serialize};
use thin_vec::ThinVec;

use crate::object::{Kind, Section};

/// One entry of the archive's table of contents, in restore order.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Entry {
    /// Its number in this archive, from 1, in restore order.
    pub id: u32,
    /// Its kind.
    pub kind: Kind,
    /// Its section.
    pub section: Section,
    /// Schema name, unquoted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Name as `list` shows it.
    pub name: String,
    /// Owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// What stands after COMMENT ON and ALTER … OWNER TO.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The entry it is a part of: an index's table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub belongs_to: Option<u32>,
    /// Tablespace, when not the database's default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tablespace: Option<String>,
    /// Table access method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_method: Option<String>,
    /// A partitioned table: its access method is set by ALTER TABLE once it is there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partitioned: bool,
    /// Statements that create it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub create: String,
    /// What a server must know to run `create`, unless one of `older` is for it.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub requires: ThinVec<Requirement>,
    /// `create` in the words of older servers, oldest first: the first one that is for the target replaces it.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub older: ThinVec<OlderForm>,
    /// `DROP …;`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drop: Option<String>,
    /// `DROP … IF EXISTS …;`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drop_if_exists: Option<String>,
    /// Entries that must be restored before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<u32>,
    /// The stream of its rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
