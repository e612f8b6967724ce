//! Restores by a role without special rights, as on hosted services.

use dumpr_test_servers::{Database, Options, Server, Tools, compare};

use crate::{
    dumpr::{dump, run, word},
    outcome::{Failure, TestResult, all, on_every_version},
};

on_every_version!(an_ordinary_role_restores_its_own_database);
on_every_version!(managed_leaves_out_what_needs_a_superuser);

/// What an ordinary role can make on every version.
const ORDINARY: &str = r#"
CREATE SCHEMA app;
CREATE EXTENSION hstore SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok');
CREATE TYPE app.pair AS (a int, b text);
CREATE TYPE app.span AS RANGE (subtype = float8);
CREATE DOMAIN app.positive AS int CHECK (value > 0);
CREATE COLLATION app.plain FROM pg_catalog."C";
CREATE FUNCTION app.double(i int) RETURNS int LANGUAGE sql IMMUTABLE SET work_mem = '1MB' AS 'SELECT i * 2';
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN RETURN NEW; END';
CREATE PROCEDURE app.nothing() LANGUAGE sql AS '';
CREATE AGGREGATE app.total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
CREATE OPERATOR app.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
CREATE CAST (app.pair AS text) WITH INOUT;
CREATE TEXT SEARCH CONFIGURATION app.words (COPY = pg_catalog.simple);
CREATE TEXT SEARCH DICTIONARY app.dictionary (TEMPLATE = pg_catalog.simple);
CREATE TABLE app.t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n app.positive UNIQUE, m app.mood, h app.hstore,
    p app.pair, CHECK (n < 1000));
CREATE TABLE app.part (id int, t int REFERENCES app.t, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE app.part_1 PARTITION OF app.part FOR VALUES FROM (0) TO (100);
CREATE TABLE parent (a int);
CREATE TABLE child (b int) INHERITS (parent);
CREATE SEQUENCE app.free START 5;
CREATE VIEW app.v AS SELECT id, app.double(n) AS d FROM app.t;
CREATE MATERIALIZED VIEW app.mv AS SELECT count(*) AS c FROM app.t;
CREATE INDEX ON app.t (app.double(n));
CREATE STATISTICS app.st ON id, n FROM app.t;
CREATE TRIGGER touch BEFORE UPDATE ON app.t FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE RULE quiet AS ON DELETE TO parent DO INSTEAD NOTHING;
ALTER TABLE app.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON app.t USING (true);
CREATE PUBLICATION pub FOR TABLE parent;
INSERT INTO app.t (n, m, h, p) SELECT i, 'ok', 'a=>1', ROW(i, 'x')::app.pair FROM generate_series(1, 50) i;
INSERT INTO app.part SELECT i, i FROM generate_series(1, 50) i;
INSERT INTO child VALUES (1, 2);
REFRESH MATERIALIZED VIEW app.mv;
SELECT lo_from_bytea(4711, 'bytes');
COMMENT ON TABLE app.t IS 'a table';
COMMENT ON LARGE OBJECT 4711 IS 'an object';
COMMENT ON COLUMN app.t.n IS 'a column';
"#;

/// What only a superuser can make.
const SUPERUSERS: &str = r"
CREATE EXTENSION pgcrypto;
COMMENT ON EXTENSION pgcrypto IS 'not the service''s words';
CREATE FUNCTION leaky(i int) RETURNS bool LANGUAGE sql IMMUTABLE LEAKPROOF AS 'SELECT $1 > 0';
CREATE FUNCTION logged() RETURNS int LANGUAGE sql SET log_statement = 'none' SET work_mem = '2MB' AS 'SELECT 1';
CREATE FUNCTION custom() RETURNS int LANGUAGE sql SET my.setting = 'x' AS 'SELECT 1';
CREATE FUNCTION internal_one(text) RETURNS int LANGUAGE internal STRICT AS 'textlen';
CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION on_ddl();
COMMENT ON EVENT TRIGGER watch IS 'watches';
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE SUBSCRIPTION sub CONNECTION 'dbname=nowhere' PUBLICATION p WITH (connect = false, slot_name = NONE);
CREATE FOREIGN DATA WRAPPER empty_wrapper;
CREATE OPERATOR FAMILY some_family USING btree;
CREATE TABLE kept (id int PRIMARY KEY, t text);
INSERT INTO kept SELECT i, 'x' FROM generate_series(1, 10) i;
CREATE VIEW needs_internal AS SELECT internal_one(t) FROM kept;
COMMENT ON SCHEMA public IS 'mine';
";

/// A role that may log in and create databases, and its URL of a database.
fn role(server: &Server, name: &str) -> TestResult {
    let database = server.create_database()?;
    database.run(&format!("CREATE ROLE {name} LOGIN CREATEDB"))?;
    Ok(())
}

fn url_of(database: &Database<'_>, role: &str) -> String {
    database.url().replace("postgres@", &format!("{role}@"))
}

fn psql(url: &str, sql: &str) -> TestResult<String> {
    let output =
        Tools::get()?.command("psql").args(["-XAtq", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql]).output()?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?.trim_end().to_owned());
    }
    Err(Failure::new(String::from_utf8_lossy(&output.stderr)))
}

