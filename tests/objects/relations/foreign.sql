-- Foreign tables: options of table and columns, inheritance, partitions. The wrapper has no handler: no rows.
CREATE SCHEMA relations_foreign;
SET search_path = relations_foreign;
CREATE FOREIGN DATA WRAPPER relations_foreign_wrapper;
CREATE SERVER relations_foreign_server FOREIGN DATA WRAPPER relations_foreign_wrapper OPTIONS (host 'nowhere');
CREATE FOREIGN TABLE remote (
  a integer OPTIONS (column_name 'A', "Odd" 'it''s') NOT NULL DEFAULT 5,
  b text COLLATE "C",
  CONSTRAINT c CHECK (a > 0)
) SERVER relations_foreign_server OPTIONS (table_name 'x=y', "Schema" 'back\slash');
ALTER FOREIGN TABLE remote ALTER b SET STATISTICS 10;
CREATE FOREIGN TABLE bare () SERVER relations_foreign_server;
COMMENT ON FOREIGN TABLE remote IS 'far away';
COMMENT ON CONSTRAINT c ON remote IS 'not enforced';
CREATE TABLE parent (a integer);
CREATE FOREIGN TABLE child (b integer) INHERITS (parent) SERVER relations_foreign_server;
CREATE TABLE root (a integer) PARTITION BY RANGE (a);
CREATE FOREIGN TABLE leaf PARTITION OF root FOR VALUES FROM (0) TO (10) SERVER relations_foreign_server OPTIONS (t 'u');
CREATE TABLE root_local PARTITION OF root DEFAULT;
INSERT INTO root VALUES (11);
RESET search_path;
