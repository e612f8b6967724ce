//! The text of indexes and keys that dumpr words by itself is the server's own, letter for letter.

use dumpr_test_servers::{Server, VERSIONS};

use crate::{
    dumpr::{dump, run, word},
    outcome::{Failure, TestResult, all},
};

/// Indexes and keys of every shape that decides who words them: plain, named classes and collations, orders, included
/// columns, parameters, expressions, predicates, names that need quotes, types whose class is found by coercion.
const SHAPES: &str = r#"
CREATE SCHEMA "S x"; CREATE SCHEMA d; CREATE SCHEMA extra;
CREATE TYPE d.mood AS ENUM ('up', 'down');
CREATE DOMAIN d.word AS varchar(20);
CREATE COLLATION d.posix FROM "C";
CREATE OPERATOR CLASS extra.backwards FOR TYPE int USING btree AS
    OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(int, int);
CREATE TABLE d.t (
    gone int, a int NOT NULL, b text, "C d" varchar(10), "select" numeric, e d.mood, f int[], g int4range, h d.word,
    i jsonb, j tsvector, k text COLLATE "C", l bpchar(3), m name, n inet, o point, p oid, q text COLLATE d.posix,
    r d.mood[], s timestamptz, "off" boolean, u uuid, v "char", w bytea);
ALTER TABLE d.t DROP gone;
CREATE INDEX plain ON d.t (a);
CREATE INDEX many ON d.t (a, b, "C d", "select", s, u, v, w, p, n, l, m, "off");
CREATE UNIQUE INDEX "Quo""ted" ON d.t ("C d", "select");
CREATE INDEX orders ON d.t (a DESC, b NULLS FIRST, "C d" DESC NULLS LAST, s ASC NULLS LAST, p DESC NULLS FIRST);
CREATE INDEX patterns ON d.t (b text_pattern_ops, "C d" varchar_pattern_ops, l bpchar_pattern_ops);
CREATE INDEX same_class ON d.t (b text_ops, "C d" varchar_ops, a int4_ops);
CREATE INDEX own_class ON d.t (a extra.backwards DESC);
CREATE INDEX collations ON d.t (b COLLATE "C", k, k COLLATE "POSIX", q, "C d" COLLATE d.posix text_pattern_ops);
CREATE INDEX by_coercion ON d.t (e, f, g, h);
CREATE INDEX enum_array ON d.t USING gin (r);
CREATE UNIQUE INDEX included ON d.t (a) INCLUDE (b, "C d");
CREATE INDEX parameters ON d.t (a) WITH (fillfactor = 70, deduplicate_items = off);
CREATE INDEX hashed ON d.t USING hash (b) WITH (fillfactor = 50);
CREATE INDEX gin_default ON d.t USING gin (i) WITH (fastupdate = on, gin_pending_list_limit = 128);
CREATE INDEX gin_path ON d.t USING gin (i jsonb_path_ops);
CREATE INDEX gin_array ON d.t USING gin (f, j) WITH (fastupdate = off);
CREATE INDEX gist_point ON d.t USING gist (o) WITH (buffering = auto);
CREATE INDEX gist_siglen ON d.t USING gist (j tsvector_ops (siglen = 100));
CREATE INDEX gist_inet ON d.t USING gist (n inet_ops, g) INCLUDE (a);
CREATE INDEX spgist_point ON d.t USING spgist (o kd_point_ops);
CREATE INDEX spgist_text ON d.t USING spgist (b);
CREATE INDEX brin_all ON d.t USING brin (a, s, n inet_inclusion_ops) WITH (pages_per_range = 16, autosummarize = true);
CREATE INDEX expression ON d.t (lower(b), a, (a + 1) DESC);
CREATE INDEX partial ON d.t (a) WHERE b IS NOT NULL AND "select" > 0;
CREATE INDEX "Sx" ON d.t (a) WHERE a > 0;
CREATE TABLE "S x"."T" ("Id" int, z text);
CREATE INDEX "I" ON "S x"."T" ("Id", z DESC);
CREATE TABLE d.parted (a int, b int, c text) PARTITION BY LIST (a);
CREATE TABLE d.part PARTITION OF d.parted FOR VALUES IN (1);
CREATE INDEX parted_b ON d.parted (b DESC, c);
CREATE UNIQUE INDEX parted_only ON ONLY d.parted (a, b);
CREATE MATERIALIZED VIEW d.mv AS SELECT 1 AS x, 'y'::text AS y;
CREATE UNIQUE INDEX mv_x ON d.mv (x) INCLUDE (y);

