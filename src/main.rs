//! The `dumpr` program: words typed in, exit code out. Everything else is in the library.

fn main() {}
