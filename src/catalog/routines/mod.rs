//! What the server calls: functions, procedures, aggregates, languages, and the casts, transforms and conversions
//! made of functions. One kind per file.

use super::reading::KindReader;

mod aggregate;
mod cast;
mod conversion;
mod function;
mod language;
mod transform;

/// The family's register.
pub(super) const READERS: &[KindReader] =
    &[language::READER, transform::READER, cast::READER, function::READER, aggregate::READER, conversion::READER];

/// What `list` shows of a routine: `add(integer, integer)`, the name as it is stored.
fn signature(name: &str, argument_types: &[String]) -> String {
    format!("{name}({})", argument_types.join(", "))
}
