//! What a test returns: failures print the whole chain of causes, readable.

use std::fmt;

/// Result of a test.
pub(crate) type TestResult<T = ()> = Result<T, Failure>;

/// Why a test could not go on.
pub(crate) struct Failure(String);

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Failure {
        let mut text = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            text.push_str(&format!("\n  caused by: {inner}"));
            cause = inner.source();
        }
        Failure(text)
    }
}