fn an_ordinary_role_restores_its_own_database(version: u32) -> TestResult {
    let server = Server::shared(version)?;
    role(server, "ordinary")?;
    let source = server.create_database_as(&format!("ordinary_{version}"), "OWNER ordinary")?;
    if version < 15 {
        source.run("ALTER SCHEMA public OWNER TO ordinary")?;
    }
    psql(&url_of(&source, "ordinary"), ORDINARY)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("own.dump");
    dump(&source, &archive, &[])?;
    let target = server.create_database_as(&format!("ordinary_{version}_back"), "OWNER ordinary")?;
    if version < 15 {
        target.run("ALTER SCHEMA public OWNER TO ordinary")?;
    }
    let url = url_of(&target, "ordinary");
    run(&["restore", "-d", &url, "--no-owner", "--no-acl", word(&archive)])?.exits(0)?;
    let report = compare(&source.url(), &target.url())?;
    assert!(report.is_equal(), "{report}");
    run(&["verify", word(&archive), "--against", &target.url()])?.exits(0)?;

    // And makes the database itself.
    drop(target);
    drop(source);
    let maintenance = server.create_database()?;
    let made = ["restore", "-d", &url_of(&maintenance, "ordinary"), "-C", "-O", "-x", word(&archive)];
    run(&made)?.exits(0)?;
    maintenance.run(&format!("DROP DATABASE ordinary_{version}"))?;
    Ok(())
}

#[test]
fn what_a_role_may_not_read_is_never_passed_over() -> TestResult {
    for version in [17, 18] {
        let server = Server::shared(version)?;
        let source = server.create_database()?;
        source.run("CREATE SEQUENCE hidden; DROP ROLE IF EXISTS curious; CREATE ROLE curious LOGIN")?;
        let scratch = tempfile::tempdir()?;
        let archive = scratch.path().join("none.dump");
        let dumped = run(&["dump", "-d", &url_of(&source, "curious"), "-f", word(&archive)])?;
        assert!(dumped.code() != Some(0) && dumped.stderr.contains("sequence") && !archive.exists(), "{dumped}");
        source.run("DROP ROLE curious")?;
    }
    Ok(())
}

