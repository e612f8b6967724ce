//! Options that select: what dumpr leaves in and out is what `pg_dump` and `pg_restore` leave in and out.
//!
//! The oracle is the same option given to the programs of PostgreSQL 18, restored into a database beside dumpr's.

use std::path::Path;

use dumpr_test_servers::{Database, Server, Tools, compare};

use crate::{
    dumpr::{dump, restore, run, word},
    outcome::{Failure, TestResult, all},
};

/// Three schemas with tables that refer to each other, grants, owners, comments, sequences, large objects.
const SCHEMA: &str = "\
CREATE SCHEMA one; CREATE SCHEMA two; CREATE SCHEMA \"Three\";
CREATE TYPE one.mood AS ENUM ('a', 'b');
CREATE TABLE one.t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, m one.mood, x text DEFAULT 'd');
CREATE TABLE one.t_log (id serial, at date); CREATE TABLE two.t (id int PRIMARY KEY, one_id int REFERENCES one.t);
CREATE TABLE \"Three\".\"T\" (id int); CREATE VIEW two.v AS SELECT * FROM one.t;
CREATE MATERIALIZED VIEW two.m AS SELECT count(*) FROM one.t;
CREATE FUNCTION one.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE INDEX ON two.t (one_id);
CREATE FUNCTION one.g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON one.t FOR EACH ROW EXECUTE FUNCTION one.g();
INSERT INTO one.t (m) SELECT 'a' FROM generate_series(1, 20); INSERT INTO one.t_log (at) VALUES ('2020-01-01');
INSERT INTO two.t VALUES (1, 1), (2, NULL); INSERT INTO \"Three\".\"T\" VALUES (3);
REFRESH MATERIALIZED VIEW two.m; SELECT lo_from_bytea(77, 'lo');
GRANT SELECT ON one.t TO pg_monitor; GRANT USAGE ON SCHEMA two TO PUBLIC; ALTER TABLE two.t OWNER TO pg_monitor;
COMMENT ON TABLE one.t IS 'the first'; COMMENT ON FUNCTION one.f() IS 'one';";

/// After the schema: what `--data-only` restores into. No rows, no foreign key in the way of their order.
const WITHOUT_ROWS: &str = "\
ALTER TABLE two.t DROP CONSTRAINT t_one_id_fkey; TRUNCATE one.t, one.t_log, two.t, \"Three\".\"T\"; SELECT lo_unlink(77);
ALTER SEQUENCE one.t_id_seq RESTART; ALTER SEQUENCE one.t_log_id_seq RESTART;";

#[test]
fn options_of_dump() -> TestResult {
    let cases = [
        "-s",
        "-a",
        "-n one",
        "-n o*",
        "-n one -n two",
        "-N two",
        "-t one.t",
        "-t one.*",
        "-t *.t*",
        "-T one.t_log",
        "-n one -T one.t",
        "-t \"Three\".\"T\"",
        "--exclude-table-data one.t",
        "--exclude-table-data *.t*",
        "--section pre-data",
        "-s -n one",
        "-t two.v",
        "-t two.m",
        "-B",
        "-n one -b",
        "--no-comments",
    ];
    let source = source()?;
    all(cases, |case| {
        let words: Vec<&str> = case.split(' ').collect();
        // Parts of the schema are missing on purpose, so rows and constraints may have nothing to go to.
        let prepare = if case.starts_with("-a") { format!("{SCHEMA}{WITHOUT_ROWS}") } else { String::new() };
        against_pg_dump(&source, &words, &[], &prepare)
    })
}

#[test]
fn a_selection_that_matches_nothing_is_an_error() -> TestResult {
    let source = source()?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("nothing.dump");
    // Unquoted patterns are folded to lower case, as in psql.
    all(["-t no_such_table", "-n no_such_schema", "-t Three.T"], |case| {
        let words: Vec<&str> = case.split(' ').collect();
        let run = run(&[&["dump", "-d", &source.url(), "-f", word(&archive)], &words[..]].concat())?;
        let refused = run.code() != Some(0) && run.stderr.contains(words[1]) && !archive.exists();
        if refused { Ok(()) } else { Err(Failure::new(format!("expected an error that names {}: {run}", words[1]))) }
    })
}

#[test]
fn options_of_restore() -> TestResult {
    let source = source()?;
    all(["--no-owner", "--no-acl", "-O -x", "-s", "-n one", "--single-transaction", "-j 2", "--no-comments"], |case| {
        against_pg_dump(&source, &[], &case.split(' ').collect::<Vec<_>>(), "")
    })
}

#[test]
fn clean_replaces_what_is_there() -> TestResult {
    let source = source()?;
    let change = "DELETE FROM two.t; ALTER TABLE one.t DROP x CASCADE; DROP FUNCTION one.f();";
    against_pg_dump(&source, &[], &["--clean", "--if-exists"], &format!("{SCHEMA}{change}"))
}

