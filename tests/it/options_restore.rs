//! Options of a restore: next to `pg_restore` with the same options and the archive of `pg_dump`.

use std::fs;

use dumpr_test_servers::{Server, compare};

use crate::{
    dumpr::{dump, restore, run, word},
    options::{SCHEMA, WITHOUT_ROWS, against_pg_dump, source},
    outcome::{TestResult, all},
};

/// What is there before a single object of post-data comes back.
const WITHOUT_PARTS: &str = "DROP INDEX two.t_one_id_idx; DROP TRIGGER tr ON one.t; DROP FUNCTION one.f();";

#[test]
fn options_of_restore() -> TestResult {
    let cases = [
        "--no-owner",
        "--no-acl",
        "-O -x",
        "-s",
        "--no-data",
        "-n one",
        "-n one -n two",
        "-N two",
        "--strict-names -n one",
        "--single-transaction",
        "-1 -e",
        "-j 2",
        "--transaction-size 3",
        "--no-comments",
        "--no-policies",
        "--no-publications",
        "--no-subscriptions --no-security-labels --no-tablespaces",
        "--no-table-access-method",
        "--section pre-data",
        "--section pre-data --section data",
        "-Fc -R -w -v",
    ];
    let source = source()?;
    all(cases, |case| against_pg_dump(&source, &[], &case.split(' ').collect::<Vec<_>>(), ""))
}

#[test]
fn rows_alone_go_into_what_is_there() -> TestResult {
    let source = source()?;
    let prepare = format!("{SCHEMA}{WITHOUT_ROWS}");
    all(["-a", "--no-schema", "--section data", "-a --disable-triggers", "-a --disable-triggers -S postgres"], |case| {
        against_pg_dump(&source, &[], &case.split(' ').collect::<Vec<_>>(), &prepare)
    })
}

#[test]
fn single_objects_by_name() -> TestResult {
    let source = source()?;
    let prepare = format!("{SCHEMA}{WITHOUT_PARTS}");
    // pg_restore brings no trigger function's comment either: only what is named.
    // Its triggers bear the names of their tables.
    all(["-I|t_one_id_idx", "-T|t tr", "-P|f()|--no-comments"], |case| {
        against_pg_dump(&source, &[], &case.split('|').collect::<Vec<_>>(), &prepare)
    })
}

#[test]
fn a_filter_file_is_read_as_pg_restore_reads_it() -> TestResult {
    let source = source()?;
    let scratch = tempfile::tempdir()?;
    let file = scratch.path().join("filter");
    all(["include schema one # all of it\n", "exclude schema two\nexclude schema Three"], |filter| {
        fs::write(&file, filter)?;
        against_pg_dump(&source, &[], &["--filter", word(&file)], "")
    })
}

#[test]
fn triggers_are_switched_off_by_the_superuser_that_is_named() -> TestResult {
    let source = source()?;
    let target = source.server().create_database()?;
    target.run(&format!(
        "{SCHEMA}{WITHOUT_ROWS} CREATE ROLE options_loader; GRANT ALL ON ALL TABLES IN SCHEMA one TO options_loader;
         GRANT USAGE ON SCHEMA one TO options_loader;
         CREATE FUNCTION one.no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''fired''; END';
         CREATE TRIGGER no BEFORE INSERT ON one.t FOR EACH ROW EXECUTE FUNCTION one.no();"
    ))?;
    let outcome = (|| {
        let scratch = tempfile::tempdir()?;
        let archive = scratch.path().join("x.dump");
        dump(&source, &archive, &["-a", "-t", "one.t", "-B"])?;
        let into = ["restore", "-d", &target.url(), "--role", "options_loader", "--section", "data", "-t", "one.t"];
        run(&[&into[..], &[word(&archive)]].concat())?.exits(7)?.says("fired")?;
        // The role is no superuser and may not switch system triggers off.
        run(&[&into[..], &["--disable-triggers", word(&archive)]].concat())?.exits(7)?;
        run(&[&into[..], &["--disable-triggers", "-S", "postgres", "--no-analyze", word(&archive)]].concat())?;
        assert_eq!(
            target.run("SELECT count(*), (SELECT tgenabled FROM pg_trigger WHERE tgname = 'no') FROM one.t")?,
            "20|O"
        );
        Ok(())
    })();
    target.run("DROP OWNED BY options_loader; DROP ROLE options_loader")?;
    outcome
}