CREATE TABLE d.keys (a int PRIMARY KEY, "B b" int, c int, e int4range,
    UNIQUE ("B b", c) INCLUDE (a), UNIQUE (c) DEFERRABLE, CONSTRAINT "Late" UNIQUE (c, a) DEFERRABLE INITIALLY DEFERRED,
    EXCLUDE USING gist (e WITH &&), EXCLUDE (c WITH =) WHERE (c > 0) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "S x"."Keys" (a int, b int, PRIMARY KEY (b, a));
CREATE TABLE d.refs (a int, "B b" int, c int,
    FOREIGN KEY (a) REFERENCES d.keys,
    FOREIGN KEY (c, "B b") REFERENCES "S x"."Keys" (a, b) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL,
    CONSTRAINT "Self" FOREIGN KEY (a, "B b") REFERENCES "S x"."Keys" ON UPDATE SET DEFAULT ON DELETE RESTRICT DEFERRABLE,
    FOREIGN KEY (c) REFERENCES d.keys (a) DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE d.keys ADD UNIQUE ("B b");

ALTER TABLE d.refs ADD CONSTRAINT later FOREIGN KEY ("B b") REFERENCES d.keys ("B b") ON DELETE CASCADE NOT VALID;
CREATE TABLE d.parted_keys (a int PRIMARY KEY, b int UNIQUE) ;
CREATE TABLE d.parted_refs (a int REFERENCES d.parted_keys, b int) PARTITION BY LIST (b);
"#;

/// What only newer servers have, with the version that brought it.
const NEWER: &[(u32, &str)] = &[
    (14, "CREATE INDEX brin_bloom ON d.t USING brin (a int4_bloom_ops (n_distinct_per_range = 10), s timestamptz_minmax_multi_ops);"),
    (
        15,
        "CREATE UNIQUE INDEX nulls ON d.t (a, b) INCLUDE (s) NULLS NOT DISTINCT WITH (fillfactor = 80);
         ALTER TABLE d.keys ADD CONSTRAINT nulls_key UNIQUE NULLS NOT DISTINCT (a, c) DEFERRABLE;
         ALTER TABLE d.refs ADD CONSTRAINT some_columns FOREIGN KEY (a, c) REFERENCES \"S x\".\"Keys\" ON DELETE SET NULL (a);",
    ),
    (
        18,
        "ALTER TABLE d.refs ADD CONSTRAINT unenforced FOREIGN KEY (c) REFERENCES d.keys NOT ENFORCED;
         CREATE TABLE d.temporal (a int4range, e int4range, PRIMARY KEY (a, e WITHOUT OVERLAPS));
         CREATE TABLE d.temporal_refs (a int4range, e int4range, FOREIGN KEY (a, PERIOD e) REFERENCES d.temporal (a, PERIOD e));",
    ),
];

/// One statement or part of one a line, as the server words it.
const EXPECTED: &str = "BEGIN; SET LOCAL search_path = '';
SELECT pg_catalog.pg_get_indexdef(i.indexrelid) || ';'
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid AND c.relnamespace >= 16384
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                    WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
UNION ALL
SELECT 'ADD CONSTRAINT ' || pg_catalog.quote_ident(k.conname) || ' ' || pg_catalog.pg_get_constraintdef(k.oid) || ';'
  FROM pg_catalog.pg_constraint k
 WHERE k.connamespace >= 16384 AND k.contype IN ('p', 'u', 'x', 'f') AND k.conparentid = 0";

#[test]
fn indexes_and_keys_are_worded_as_the_server_words_them() -> TestResult {
    all(VERSIONS, |&version| {
        let database = Server::shared(version)?.create_database()?;
        database.run(SHAPES)?;
        for (_, statements) in NEWER.iter().filter(|(since, _)| version >= *since) {
            database.run(statements)?;
        }
        let scratch = tempfile::tempdir()?;
        let archive = scratch.path().join("schema.dump");
        dump(&database, &archive, &["-s"])?;
        let script = run(&["script", word(&archive)])?.exits(0)?.stdout();
        let expected = database.run(EXPECTED)?;
        assert!(expected.lines().count() > 40, "{expected}");
        let missing: Vec<&str> = expected.lines().filter(|line| !script.contains(line)).collect();
        if missing.is_empty() { Ok(()) } else { Err(Failure::new(format!("not in the script: {missing:#?}"))) }
    })
}
