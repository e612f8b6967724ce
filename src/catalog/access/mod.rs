//! What is said about objects and who may use them: comments, security labels, privileges, default privileges.
//!
//! # Neighbours
//! These readers run after all others: they look up the objects found so far. The database's own comment, label and
//! privileges are part of its properties (`database`); so are those of large objects, as far as privileges go.

use super::reading::KindReader;

mod acl;
mod comment;
mod default_acl;
mod privileges;
mod security_label;
mod subject;

pub(super) use privileges::{Grants, Securable};
pub(super) use subject::remark;

/// The family's register.
pub(super) const READERS: &[KindReader] = &[comment::READER, acl::READER, default_acl::READER, security_label::READER];
