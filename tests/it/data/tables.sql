-- Tables whose shape is odd.
\set ON_ERROR_STOP 1
CREATE SCHEMA odd;
CREATE TABLE odd.empty (a int, b text);
CREATE TABLE odd.no_columns ();
INSERT INTO odd.no_columns DEFAULT VALUES;
INSERT INTO odd.no_columns DEFAULT VALUES;
INSERT INTO odd.no_columns DEFAULT VALUES;
CREATE TABLE odd.no_columns_no_rows ();
CREATE TABLE odd.all_dropped (a int, b int);
INSERT INTO odd.all_dropped SELECT i, i FROM generate_series(1, 10) i;
ALTER TABLE odd.all_dropped DROP a, DROP b;

SELECT 'CREATE TABLE odd.wide (' || string_agg(format('c%s %s', i, (ARRAY['bool', 'int2', '"char"', 'int4'])[1 + i % 4]), ', ' ORDER BY i) || ')'
  FROM generate_series(1, 1600) i \gexec
INSERT INTO odd.wide (c1, c800, c1600) SELECT i, (i % 2 = 0), NULL FROM generate_series(1, 50) i;
SELECT 'INSERT INTO odd.wide VALUES (' || string_agg(CASE i % 4 WHEN 0 THEN 'true' WHEN 2 THEN '''x''' ELSE i::text END, ', ' ORDER BY i) || ')'
  FROM generate_series(1, 1600) i \gexec

CREATE TABLE odd.dropped (a int, gone text, b text, gone_too int[], c date DEFAULT '2020-01-01');
INSERT INTO odd.dropped SELECT i, 'gone', 'b' || i, ARRAY[i], NULL FROM generate_series(1, 100) i;
ALTER TABLE odd.dropped DROP gone, DROP gone_too, ADD gone numeric DEFAULT 1.5, ADD late timestamptz DEFAULT '2021-01-01 00:00+00';
CREATE TYPE odd.pair AS (a int, gone text, b date);
CREATE TABLE odd.of_pairs (p odd.pair, ps odd.pair[]);
INSERT INTO odd.of_pairs VALUES (ROW(1, 'x', '2020-01-01'), ARRAY[ROW(2, 'y', NULL)::odd.pair]);
ALTER TYPE odd.pair DROP ATTRIBUTE gone;

CREATE TABLE odd.generated (a int, b int GENERATED ALWAYS AS (a * 2) STORED, c text, d text GENERATED ALWAYS AS (c || '!') STORED);
INSERT INTO odd.generated (a, c) SELECT i, 'c' || i FROM generate_series(1, 100) i;
CREATE TABLE odd.only_generated (b int GENERATED ALWAYS AS (1 + 1) STORED);
INSERT INTO odd.only_generated DEFAULT VALUES;
INSERT INTO odd.only_generated DEFAULT VALUES;
SELECT current_setting('server_version_num')::int >= 180000 AS v18 \gset
\if :v18
CREATE TABLE odd.virtual (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL, c int NOT NULL);
INSERT INTO odd.virtual (a, c) SELECT i, i FROM generate_series(1, 100) i;
\endif

CREATE TABLE odd.parent (id int PRIMARY KEY, name text DEFAULT 'p');
CREATE TABLE odd.child (extra int, CHECK (extra > 0)) INHERITS (odd.parent);
CREATE TABLE odd.other (id int, name text DEFAULT 'o');
ALTER TABLE odd.other ALTER id SET NOT NULL;
ALTER TABLE odd.other INHERIT odd.parent;
INSERT INTO odd.parent SELECT i FROM generate_series(1, 10) i;
INSERT INTO odd.child SELECT i, 'c', i FROM generate_series(1, 20) i;
INSERT INTO odd.other SELECT i, 'x' FROM generate_series(1, 30) i;

-- Partitions with another order of columns, and two levels.
CREATE TABLE odd.parts (k int, region text, v numeric) PARTITION BY LIST (region);
CREATE TABLE odd.parts_eu (v numeric, gone int, region text, k int);
ALTER TABLE odd.parts_eu DROP gone;
ALTER TABLE odd.parts ATTACH PARTITION odd.parts_eu FOR VALUES IN ('eu', NULL);
CREATE TABLE odd.parts_us PARTITION OF odd.parts FOR VALUES IN ('us') PARTITION BY RANGE (k);
CREATE TABLE odd.parts_us_low PARTITION OF odd.parts_us FOR VALUES FROM (MINVALUE) TO (50);
CREATE TABLE odd.parts_us_high PARTITION OF odd.parts_us FOR VALUES FROM (50) TO (MAXVALUE);
INSERT INTO odd.parts SELECT i, (ARRAY['eu', 'us', NULL])[1 + i % 3], i / 4.0 FROM generate_series(1, 120) i;
CREATE INDEX ON odd.parts (v);
-- Hash partitions by an enum: the hash of a label depends on its OID.
CREATE TYPE odd.colour AS ENUM ('red', 'green', 'blue', 'black', 'white');
CREATE TABLE odd.hashed (c odd.colour, n int) PARTITION BY HASH (c);
CREATE TABLE odd.hashed_0 PARTITION OF odd.hashed FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE odd.hashed_1 PARTITION OF odd.hashed FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO odd.hashed SELECT c, n FROM unnest(enum_range(NULL::odd.colour)) c, generate_series(1, 20) n;

CREATE TABLE odd.many_rows (i int, t text);
INSERT INTO odd.many_rows SELECT i, CASE WHEN i % 3 > 0 THEN md5(i::text) END FROM generate_series(1, 200000) i;
CREATE UNLOGGED TABLE odd.unlogged AS SELECT * FROM odd.many_rows LIMIT 10;
-- Rows reference each other across tables: foreign keys in a circle.
CREATE TABLE odd.hen (id int PRIMARY KEY, egg int);
CREATE TABLE odd.egg (id int PRIMARY KEY, hen int REFERENCES odd.hen);
INSERT INTO odd.hen VALUES (1, 1), (2, NULL);
INSERT INTO odd.egg VALUES (1, 2);
ALTER TABLE odd.hen ADD FOREIGN KEY (egg) REFERENCES odd.egg;
