//! Texts of settings into types.

use std::{net::IpAddr, time::Duration};

use super::SettingsError;

/// `sslmode`.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::server) enum SslMode {
    /// Never TLS.
    Disable,
    /// TLS only when the server insists.
    Allow,
    /// TLS when the server has it.
    Prefer,
    /// TLS, whoever the server is.
    Require,
    /// TLS with a certificate by a trusted authority.
    VerifyCa,
    /// The same, and the certificate names the host.
    VerifyFull,
}

/// `sslnegotiation`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::server) enum Negotiation {
    /// Ask first, as every server understands.
    Postgres,
    /// Begin with the handshake: servers 17 and newer.
    Direct,
}

/// `channel_binding`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::server) enum ChannelBinding {
    Disable,
    Prefer,
    Require,
}

/// `target_session_attrs`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::server) enum SessionKind {
    Any,
    ReadWrite,
    ReadOnly,
    Primary,
    Standby,
    PreferStandby,
}

/// A TLS version that can be spoken.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::server) enum TlsVersion {
    V1_2,
    V1_3,
}

/// `require_auth`: the ways in which the server may ask for credentials.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::server) struct AuthMethods(u16);

/// Names of `require_auth` and the codes of the server's requests (manual chapter 53.7, Authentication…). SCRAM and `OAuth` share
/// a code; `OAuth` is refused for want of an implementation.
const AUTH_METHODS: &[(&str, u32)] =
    &[("none", 0), ("password", 3), ("md5", 5), ("gss", 7), ("sspi", 9), ("scram-sha-256", 10), ("oauth", 10)];

impl AuthMethods {
    /// Any method.
    pub(in crate::server) const ANY: AuthMethods = AuthMethods(u16::MAX);

    /// Whether the server may ask with this code.
    pub(in crate::server) fn permits(self, code: u32) -> bool {
        1u16.checked_shl(code).is_none_or(|bit| self.0 & bit != 0)
    }

    /// `scram-sha-256,none`, or `!password,!md5`.
    pub(super) fn parse(text: &str) -> Result<Self, SettingsError> {
        const EXPECTED: &str =
            "a list of password, md5, gss, sspi, scram-sha-256, none, either all or none of them with a leading \"!\"";
        let wrong = || SettingsError::Value { key: "require_auth", expected: EXPECTED, value: text.to_owned() };
        if text.is_empty() {
            return Ok(AuthMethods::ANY);
        }
        let negated = text.trim_start().starts_with('!');
        let mut named = 0u16;
        for word in text.split(',').map(str::trim) {
            let (name, word_negated) = match word.strip_prefix('!') {
                Some(name) => (name, true),
                None => (word, false),
            };
            let method = AUTH_METHODS.iter().find(|(method, _)| *method == name);
            match method {
                Some((_, code)) if word_negated == negated => named |= 1 << code,
                _ => return Err(wrong()),
            }
        }
        Ok(AuthMethods(if negated { !named } else { named }))
    }
}

fn wrong<T>(key: &'static str, expected: &'static str, value: &str) -> Result<T, SettingsError> {
    Err(SettingsError::Value { key, expected, value: value.to_owned() })
}

/// One of several words.
pub(super) fn word<T: Copy>(
    key: &'static str,
    expected: &'static str,
    words: &[(&str, T)],
    value: &str,
) -> Result<T, SettingsError> {
    match words.iter().find(|(word, _)| *word == value) {
        Some((_, meaning)) => Ok(*meaning),
        None => wrong(key, expected, value),
    }
}

pub(super) fn ssl_mode(value: &str) -> Result<SslMode, SettingsError> {
    use SslMode::{Allow, Disable, Prefer, Require, VerifyCa, VerifyFull};
    word(
        "sslmode",
        "disable, allow, prefer, require, verify-ca or verify-full",
        &[
            ("disable", Disable),
            ("allow", Allow),
            ("prefer", Prefer),
            ("require", Require),
            ("verify-ca", VerifyCa),
            ("verify-full", VerifyFull),
        ],
        value,
    )
}

pub(super) fn session_kind(value: &str) -> Result<SessionKind, SettingsError> {
    use SessionKind::{Any, PreferStandby, Primary, ReadOnly, ReadWrite, Standby};
    word(
        "target_session_attrs",
        "any, read-write, read-only, primary, standby or prefer-standby",
        &[
            ("any", Any),
            ("read-write", ReadWrite),
            ("read-only", ReadOnly),
            ("primary", Primary),
            ("standby", Standby),
            ("prefer-standby", PreferStandby),
        ],
        value,
    )
}

/// A TLS version as a lower (`at_least`) or upper limit; what lies beyond what can be spoken is cut to it, or refused
/// when nothing would be left.
pub(super) fn tls_version(key: &'static str, at_least: bool, value: &str) -> Result<TlsVersion, SettingsError> {
    match value.to_ascii_lowercase().as_str() {
        "tlsv1" | "tlsv1.1" if at_least => Ok(TlsVersion::V1_2),
        "tlsv1.2" => Ok(TlsVersion::V1_2),
        "tlsv1.3" => Ok(TlsVersion::V1_3),
        _ if at_least => wrong(key, "TLSv1, TLSv1.1, TLSv1.2 or TLSv1.3", value),
        _ => wrong(key, "TLSv1.2 or TLSv1.3 (older versions are not spoken)", value),
    }
}

/// An integer, spaces around it allowed.
pub(super) fn integer(key: &'static str, value: &str) -> Result<i32, SettingsError> {
    value.trim().parse().or_else(|_| wrong(key, "an integer", value))
}

/// A number of seconds; zero and below mean none.
pub(super) fn seconds(key: &'static str, value: &str) -> Result<Duration, SettingsError> {
    Ok(Duration::from_secs(u64::try_from(integer(key, value)?).unwrap_or(0)))
}

pub(super) fn flag(key: &'static str, value: &str) -> Result<bool, SettingsError> {
    Ok(integer(key, value)? != 0)
}

pub(super) fn port(value: &str) -> Result<u16, SettingsError> {
    match value.trim().parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => wrong("port", "a number from 1 to 65535", value),
    }
}

pub(super) fn address(value: &str) -> Result<IpAddr, SettingsError> {
    value.parse().or_else(|_| wrong("hostaddr", "an IP address", value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auth_methods_are_a_positive_or_a_negative_list() -> Result<(), SettingsError> {
        let only = AuthMethods::parse("scram-sha-256")?;
        assert!(only.permits(10) && !only.permits(3) && !only.permits(0));
        let but = AuthMethods::parse("!password, !md5")?;
        assert!(but.permits(10) && !but.permits(3) && !but.permits(5) && but.permits(0));
        assert!(AuthMethods::ANY.permits(999));
        assert!(AuthMethods::parse("md5,!password").is_err());
        assert!(AuthMethods::parse("scram").is_err());
        Ok(())
    }

    #[test]
    fn numbers_and_words() {
        assert_eq!(port(" 5433 ").ok(), Some(5433));
        for bad in ["0", "65536", "-1", "x", "", "5432x"] {
            assert!(port(bad).is_err(), "{bad}");
        }
        assert_eq!(seconds("connect_timeout", "-3").ok(), Some(Duration::ZERO));
        assert!(ssl_mode("on").is_err());
        assert_eq!(tls_version("ssl_min_protocol_version", true, "TLSv1").ok(), Some(TlsVersion::V1_2));
        assert!(tls_version("ssl_max_protocol_version", false, "TLSv1.1").is_err());
    }
}
