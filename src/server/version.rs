//! The server's version number.

use std::fmt;

/// `server_version_num`: 180004 is 18.4.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct ServerVersion(pub u32);

impl ServerVersion {
    /// The oldest major version that is read or written.
    pub const OLDEST_MAJOR: u32 = 13;
    /// The newest major version that the tests run on.
    pub const NEWEST_TESTED_MAJOR: u32 = 18;

    /// The major version: 18.
    pub fn major(self) -> u32 {
        self.0 / 10_000
    }

    /// Newer than every version the tests run on: works as far as known, worth a warning.
    pub fn is_newer_than_tested(self) -> bool {
        self.major() > Self::NEWEST_TESTED_MAJOR
    }
}

impl fmt::Display for ServerVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Up to 9.6 the first two numbers were the major version: 90624 is 9.6.24.
        if self.0 < 100_000 {
            write!(f, "{}.{}.{}", self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
        } else {
            write!(f, "{}.{}", self.major(), self.0 % 10_000)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_print_as_their_time_wrote_them() {
        assert_eq!(ServerVersion(180_004).to_string(), "18.4");
        assert_eq!(ServerVersion(90_624).to_string(), "9.6.24");
    }

    #[test]
    fn a_newer_major_is_worth_a_warning() {
        assert!(ServerVersion(190_000).is_newer_than_tested());
        assert!(!ServerVersion(180_099).is_newer_than_tested());
    }
}
