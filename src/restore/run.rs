//! What every part of a restore needs.

use crate::{
    Error,
    observer::Observer,
    restore::options::RestoreOptions,
    server::{Interrupt, ServerError, Settings},
};

/// What every part of a restore needs.
#[derive(Clone, Copy)]
pub(crate) struct Run<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) options: &'a RestoreOptions,
    pub(crate) interrupt: &'a Interrupt,
    pub(crate) observer: &'a dyn Observer,
}

impl Run<'_> {
    /// Wraps what the server said while something was created; a missing privilege names the role and ways out.
    pub(crate) fn refused(&self, doing: impl Into<String>) -> impl FnOnce(ServerError) -> Error {
        let (doing, role) = (doing.into(), self.settings.acting_role().to_owned());
        move |source| match source.sqlstate() {
            Some(INSUFFICIENT_PRIVILEGE) => Error::Denied { what: format!("the role {role} may not {doing}"), source },
            _ => Error::server(doing)(source),
        }
    }
}

/// SQLSTATE of a missing privilege.
const INSUFFICIENT_PRIVILEGE: &str = "42501";
