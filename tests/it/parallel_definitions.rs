//! Definitions created over several connections: what they need of each other, and what happens when one is refused.

use std::fs::File;

use dumpr_test_servers::{Server, compare};

use crate::{
    dumpr::{self, command, dump, finish, run, word},
    outcome::{Failure, TestResult},
};

/// Hundreds of tables, sequences, comments and large objects, many of which need each other.
const MANY: &str = "
    CREATE TYPE mood AS ENUM ('well', 'ill');
    CREATE TYPE shape AS (id int, size numeric);
    CREATE SEQUENCE shared_numbers START 7;
    CREATE TABLE ancestor (id int NOT NULL, mood mood DEFAULT 'well', CHECK (id > 0));
    CREATE TABLE tree (id int, at date) PARTITION BY RANGE (id);
    DO $$
    BEGIN
        FOR i IN 1..120 LOOP
            EXECUTE format('CREATE TABLE many_%s (id serial, number int DEFAULT nextval(''shared_numbers''), mood mood)', i);
            EXECUTE format('COMMENT ON TABLE many_%s IS %L', i, 'table ' || i);
            EXECUTE format('COMMENT ON COLUMN many_%s.id IS %L', i, 'column ' || i);
            EXECUTE format('CREATE TABLE child_%s (own text) INHERITS (ancestor)', i);
            EXECUTE format('CREATE TABLE leaf_%s PARTITION OF tree FOR VALUES FROM (%s) TO (%s)', i, i, i + 1);
            EXECUTE format('CREATE TABLE row_%s (id int GENERATED ALWAYS AS IDENTITY, held many_%s, held_too child_%s[])', i, i, i);
            EXECUTE format('CREATE TABLE typed_%s OF shape (id WITH OPTIONS NOT NULL)', i);
            EXECUTE format('CREATE TABLE _many_%s (id int)', i);
            PERFORM lo_create(i);
        END LOOP;
    END $$;
    CREATE VIEW seen AS SELECT mood FROM many_1 UNION ALL SELECT mood FROM many_2;
    CREATE FUNCTION moods() RETURNS SETOF seen LANGUAGE sql AS 'SELECT * FROM seen';
    CREATE TABLE of_view (seen seen);
    COMMENT ON VIEW seen IS 'between tables';
";

#[test]
fn on_13() -> TestResult {
    same_over_any_number_of_connections(13)
}

#[test]
fn on_18() -> TestResult {
    same_over_any_number_of_connections(18)
}

fn same_over_any_number_of_connections(version: u32) -> TestResult {
    let server = Server::shared(version)?;
    let source = server.create_database()?;
    source.run(MANY)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("many.dump");
    dump(&source, &archive, &[])?;
    for jobs in ["1", "2", "5"] {
        let target = server.create_database()?;
        dumpr::restore(&target, &archive, &["-j", jobs])?;
        let report = compare(&source.url(), &target.url())?;
        if !report.is_equal() {
            return Err(Failure::new(format!("-j {jobs}: {report}")));
        }
    }
    let target = server.create_database()?;
    finish(command(&["restore", "-d", &target.url(), "-j", "4", "-"]).stdin(File::open(&archive)?))?.exits(0)?;
    let report = compare(&source.url(), &target.url())?;
    if report.is_equal() { Ok(()) } else { Err(Failure::new(format!("from a pipe: {report}"))) }
}

#[test]
fn a_table_that_is_refused_is_named_and_the_others_are_made() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database()?;
    source.run(MANY)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("many.dump");
    dump(&source, &archive, &[])?;
    let in_the_way = "CREATE DOMAIN public.typed_77 AS text";

    let target = server.create_database()?;
    target.run(in_the_way)?;
    let restored = run(&["restore", "-d", &target.url(), "-j", "3", word(&archive)])?;
    restored.exits(7)?.says("create TABLE public.typed_77")?;

    let target = server.create_database()?;
    target.run(in_the_way)?;
    let restored = run(&["restore", "-d", &target.url(), "-j", "3", "--keep-going", word(&archive)])?;
    restored.exits(3)?.says("create TABLE public.typed_77")?;
    let tables = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
                     AND relname <> 'typed_77' ORDER BY 1";
    assert_eq!(source.run(tables)?, target.run(tables)?, "all others are there, each once");
    Ok(())
}
