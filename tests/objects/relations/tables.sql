-- Ordinary tables: storage options, comments, owners, privileges, no columns at all, dropped columns.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dumpr_test_alice') THEN CREATE ROLE dumpr_test_alice; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dumpr_test_bob') THEN CREATE ROLE dumpr_test_bob; END IF;
END
$$;
CREATE SCHEMA relations_tables;
SET search_path = relations_tables;
CREATE TABLE plain (id integer NOT NULL, label text COLLATE "C" DEFAULT 'none', amount numeric(10, 2) DEFAULT 1.5 NOT NULL);
INSERT INTO plain VALUES (1, 'one', 1), (2, NULL, -3.14), (3, DEFAULT, DEFAULT);
COMMENT ON TABLE plain IS 'an ''ordinary'' table';
COMMENT ON COLUMN plain.label IS E'two\nlines';
CREATE TABLE nothing ();
CREATE TABLE rows_of_nothing ();
INSERT INTO rows_of_nothing DEFAULT VALUES;
INSERT INTO rows_of_nothing DEFAULT VALUES;
CREATE TABLE empty (a integer, b text[]);
CREATE UNLOGGED TABLE unlogged (a integer);
INSERT INTO unlogged SELECT generate_series(1, 100);
CREATE TABLE dropped (a integer, gone text, b integer, gone_too numeric DEFAULT 7, c text);
INSERT INTO dropped VALUES (1, 'x', 2, 3, 'y');
ALTER TABLE dropped DROP COLUMN gone, DROP COLUMN gone_too;
ALTER TABLE dropped ADD COLUMN d timestamptz DEFAULT '2001-02-03 04:05:06+00';
INSERT INTO dropped VALUES (4, 5, 'z', 'infinity');
CREATE TABLE options (a integer, t text)
  WITH (fillfactor = 70, autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_enabled = off, toast_tuple_target = 256);
CREATE TABLE replica_full (a integer);
ALTER TABLE replica_full REPLICA IDENTITY FULL;
CREATE TABLE replica_nothing (a integer);
ALTER TABLE replica_nothing REPLICA IDENTITY NOTHING;
CREATE TABLE owned (a integer, b integer);
ALTER TABLE owned OWNER TO dumpr_test_alice;
GRANT SELECT, INSERT ON owned TO dumpr_test_bob WITH GRANT OPTION;
GRANT UPDATE (b) ON owned TO dumpr_test_bob;
GRANT SELECT ON plain TO PUBLIC;
RESET search_path;
