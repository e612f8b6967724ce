//! `--managed`: asks the target what the restoring role may do, and takes out what it may not.

use std::collections::HashSet;

use super::session;
use crate::{
    Error,
    manifest::Entry,
    plan::{self, Allowance},
    restore::{report::RestoreReport, run::Run},
    server::Session,
};

/// Settings that everybody may set. Others are for superusers, or not even shown to those who are none.
const FREE_SETTINGS: &str = "SELECT pg_catalog.lower(name) FROM pg_catalog.pg_settings WHERE context = 'user'";

/// Settings that the role was given the privilege to set (15 and newer).
const GRANTED_SETTINGS: &str = "SELECT pg_catalog.lower(name) FROM pg_catalog.pg_settings \
     WHERE context = 'superuser' AND pg_catalog.has_parameter_privilege(name, 'SET') \
       AND NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)";

const UNTRUSTED_LANGUAGES: &str = "SELECT lanname::pg_catalog.text FROM pg_catalog.pg_language WHERE NOT lanpltrusted";
const TRUSTED_LANGUAGES: &str =
    "SELECT lanname::pg_catalog.text FROM pg_catalog.pg_language WHERE lanpltrusted OR lanname = 'sql'";

/// One row when the role may create subscriptions, from 16 on; before, only superusers may.
const MAY_SUBSCRIBE: &str = "SELECT rolname::pg_catalog.text FROM pg_catalog.pg_roles \
     WHERE rolname = 'pg_create_subscription' AND pg_catalog.pg_has_role(oid, 'USAGE')";

/// One row when the schema `public` is the role's own.
const OWNS_PUBLIC: &str = "SELECT nspname::pg_catalog.text FROM pg_catalog.pg_namespace \
     WHERE nspname = 'public' AND pg_catalog.pg_has_role(nspowner, 'USAGE')";

/// Takes out what the target would refuse; the report names it.
pub(in crate::restore) fn take_out(
    run: Run<'_>,
    entries: Vec<Entry>,
    report: &mut RestoreReport,
) -> Result<Vec<Entry>, Error> {
    if !run.options.managed {
        return Ok(entries);
    }
    let allowance = ask(run)?;
    let managed = plan::managed(entries, &allowance);
    report.left_out.extend(managed.left_out);
    report.lost.extend(managed.lost);
    Ok(managed.entries)
}

/// What the target lets the role do.
pub(in crate::restore) fn ask(run: Run<'_>) -> Result<Allowance, Error> {
    let mut session = session::open(run, run.settings)?;
    let mut settings = names(&mut session, FREE_SETTINGS)?;
    if session.version().major() >= 15 {
        settings.extend(names(&mut session, GRANTED_SETTINGS)?);
    }
    // A database that is yet to be created is the role's own, and so is its schema public from 15 on.
    let will_own_public = run.options.create && session.version().major() >= 15;
    Ok(Allowance {
        settings,
        untrusted_languages: names(&mut session, UNTRUSTED_LANGUAGES)?,
        trusted_languages: names(&mut session, TRUSTED_LANGUAGES)?,
        subscriptions: !names(&mut session, MAY_SUBSCRIBE)?.is_empty(),
        public_schema: will_own_public || !names(&mut session, OWNS_PUBLIC)?.is_empty(),
    })
}

fn names(session: &mut Session, query: &str) -> Result<HashSet<String>, Error> {
    let rows = session.query(query, &[]).map_err(Error::server("ask what the role may do"))?;
    Ok(rows.iter().filter_map(|row| row.try_get(0).ok()).collect())
}
