//! What a test returns: failures print the whole chain of causes, readable.

use std::fmt;

/// Result of a test.
pub(crate) type TestResult<T = ()> = Result<T, Failure>;

/// Why a test failed.
pub(crate) struct Failure(String);

impl Failure {
    /// A failure with this reason.
    pub(crate) fn new(reason: impl Into<String>) -> Failure {
        Failure(reason.into())
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Failure {
        let causes = std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source());
        Failure(causes.map(ToString::to_string).collect::<Vec<_>>().join("\n  caused by: "))
    }
}

/// Runs every case and fails with all that failed, not just the first.
pub(crate) fn all<T: fmt::Display>(
    cases: impl IntoIterator<Item = T>,
    mut test: impl FnMut(&T) -> TestResult,
) -> TestResult {
    let failed: Vec<String> = cases
        .into_iter()
        .filter_map(|case| test(&case).err().map(|failure| format!("--- {case}: {failure:?}")))
        .collect();
    if failed.is_empty() { Ok(()) } else { Err(Failure(failed.join("\n"))) }
}

/// Makes one test per server version of a function that takes the version.
macro_rules! on_every_version {
    ($test:ident) => {
        mod $test {
            use crate::outcome::TestResult;

            #[test]
            fn on_13() -> TestResult {
                super::$test(13)
            }
            #[test]
            fn on_14() -> TestResult {
                super::$test(14)
            }
            #[test]
            fn on_15() -> TestResult {
                super::$test(15)
            }
            #[test]
            fn on_16() -> TestResult {
                super::$test(16)
            }
            #[test]
            fn on_17() -> TestResult {
                super::$test(17)
            }
            #[test]
            fn on_18() -> TestResult {
                super::$test(18)
            }
        }
    };
}
pub(crate) use on_every_version;
