//! One entry: kept, reworded or left out.

use super::{
    Allowance,
    words::{function_without, privileges_without_grantors, settings_without},
};
use crate::{manifest::Entry, object::Kind};

/// What becomes of an entry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Verdict {
    Keep,
    /// With the reason.
    LeaveOut(&'static str),
    /// The statements without what is refused, and what that was.
    Reword {
        create: String,
        without: Vec<String>,
    },
}

/// What an entry belongs to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Subject {
    pub(super) is_extension: bool,
    pub(super) is_schema: bool,
}

const SUPERUSER: &str = "only a superuser may create it";

/// Judges an entry. Source of the rules: the permission checks of the server's commands, version 18.
pub(super) fn judge(entry: &Entry, subject: Subject, allowance: &Allowance) -> Verdict {
    match entry.kind {
        Kind::EventTrigger
        | Kind::Language
        | Kind::ShellType
        | Kind::Transform
        | Kind::AccessMethod
        | Kind::OperatorFamily
        | Kind::OperatorClass
        | Kind::TextSearchParser
        | Kind::TextSearchTemplate
        | Kind::ForeignDataWrapper => Verdict::LeaveOut(SUPERUSER),
        Kind::Type if is_base_type(entry) => Verdict::LeaveOut(SUPERUSER),
        Kind::Cast if entry.create.contains(" WITHOUT FUNCTION") => Verdict::LeaveOut(SUPERUSER),
        Kind::Aggregate if entry.create.contains("STYPE = internal") => Verdict::LeaveOut(SUPERUSER),
        Kind::Function | Kind::Procedure => function(entry, allowance),
        Kind::SecurityLabel => Verdict::LeaveOut("the service would have to load the label's provider"),
        Kind::Comment if subject.is_extension => Verdict::LeaveOut("extensions belong to the service"),
        Kind::Comment | Kind::Acl if subject.is_schema && !allowance.public_schema && entry.name == "SCHEMA public" => {
            Verdict::LeaveOut("the schema belongs to the service")
        }
        Kind::Publication if is_for_all(entry) => Verdict::LeaveOut("only a superuser may publish all tables"),
        Kind::PublicationSchema => Verdict::LeaveOut("only a superuser may publish all tables of a schema"),
        Kind::Subscription if !allowance.subscriptions => Verdict::LeaveOut("the role may not create subscriptions"),
        Kind::DatabaseProperties => reword(entry, settings_without(&entry.create, &allowance.settings)),
        Kind::Acl | Kind::DefaultAcl => reword(entry, privileges_without_grantors(&entry.create)),
        _ => Verdict::Keep,
    }
}

fn reword(entry: &Entry, (create, without): (String, Vec<String>)) -> Verdict {
    if create == entry.create { Verdict::Keep } else { Verdict::Reword { create, without } }
}

fn function(entry: &Entry, allowance: &Allowance) -> Verdict {
    match function_without(&entry.create, &allowance.settings) {
        (_, _, Some(language)) if !may_write_in(&language, allowance) => {
            Verdict::LeaveOut("only a superuser may write functions in its language")
        }
        (create, without, _) => reword(entry, (create, without)),
    }
}

/// A language that the target has yet to get from an extension is known by its name alone: a `u` says untrusted.
fn may_write_in(language: &str, allowance: &Allowance) -> bool {
    let known = allowance.trusted_languages.contains(language);
    known || !(allowance.untrusted_languages.contains(language) || language.ends_with('u'))
}

/// A type with functions of its own for input and output, or one that is not defined yet.
fn is_base_type(entry: &Entry) -> bool {
    entry.create.contains("\n    INPUT = ") || !entry.create.contains('(')
}

fn is_for_all(entry: &Entry) -> bool {
    let (head, _) = entry.create.rsplit_once(" WITH (").unwrap_or((&entry.create, ""));
    [" FOR ALL TABLES", " FOR ALL SEQUENCES", ", ALL SEQUENCES"].iter().any(|words| head.ends_with(words))
}
