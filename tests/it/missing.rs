//! What the cluster of the target lacks: roles, tablespaces, table access methods. It is named before the first change, and
//! with `--keep-going` everything is made without it.

use dumpr_test_servers::{Database, Options, Server};

use crate::{
    dumpr::{Run, dump, run, word},
    outcome::{TestResult, on_every_version},
};

on_every_version!(what_is_missing_is_named_and_done_without);

const ROLES: &str = r#"
CREATE ROLE m_owner; CREATE ROLE "m Grantee"; CREATE ROLE m_grantor; CREATE ROLE m_policy; CREATE ROLE m_default;
CREATE ROLE m_mapped; CREATE ROLE m_setting;
"#;

const GRANTED: &str = r#"
CREATE TABLE plain (a int);
INSERT INTO plain VALUES (1);
CREATE TABLE owned (a int);
ALTER TABLE owned OWNER TO m_owner;
GRANT SELECT ON plain TO m_grantor WITH GRANT OPTION;
SET SESSION AUTHORIZATION m_grantor;
GRANT SELECT ON plain TO "m Grantee";
RESET SESSION AUTHORIZATION;
CREATE POLICY p ON plain TO m_policy USING (a > 0);
ALTER DEFAULT PRIVILEGES FOR ROLE m_default GRANT SELECT ON TABLES TO PUBLIC;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR m_mapped SERVER s;
"#;

const RELATIONS: &str = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace";

fn what_is_missing_is_named_and_done_without(version: u32) -> TestResult {
    let (from, to) = (Server::start(&Options::new(version))?, Server::shared(version)?);
    roles_are_named_before_the_first_change(&from, to)?;
    objects_are_made_without_their_places(&from, to)
}

fn roles_are_named_before_the_first_change(from: &Server, to: &Server) -> TestResult {
    let source = from.create_database()?;
    source.run(ROLES)?;
    source.run(GRANTED)?;
    source.run(&format!("ALTER ROLE m_setting IN DATABASE {} SET work_mem = '5MB'", source.name()))?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("x.dump");
    dump(&source, &archive, &[])?;

    let target = to.create_database()?;
    let restore = |more: &[&str]| -> TestResult<Run> {
        run(&[&["restore", "-d", &target.url()], more, &[word(&archive)]].concat())
    };
    let missing = "no role m Grantee, m_default, m_grantor, m_mapped, m_owner, m_policy\n";
    restore(&["--no-analyze"])?.exits(1)?.says(missing)?;
    assert_eq!(target.run(RELATIONS)?, "0");
    // The settings of roles go with the database.
    restore(&["--create"])?.exits(1)?.says("m_policy, m_setting\n")?;
    restore(&["--no-owner", "--no-acl"])?.exits(1)?.says("no role m_mapped, m_policy\n")?;

    restore(&["--keep-going"])?.exits(3)?.says("complete TABLE public.owned")?.says("create POLICY public.plain p")?;
    assert_eq!(target.run("SELECT tableowner FROM pg_tables WHERE tablename = 'owned'")?, "postgres");
    assert_eq!(target.run("SELECT count(*) FROM plain")?, "1");
    Ok(())
}

/// Each version brings roles of its own.
#[test]
fn predefined_roles_of_newer_servers_are_named_too() -> TestResult {
    let source = Server::shared(17)?.create_database()?;
    source.run("CREATE TABLE t (a int); GRANT SELECT ON t TO pg_maintain, pg_monitor; INSERT INTO t VALUES (1)")?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("x.dump");
    dump(&source, &archive, &[])?;
    let target = Server::shared(16)?.create_database()?;
    run(&["restore", "-d", &target.url(), word(&archive)])?.exits(1)?.says("no role pg_maintain\n")?;
    assert_eq!(target.run(RELATIONS)?, "0");
    run(&["restore", "-d", &target.url(), "--no-acl", word(&archive)])?.exits(0)?;
    same(&source, &target, "SELECT count(*) FROM t")
}

fn objects_are_made_without_their_places(from: &Server, to: &Server) -> TestResult {
    let source = from.create_database()?;
    source.run(
        "SET allow_in_place_tablespaces = on;
         CREATE TABLESPACE place LOCATION '';
         CREATE ACCESS METHOD other TYPE TABLE HANDLER heap_tableam_handler;",
    )?;
    source.run(
        "CREATE TABLE before (a int);
         CREATE TABLE t (a int PRIMARY KEY USING INDEX TABLESPACE place, b int) TABLESPACE place;
         CREATE TABLE t2 (a int PRIMARY KEY) TABLESPACE place;
         CREATE INDEX i ON t (b) TABLESPACE place;
         CREATE MATERIALIZED VIEW v TABLESPACE place AS SELECT * FROM t;
         CREATE TABLE u (a int) USING other;
         CREATE TABLE u2 (a int) USING other;
         INSERT INTO t SELECT i, i FROM generate_series(1, 50) i;
         INSERT INTO u SELECT i FROM generate_series(1, 50) i;
         REFRESH MATERIALIZED VIEW v;",
    )?;
    let scratch = tempfile::tempdir()?;
    let (archive, list) = (scratch.path().join("x.dump"), scratch.path().join("list"));
    dump(&source, &archive, &[])?;
    let all = run(&["list", word(&archive)])?.exits(0)?.stdout();
    let without_method: Vec<&str> = all.lines().filter(|line| !line.contains("ACCESS METHOD")).collect();
    std::fs::write(&list, without_method.join("\n"))?;

    for jobs in ["1", "2"] {
        let target = to.create_database()?;
        let words = ["restore", "-d", &target.url(), "-j", jobs, "--keep-going", "-L", word(&list), word(&archive)];
        let restored = run(&words)?.exits(3)?;
        for named in ["TABLE public.t ", "TABLE public.t2 ", "INDEX public.i ", "MATERIALIZED VIEW public.v "] {
            let named = format!("create {named}in its place; the default is taken: ERROR: ");
            assert!(restored.stderr.contains(&named), "{named:?} in {restored}");
        }
        for named in ["TABLE public.u ", "TABLE public.u2 ", "CONSTRAINT public.t t_pkey "] {
            assert!(restored.stderr.contains(&format!("create {named}in its place")), "{named:?} in {restored}");
        }
        same(&source, &target, "SELECT count(*), sum(a), sum(b) FROM t")?;
        same(&source, &target, "SELECT count(*), sum(a) FROM u")?;
        same(&source, &target, "SELECT count(*), sum(a) FROM v")?;
        same(&source, &target, RELATIONS)?;
        assert_eq!(target.run("SELECT count(*) FROM pg_class WHERE reltablespace <> 0 AND oid > 16383")?, "0");
    }
    Ok(())
}

fn same(source: &Database<'_>, target: &Database<'_>, query: &str) -> TestResult {
    assert_eq!(target.run(query)?, source.run(query)?, "{query}");
    Ok(())
}
