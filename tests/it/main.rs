//! The integration tests, in one binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

/// Archives byte by byte, made without the library's writer.
mod bytes;
/// Cuts, flips and splices small archives: all of it must be found, with the right class.
mod damage;
/// Reads archives with the independent decoder in `tests/decoder`.
mod decoder;
/// Holds `manifest.schema.json` against what the manifest room writes.
mod schema;
/// What the vectors are: each an archive, what is wrong with it and who must say so.
mod vector_list;
/// Walks `format-spec/vectors` and holds spec, registry and code together.
mod vectors;
