//! Options of a dump: what dumpr leaves in and out is what `pg_dump` leaves in and out.
//!
//! The oracle is the same option given to the programs of PostgreSQL 18, restored into a database beside dumpr's.

use std::{fs, path::Path};

use dumpr::server::{Environment, Interrupt, Session, SettingsBuilder};

use dumpr_test_servers::{Database, Server, Tools, compare};

use crate::{
    dumpr::{dump, restore, run, word},
    outcome::{Failure, TestResult, all},
};

/// Three schemas with tables that refer to each other, grants, owners, comments, sequences, large objects, and one of
/// everything that an option leaves out.
pub(crate) const SCHEMA: &str = "\
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
COMMENT ON TABLE one.t IS 'the first'; COMMENT ON FUNCTION one.f() IS 'one';
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE one.p (id int, k text COMPRESSION pglz) PARTITION BY LIST (id);
CREATE TABLE one.p1 PARTITION OF one.p FOR VALUES IN (1); CREATE TABLE two.p2 PARTITION OF one.p FOR VALUES IN (2);
CREATE TABLE two.child (extra int) INHERITS (one.t_log); CREATE UNLOGGED TABLE one.u (id int);
CREATE TABLE \"Three\".h (id int) USING heap2; CREATE TABLE \"Three\".hp (id int) PARTITION BY LIST (id) USING heap2;
INSERT INTO one.p VALUES (1, 'a'), (2, 'b'), (2, 'c'); INSERT INTO two.child VALUES (7, '2020-02-02', 1);
INSERT INTO one.u VALUES (9); ALTER TABLE one.p1 ENABLE ROW LEVEL SECURITY; CREATE POLICY pol ON one.p1 USING (id > 0);
CREATE PUBLICATION pub FOR TABLE two.t;";

/// After the schema: what `--data-only` restores into. No rows, no foreign key in the way of their order.
pub(crate) const WITHOUT_ROWS: &str = "\
ALTER TABLE two.t DROP CONSTRAINT t_one_id_fkey; TRUNCATE one.t, one.t_log, two.t, \"Three\".\"T\", one.p, one.u;
SELECT lo_unlink(77);
ALTER SEQUENCE one.t_id_seq RESTART; ALTER SEQUENCE one.t_log_id_seq RESTART;";

#[test]
fn schemas_and_tables_by_pattern() -> TestResult {
    dumps_alike(&[
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
        "-t two.v",
        "-t two.m",
        "-s -n one",
        "-n one -b",
        "--strict-names -t one.t -n two",
        "-e plpgsql -n one",
        "--exclude-extension plpgsql -n one",
    ])
}

#[test]
fn children_follow_their_tables() -> TestResult {
    dumps_alike(&[
        "--exclude-table-data one.t",
        "--exclude-table-data *.t*",
        "--table-and-children one.p",
        "--table-and-children one.t_log",
        "-t one.p",
        "--exclude-table-and-children one.p",
        "--exclude-table-data-and-children one.p",
        "--exclude-table-data-and-children one.t_log",
        "--load-via-partition-root",
    ])
}

#[test]
fn definitions_or_rows() -> TestResult {
    dumps_alike(&[
        "-s",
        "-a",
        "--no-data",
        "--no-schema",
        "--schema-only --sequence-data",
        "--section pre-data",
        "--section data --section post-data -t one.u",
        "-a --disable-triggers -S postgres",
        "-B",
        "--no-unlogged-table-data",
        "--serializable-deferrable --lock-wait-timeout 5s",
    ])
}

#[test]
fn what_is_left_out() -> TestResult {
    dumps_alike(&[
        "--no-comments",
        "--no-toast-compression",
        "--quote-all-identifiers",
        "--no-policies",
        "--no-publications",
        "--no-subscriptions --no-security-labels",
        "--no-privileges",
    ])?;
    // pg_dump's archives hold these in any case, and its restore leaves them out.
    let source = source()?;
    all(["-O -x", "--no-tablespaces", "--no-table-access-method"], |case| {
        let words: Vec<&str> = case.split(' ').collect();
        against_pg_dump(&source, &words, &words, "")
    })
}

