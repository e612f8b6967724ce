//! The error of the flows: what was being done, and the room's error underneath.

use std::path::PathBuf;

use crate::{
    archive::ArchiveError, catalog::CatalogError, codec::CodecError, manifest::ContentsError, plan::PlanError,
    server::ServerError, store::StoreError,
};

/// Why a dump, a restore or a verification stopped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The server refused, or the connection was lost.
    #[error("cannot {doing}")]
    Server {
        /// What was being done: `read public.orders`.
        doing: String,
        /// The server room's error.
        source: ServerError,
    },
    /// The role lacks a privilege at the target.
    #[error("{what}")]
    Denied {
        /// Which role may not do what: `the role joe may not create EVENT TRIGGER no_drops`.
        what: String,
        /// What the server said.
        source: ServerError,
    },
    /// The schema could not be read.
    #[error("cannot read the schema")]
    Catalog(#[from] CatalogError),
    /// The selection is not usable.
    #[error("cannot select what was asked for")]
    Plan(#[from] PlanError),
    /// Rows or a block are not what they should be.
    #[error("cannot {doing}")]
    Codec {
        /// What was being done: `decode block 3 of public.orders`.
        doing: String,
        /// The codec room's error.
        source: CodecError,
    },
    /// The archive is damaged, unsupported, incomplete, or could not be read or written.
    #[error("cannot {doing}")]
    Archive {
        /// What was being done: `read /backups/shop.dump`.
        doing: String,
        /// The archive room's error.
        source: ArchiveError,
    },
    /// A file could not be written.
    #[error("cannot write the file")]
    Store(#[from] StoreError),
    /// The documents in the archive are not valid or contradict each other.
    #[error("the archive's contents are damaged")]
    Contents(#[from] ContentsError),
    /// A document could not be written as JSON.
    #[error("cannot write the {document} as JSON")]
    Json {
        /// Which one.
        document: &'static str,
        /// Why.
        source: serde_json::Error,
    },
    /// The archive contradicts the server, or what lies beside it: counts that differ.
    #[error("{what}")]
    Mismatch {
        /// What contradicts what, with both values.
        what: String,
    },
    /// The archive contradicts itself: other rows than it states, numbers that point nowhere. Its bytes are as they were
    /// written, and were written wrong.
    #[error("{what}")]
    Contradiction {
        /// What contradicts what, with both values.
        what: String,
    },
    /// The run was refused before anything changed.
    #[error("{what}")]
    Refused {
        /// What stands in the way.
        what: String,
        /// What to do about it.
        hint: String,
    },
    /// A file could not be opened or read.
    #[error("cannot open {}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
    /// A signal stopped the run.
    #[error("interrupted")]
    Interrupted,
}

impl Error {
    /// Wraps a server error with what was being done; an interruption keeps its own variant.
    pub(crate) fn server(doing: impl Into<String>) -> impl FnOnce(ServerError) -> Error {
        let doing = doing.into();
        move |source| if source.is_interrupted() { Error::Interrupted } else { Error::Server { doing, source } }
    }

    /// Wraps a codec error with what was being done.
    pub(crate) fn codec(doing: impl Into<String>) -> impl FnOnce(CodecError) -> Error {
        let doing = doing.into();
        move |source| Error::Codec { doing, source }
    }

    /// Wraps an archive error with what was being done.
    pub(crate) fn archive(doing: impl Into<String>) -> impl FnOnce(ArchiveError) -> Error {
        let doing = doing.into();
        move |source| Error::Archive { doing, source }
    }

    /// Wraps a JSON error with the document's name.
    pub(crate) fn document(document: &'static str) -> impl FnOnce(serde_json::Error) -> Error {
        move |source| Error::Json { document, source }
    }

    /// A thread ended without a result: it panicked.
    pub(crate) fn thread_died(which: &str) -> Error {
        Error::Mismatch { what: format!("the {which} thread died") }
    }

    /// The texts of the errors underneath, outermost first; a wrapper that only repeats its cause is left out.
    pub fn causes(&self) -> Vec<String> {
        let mut causes: Vec<String> = Vec::new();
        let mut last = self.to_string();
        for cause in std::iter::successors(std::error::Error::source(self), |cause| cause.source()) {
            let text = cause.to_string();
            if text != last {
                causes.push(text.clone());
                last = text;
            }
        }
        causes
    }

    /// The error and its causes in one line.
    pub fn in_one_line(&self) -> String {
        let mut text = self.to_string();
        for cause in self.causes() {
            text.push_str(": ");
            text.push_str(&cause);
        }
        text
    }

    /// What to do about it, when there is something to do.
    pub fn hint(&self) -> Option<String> {
        match self {
            Error::Server { source, .. } | Error::Catalog(CatalogError::Query { source, .. }) => source.hint(),
            Error::Denied { .. } => Some(
                "restore as a superuser or as a member of the owners' roles; or leave out owners and privileges \
                 (--no-owner --no-acl) and what hosted services refuse (--managed)"
                    .to_owned(),
            ),
            Error::Refused { hint, .. } => Some(hint.clone()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_go_inwards_and_are_not_repeated() {
        let refused = std::io::Error::new(std::io::ErrorKind::PermissionDenied, "permission denied");
        let error = Error::File { path: PathBuf::from("/x"), source: refused };
        assert_eq!(error.causes(), ["permission denied"]);
        assert_eq!(error.in_one_line(), format!("{error}: permission denied"));
        // Both the flow's error and the room's stand above the server's own text.
        let lost = ServerError::ConnectionLost { source: None };
        let error = Error::Catalog(CatalogError::Query { what: "depend.sql", source: lost });
        let causes = error.causes();
        assert_eq!(causes.len(), 2, "{causes:?}");
        assert!(causes[0].contains("depend.sql"), "{causes:?}");
        assert_eq!(Error::Interrupted.causes(), Vec::<String>::new());
    }
}
