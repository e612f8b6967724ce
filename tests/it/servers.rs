//! Each version starts, is the version it should be, and two databases are told apart when they differ.

use dumpr_test_servers::{Database, Options, Server, VERSIONS, compare};

use crate::outcome::TestResult;

#[test]
fn every_version_starts_and_is_the_right_one() -> TestResult {
    for version in VERSIONS {
        let server = Server::shared(version)?;
        let database = server.create_database()?;
        let reported = database.run("SHOW server_version_num")?;
        assert_eq!(reported.parse::<u32>()? / 10_000, version, "server reports {reported}");
        assert_eq!(database.run("SHOW wal_level")?, "logical");
    }
    Ok(())
}

#[test]
fn version_18_has_pgvector() -> TestResult {
    let database = Server::shared(18)?.create_database()?;
    database.run("CREATE EXTENSION vector")?;
    assert_eq!(database.run("SELECT '[1,2]'::vector <-> '[1,3]'")?, "1");
    Ok(())
}

#[test]
fn every_version_has_icu_and_xml() -> TestResult {
    for version in VERSIONS {
        let database = Server::shared(version)?.create_database()?;
        database.run("CREATE COLLATION german (provider = icu, locale = 'de')")?;
        assert_eq!(database.run("SELECT xml '<a/>'")?, "<a/>", "on {version}");
    }
    Ok(())
}

#[test]
fn a_server_of_its_own_takes_settings_and_vanishes_with_its_value() -> TestResult {
    let server = Server::start(&Options::new(18).setting("max_connections", "17"))?;
    assert_eq!(server.create_database()?.run("SHOW max_connections")?, "17");
    let (folder, address) = (server.socket_folder().to_owned(), ("127.0.0.1", server.port()));
    drop(server);
    assert!(!folder.exists(), "{} is still there", folder.display());
    assert!(std::net::TcpStream::connect(address).is_err(), "the server still listens");
    Ok(())
}

/// One of everything the comparison looks at.
const SAMPLE: &str = "\
    CREATE SCHEMA s; CREATE TABLE s.t (a int PRIMARY KEY, \"B b\" text DEFAULT 'x'); COMMENT ON TABLE s.t IS 'old';
    INSERT INTO s.t SELECT i, repeat('y', i) FROM generate_series(1, 50) i; CREATE SEQUENCE s.q; SELECT nextval('s.q');
    CREATE MATERIALIZED VIEW s.m AS SELECT count(*) FROM s.t; SELECT lo_from_bytea(4711, 'lo'); GRANT SELECT ON s.t TO PUBLIC;
    CREATE TABLE s.bare (); INSERT INTO s.bare DEFAULT VALUES;";

fn pair<'server>(server: &'server Server, change: &str) -> TestResult<(Database<'server>, Database<'server>)> {
    let (source, target) = (server.create_database()?, server.create_database()?);
    source.run(SAMPLE)?;
    target.run(SAMPLE)?;
    target.run(change)?;
    Ok((source, target))
}

#[test]
fn equal_databases_compare_equal_on_every_version() -> TestResult {
    for version in VERSIONS {
        // Another physical order of rows: nothing a user could see.
        let (source, target) = pair(Server::shared(version)?, "UPDATE s.t SET a = a; VACUUM s.t")?;
        let report = compare(&source.url(), &target.url())?;
        assert!(report.is_equal(), "on {version}: {report}");
        assert!(report.compared > 8, "only {} things compared", report.compared);
    }
    Ok(())
}

#[test]
fn every_kind_of_difference_is_found() -> TestResult {
    let changes = [
        ("UPDATE s.t SET \"B b\" = 'z' WHERE a = 7", "rows of s.t"),
        ("DELETE FROM s.t WHERE a = 7", "rows of s.t"),
        ("INSERT INTO s.bare DEFAULT VALUES", "rows of s.bare"),
        ("SELECT nextval('s.q')", "value of sequence s.q"),
        ("ALTER SEQUENCE s.q MAXVALUE 5", "SEQUENCE s.q"),
        ("COMMENT ON TABLE s.t IS 'new'", "COMMENT s.TABLE t"),
        ("REVOKE SELECT ON s.t FROM PUBLIC", "ACL s.TABLE t"),
        ("REFRESH MATERIALIZED VIEW s.m WITH NO DATA", "rows of s.m"),
        ("SELECT lo_put(4711, 0, 'LO')", "large object 4711"),
        ("ALTER TABLE s.t ALTER \"B b\" DROP DEFAULT", "TABLE s.t"),
        ("CREATE INDEX extra ON s.t (\"B b\")", "INDEX s.extra"),
        ("ALTER TABLE s.t DROP CONSTRAINT t_pkey", "CONSTRAINT s.t t_pkey"),
        ("ALTER TABLE s.t OWNER TO pg_monitor", "TABLE s.t"),
    ];
    let server = Server::shared(18)?;
    for (change, expected) in changes {
        let (source, target) = pair(server, change)?;
        let report = compare(&source.url(), &target.url())?;
        assert!(report.differences.iter().any(|found| found.what == expected), "after {change}: {report}");
    }
    Ok(())
}
