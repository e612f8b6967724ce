//! The rules of precedence and what becomes of each setting, without a server.
#![expect(clippy::expect_used, reason = "tests")]

use super::*;

/// Settings from a string within an environment of `(variable, value)`.
fn build(conninfo: &str, variables: &[(&str, &str)]) -> Result<Settings, ServerError> {
    builder(variables).database(conninfo).build()
}

fn builder(variables: &[(&str, &str)]) -> SettingsBuilder {
    let variables = variables.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    SettingsBuilder::new(Environment::new(variables, Some("os".to_owned())))
}

fn shown(conninfo: &str, variables: &[(&str, &str)]) -> String {
    build(conninfo, variables).map_or_else(|error| error.to_string(), |settings| settings.display())
}

#[test]
fn strings_become_settings() {
    for (conninfo, expected) in [
        ("postgres://ann@db.example:5433/sales", "ann@db.example:5433/sales"),
        ("postgresql://db.example", "os@db.example:5432/os"),
        ("postgresql://[::1]:6/d", "os@[::1]:6/d"),
        ("host=a,b port=1,2 dbname=d user=u", "u@a:1,b:2/d"),
        ("host=a,b port=9 dbname=d user=u", "u@a:9,b:9/d"),
        ("host=a,b,c port=1,,3 user=u", "u@a:1,b:5432,c:3/u"),
        ("hostaddr=::1 port=7 user=u", "u@[::1]:7/u"),
        ("host=name hostaddr=10.0.0.1 user=u", "u@name:5432/u"),
        ("host=/run/pg port=5433 user=u", "u@/run/pg/.s.PGSQL.5433/u"),
        ("host=@abs user=u", "u@@abs/.s.PGSQL.5432/u"),
        ("host=h dbname=postgres://evil/x", "os@h:5432/postgres://evil/x"),
        ("host=h dbname='a=b host=evil'", "os@h:5432/a=b host=evil"),
        ("postgres://u@h/a?host=i", "u@i:5432/a"),
        ("host=h user=''", "os@h:5432/os"),
        ("host=h bogus=1", "unknown connection setting \"bogus\""),
        ("host=a,b hostaddr=10.0.0.1", "1 addresses do not fit 2 hosts"),
        ("host=a,b port=1,2,3", "3 ports do not fit 2 hosts"),
        ("host=a port=66666", "port must be a number from 1 to 65535, not \"66666\""),
        (
            "host=a sslmode=yes",
            "sslmode must be disable, allow, prefer, require, verify-ca or verify-full, not \"yes\"",
        ),
        ("host=a sslcrl=x", "connection setting sslcrl is not supported: revocation lists are not checked"),
        ("host=a gssencmode=require", "connection setting gssencmode is not supported: GSSAPI is not implemented"),
        ("host=a gssencmode=disable krbsrvname=x", "os@a:5432/os"),
        (
            "host=a sslnegotiation=direct",
            "sslnegotiation must be postgres unless sslmode is require, verify-ca or verify-full, not \"direct\"",
        ),
    ] {
        assert_eq!(shown(conninfo, &[]), expected, "{conninfo}");
    }
}

#[test]
fn an_unknown_key_is_named_without_its_control_characters() {
    assert_eq!(shown("host=h \x1b[2J=1", &[]), "unknown connection setting \"\\u{1b}[2J\"");
}

#[test]
fn the_connection_string_wins_over_options_over_service_over_environment() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("services");
    std::fs::write(&file, "[s]\nhost=service\nport=3\nuser=service\ndbname=service\n").expect("a service file");
    let file = file.to_str().expect("UTF-8");
    let variables = [
        ("PGSERVICEFILE", file),
        ("PGHOST", "environment"),
        ("PGPORT", "4"),
        ("PGUSER", "environment"),
        ("PGDATABASE", "environment"),
        ("PGAPPNAME", "environment"),
    ];
    let display = |builder: SettingsBuilder| builder.build().expect("valid settings").display();

    assert_eq!(display(builder(&variables)), "environment@environment:4/environment");
    assert_eq!(display(builder(&variables).database("service=s")), "service@service:3/service");
    assert_eq!(display(builder(&variables).database("service=s host=x").user("option")), "option@x:3/service");
    let all = builder(&variables).host("option").port("2").user("option").database("postgres://string/");
    assert_eq!(display(all), "option@string:2/environment");
    let bare = builder(&variables).host("option").database("sales");
    assert_eq!(display(bare), "environment@option:4/sales");
    let named = builder(&variables).database("service=s").build().expect("valid settings");
    assert_eq!(named.application_name, "environment");
    assert!(builder(&variables).database("service=t").build().is_err());
}

#[test]
fn defaults_are_stricter_than_the_systems() {
    let settings = build("host=h", &[]).expect("valid settings");
    assert_eq!(settings.application_name, "dumpr");
    assert_eq!(settings.tcp.idle, Duration::from_secs(30));
    assert_eq!(settings.tcp.user_timeout, Duration::from_secs(60));
    assert_eq!(settings.tls.mode, SslMode::Prefer);
    assert_eq!(settings.connect_timeout, None);
    let settings = build("host=h sslrootcert=system connect_timeout=7", &[]).expect("valid settings");
    assert_eq!(settings.tls.mode, SslMode::VerifyFull);
    assert_eq!(settings.connect_timeout, Some(Duration::from_secs(7)));
    assert!(build("host=h sslrootcert=system sslmode=require", &[]).is_err());
}

#[test]
fn passwords_come_from_the_string_or_the_file_and_are_never_shown() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("pass");
    std::fs::write(&path, "h:5432:sales:ann:canary-sales\nh:5432:*:ann:canary-other\n").expect("a password file");
    std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("ours");
    let path = path.to_str().expect("UTF-8");

    let settings = build("postgres://ann@h/sales", &[("PGPASSFILE", path)]).expect("valid settings");
    let password = |settings: &Settings| settings.password_for(&settings.hosts[0]).map(|word| word.reveal().to_owned());
    assert_eq!(password(&settings).as_deref(), Some("canary-sales"));
    assert_eq!(password(&settings.with_database("x")).as_deref(), Some("canary-other"));

    let settings = build("postgres://ann:canary@h/sales", &[("PGPASSWORD", "env")]).expect("valid settings");
    assert_eq!(password(&settings).as_deref(), Some("canary"));
    assert!(!settings.display().contains("canary"));
    assert!(!format!("{:?}", settings.password).contains("canary"));
}