fn managed_leaves_out_what_needs_a_superuser(version: u32) -> TestResult {
    let server = Server::shared(version)?;
    role(server, "managed")?;
    let source = server.create_database_as(&format!("managed_{version}"), "OWNER managed")?;
    source.run(SUPERUSERS)?;
    source.run(&format!(
        "ALTER DATABASE managed_{version} SET log_statement = 'none'; ALTER DATABASE managed_{version} SET work_mem = '3MB'"
    ))?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&source, &archive, &[])?;

    let refused_at = server.create_database_as(&format!("managed_{version}_refused"), "OWNER managed")?;
    let plain = ["restore", "-d", &url_of(&refused_at, "managed"), "-O", "-x", word(&archive)];
    run(&plain)?.exits(7)?.says("the role managed may not create ")?.says("--managed")?;

    let target = server.create_database_as(&format!("managed_{version}_back"), "OWNER managed")?;
    let words = ["restore", "-d", &url_of(&target, "managed"), "--managed", "-O", "-x", word(&archive)];
    // The view needs a function that had to be left out: that is a loss, and named.
    let run_managed = run(&words)?.exits(3)?.says("not restored: VIEW public.needs_internal")?;
    let left_out = [
        "COMMENT EXTENSION pgcrypto",
        "of FUNCTION public.leaky(integer): LEAKPROOF",
        "of FUNCTION public.logged(): SET log_statement",
        "of FUNCTION public.custom(): SET my.setting",
        "FUNCTION public.internal_one(text)",
        "EVENT TRIGGER watch",
        "COMMENT EVENT TRIGGER watch",
        "PUBLICATION everything",
        "SUBSCRIPTION sub",
        "FOREIGN DATA WRAPPER empty_wrapper",
        "OPERATOR FAMILY public.some_family",
    ];
    all(left_out, |what| {
        let line = format!("left out: {what}");
        if run_managed.stderr.contains(&line) { Ok(()) } else { Err(Failure::new(run_managed.to_string())) }
    })?;
    assert_eq!(target.run("SELECT count(*) FROM kept")?, "10");
    assert_eq!(target.run("SELECT proconfig FROM pg_proc WHERE proname = 'logged'")?, "{work_mem=2MB}");
    assert_eq!(target.run("SELECT count(*) FROM pg_event_trigger")?, "0");

    // Without the view nothing is lost, and what was left out was asked for.
    source.run("DROP VIEW needs_internal")?;
    std::fs::remove_file(&archive)?;
    dump(&source, &archive, &[])?;
    // A database with a subscription is not dropped.
    source.run("DROP SUBSCRIPTION sub")?;
    drop(source);
    drop(target);
    let maintenance = server.create_database()?;
    let url = url_of(&maintenance, "managed");
    let created = run(&["restore", "-d", &url, "-C", "--managed", "-O", "-x", word(&archive)])?.exits(0)?;
    created.says("SET log_statement")?;
    let settings = format!(
        "SELECT setconfig FROM pg_db_role_setting s JOIN pg_database d ON d.oid = setdatabase WHERE datname = 'managed_{version}'"
    );
    assert_eq!(maintenance.run(&settings)?, "{work_mem=3MB}");
    maintenance.run(&format!("DROP DATABASE managed_{version}"))?;
    Ok(())
}

#[test]
fn a_role_that_creates_roles_restores_globals() -> TestResult {
    let (source, target) = (Server::start(&Options::new(18))?, Server::start(&Options::new(18))?);
    let database = source.create_database()?;
    database.run(
        "CREATE ROLE boss SUPERUSER LOGIN; CREATE ROLE worker LOGIN PASSWORD 'x' CONNECTION LIMIT 4; CREATE ROLE service; \
         GRANT boss TO worker; ALTER ROLE worker SET work_mem = '1MB'; ALTER ROLE worker SET log_statement = 'all'; \
         ALTER ROLE service SET work_mem = '9MB'; SET allow_in_place_tablespaces = on; \
         CREATE TABLESPACE space LOCATION ''; GRANT SET ON PARAMETER log_statement TO worker",
    )?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&database, &archive, &["--globals"])?;
    let there = target.create_database()?;
    there.run("CREATE ROLE admin LOGIN CREATEROLE; CREATE ROLE service LOGIN")?;
    let url = url_of(&there, "admin");
    let run = run(&["restore", "-d", &url, "--globals-only", "--managed", word(&archive)])?.exits(0)?;
    let run = run.says("ROLE ATTRIBUTES boss: what only a superuser may give")?;
    let run = run.says("ROLE ATTRIBUTES service: the role was there already")?.says("TABLESPACE space")?;
    run.says("ROLE SETTINGS worker: SET log_statement")?;
    let roles = "SELECT rolname, rolsuper, rolcanlogin, rolconnlimit, rolconfig FROM pg_roles \
                 WHERE rolname IN ('boss', 'worker', 'service') ORDER BY 1";
    assert_eq!(there.run(roles)?, "boss|f|t|-1|\nservice|f|t|-1|\nworker|f|t|4|{work_mem=1MB}");
    Ok(())
}
