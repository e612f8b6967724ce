//! What a database object is: kinds, sections, keys, and the unordered [`Object`] that the catalog
//! reads and the plan orders. Plain data: no SQL is run here and nothing is written.
//!
//! # Neighbours
//! `catalog` produces [`Object`]s, `plan` turns them into ordered [`crate::manifest::Entry`]s.

use std::sync::Arc;

use thin_vec::ThinVec;

mod definition;
mod drop;
mod feature;
mod key;
mod kind;
mod names;

pub use definition::{Definition, Element, List, Piece};
pub use drop::{Drop, DropStatements};
pub use feature::{Feature, Older};
pub use key::{Class, Edge, Key, KeyHash, KeyHasher, KeyMap, KeySet, Part};
pub use kind::{Kind, Pass, Section};
pub use names::Names;

/// An object that is written as a part of another object's statement unless a dependency loop
/// forces it out: a column default or a CHECK inside CREATE TABLE, a CHECK inside CREATE DOMAIN.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Inline {
    /// The object whose [`Definition`] has a [`Piece::Inline`] for this one.
    pub into: Key,
    /// The text that stands there, with its leading space.
    pub text: String,
    /// The section of the object's own `create` when a loop forces it out of `into`.
    pub separate_section: Section,
}

/// The two statements of a view that is created before what it selects from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Dummy {
    /// `CREATE VIEW v AS SELECT NULL::integer AS a …;`
    pub create: String,
    /// `CREATE OR REPLACE VIEW v AS …;`, the redefinition in post-data.
    pub replace: String,
}

/// What the plan may do with an object that is part of a dependency loop.
#[derive(Clone, Debug, Eq, PartialEq, Default)]
pub enum Repair {
    /// Nothing: another member of the loop has to give.
    #[default]
    None,
    /// A view: created first as `create` (a SELECT of NULLs of the right types), replaced by its real
    /// definition in post-data. The object's own `create` is then CREATE OR REPLACE.
    Dummy(Box<Dummy>),
    /// A function, a materialized view: moved to post-data as it is.
    Postpone,
}

/// One object of the database as the catalog room found it: not ordered, references by [`Key`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Object {
    /// Where it stands in the source's catalogs; unique.
    pub key: Key,
    /// Its kind, which decides label, order and restore pass.
    pub kind: Kind,
    /// Its section; [`Kind::section`] unless a row says otherwise (a NOT VALID check is post-data).
    pub section: Section,
    /// Schema name, unquoted.
    pub schema: Option<Arc<str>>,
    /// The name that `list` shows, unquoted as in `pg_restore --list`: `orders`, `add(integer, integer)`, `orders orders_pkey`.
    pub name: String,
    /// Text that orders objects of equal kind, schema and name. Never an OID.
    pub sort_key: Box<str>,
    /// Owner, when the kind has one.
    pub owner: Option<Arc<str>>,
    /// What stands after COMMENT ON and ALTER … OWNER TO: `TABLE public.orders`. `None`: neither exists for it.
    pub address: Option<String>,
    /// The object it is a part of (an index's table): selection and `-t` follow it.
    pub belongs_to: Option<Key>,
    /// Tablespace, when it is not the database's default.
    pub tablespace: Option<Arc<str>>,
    /// Table access method of a table or materialized view.
    pub access_method: Option<Arc<str>>,
    /// A partitioned table: a session's default access method does not reach it, so ALTER TABLE says its own.
    pub partitioned: bool,
    /// The statement or statements that create it; empty for entries that only carry rows.
    pub create: Definition,
    /// Features that `create` uses and that no older words stand for.
    pub requires: ThinVec<Feature>,
    /// `create` in the words of older servers, oldest first.
    pub older: ThinVec<Older>,
    /// How to drop it; `None` when dropping its table or owner does.
    pub drop: Option<Drop>,
    /// Set when it is normally written inside another object.
    pub inline: Option<Box<Inline>>,
    /// What the plan may do with it in a loop.
    pub repair: Repair,
    /// Objects that must exist before it, beyond `belongs_to` and what `pg_depend` says of its key.
    pub needs: ThinVec<Key>,
    /// The rows it stands for (TABLE DATA, LARGE OBJECTS, SEQUENCE SET), by the key of the stream.
    pub rows_of: Option<Key>,
}

impl Object {
    /// An object with nothing but key, kind and name; the kind's file fills in what it has.
    pub fn new(key: Key, kind: Kind, schema: Option<String>, name: impl Into<String>) -> Self {
        Object {
            key,
            kind,
            section: kind.section(),
            schema: schema.map(Arc::from),
            name: name.into(),
            sort_key: Box::default(),
            owner: None,
            address: None,
            belongs_to: None,
            tablespace: None,
            access_method: None,
            partitioned: false,
            create: Definition::default(),
            requires: ThinVec::new(),
            older: ThinVec::new(),
            drop: None,
            inline: None,
            repair: Repair::None,
            needs: ThinVec::new(),
            rows_of: None,
        }
    }
}
