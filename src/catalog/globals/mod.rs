//! What belongs to the whole cluster: roles, memberships, settings of roles, tablespaces, privileges on parameters.
//!
//! Read only when a dump asks for globals. What initdb makes (`pg_*`) is left out; so is the bootstrap superuser as a
//! grantor, in whose name any superuser grants.
//!
//! # Neighbours
//! Settings of a role in one database are among that database's properties (`database`).

use super::{Catalog, CatalogError, Reading, query::Query, reading::KindReader};
use crate::{object::Object, server::Session};

mod membership;
mod parameter_acl;
mod password;
mod remark;
mod role;
mod setting;
mod tablespace;

pub(crate) use membership::before_16;
pub(crate) use role::without_words;

/// The family's register, passwords apart.
const READERS: &[KindReader] =
    &[role::READER, setting::READER, membership::READER, tablespace::READER, parameter_acl::READER];

/// Reads the objects of the cluster, and the roles' passwords where they are wanted: these only superusers and
/// members of `pg_read_all_data` can see.
///
/// # Errors
/// A query fails (without the right to read passwords, theirs), or a row is not what its query promises.
pub fn read_globals(session: &mut Session, passwords: bool) -> Result<Vec<Object>, CatalogError> {
    let mut reading = Reading::new(session, Vec::new());
    for reader in READERS {
        (reader.read)(&mut reading)?;
    }
    if passwords {
        (password::READER.read)(&mut reading)?;
    }
    let Catalog { objects, .. } = reading.catalog;
    Ok(objects)
}

/// Every query of this family.
pub(super) fn queries() -> impl Iterator<Item = Query> {
    READERS.iter().chain([&password::READER]).flat_map(|reader| reader.queries).copied()
}
