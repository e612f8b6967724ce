//! The database itself and what has no schema: schemas, extensions, event triggers, large objects.

use super::{query::Query, reading::KindReader};

mod create;
mod event_trigger;
mod extension;
mod large_object;
mod member;
mod properties;
mod schema;
mod setting;
mod source;

pub use create::create_database;
pub(super) use setting::set_clause;
pub use source::read_source;

/// Tells extensions' objects from the user's own; runs first.
pub(super) const MEMBERS: &[KindReader] = &[member::READER];

/// The family's register.
pub(super) const READERS: &[KindReader] =
    &[properties::READER, schema::READER, extension::READER, event_trigger::READER];

/// Large objects, which come behind every definition.
pub(super) const LARGE_OBJECTS: &[KindReader] = &[large_object::READER];

/// The query behind [`read_source`].
pub(super) const SOURCE: Query = source::QUERY;
