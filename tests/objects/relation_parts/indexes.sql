-- Indexes: methods, expressions, predicates, included columns, options, statistics targets, CLUSTER, REPLICA IDENTITY.
CREATE SCHEMA relation_parts_indexes;
SET search_path = relation_parts_indexes;
CREATE TABLE t (a integer NOT NULL, b text, c integer[], d point, e tsvector, f integer NOT NULL);
INSERT INTO t SELECT n, 'b' || n, ARRAY[n], point(n, n), to_tsvector('simple', 'w' || n), n FROM generate_series(1, 50) n;
CREATE INDEX plain ON t (a);
CREATE UNIQUE INDEX identified ON t (f);
ALTER TABLE t REPLICA IDENTITY USING INDEX identified;
CREATE INDEX options ON t USING btree (b COLLATE "C" text_pattern_ops DESC NULLS LAST, a) INCLUDE (f) WITH (fillfactor = 55) WHERE a > 10;
CREATE INDEX expression ON t (lower(b), (a + f));
ALTER INDEX expression ALTER COLUMN 1 SET STATISTICS 200;
ALTER INDEX expression ALTER COLUMN 2 SET STATISTICS 300;
CREATE INDEX hashed ON t USING hash (b);
CREATE INDEX inverted ON t USING gin (c) WITH (fastupdate = off);
CREATE INDEX spatial ON t USING gist (d);
CREATE INDEX spaced ON t USING spgist (d);
CREATE INDEX ranged ON t USING brin (a) WITH (pages_per_range = 4);
CREATE INDEX signed ON t USING gist (e tsvector_ops (siglen = 100));
ALTER TABLE t CLUSTER ON plain;
COMMENT ON INDEX plain IS 'an index';
CREATE INDEX "Odd ""index"" name" ON t (a, b);
-- an index that failed is not dumped
CREATE TABLE twice (a integer);
INSERT INTO twice VALUES (1), (1);
RESET search_path;
