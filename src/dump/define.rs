//! The snapshot, the locks and the definitions, all of one moment.

use super::{
    DumpOptions,
    open::{self, Opened},
};
use crate::{
    Error,
    catalog::{self, Catalog, Wanted},
    manifest::Source,
    observer::Observer,
    server::{Interrupt, Settings},
};

/// How often the schema is read before the dump gives up.
const ATTEMPTS: usize = 3;

/// Sessions that read the schema besides the first: more would hold more results in memory at once.
const MOST_HELPERS: usize = 3;

/// A snapshot with everything that was read under it.
pub(super) struct Defined {
    pub(super) opened: Opened,
    pub(super) source: Source,
    pub(super) catalog: Catalog,
}

/// Opens the snapshot and reads the schema. Starts over when a function, a type, a view was changed meanwhile: parts of
/// their definitions are read from the newest catalog and would be of another moment than the rest.
pub(super) fn define(
    settings: &Settings,
    options: &DumpOptions,
    interrupt: &Interrupt,
    observer: &dyn Observer,
) -> Result<Defined, Error> {
    let mut attempt = 1;
    loop {
        observer.phase("locking tables");
        let mut opened = open::open(settings, options, interrupt, observer)?;
        observer.phase("reading the schema");
        let read = read(&mut opened, options);
        // What was dropped meanwhile may fail the reading itself.
        if let Err(error) = &read
            && !matches!(error, Error::Catalog(_))
        {
            return read.map(|(source, catalog)| Defined { opened, source, catalog });
        }
        let what = match (changed(&mut opened), &read) {
            (Ok(Some(what)), _) => what,
            (Err(error), Ok(_)) => return Err(error),
            _ => return read.map(|(source, catalog)| Defined { opened, source, catalog }),
        };
        if let Some(name) = &options.snapshot {
            return Err(Error::Refused {
                what: format!("{what} was changed after the snapshot {name} was taken"),
                hint: "the server prints definitions as they are now: export a new snapshot and use that".to_owned(),
            });
        }
        if attempt == ATTEMPTS {
            return Err(Error::Refused {
                what: format!("{what} was changed while the schema was being read, {ATTEMPTS} times in a row"),
                hint: "run the dump when no schema changes are in progress".to_owned(),
            });
        }
        observer.warning(&format!("{what} was changed while the schema was being read; starting over"));
        attempt += 1;
    }
}

fn read(opened: &mut Opened, options: &DumpOptions) -> Result<(Source, Catalog), Error> {
    let mut source = catalog::read_source(opened.snapshot.session())?;
    opened.snapshot.name().clone_into(&mut source.snapshot);
    opened.snapshot.lsn().clone_into(&mut source.lsn);
    let mut wanted = Wanted {
        relations: opened.relations.definitions.union(&opened.relations.rows).copied().collect(),
        rows: opened.relations.rows.iter().copied().collect(),
    };
    wanted.relations.sort_unstable();
    wanted.rows.sort_unstable();
    // The first reader stays out of it: what fails here ends a transaction, and its own is needed to find out why.
    let helpers = opened.readers.iter_mut().skip(1).take(MOST_HELPERS).map(|reader| &mut reader.session).collect();
    let mut catalog = catalog::read(opened.snapshot.session(), helpers, &wanted, options.reading)?;
    if options.selection.statistics {
        catalog::read_statistics(opened.snapshot.session(), wanted.relations, &mut catalog)?;
    }
    Ok((source, catalog))
}

/// What was changed since the snapshot was taken.
fn changed(opened: &mut Opened) -> Result<Option<String>, Error> {
    let Opened { snapshot, readers, newest, .. } = opened;
    // A reader has the same snapshot, and no transaction that a failed reading would have broken.
    let session = readers.first_mut().map_or_else(|| snapshot.session(), |reader| &mut reader.session);
    Ok(catalog::changed_since(session, newest)?)
}
