//! An entry as its document has it: every field is there or missing.

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};
use thin_vec::ThinVec;

use super::{Entry, OlderForm, Requirement};
use crate::object::{DropStatements, Kind, Section};

/// The fields of an [`Entry`] as they are read. Not by `flatten`, which would keep whatever else a document holds.
#[derive(Deserialize)]
pub(super) struct Fields {
    id: u32,
    kind: Kind,
    section: Section,
    schema: Option<Arc<str>>,
    name: String,
    owner: Option<Arc<str>>,
    address: Option<String>,
    belongs_to: Option<u32>,
    tablespace: Option<Arc<str>>,
    access_method: Option<Arc<str>>,
    #[serde(default)]
    partitioned: bool,
    #[serde(default)]
    create: String,
    #[serde(default)]
    requires: ThinVec<Requirement>,
    #[serde(default)]
    older: ThinVec<OlderForm>,
    drop: Option<String>,
    drop_if_exists: Option<String>,
    #[serde(default)]
    depends_on: ThinVec<u32>,
    stream: Option<u32>,
}

impl From<Fields> for Entry {
    fn from(fields: Fields) -> Self {
        let drop = match (fields.drop, fields.drop_if_exists) {
            (None, None) => None,
            (plain, if_exists) => Some(DropStatements::new(plain.unwrap_or_default(), if_exists.unwrap_or_default())),
        };
        Entry {
            id: fields.id,
            kind: fields.kind,
            section: fields.section,
            schema: fields.schema,
            name: fields.name,
            owner: fields.owner,
            address: fields.address,
            belongs_to: fields.belongs_to,
            tablespace: fields.tablespace,
            access_method: fields.access_method,
            partitioned: fields.partitioned,
            create: fields.create,
            requires: fields.requires,
            older: fields.older,
            drop,
            depends_on: fields.depends_on,
            stream: fields.stream,
        }
    }
}

/// Writes the two statements as two fields, without those that are empty.
#[expect(clippy::ref_option, reason = "serde passes the field as it is")]
pub(super) fn drop_statements<S: Serializer>(drop: &Option<DropStatements>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Statements<'a> {
        #[serde(skip_serializing_if = "str::is_empty")]
        drop: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        drop_if_exists: &'a str,
    }
    let (plain, if_exists) = drop.as_ref().map(|drop| (drop.plain(), drop.if_exists())).unwrap_or_default();
    Statements { drop: &plain, drop_if_exists: &if_exists }.serialize(serializer)
}