#[test]
fn a_list_picks_and_orders() -> TestResult {
    let source = source()?;
    let scratch = tempfile::tempdir()?;
    let (archive, list) = (scratch.path().join("x.dump"), scratch.path().join("list"));
    dump(&source, &archive, &[])?;
    let listing = run(&["list", word(&archive)])?.exits(0)?.stdout();
    let line = |end: &str| listing.lines().find(|line| line.contains(end)).unwrap_or_default().to_owned();
    let (schema, g, f) = (line("SCHEMA - one "), line("FUNCTION one g()"), line("FUNCTION one f()"));
    fs::write(&list, format!("; mine\n{schema}\n{g}\n;{}\n{f}\n", line("TABLE one t ")))?;
    let script = run(&["script", word(&archive), "-L", word(&list)])?.exits(0)?.stdout();
    let places = ["CREATE SCHEMA one", "FUNCTION one.g()", "FUNCTION one.f()"].map(|text| script.find(text));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {script}");
    let target = source.server().create_database()?;
    restore(&target, &archive, &["-L", word(&list)])?;
    let there = "SELECT count(*) FROM pg_proc WHERE pronamespace = 'one'::regnamespace";
    assert_eq!(target.run(there)?, "2");
    assert_eq!(target.run("SELECT to_regclass('one.t')")?, "");
    Ok(())
}

#[test]
fn no_rows_for_a_table_that_failed() -> TestResult {
    let source = source()?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("x.dump");
    dump(&source, &archive, &["-t", "one.t"])?;
    let errors = |more: &[&str]| -> TestResult<usize> {
        let target = source.server().create_database()?;
        // The column's type is not there.
        target.run("CREATE SCHEMA one")?;
        let words = [
            "restore",
            "-d",
            &target.url(),
            "--keep-going",
            "--section",
            "pre-data",
            "--section",
            "data",
            word(&archive),
        ];
        let run = run(&[&words[..], more].concat())?.exits(3)?;
        Ok(run.stderr.lines().filter(|line| line.contains("the type of one.t.m differs")).count())
    };
    assert_eq!(errors(&[])?, 1);
    assert_eq!(errors(&["--no-data-for-failed-tables"])?, 0);
    Ok(())
}

#[test]
fn names_that_the_archive_does_not_have_are_refused_when_names_are_strict() -> TestResult {
    let source = source()?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("x.dump");
    dump(&source, &archive, &["-s"])?;
    let url = source.server().create_database()?.url();
    all(["-t one.gone", "-n gone", "-I gone", "-P gone()", "-T gone"], |case| {
        let words: Vec<&str> = case.split(' ').collect();
        let strict = [&["restore", "-d", &url, "--strict-names"], &words[..], &[word(&archive)]].concat();
        run(&strict)?.exits(2)?.says("gone").map(drop)
    })
}

#[test]
fn pg_restores_command_lines_say_what_to_use_instead() -> TestResult {
    let cases = [
        ("-f x.sql", "dumpr script"),
        ("--list", "dumpr list"),
        ("--enable-row-security", "BYPASSRLS"),
        ("--use-set-session-authorization", "OWNER TO"),
        ("--restrict-key x", "dumpr script"),
        ("-Ft", "leave -F out"),
    ];
    all(cases.map(|(case, _)| case), |case| {
        let advice = cases.iter().find(|(words, _)| words == case).map_or("", |(_, advice)| advice);
        let words: Vec<&str> = case.split(' ').collect();
        run(&[&["restore"], &words[..], &["x.dump"]].concat())?.exits(2)?.says(advice).map(drop)
    })
}

#[test]
fn create_with_clean_replaces_the_database() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database_as("options_replaced", "")?;
    source.run(SCHEMA)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("x.dump");
    dump(&source, &archive, &[])?;
    source.run("DROP TABLE two.t CASCADE; CREATE TABLE one.extra ()")?;
    let kept = server.create_database()?;
    kept.run(SCHEMA)?;
    restore(&kept, &archive, &["-c", "-C", "--if-exists"])?;
    let report = compare(&kept.url(), &source.url())?;
    assert!(report.is_equal(), "{report}");
    Ok(())
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
