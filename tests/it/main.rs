//! The integration tests, in one binary.

/// Archives byte by byte, made without the library's writer.
mod bytes;
/// Cuts, flips and splices small archives: all of it must be found, with the right class.
mod damage;
/// What the vectors are: each an archive, what is wrong with it and who must say so.
mod vector_list;
/// Walks `format-spec/vectors` and holds spec, registry and code together.
mod vectors;