/// Each of these options gives what it gives to `pg_dump`.
fn dumps_alike(cases: &[&str]) -> TestResult {
    let source = source()?;
    all(cases, |case| {
        let words: Vec<&str> = case.split(' ').collect();
        // Parts of the schema are missing on purpose, so rows and constraints may have nothing to go to.
        let rows_only = words.iter().any(|word| ["-a", "--no-schema", "data"].contains(word));
        let prepare = if rows_only { format!("{SCHEMA}{WITHOUT_ROWS}") } else { String::new() };
        against_pg_dump(&source, &words, &[], &prepare)
    })
}

#[test]
fn a_filter_file_is_read_as_pg_dump_reads_it() -> TestResult {
    let source = source()?;
    let scratch = tempfile::tempdir()?;
    let file = scratch.path().join("filter");
    let filters = [
        "include schema one\ninclude schema two\nexclude table one.t_log # not this\n",
        "exclude table_data one.*\n\nexclude schema two\n",
        "include table_and_children one.p\nexclude table_data_and_children one.p\n",
        "exclude table_and_children one . t_log\ninclude extension plpgsql\ninclude schema one",
    ];
    all(filters, |filter| {
        fs::write(&file, filter)?;
        against_pg_dump(&source, &["--filter", word(&file)], &[], "")
    })
}

#[test]
fn pg_dumps_command_lines_work_or_say_what_to_use_instead() -> TestResult {
    let source = source()?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("x.dump");
    let base = ["dump", "-d", &source.url(), "-f", word(&archive), "--overwrite"];
    all(["-Fc -Z 0 -j 2 -v", "-F custom --no-sync -w", "-c -C --if-exists -R --disable-triggers"], |case| {
        let words: Vec<&str> = case.split(' ').collect();
        run(&[&base[..], &words].concat())?.exits(0).map(drop)
    })?;
    let refused = [
        ("--inserts", "COPY"),
        ("--column-inserts", "COPY"),
        ("--rows-per-insert=10", "COPY"),
        ("-E LATIN1", "encoding"),
        ("--encoding=LATIN1", "encoding"),
        ("-Fp", "dumpr script"),
        ("--format directory", "single file"),
        ("--restrict-key x", "dumpr script"),
        ("--use-set-session-authorization", "OWNER TO"),
        ("--extra-float-digits 3", "exactly"),
        ("--disable-dollar-quoting", "whole"),
        ("--binary-upgrade", "pg_upgrade"),
        ("--sync-method fsync", "--no-sync"),
    ];
    all(refused.map(|(case, _)| case), |case| {
        let advice = refused.iter().find(|(words, _)| words == case).map_or("", |(_, advice)| advice);
        let words: Vec<&str> = case.split(' ').collect();
        run(&[&base[..], &words].concat())?.exits(2)?.says(advice).map(drop)
    })
}

#[test]
fn quoted_names_and_partition_roots_are_in_the_archive() -> TestResult {
    let source = source()?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("x.dump");
    dump(&source, &archive, &["--quote-all-identifiers", "--load-via-partition-root"])?;
    let text = run(&["script", word(&archive)])?.exits(0)?.stdout();
    for quoted in ["CREATE TABLE \"one\".\"t\" (", "\"id\" integer", "FUNCTION \"one\".\"f\"()", "FROM \"one\".\"t\""] {
        assert!(text.contains(quoted), "no {quoted} in {text}");
    }
    let inspected = run(&["inspect", word(&archive), "--json"])?.exits(0)?.stdout();
    assert!(inspected.contains("partition-root"), "{inspected}");
    Ok(())
}

