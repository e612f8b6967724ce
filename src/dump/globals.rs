//! Reads what belongs to the whole cluster (`--globals`).

use super::DumpOptions;
use crate::{
    Error,
    catalog::{self, CatalogError},
    object::Object,
    server::Session,
};

/// SQLSTATE of a missing privilege.
const INSUFFICIENT_PRIVILEGE: &str = "42501";

/// The wanted objects of the cluster. Options that name schemas or tables do not speak of these.
pub(super) fn read(session: &mut Session, options: &DumpOptions) -> Result<Vec<Object>, Error> {
    match catalog::read_globals(session, options.role_passwords) {
        Ok(objects) => Ok(options.selection.select_globals(objects)),
        Err(CatalogError::Query { source, .. })
            if options.role_passwords && source.sqlstate() == Some(INSUFFICIENT_PRIVILEGE) =>
        {
            Err(Error::Refused {
                what: "this role may not read the passwords of roles (pg_authid)".to_owned(),
                hint: "dump as a superuser or a member of pg_read_all_data, or without them: --no-role-passwords"
                    .to_owned(),
            })
        }
        Err(error) => Err(error.into()),
    }
}
