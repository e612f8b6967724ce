//! Logical replication: publications, what they publish, subscriptions.

use super::reading::KindReader;

mod publication;
mod publication_schema;
mod publication_table;
mod subscription;

/// The family's register.
pub(super) const READERS: &[KindReader] =
    &[publication::READER, publication_table::READER, publication_schema::READER, subscription::READER];
