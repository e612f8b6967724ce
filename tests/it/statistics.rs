//! Optimizer statistics: judged by what `pg_dump --statistics-only` says of both sides.

use dumpr_test_servers::{Server, Tools};

use crate::{
    dumpr::{self, dump, finish, input, restore, run, word},
    outcome::{Failure, TestResult, on_every_version},
};

on_every_version!(a_target_of_18_takes_them);

const SCHEMA: &str = r#"
CREATE TYPE mood AS ENUM ('sad', 'ha''ppy');
CREATE DOMAIN posint AS int CHECK (value > 0);
CREATE TABLE t (id int PRIMARY KEY, name text UNIQUE, a int[], r int4range, ts timestamptz, j jsonb, m mood, d posint,
    n numeric, tags text[], b bytea, x tsvector, "Odd ""col" text, gone int, f float8);
ALTER TABLE t DROP gone;
INSERT INTO t SELECT i, 'n''\' || i, ARRAY[i % 3, i % 5, NULL], int4range(i, i + 10 + i % 7),
        timestamptz '2020-01-01' + i * interval '1 hour', '{"a": 1}', (ARRAY['sad', 'ha''ppy'])[1 + i % 2]::mood, i, i / 7.0,
        ARRAY['a b', 'c"d', 'e\f', '{}' || i % 3], '\x00ff', to_tsvector('simple', 'a b c' || i % 5), 'q''s' || i % 4, sin(i)
    FROM generate_series(1, 2000) i;
INSERT INTO t (id, r, tags) SELECT i, 'empty', '{}' FROM generate_series(4000, 4100) i;
CREATE INDEX ti ON t (lower(name), id);
CREATE INDEX te ON t ((id % 10), id, (name || 'x')) WHERE id > 5;
CREATE TABLE p (id int, x text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (1000);
CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (1000) TO (9000);
CREATE INDEX ON p ((id % 7));
INSERT INTO p SELECT i, 'p' || i % 9 FROM generate_series(1, 1900) i;
CREATE TABLE inh (k int);
CREATE TABLE inh_child () INHERITS (inh);
INSERT INTO inh SELECT generate_series(1, 50);
INSERT INTO inh_child SELECT generate_series(1, 500);
CREATE SCHEMA "Odd S";
CREATE MATERIALIZED VIEW "Odd S"."M v" AS SELECT id, name FROM t;
CREATE INDEX ON "Odd S"."M v" (id);
CREATE MATERIALIZED VIEW unfilled AS SELECT 1 AS a WITH NO DATA;
CREATE TABLE empty ();
CREATE TABLE never (a int);
INSERT INTO never VALUES (1);
VACUUM ANALYZE t;
VACUUM ANALYZE p;
ANALYZE p, inh, inh_child, "Odd S"."M v", empty;
"#;

/// What `pg_dump` 18 says; a server before 18 does not say how many pages are all frozen.
fn statistics(url: &str, with_frozen: bool) -> TestResult<String> {
    let output = Tools::get()?.command("pg_dump").args(["--statistics-only", "-d", url]).output()?;
    if !output.status.success() {
        return Err(Failure::new(String::from_utf8_lossy(&output.stderr)));
    }
    let text = String::from_utf8(output.stdout)?;
    let is_said = |line: &&str| {
        !line.starts_with("--")
            && !line.starts_with('\\')
            && !line.starts_with("\t'version'")
            && (with_frozen || !line.starts_with("\t'relallfrozen'"))
    };
    Ok(text.lines().filter(is_said).map(|line| line.trim_end_matches(',')).collect::<Vec<_>>().join("\n"))
}

fn a_target_of_18_takes_them(version: u32) -> TestResult {
    let (source, target) = (Server::shared(version)?.create_database()?, Server::shared(18)?.create_database()?);
    source.run(SCHEMA)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&source, &archive, &["--statistics"])?;
    restore(&target, &archive, &[])?;
    let (expected, found) = (statistics(&source.url(), version >= 18)?, statistics(&target.url(), version >= 18)?);
    assert!(expected.contains("'most_common_vals'") && expected.contains("'attnum'"), "{expected}");
    assert_eq!(found, expected);
    Ok(())
}

#[test]
fn older_targets_do_without_and_say_so() -> TestResult {
    let source = Server::shared(18)?.create_database()?;
    source.run(SCHEMA)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&source, &archive, &["--statistics"])?;
    let server = Server::shared(17)?;
    let target = server.create_database()?;
    let words = ["restore", "-d", &target.url(), word(&archive)];
    run(&words)?.exits(3)?.says("only servers from 18 on take them")?;
    // New ones were collected instead.
    assert_eq!(target.run("SELECT count(*) > 5 FROM pg_stats WHERE tablename = 't'")?, "t");
    restore(&server.create_database()?, &archive, &["--no-statistics"]).map(drop)
}

#[test]
fn statistics_alone_or_not_at_all() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database()?;
    source.run(SCHEMA)?;
    let expected = statistics(&source.url(), true)?;
    let scratch = tempfile::tempdir()?;
    let (all, alone) = (scratch.path().join("all.dump"), scratch.path().join("alone.dump"));
    dump(&source, &all, &["--statistics"])?;
    dump(&source, &alone, &["--statistics-only"])?;
    let kinds = run(&["list", word(&alone)])?.exits(0)?.stdout();
    assert!(
        kinds.lines().filter(|line| !line.starts_with(';')).all(|line| line.contains(" STATISTICS DATA ")),
        "{kinds}"
    );

    // Definitions without statistics, then the statistics from either archive.
    for archive in [&all, &alone] {
        let target = server.create_database()?;
        restore(&target, &all, &["--no-statistics", "--no-analyze"])?;
        assert_eq!(target.run("SELECT count(*) FROM pg_stats WHERE schemaname = 'public'")?, "0");
        restore(&target, archive, &["--statistics-only"])?;
        assert_eq!(statistics(&target.url(), true)?, expected);
    }
    // As pg_restore: the schema alone comes without, unless they are asked for.
    let target = server.create_database()?;
    restore(&target, &all, &["--schema-only"])?;
    assert_eq!(target.run("SELECT count(*) FROM pg_stats WHERE schemaname = 'public'")?, "0");
    let target = server.create_database()?;
    restore(&target, &all, &["--schema-only", "--statistics"])?;
    assert_ne!(target.run("SELECT count(*) FROM pg_stats WHERE schemaname = 'public'")?, "0");

    let target = server.create_database()?;
    finish(dumpr::command(&["restore", "-d", &target.url(), "-"]).stdin(input(&all)?))?.exits(0)?;
    assert_eq!(statistics(&target.url(), true)?, expected);
    let target = server.create_database()?;
    restore(&target, &all, &["--single-transaction", "-t", "p", "-t", "p1", "-t", "p2"])?;
    assert_ne!(target.run("SELECT count(*) FROM pg_stats WHERE tablename = 'p1_expr_idx'")?, "0");
    Ok(())
}
