//! Integration tests: the `dumpr` program against real servers of every supported version.
//!
//! One binary, so that one server per version serves all tests. Without servers the tests fail and say why.

/// The error type of tests.
mod outcome;
/// The servers themselves, and the comparison that the other tests lean on.
mod servers;