#[test]
fn create_makes_the_database() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database_as("made with \"create\"", "")?;
    source.run(SCHEMA)?;
    source.run("COMMENT ON DATABASE \"made with \"\"create\"\"\" IS 'x'; ALTER DATABASE \"made with \"\"create\"\"\" SET work_mem = '5MB'")?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&source, &archive, &[])?;
    let (name, kept) = (source.name().to_owned(), server.create_database()?);
    kept.run(SCHEMA)?;
    drop(source);
    // Connects to one database and makes the other, as pg_restore does.
    restore(&kept, &archive, &["--create"])?;
    let url = server.url(&name);
    let report = compare(&kept.url(), &url)?;
    assert!(report.is_equal(), "{report}");
    assert_eq!(
        kept.run("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname LIKE 'made%'")?,
        "x"
    );
    let settings =
        "SELECT setconfig FROM pg_db_role_setting JOIN pg_database d ON setdatabase = d.oid WHERE datname LIKE 'made%'";
    assert_eq!(kept.run(settings)?, "{work_mem=5MB}");
    kept.run("DROP DATABASE \"made with \"\"create\"\"\" WITH (FORCE)")?;
    Ok(())
}

/// Keys that exist before the rows do: the rows come in their order, whatever the names say, and a circle is warned of.
#[test]
fn rows_alone_come_in_the_order_of_foreign_keys() -> TestResult {
    const TABLES: &str = "\
    CREATE TABLE top (id int PRIMARY KEY); CREATE TABLE middle (id int PRIMARY KEY REFERENCES top);
    CREATE TABLE below (id int PRIMARY KEY REFERENCES middle, same int REFERENCES below);";
    const ROWS: &str = "INSERT INTO top SELECT generate_series(1, 500); INSERT INTO middle SELECT id FROM top;
    INSERT INTO below SELECT id, id FROM top;";
    const CIRCLE: &str = "ALTER TABLE top ADD FOREIGN KEY (id) REFERENCES below;";
    let server = Server::shared(18)?;
    let (source, target) = (server.create_database()?, server.create_database()?);
    source.run(&format!("{TABLES}{ROWS}"))?;
    target.run(TABLES)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("rows.dump");
    dump(&source, &archive, &["--data-only"])?;
    restore(&target, &archive, &["-j", "4"])?;
    let report = compare(&source.url(), &target.url())?;
    assert!(report.is_equal(), "{report}");
    source.run(CIRCLE)?;
    let again = scratch.path().join("circle.dump");
    run(&["dump", "-d", &source.url(), "-f", word(&again), "--section", "data"])?
        .exits(0)?
        .says("circular foreign keys")?;
    Ok(())
}

fn source() -> TestResult<Database<'static>> {
    let database = Server::shared(18)?.create_database()?;
    database.run(SCHEMA)?;
    Ok(database)
}

/// Both ways with the same options, into two databases prepared alike, which must come out equal.
fn against_pg_dump(source: &Database<'_>, dump_words: &[&str], restore_words: &[&str], prepare: &str) -> TestResult {
    let scratch = tempfile::tempdir()?;
    let (theirs, ours) = (source.server().create_database()?, source.server().create_database()?);
    for database in [&theirs, &ours] {
        database.run(prepare)?;
    }
    let archive = scratch.path().join("theirs");
    let tools = Tools::get()?;
    let client = |program: &str, words: &[&str]| -> TestResult {
        let output = tools.command(program).args(words).output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        // pg_restore goes on after an error and exits 1: a part of a schema may well give errors.
        let fatal = !output.status.success() && !said.contains("errors ignored on restore");
        if fatal { Err(Failure::new(format!("{program}: {said}"))) } else { Ok(()) }
    };
    client("pg_dump", &[&["-Fc", "-f", word(&archive), "-d", &source.url()], dump_words].concat())?;
    client("pg_restore", &[&["-d", &theirs.url()], restore_words, &[word(&archive)]].concat())?;
    let archive = scratch.path().join("ours");
    dump(source, &archive, dump_words)?;
    keep_going(&ours, &archive, restore_words)?;
    let report = compare(&theirs.url(), &ours.url())?;
    if report.is_equal() { Ok(()) } else { Err(Failure::new(format!("pg_dump (-) and dumpr (+): {report}"))) }
}

/// As `pg_restore` does: past errors. One transaction knows no going on.
fn keep_going(target: &Database<'_>, archive: &Path, words: &[&str]) -> TestResult {
    let more: &[&str] = if words.contains(&"--single-transaction") { &[] } else { &["--keep-going"] };
    let run = run(&[&["restore", "-d", &target.url()], words, more, &[word(archive)]].concat())?;
    match run.code() {
        Some(0 | 3) => Ok(()),
        _ => Err(Failure::new(run.to_string())),
    }
}
