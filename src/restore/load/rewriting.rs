//! What has to be done with rows before a server of another version takes them.

mod intervals;
mod oids;

use crate::{
    Error,
    manifest::{Manifest, Table},
    rows::describe,
    server::Session,
};
use intervals::{holds_infinity, may_be_misread};
use oids::Oids;

/// What one target wants done with the rows of one table.
pub(in crate::restore) struct Rewriting {
    /// It wants its own OIDs in values.
    oids: Option<Oids>,
    /// It would misread infinite intervals.
    refuses_infinity: bool,
}

impl Rewriting {
    /// Asks the target for its types when that is necessary.
    pub(in crate::restore) fn of(session: &mut Session, table: &Table, manifest: &Manifest) -> Result<Self, Error> {
        Ok(Rewriting {
            oids: Oids::of(session, table, &manifest.types)?,
            refuses_infinity: may_be_misread(table, &manifest.types, &manifest.source, session.version()),
        })
    }

    /// Puts whole rows of the table into the target's form.
    ///
    /// # Errors
    /// The target has no form for them.
    pub(in crate::restore) fn apply(&self, rows: &mut [u8], table: &Table) -> Result<(), Error> {
        if let Some(oids) = &self.oids {
            oids.replace(rows)?;
        }
        if self.refuses_infinity && holds_infinity(rows) {
            return Err(Error::Refused {
                what: format!("{} holds an infinite interval, which servers before 17 misread", describe(table)),
                hint: "make it finite at the source, leave the table out, or dump with --copy-format text to have the \
                       target say which row it is"
                    .to_owned(),
            });
        }
        Ok(())
    }
}
