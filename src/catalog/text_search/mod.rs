//! Full text search: parsers and templates (made of C functions), dictionaries and configurations.

use super::reading::KindReader;

mod configuration;
mod dictionary;
mod parser;
mod template;

/// The family's register.
pub(super) const READERS: &[KindReader] =
    &[parser::READER, template::READER, dictionary::READER, configuration::READER];