#[test]
fn every_connection_takes_the_role() -> TestResult {
    let source = source()?;
    source.run(
        "CREATE ROLE options_reader; GRANT pg_read_all_data TO options_reader; ALTER TABLE one.t OWNER TO pg_monitor;
         ALTER TABLE one.t ENABLE ROW LEVEL SECURITY; CREATE POLICY few ON one.t TO options_reader USING (id <= 5);
         REVOKE ALL ON SEQUENCE one.t_id_seq FROM PUBLIC; SELECT lo_unlink(77);",
    )?;
    let outcome = (|| {
        let scratch = tempfile::tempdir()?;
        let archive = scratch.path().join("x.dump");
        // Without the option, rows that the role may not see are an error and not a smaller dump.
        let role = ["dump", "-d", &source.url(), "-f", word(&archive), "--role", "options_reader", "-j", "3"];
        run(&role)?.exits(7)?.says("row-level security")?;
        against_pg_dump(&source, &["--role", "options_reader", "--enable-row-security"], &[], "")
    })();
    source.run("DROP OWNED BY options_reader; DROP ROLE options_reader")?;
    outcome
}

#[test]
fn rows_of_foreign_tables_are_dumped_when_their_server_is_named() -> TestResult {
    let source = source()?;
    let address = source.url();
    let port = address.rsplit(':').next().and_then(|rest| rest.split('/').next()).unwrap_or_default().to_owned();
    source.run(&format!(
        "CREATE EXTENSION postgres_fdw; CREATE SCHEMA far;
         CREATE SERVER here FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '{port}', dbname '{}');
         CREATE USER MAPPING FOR CURRENT_USER SERVER here OPTIONS (user 'postgres');
         CREATE FOREIGN TABLE far.t (id int, m one.mood) SERVER here OPTIONS (schema_name 'one', table_name 't')",
        source.name()
    ))?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("x.dump");
    let rows = |words: &[&str]| -> TestResult<Option<u64>> {
        dump(&source, &archive, &[words, &["--overwrite"]].concat())?;
        let report = run(&["verify", word(&archive), "--level", "rows", "--json"])?.exits(0)?.json()?;
        let streams = report[0]["report"]["streams"].as_array().cloned().unwrap_or_default();
        Ok(streams.iter().find(|stream| stream["name"] == "far.t").and_then(|stream| stream["rows"].as_u64()))
    };
    assert_eq!(rows(&[])?, None);
    assert_eq!(rows(&["--include-foreign-data", "h*"])?, Some(20));
    run(&["verify", word(&archive), "--against", &source.url()])?.exits(0)?;
    Ok(())
}

#[test]
fn a_given_snapshot_is_the_moment_of_the_dump() -> TestResult {
    let source = source()?;
    let environment = Environment::new([], Some("postgres".to_owned()));
    let settings = SettingsBuilder::new(environment).database(source.url()).build()?;
    let mut holder = Session::open_source(&settings, &Interrupt::default())?;
    holder.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
    let name: String = holder.query("SELECT pg_catalog.pg_export_snapshot()", &[])?[0].try_get(0)?;
    source.run("INSERT INTO one.t_log (at) VALUES ('2021-01-01')")?;
    against_pg_dump(&source, &["--snapshot", &name], &[], "")
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

pub(crate) fn source() -> TestResult<Database<'static>> {
    let database = Server::shared(18)?.create_database()?;
    database.run(SCHEMA)?;
    Ok(database)
}

/// Both ways with the same options, into two databases prepared alike, which must come out equal.
pub(crate) fn against_pg_dump(
    source: &Database<'_>,
    dump_words: &[&str],
    restore_words: &[&str],
    prepare: &str,
) -> TestResult {
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
    let stops = ["--single-transaction", "-1", "--transaction-size", "-e"];
    let more: &[&str] = if words.iter().any(|word| stops.contains(word)) { &[] } else { &["--keep-going"] };
    let run = run(&[&["restore", "-d", &target.url()], words, more, &[word(archive)]].concat())?;
    match run.code() {
        Some(0 | 3) => Ok(()),
        _ => Err(Failure::new(run.to_string())),
    }
}
