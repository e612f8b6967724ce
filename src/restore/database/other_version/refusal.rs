//! What a target that cannot hold the archive is told.

use crate::{
    Error,
    manifest::Source,
    restore::run::Run,
    server::{ServerVersion, Session},
};

/// Objects that the error itself names; all of them are warned about before.
const NAMED: usize = 3;

/// Whether the target may refuse what the source has held: another major version, another encoding.
pub(in crate::restore) fn differs(source: &Source, target: &Session) -> bool {
    ServerVersion(source.server_version_num).major() != target.version().major() || source.encoding != target.encoding()
}

/// Warns of everything that the target cannot hold; the error that says so.
pub(in crate::restore) fn refusal(run: Run<'_>, source: &Source, target: &Session, unheld: &[String]) -> Error {
    for line in unheld {
        run.observer.warning(&format!("the target cannot hold {line}"));
    }
    let named: Vec<&str> = unheld.iter().take(NAMED).map(String::as_str).collect();
    let more = unheld.len().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!("; and {more} more") };
    Error::Refused {
        what: format!(
            "the target (PostgreSQL {}, {}) cannot hold everything that the archive has from PostgreSQL {} ({}): {}{more}",
            target.version().major(),
            target.encoding(),
            source.server_version,
            source.encoding,
            named.join("; ")
        ),
        hint: "restore into a server of the archive's version, or change these objects at the source; --keep-going \
               restores what the target can hold and lists the rest (exit code 3)"
            .to_owned(),
    }
}
