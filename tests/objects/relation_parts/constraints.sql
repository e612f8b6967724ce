-- PRIMARY KEY, UNIQUE, EXCLUDE: included columns, deferring, storage options, comments on constraint and index.
CREATE SCHEMA relation_parts_constraints;
SET search_path = relation_parts_constraints;
CREATE TABLE t (
  a integer,
  b integer,
  c int4range,
  d text,
  CONSTRAINT "Primary" PRIMARY KEY (b, a) INCLUDE (d) WITH (fillfactor = 66),
  CONSTRAINT once UNIQUE (a) WITH (fillfactor = 77) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT twice UNIQUE (d) DEFERRABLE,
  CONSTRAINT apart EXCLUDE USING gist (c WITH &&) WITH (fillfactor = 88) WHERE (a > 0) DEFERRABLE,
  CONSTRAINT computed EXCLUDE USING btree ((a + b) WITH =)
);
INSERT INTO t VALUES (1, 2, '[1,3)', 'x'), (2, 2, '[3,5)', 'y');
ALTER TABLE t CLUSTER ON "Primary";
COMMENT ON CONSTRAINT "Primary" ON t IS 'the key';
COMMENT ON INDEX "Primary" IS 'its index';
CREATE TABLE replica (a integer PRIMARY KEY, b integer NOT NULL, CONSTRAINT rb UNIQUE (b));
ALTER TABLE replica REPLICA IDENTITY USING INDEX rb;
CREATE TABLE by_index (a integer NOT NULL);
CREATE UNIQUE INDEX renamed ON by_index (a);
ALTER TABLE by_index ADD CONSTRAINT by_index_key PRIMARY KEY USING INDEX renamed;
RESET search_path;
