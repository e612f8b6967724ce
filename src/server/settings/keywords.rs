//! Every connection setting that libpq 18 knows (`PQconndefaults`), and what becomes of it here.

/// What becomes of a setting.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Treatment {
    /// It is honoured.
    Used,
    /// It changes nothing that a backup would notice.
    Ignored,
    /// Ignoring it would be wrong: any other value than these is refused for the reason given.
    Refused {
        /// Values that ask for what happens anyway.
        harmless: &'static [&'static str],
        /// Why others are refused.
        reason: &'static str,
    },
}

/// One setting.
#[derive(Debug)]
pub(super) struct Keyword {
    pub(super) name: &'static str,
    /// The environment variable that gives its default.
    pub(super) variable: Option<&'static str>,
    pub(super) treatment: Treatment,
}

const fn used(name: &'static str, variable: Option<&'static str>) -> Keyword {
    Keyword { name, variable, treatment: Treatment::Used }
}

const fn ignored(name: &'static str, variable: Option<&'static str>) -> Keyword {
    Keyword { name, variable, treatment: Treatment::Ignored }
}

const fn refused(
    name: &'static str,
    variable: Option<&'static str>,
    harmless: &'static [&'static str],
    reason: &'static str,
) -> Keyword {
    Keyword { name, variable, treatment: Treatment::Refused { harmless, reason } }
}

const OAUTH: &str = "OAuth is not implemented";
const REVOCATION: &str = "revocation lists are not checked";

/// The settings, in libpq's order.
pub(super) const KEYWORDS: &[Keyword] = &[
    used("service", Some("PGSERVICE")),
    used("servicefile", None),
    used("user", Some("PGUSER")),
    used("password", Some("PGPASSWORD")),
    used("passfile", Some("PGPASSFILE")),
    used("channel_binding", Some("PGCHANNELBINDING")),
    used("connect_timeout", Some("PGCONNECT_TIMEOUT")),
    used("dbname", Some("PGDATABASE")),
    used("host", Some("PGHOST")),
    used("hostaddr", Some("PGHOSTADDR")),
    used("port", Some("PGPORT")),
    // The encoding follows from the database's.
    ignored("client_encoding", Some("PGCLIENTENCODING")),
    used("options", Some("PGOPTIONS")),
    used("application_name", Some("PGAPPNAME")),
    used("fallback_application_name", None),
    used("keepalives", None),
    used("keepalives_idle", None),
    used("keepalives_interval", None),
    used("keepalives_count", None),
    used("tcp_user_timeout", None),
    used("sslmode", Some("PGSSLMODE")),
    used("sslnegotiation", Some("PGSSLNEGOTIATION")),
    ignored("sslcompression", Some("PGSSLCOMPRESSION")),
    used("sslcert", Some("PGSSLCERT")),
    used("sslkey", Some("PGSSLKEY")),
    refused("sslcertmode", Some("PGSSLCERTMODE"), &["allow"], "a client certificate is sent when there is one"),
    refused("sslpassword", None, &[], "encrypted private keys cannot be read"),
    used("sslrootcert", Some("PGSSLROOTCERT")),
    refused("sslcrl", Some("PGSSLCRL"), &[], REVOCATION),
    refused("sslcrldir", Some("PGSSLCRLDIR"), &[], REVOCATION),
    used("sslsni", Some("PGSSLSNI")),
    refused("requirepeer", Some("PGREQUIREPEER"), &[], "the owner of a Unix socket is not checked"),
    used("require_auth", Some("PGREQUIREAUTH")),
    refused("min_protocol_version", Some("PGMINPROTOCOLVERSION"), &["3.0"], "protocol version 3.0 is spoken"),
    ignored("max_protocol_version", Some("PGMAXPROTOCOLVERSION")),
    used("ssl_min_protocol_version", Some("PGSSLMINPROTOCOLVERSION")),
    used("ssl_max_protocol_version", Some("PGSSLMAXPROTOCOLVERSION")),
    refused("gssencmode", Some("PGGSSENCMODE"), &["disable", "prefer"], "GSSAPI is not implemented"),
    ignored("krbsrvname", Some("PGKRBSRVNAME")),
    ignored("gsslib", Some("PGGSSLIB")),
    ignored("gssdelegation", Some("PGGSSDELEGATION")),
    refused("replication", None, &["0", "false", "off", "no"], "a replication connection cannot read tables"),
    used("target_session_attrs", Some("PGTARGETSESSIONATTRS")),
    used("load_balance_hosts", Some("PGLOADBALANCEHOSTS")),
    refused("scram_client_key", None, &[], "SCRAM keys in place of a password are not implemented"),
    refused("scram_server_key", None, &[], "SCRAM keys in place of a password are not implemented"),
    refused("oauth_issuer", None, &[], OAUTH),
    refused("oauth_client_id", None, &[], OAUTH),
    refused("oauth_client_secret", None, &[], OAUTH),
    refused("oauth_scope", None, &[], OAUTH),
    refused("sslkeylogfile", None, &[], "session keys are not written to files"),
];

/// The setting of that name.
pub(super) fn find(name: &str) -> Option<&'static Keyword> {
    KEYWORDS.iter().find(|keyword| keyword.name == name)
}
