//! Values and tables of every odd kind come back equal.

use dumpr_test_servers::{Database, Server, VERSIONS};

use crate::{
    dumpr::{dump, prove, restore, run, word},
    outcome::{TestResult, all, on_every_version},
};

/// A realistic database: the one of the quickstart, smaller.
const SHOP: &str = include_str!("../../examples/shop.sql");

/// Fills a database with the shop of the quickstart.
pub(crate) fn load_shop(database: &Database<'_>) -> TestResult {
    Ok(database.run(&format!("SET shop.orders = 2000;\n{SHOP}")).map(drop)?)
}

on_every_version!(shop);
on_every_version!(values_of_every_type);
on_every_version!(odd_tables);
on_every_version!(odd_names);
on_every_version!(extension_types);

fn shop(version: u32) -> TestResult {
    let server = Server::shared(version)?;
    let database = server.create_database()?;
    load_shop(&database)?;
    prove(&database, server, "")
}

fn values_of_every_type(version: u32) -> TestResult {
    proves(version, include_str!("data/values.sql"))
}

fn odd_tables(version: u32) -> TestResult {
    proves(version, include_str!("data/tables.sql"))
}

fn odd_names(version: u32) -> TestResult {
    proves(version, include_str!("data/names.sql"))
}

fn extension_types(version: u32) -> TestResult {
    proves(version, include_str!("data/extensions.sql"))
}

/// A script's database comes back equal.
fn proves(version: u32, script: &str) -> TestResult {
    let server = Server::shared(version)?;
    let database = server.create_database()?;
    database.run(script)?;
    prove(&database, server, "")
}

#[test]
fn vectors_of_pgvector() -> TestResult {
    proves(
        18,
        "CREATE EXTENSION vector;
         CREATE TABLE v (id int PRIMARY KEY, dense vector(384), half halfvec(64), sparse sparsevec(1000), any_size vector,
                         bits bit(64), many vector[]);
         INSERT INTO v SELECT i, (SELECT array_agg(sin(i * d)) FROM generate_series(1, 384) d)::vector,
             (SELECT array_agg(cos(i + d)) FROM generate_series(1, 64) d)::halfvec,
             format('{1:%s,%s:-0.5}/1000', i, 2 + i % 998)::sparsevec,
             (SELECT array_agg(d) FROM generate_series(1, 1 + i % 5) d)::vector, (i * 7919::bigint)::bit(64),
             ARRAY['[1,2]'::vector, NULL, '[3]']
           FROM generate_series(1, 3000) i;
         INSERT INTO v (id) VALUES (0);
         CREATE INDEX ON v USING hnsw (dense vector_cosine_ops);
         CREATE INDEX ON v USING ivfflat (dense vector_l2_ops) WITH (lists = 10);",
    )
}

#[test]
fn one_value_larger_than_any_block() -> TestResult {
    proves(
        18,
        "CREATE TABLE big (id int, t text, b bytea);
         INSERT INTO big VALUES (1, repeat('x', 30000000), NULL);
         INSERT INTO big SELECT 2, string_agg(md5(i::text), ''), NULL FROM generate_series(1, 400000) i;
         INSERT INTO big SELECT 3, NULL, decode(t, 'hex') FROM big WHERE id = 2;
         INSERT INTO big SELECT i, 'small', '\\x00' FROM generate_series(4, 1000) i;",
    )
}

#[test]
fn a_database_without_anything() -> TestResult {
    all(VERSIONS, |version| proves(*version, ""))
}

