//! Connecting to the target, or creating it, and asking whether it can hold the archive.

use super::{
    checks,
    globals::Globals,
    other_version::{self, Fitted},
    session::open,
    worker::Worker,
};
use crate::{
    Error, catalog,
    manifest::{Contents, Entry},
    object::Kind,
    restore::{definitions::Statements, report::RestoreReport, run::Run},
    server::{Session, Settings},
    syntax,
};

/// A target that everything is checked of and nothing is changed in, but that it may have been created.
pub(in crate::restore) struct Arrival {
    /// The settings that connect to it.
    pub(in crate::restore) settings: Settings,
    /// A connection to it.
    pub(in crate::restore) main: Worker,
    /// The entries in its words.
    pub(in crate::restore) entries: Vec<Entry>,
}

/// Connects and checks before the first change. With `--create`, the database is created first (and dropped before, with
/// `--clean`); when it turns out that it cannot hold the archive, it is dropped again.
pub(in crate::restore) fn arrive(
    run: Run<'_>,
    contents: &Contents,
    globals: &Globals,
    entries: Vec<Entry>,
    report: &mut RestoreReport,
) -> Result<Arrival, Error> {
    let source = &contents.manifest.source;
    let mut session = open(run, run.settings)?;
    let version = session.version();
    let Fitted { entries, lost, mut unheld } = other_version::fit(entries, version);
    let creates = run.options.create && !run.options.dry_run;
    if creates && !unheld.is_empty() && !run.options.keep_going {
        return Err(other_version::refusal(run, source, &session, &unheld));
    }
    let settings = if creates {
        checks::names(run, &mut session, globals, &entries)?;
        globals.create(run, report)?;
        create(run, &mut session, contents, &entries)?
    } else {
        run.settings.clone()
    };
    settings.database().clone_into(&mut report.database);
    let mut main = if creates { Worker::open(run, &settings)? } else { Worker::new(run, session)? };
    checks::all(run, &mut main.session, contents, globals, &entries)?;
    if !run.options.create && !run.options.dry_run {
        globals.create(run, report)?;
    }
    // With --dry-run --create there is no database to try the definitions in, with --dry-run --globals there are no roles.
    let can_rehearse = !run.options.dry_run || !(run.options.create || globals.any());
    let rehearses = can_rehearse && !run.options.keep_going && !run.options.single_transaction;
    let foreign = other_version::check_bytes(&entries, main.session.encoding());
    let is_foreign = !foreign.is_empty();
    unheld.extend(foreign);
    if rehearses && !is_foreign && other_version::differs(source, &main.session) {
        unheld.append(&mut other_version::rehearse(run, &mut main.session, contents, &entries)?);
    }
    if !unheld.is_empty() && !run.options.keep_going {
        let refusal = other_version::refusal(run, source, &main.session, &unheld);
        if creates {
            drop(main);
            drop_again(run, settings.database());
        }
        return Err(refusal);
    }
    report.lost.extend(lost.into_iter().chain(unheld));
    Ok(Arrival { settings, main, entries })
}

/// Takes back the creation of a database that nothing was restored into.
fn drop_again(run: Run<'_>, database: &str) {
    let dropped = open(run, run.settings).and_then(|mut session| {
        let sql = format!("DROP DATABASE {}", syntax::identifier(database));
        session.execute(&sql).map_err(Error::server(format!("drop the database {database}")))
    });
    if dropped.is_err() {
        run.observer.warning(&format!("the empty database {database} is left behind"));
    }
}

/// Creates the database in the words of the target's version; the settings that connect to it.
fn create(run: Run<'_>, session: &mut Session, contents: &Contents, entries: &[Entry]) -> Result<Settings, Error> {
    let Some(database) = entries.iter().find(|entry| entry.kind == Kind::Database) else {
        return Err(Error::Refused {
            what: "the archive holds no definition of its database".to_owned(),
            hint: "create the database yourself and restore without --create".to_owned(),
        });
    };
    if run.options.clean
        && let Some(drop) = Statements::drop(database, run.options.if_exists)
    {
        session.execute(&drop).map_err(Error::server(format!("drop the database {}", database.name)))?;
    }
    let source = &contents.manifest.source;
    let create = catalog::create_database(&database.name, source, database.tablespace.as_deref(), session.version());
    // CREATE DATABASE refuses to share an implicit transaction with other statements.
    let creating = || format!("create the database {}", database.name);
    session.execute(&create).map_err(run.refused(creating()))?;
    if let (Some(owner), Some(address)) = (&database.owner, &database.address) {
        let sql = format!("ALTER {address} OWNER TO {}", syntax::identifier(owner));
        session.execute(&sql).map_err(run.refused(creating()))?;
    }
    let properties = entries.iter().filter(|entry| entry.kind == Kind::DatabaseProperties);
    for entry in properties {
        session.execute(&entry.create).map_err(run.refused(format!("set the properties of {}", database.name)))?;
    }
    Ok(run.settings.with_database(&database.name))
}
