-- Partition trees: all strategies, several levels, other column order, own defaults and checks, a schema apart.
CREATE SCHEMA relations_partitions;
CREATE SCHEMA relations_partitions_archive;
SET search_path = relations_partitions;
CREATE TABLE by_range (id integer NOT NULL DEFAULT 7, at date NOT NULL, note text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0))
  PARTITION BY RANGE (at, (id + 1));
CREATE TABLE by_range_1 PARTITION OF by_range FOR VALUES FROM ('2020-01-01', 0) TO ('2021-01-01', 0);
CREATE TABLE by_range_2 PARTITION OF by_range (note DEFAULT 'other', CONSTRAINT own CHECK (note <> 'x'))
  FOR VALUES FROM ('2021-01-01', 0) TO (MAXVALUE, MAXVALUE);
CREATE TABLE relations_partitions_archive.by_range_3 (gone integer, note text, at date NOT NULL, id integer NOT NULL, CONSTRAINT positive CHECK (id > 0));
ALTER TABLE relations_partitions_archive.by_range_3 DROP COLUMN gone;
ALTER TABLE by_range ATTACH PARTITION relations_partitions_archive.by_range_3 FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2020-01-01', 0);
CREATE TABLE by_range_rest PARTITION OF by_range DEFAULT;
INSERT INTO by_range VALUES (1, '1999-01-01', 'a'), (2, '2020-06-01', 'b'), (3, '2022-01-01', NULL), (4, '2020-01-01', 'd');
CREATE TABLE by_list (k text COLLATE "C", v integer) PARTITION BY LIST (lower(k));
CREATE TABLE by_list_a PARTITION OF by_list FOR VALUES IN ('a', NULL, 'it''s');
CREATE TABLE by_list_sub PARTITION OF by_list FOR VALUES IN ('b') PARTITION BY HASH (v);
CREATE TABLE by_list_sub_0 PARTITION OF by_list_sub FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE by_list_sub_1 PARTITION OF by_list_sub FOR VALUES WITH (MODULUS 2, REMAINDER 1) WITH (fillfactor = 50);
INSERT INTO by_list SELECT CASE WHEN n % 3 = 0 THEN NULL WHEN n % 3 = 1 THEN 'A' ELSE 'B' END, n FROM generate_series(1, 30) n;
CREATE TABLE no_partitions (a integer) PARTITION BY RANGE (a);
COMMENT ON TABLE by_list IS 'root';
COMMENT ON TABLE by_list_sub_0 IS 'leaf';
COMMENT ON CONSTRAINT positive ON by_range IS 'checks';
-- a default only the root has, and one the partition does not want
CREATE TABLE defaults (a integer DEFAULT 1, b integer DEFAULT 2) PARTITION BY RANGE (a);
CREATE TABLE defaults_1 PARTITION OF defaults FOR VALUES FROM (0) TO (10);
ALTER TABLE defaults_1 ALTER b DROP DEFAULT;
-- a constraint that is not valid yet
CREATE TABLE unvalidated (a integer) PARTITION BY RANGE (a);
CREATE TABLE unvalidated_1 PARTITION OF unvalidated FOR VALUES FROM (0) TO (10);
INSERT INTO unvalidated VALUES (1);
ALTER TABLE unvalidated ADD CONSTRAINT big CHECK (a > 5) NOT VALID;
-- an expression the parent generates
CREATE TABLE made (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED) PARTITION BY RANGE (a);
CREATE TABLE made_1 PARTITION OF made FOR VALUES FROM (0) TO (10);
INSERT INTO made VALUES (3);
RESET search_path;