/// Encodings with a text that only they can hold, as bytes.
#[test]
fn encodings_other_than_utf8() -> TestResult {
    let server = Server::shared(18)?;
    let cases = [
        ("LATIN1", "e4f6fcdf"),
        ("LATIN9", "a4a6"),
        ("WIN1251", "cff0e8e2e5f2"),
        ("EUC_JP", "c6fccbdcb8ec"),
        ("KOI8R", "f0d2c9d7c5d4"),
        ("SQL_ASCII", "fffe80"),
    ];
    all(cases.map(|(encoding, _)| encoding), |encoding| {
        let bytes = cases.iter().find(|(name, _)| name == encoding).map_or("", |(_, bytes)| bytes);
        let words = format!("ENCODING '{encoding}' TEMPLATE template0");
        let source = server.create_database_as(&format!("encoded_{encoding}"), &words)?;
        source.run(&format!(
            "CREATE TABLE t (id int PRIMARY KEY, t text, a text[], x xml);
             CREATE TYPE mood AS ENUM ('plain');
             DO $$ DECLARE word text := convert_from(decode('{bytes}', 'hex'), '{encoding}'); BEGIN
                 EXECUTE format('ALTER TYPE mood ADD VALUE %L', word);
                 EXECUTE format('CREATE SCHEMA %I', word);
                 EXECUTE format('CREATE TABLE %I.%I (%I serial PRIMARY KEY, m mood)', word, word, word || '_column');
                 EXECUTE format('INSERT INTO %I.%I (m) VALUES (''plain''), (''plain'')', word, word);
                 EXECUTE format('CREATE VIEW %I.%I AS SELECT %L::text AS %I', word, word || 'view', word, word);
                 EXECUTE format('CREATE FUNCTION %I.%I() RETURNS text LANGUAGE plpgsql AS %L',
                     word, word, 'BEGIN RETURN ''' || word || '''; END');
                 EXECUTE format('COMMENT ON TABLE t IS %L', word);
                 EXECUTE format('COMMENT ON COLUMN %I.%I.%I IS %L', word, word, word || '_column', word);
                 INSERT INTO t VALUES (1, word, ARRAY[word, 'b'], '<a/>'), (2, '', NULL, NULL);
             END $$"
        ))?;
        prove(&source, server, &words)
    })
}

/// Bytes that are no text in any encoding: only a database without one can hold them as names.
#[test]
fn names_of_any_bytes_are_refused_where_they_are_no_text() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database_as("any_bytes", "ENCODING 'SQL_ASCII' TEMPLATE template0")?;
    source
        .run("DO $$ BEGIN EXECUTE format('CREATE TABLE %I (a int)', convert_from('\\xfffe', 'SQL_ASCII')); END $$")?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&source, &archive, &[])?;
    let target = server.create_database()?;
    let refused = run(&["restore", "-d", &target.url(), word(&archive)])?;
    assert_ne!(refused.code(), Some(0), "{refused}");
    refused.says("bytes that are not UTF-8 need a database of encoding SQL_ASCII")?;
    assert_eq!(target.run("SELECT count(*) FROM pg_class WHERE oid >= 16384")?, "0");
    Ok(())
}

/// A database of another encoding takes what it has characters for; what it has none for is named.
#[test]
fn a_target_of_another_encoding() -> TestResult {
    let server = Server::shared(18)?;
    let words = |encoding: &str| format!("ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
    let scratch = tempfile::tempdir()?;
    let archive = |name: &str| scratch.path().join(name);
    let latin = server.create_database_as("from_latin", &words("LATIN1"))?;
    latin.run(
        "CREATE TABLE \"größe\" (t text); INSERT INTO \"größe\" VALUES ('straße'); COMMENT ON TABLE \"größe\" IS 'ä'",
    )?;
    dump(&latin, &archive("latin"), &[])?;
    let wide = server.create_database_as("into_utf8", &words("UTF8"))?;
    restore(&wide, &archive("latin"), &[])?;
    assert_eq!(wide.run("SELECT t, obj_description('\"größe\"'::regclass) FROM \"größe\"")?, "straße|ä");
    // And back, with a row that LATIN1 cannot hold.
    wide.run("INSERT INTO \"größe\" VALUES ('fits'), ('5 €')")?;
    dump(&wide, &archive("wide"), &[])?;
    let narrow = server.create_database_as("into_latin", &words("LATIN1"))?;
    let failed = run(&["restore", "-d", &narrow.url(), word(&archive("wide"))])?;
    assert_ne!(failed.code(), Some(0), "{failed}");
    failed.says("cannot load public.\"größe\" (line 3, column t)")?.says("LATIN1")?;
    // A name that it cannot hold is known beforehand.
    wide.run("CREATE TABLE \"€\" (a int)")?;
    dump(&wide, &archive("name"), &[])?;
    let named = server.create_database_as("into_latin_too", &words("LATIN1"))?;
    let refused = run(&["restore", "-d", &named.url(), word(&archive("name"))])?;
    assert_ne!(refused.code(), Some(0), "{refused}");
    refused.says("TABLE public.€: ERROR: character with byte sequence")?;
    assert_eq!(named.run("SELECT count(*) FROM pg_class WHERE oid >= 16384")?, "0");
    Ok(())
}

/// 600 MB in one value: `pg_dump` cannot read it, for its text has twice as many characters and no server makes a text of
/// that length. Binary rows can, both ways.
#[test]
fn a_value_of_600_megabytes() -> TestResult {
    let server = Server::shared(18)?;
    let (source, target) = (server.create_database()?, server.create_database()?);
    source.run(
        "CREATE TABLE t (a int, b bytea); ALTER TABLE t ALTER b SET STORAGE EXTERNAL;
                INSERT INTO t SELECT 1, convert_to(repeat('0123456789', 60000000), 'UTF8')",
    )?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&source, &archive, &["-j", "1"])?;
    source.run("DROP TABLE t")?;
    restore(&target, &archive, &["-j", "1"])?;
    let seen = target.run("SELECT a, length(b), substr(b, 599999991) = '0123456789'::bytea FROM t")?;
    assert_eq!(seen, "1|600000000|t");
    Ok(())
}

/// A row that no protocol carries, made by an UPDATE: the table is named.
#[test]
fn a_row_of_more_than_a_gigabyte_is_named() -> TestResult {
    let source = Server::shared(18)?.create_database()?;
    // Compressed in storage, so cheap to make.
    source.run(
        "CREATE TABLE \"too wide\" (a text, b text, c text);
                INSERT INTO \"too wide\" VALUES (repeat('a', 400000000));
                UPDATE \"too wide\" SET b = a; UPDATE \"too wide\" SET c = a",
    )?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    let failed = run(&["dump", "-d", &source.url(), "-f", word(&archive)])?;
    assert_eq!(failed.code(), Some(7), "{failed}");
    failed.says("public.\"too wide\"")?;
    assert!(!archive.exists(), "a partial archive is left");
    Ok(())
}

/// Names of objects in rows are looked up when everything they may name is there: constraints, indexes, views.
#[test]
fn names_of_late_objects_are_loaded_last() -> TestResult {
    proves(
        18,
        "CREATE TABLE a_names (a regclass, b regclass[]);
         CREATE TABLE t (id int CONSTRAINT t_key PRIMARY KEY); CREATE INDEX t_index ON t ((id + 1));
         CREATE MATERIALIZED VIEW v AS SELECT id FROM t; CREATE INDEX v_index ON v (id);
         INSERT INTO a_names VALUES ('t_key', '{t_index,v_index}');",
    )
}

/// A composite whose fields stand in another order at the target takes the rows without an error and swaps the values.
#[test]
fn rows_are_refused_where_a_type_means_something_else() -> TestResult {
    let server = Server::shared(18)?;
    let (source, target) = (server.create_database()?, server.create_database()?);
    let domains = "CREATE DOMAIN width AS int; CREATE DOMAIN height AS int;";
    source.run(&format!(
        "{domains} CREATE TYPE size AS (w width, h height); CREATE TABLE t (s size); INSERT INTO t VALUES ((1, 2))"
    ))?;
    target.run(&format!("{domains} CREATE TYPE size AS (h height, w width); CREATE TABLE t (s size)"))?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&source, &archive, &[])?;
    let refused = run(&["restore", "-d", &target.url(), "--section", "data", word(&archive)])?;
    assert_ne!(refused.code(), Some(0), "{refused}");
    refused.says("the type of public.t.s differs at the target")?;
    assert_eq!(target.run("SELECT count(*) FROM t")?, "0");
    Ok(())
}
