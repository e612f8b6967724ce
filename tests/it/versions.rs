//! Targets of another version: what both servers know comes back equal, what the target cannot hold is named before
//! the first change.

use std::{collections::BTreeMap, panic::resume_unwind, path::Path, thread};

use dumpr_test_servers::{Database, Difference, Server, VERSIONS, compare};

use crate::{
    dumpr::{dump, run, word},
    objects,
    outcome::{Failure, TestResult, all},
};

/// The fixtures that every version knows, from each version into each other one: 30 restores. Each is compared with the
/// same fixtures loaded into the target without dumpr, so that what one version prints otherwise than another is the
/// same on both sides.
#[test]
fn every_version_restores_what_all_know_into_every_other() -> TestResult {
    let cases = objects::cases_of(&VERSIONS)?;
    let natives: BTreeMap<u32, Database<'_>> = VERSIONS
        .into_iter()
        .map(|version| Ok((version, objects::load_cases(Server::shared(version)?, &cases)?)))
        .collect::<TestResult<_>>()?;
    let scratch = tempfile::tempdir()?;
    let archive = |version: u32| scratch.path().join(format!("{version}.dump"));
    // The cube of 13 reads no binary rows.
    let text = |version: u32| scratch.path().join(format!("{version}.text.dump"));
    for (version, native) in &natives {
        dump(native, &archive(*version), &[])?;
        dump(native, &text(*version), &["--copy-format", "text"])?;
    }
    // One target server per thread.
    let outcomes: Vec<TestResult> = thread::scope(|scope| {
        let threads: Vec<_> = VERSIONS
            .into_iter()
            .map(|target| {
                let (natives, archive, text) = (&natives, &archive, &text);
                scope.spawn(move || {
                    let sources = VERSIONS.into_iter().filter(|source| *source != target);
                    all(sources.map(|source| format!("{source} into {target}")), |pair| {
                        let source = pair.split(' ').next().unwrap_or_default().parse()?;
                        let archive = if target == 13 { text(source) } else { archive(source) };
                        restores(&archive, source, &natives[&target])
                    })
                })
            })
            .collect();
        threads.into_iter().map(|it| it.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    let failures: Vec<String> = outcomes.into_iter().filter_map(Result::err).map(|it| format!("{it:?}")).collect();
    if failures.is_empty() { Ok(()) } else { Err(Failure::new(failures.join("\n"))) }
}

/// Restores the archive beside the fixtures of another version and compares.
fn restores(archive: &Path, source: u32, native: &Database<'_>) -> TestResult {
    let server = native.server();
    let database = server.create_database_as(&format!("{}_from_{source}", native.name()), "")?;
    let restored = run(&["restore", "-d", &database.url(), "-j", "1", "--no-analyze", word(archive)])?.exits(0)?;
    if restored.stderr.contains("not restored") {
        return Err(Failure::new(format!("something was not restored: {restored}")));
    }
    let report = compare(&native.url(), &database.url())?;
    let unexpected = report.differences.iter().filter(|found| !is_expected(source, server.version(), found));
    let unexpected: Vec<String> = unexpected.map(ToString::to_string).collect();
    if unexpected.is_empty() { Ok(()) } else { Err(Failure::new(unexpected.join("\n"))) }
}

/// What a fixture means on one version and not on another.
fn is_expected(source: u32, target: u32, found: &Difference) -> bool {
    let what = found.what.as_str();
    let crosses = |version: u32| (source < version) != (target < version);
    // Until 14 everybody may create in `public`, and its owner is the superuser: a restore keeps that.
    let public = crosses(15) && ["ACL .SCHEMA public", "SCHEMA .public"].contains(&what);
    // ALL has meant one privilege more since 17; what was not granted is not added.
    let maintain = source < 17 && target >= 17 && what.contains("ACL ");
    // Names of NOT NULL came with 18: a partition's own is not its parent's.
    let unnamed = |text: &Option<String>| text.as_deref().map(without_not_null_names).unwrap_or_default();
    let is_table = source < 18 && target >= 18 && what.starts_with("TABLE ");
    // A subscription goes on as it was where another version has other defaults.
    let is_subscription = what.starts_with("SUBSCRIPTION ");
    let with_defaults = |text: &Option<String>| text.as_deref().map(without_subscription_defaults).unwrap_or_default();
    let subscription = is_subscription && with_defaults(&found.source) == with_defaults(&found.target);
    // Since 14 the optional members of an operator class belong to its family.
    let members =
        crosses(14) && target == 13 && ["OPERATOR CLASS ", "OPERATOR FAMILY "].iter().any(|it| what.starts_with(it));
    public || maintain || subscription || members || (is_table && unnamed(&found.source) == unnamed(&found.target))
}

fn without_subscription_defaults(text: &str) -> String {
    let versioned = [", streaming = off", ", streaming = on", ", streaming = parallel", ", run_as_owner = true"];
    versioned.iter().fold(text.to_owned(), |text, option| text.replace(option, ""))
}

fn without_not_null_names(text: &str) -> String {
    let mut plain = String::new();
    for line in text.lines() {
        let named = line.split_once(" CONSTRAINT ").and_then(|(before, rest)| {
            let (_, after) = rest.split_once(" NOT NULL")?;
            Some(format!("{before} NOT NULL{after}"))
        });
        plain.push_str(&named.unwrap_or_else(|| line.to_owned()));
        plain.push('\n');
    }
    plain
}

/// What 18 has that the others have not: all of it is named, and with `--keep-going` everything else is restored.
#[test]
fn everything_of_18_goes_into_13_but_what_is_listed() -> TestResult {
    let cases = objects::cases_of(&[18])?;
    let source = objects::load_cases(Server::shared(18)?, &cases)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&source, &archive, &[])?;
    let target = Server::shared(13)?.create_database_as(&format!("{}_into_13", source.name()), "")?;
    objects::copy_roles(&source, &target)?;
    let untouched = names_of(&target)?;
    refused(&target, &archive, &[])?;
    assert_eq!(names_of(&target)?, untouched);
    let run = run(&["restore", "-d", &target.url(), "--keep-going", word(&archive)])?.exits(3)?;
    for left_out in [
        "not restored: ACL access_acl_maintain",
        "the comment of a NOT NULL constraint",
        "default privileges for large objects",
        "UNLOGGED of a sequence",
        "a virtual generated column needs PostgreSQL 18",
    ] {
        if !run.stderr.contains(left_out) {
            return Err(Failure::new(format!("{left_out} is not said: {run}")));
        }
    }
    // Whatever is there is as it was at the source, as far as that is a matter of rows.
    let report = compare(&source.url(), &target.url())?;
    let rows = report.differences.iter().filter(|it| it.what.starts_with("rows of ") && it.target.is_some());
    let rows: Vec<String> = rows.map(ToString::to_string).collect();
    if rows.is_empty() { Ok(()) } else { Err(Failure::new(format!("{}\n{run}", rows.join("\n")))) }
}

/// Servers before 17 would take an infinite interval for a very long one.
#[test]
fn an_infinite_interval_is_refused_where_it_would_be_misread() -> TestResult {
    let source = Server::shared(17)?.create_database()?;
    source.run("CREATE TABLE t (a interval[]); INSERT INTO t VALUES (ARRAY['1 day'::interval, '-infinity'])")?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&source, &archive, &[])?;
    let target = Server::shared(16)?.create_database_as(&format!("{}_finite", source.name()), "")?;
    let restored = run(&["restore", "-d", &target.url(), word(&archive)])?;
    assert_ne!(restored.code(), Some(0), "{restored}");
    restored.says("public.t holds an infinite interval")?;
    assert_eq!(target.run("SELECT count(*) FROM t")?, "0");
    Ok(())
}

/// Everybody may create in `public` of a new database before 15 and nobody since: a restore brings what the source had.
#[test]
fn privileges_on_public_are_those_of_the_source() -> TestResult {
    const MAY: &str = "SELECT has_schema_privilege('dumpr_reader', 'public', 'CREATE'), \
                              has_schema_privilege('dumpr_reader', 'public', 'USAGE')";
    let scratch = tempfile::tempdir()?;
    for (source, target, may) in [(13, 18, "t|t"), (18, 13, "f|t"), (14, 14, "t|t"), (15, 15, "f|t")] {
        let from = Server::shared(source)?.create_database()?;
        let archive = scratch.path().join(format!("{source}.dump"));
        dump(&from, &archive, &[])?;
        let into = Server::shared(target)?.create_database_as(&format!("{}_public", from.name()), "")?;
        objects::create_roles(&into)?;
        run(&["restore", "-d", &into.url(), word(&archive)])?.exits(0)?;
        assert_eq!(into.run(MAY)?, may, "{source} into {target}");
    }
    Ok(())
}

fn names_of(database: &Database<'_>) -> TestResult<String> {
    Ok(database.run(
        "SELECT count(*) FROM pg_class WHERE oid >= 16384; SELECT count(*) FROM pg_proc WHERE oid >= 16384; \
         SELECT count(*) FROM pg_namespace WHERE oid >= 16384; SELECT count(*) FROM pg_type WHERE oid >= 16384",
    )?)
}

/// Something that a target cannot hold: the source's version, what makes it, the target's version and what has to be said.
struct Unheld {
    source: u32,
    sql: &'static str,
    target: u32,
    said: &'static str,
}

const UNHELD: &[Unheld] = &[
    Unheld {
        source: 18,
        sql: "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL)",
        target: 17,
        said: "TABLE public.t: a virtual generated column needs PostgreSQL 18",
    },
    Unheld {
        source: 18,
        sql: "CREATE TABLE t (a int NOT NULL NO INHERIT)",
        target: 17,
        said: "NOT NULL NO INHERIT needs PostgreSQL 18",
    },
    Unheld {
        source: 18,
        sql: "CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID",
        target: 13,
        said: "NOT NULL NOT VALID needs PostgreSQL 18",
    },
    Unheld {
        source: 18,
        sql: "CREATE TABLE t (a int CHECK (a > 0) NOT ENFORCED)",
        target: 16,
        said: "NOT ENFORCED needs PostgreSQL 18",
    },
    Unheld {
        source: 18,
        sql: "CREATE EXTENSION btree_gist; CREATE TABLE t (a int, v daterange, PRIMARY KEY (a, v WITHOUT OVERLAPS))",
        target: 17,
        said: "a temporal key (WITHOUT OVERLAPS, PERIOD) needs PostgreSQL 18",
    },
    Unheld {
        source: 18,
        sql: "CREATE TABLE t (a int UNIQUE NULLS NOT DISTINCT)",
        target: 14,
        said: "CONSTRAINT public.t t_a_key: NULLS NOT DISTINCT needs PostgreSQL 15",
    },
    Unheld {
        source: 17,
        sql: "CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT",
        target: 13,
        said: "INDEX public.i: NULLS NOT DISTINCT needs PostgreSQL 15",
    },
    Unheld {
        source: 15,
        sql: "CREATE TABLE p (a int, b int, UNIQUE (a, b)); \
              CREATE TABLE t (a int, b int, FOREIGN KEY (a, b) REFERENCES p (a, b) ON DELETE SET NULL (a))",
        target: 14,
        said: "ON DELETE SET … of chosen columns needs PostgreSQL 15",
    },
    Unheld {
        source: 16,
        sql: "CREATE VIEW v WITH (security_invoker = on) AS SELECT 1 AS a",
        target: 14,
        said: "VIEW public.v: a view with the rights of its user (security_invoker) needs PostgreSQL 15",
    },
    Unheld {
        source: 14,
        sql: "CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1",
        target: 13,
        said: "FUNCTION public.f(): a function body in standard SQL needs PostgreSQL 14",
    },
    Unheld {
        source: 14,
        sql: "CREATE PROCEDURE p(OUT a int) LANGUAGE plpgsql AS 'BEGIN a := 1; END'",
        target: 13,
        said: "OUT parameters of a procedure needs PostgreSQL 14",
    },
    Unheld {
        source: 14,
        sql: "CREATE TABLE t (a int); CREATE STATISTICS s ON (a + 1) FROM t",
        target: 13,
        said: "extended statistics on expressions needs PostgreSQL 14",
    },
    Unheld {
        source: 15,
        sql: "CREATE TABLE t (a int); CREATE PUBLICATION p FOR TABLE t WHERE (a > 0)",
        target: 14,
        said: "a row filter in a publication needs PostgreSQL 15",
    },
    Unheld {
        source: 15,
        sql: "CREATE TABLE t (a int); CREATE PUBLICATION p FOR TABLE t (a)",
        target: 14,
        said: "a column list in a publication needs PostgreSQL 15",
    },
    Unheld {
        source: 15,
        sql: "CREATE PUBLICATION p FOR TABLES IN SCHEMA public",
        target: 14,
        said: "all tables of a schema in a publication needs PostgreSQL 15",
    },
    Unheld {
        source: 18,
        sql: "CREATE PUBLICATION p WITH (publish_generated_columns = stored)",
        target: 17,
        said: "generated columns in a publication needs PostgreSQL 18",
    },
    Unheld {
        source: 16,
        sql: "CREATE SUBSCRIPTION s CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false, slot_name = NONE, origin = none)",
        target: 15,
        said: "a subscription with origin needs PostgreSQL 16",
    },
    Unheld {
        source: 17,
        sql: "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; \
              CREATE EVENT TRIGGER e ON login EXECUTE FUNCTION f()",
        target: 16,
        said: "an event trigger on login needs PostgreSQL 17",
    },
    Unheld {
        source: 16,
        sql: "CREATE COLLATION c (provider = icu, locale = 'de', rules = '&a < b')",
        target: 15,
        said: "COLLATION public.c: tailored collation rules needs PostgreSQL 16",
    },
    Unheld {
        source: 17,
        sql: "CREATE COLLATION c (provider = builtin, locale = 'C.UTF-8')",
        target: 16,
        said: "a collation of the builtin provider needs PostgreSQL 17",
    },
    Unheld {
        source: 14,
        sql: "CREATE EXTENSION cube; CREATE TABLE t (a cube); INSERT INTO t VALUES ('(1,2)')",
        target: 13,
        said: "public.cube without a binary input function",
    },
    // Nobody marked these: they show up in the rehearsal.
    Unheld {
        source: 17,
        sql: "CREATE VIEW v AS SELECT * FROM JSON_TABLE('[1]', '$[*]' COLUMNS (a int PATH '$')) j",
        target: 16,
        said: "VIEW public.v: ERROR",
    },
    Unheld {
        source: 14,
        sql: "CREATE TABLE t (a int4multirange, b xid8)",
        target: 13,
        said: "TABLE public.t: ERROR: type \"int4multirange\" does not exist",
    },
    Unheld {
        source: 17,
        sql: "CREATE FUNCTION f() RETURNS int LANGUAGE sql SET transaction_timeout = 5 AS 'SELECT 1'",
        target: 16,
        said: "FUNCTION public.f(): ERROR",
    },
    Unheld {
        source: 13,
        sql: "CREATE AGGREGATE collect(anyelement) (sfunc = array_append, stype = anyarray, initcond = '{}')",
        target: 14,
        said: "AGGREGATE public.collect(anyelement): ERROR",
    },
    Unheld {
        source: 13,
        sql: "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT $1'; CREATE OPERATOR !! (leftarg = int, function = f)",
        target: 18,
        said: "OPERATOR public.!!",
    },
];

#[test]
fn what_the_target_cannot_hold_is_named_before_the_first_change() -> TestResult {
    all(UNHELD.iter().enumerate().map(|(case, it)| format!("{case}: {} into {}", it.source, it.target)), |name| {
        let case = name.split(':').next().unwrap_or_default().parse::<usize>()?;
        let Unheld { source, sql, target, said } = &UNHELD[case];
        let from = Server::shared(*source)?.create_database()?;
        from.run(&format!("CREATE TABLE bystander (a int); INSERT INTO bystander VALUES (1); {sql}"))?;
        let scratch = tempfile::tempdir()?;
        let archive = scratch.path().join("all.dump");
        dump(&from, &archive, &[])?;
        if sql.contains("SUBSCRIPTION") {
            from.run("DROP SUBSCRIPTION s")?;
        }
        let server = Server::shared(*target)?;
        let into = server.create_database_as(&format!("{}_unheld", from.name()), "")?;
        let untouched = names_of(&into)?;
        for more in [&["--dry-run"][..], &[]] {
            refused(&into, &archive, more)?.says(said)?;
        }
        assert_eq!(names_of(&into)?, untouched);
        let rest = run(&["restore", "-d", &into.url(), "--keep-going", word(&archive)])?.exits(3)?;
        assert_eq!(into.run("SELECT a FROM bystander")?, "1", "{rest}");
        Ok(())
    })
}

fn refused(into: &Database<'_>, archive: &Path, more: &[&str]) -> TestResult<crate::dumpr::Run> {
    let refused = run(&[&["restore", "-d", &into.url()], more, &[word(archive)]].concat())?;
    let code = refused.code();
    if code == Some(0) || code == Some(3) {
        return Err(Failure::new(format!("not refused: {refused}")));
    }
    refused.says("cannot hold")
}
