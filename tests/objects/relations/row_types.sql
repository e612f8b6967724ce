-- Row types of tables and views in columns, functions and defaults, and the loops they make.
CREATE SCHEMA relations_row_types;
SET search_path = relations_row_types;
CREATE TABLE spot (x integer, y integer);
CREATE TABLE holder (p spot DEFAULT ROW(1, 2), ps spot[]);
INSERT INTO holder VALUES (DEFAULT, ARRAY[ROW(3, 4)::spot]);
CREATE FUNCTION mirrored(spot) RETURNS spot LANGUAGE sql AS 'SELECT $1';
CREATE VIEW mirror AS SELECT mirrored(spot) FROM spot;
CREATE FUNCTION of_view(mirror) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TABLE of_mirror (m mirror);
CREATE TABLE whole (a integer, b integer, CONSTRAINT filled CHECK (whole IS NOT NULL));
INSERT INTO whole VALUES (1, 2);
-- a check through a view of the table's own row
CREATE TABLE around (a integer);
CREATE VIEW around_view AS SELECT around AS r FROM around;
CREATE FUNCTION around_check(around_view) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
ALTER TABLE around ADD CONSTRAINT c CHECK (around_check(NULL));
-- views, a function and a table that lean on one another
CREATE VIEW first AS SELECT 1 AS x, NULL::text COLLATE "POSIX" AS y;
CREATE VIEW second AS SELECT x, y FROM first;
CREATE FUNCTION third(second) RETURNS text LANGUAGE sql AS 'SELECT NULL::text';
CREATE OR REPLACE VIEW first AS SELECT 1 AS x, NULL::text COLLATE "POSIX" AS y, third(NULL) AS z;
CREATE TABLE of_first (v first);
CREATE MATERIALIZED VIEW stored_first AS SELECT x FROM first;
CREATE RULE nothing AS ON UPDATE TO first DO INSTEAD NOTHING;
RESET search_path;
