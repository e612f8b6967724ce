-- Generated columns, stored: with functions, in children, in the order of COPY's columns.
CREATE SCHEMA relations_generated;
SET search_path = relations_generated;
CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
CREATE TABLE t (a integer GENERATED ALWAYS AS (twice(b)) STORED, b integer, c text GENERATED ALWAYS AS (b::text || 'x') STORED NOT NULL, d integer);
INSERT INTO t (b, d) VALUES (1, 2), (5, NULL);
CREATE TABLE parent (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE child () INHERITS (parent);
CREATE TABLE only_generated (a integer GENERATED ALWAYS AS (1) STORED);
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (2);
INSERT INTO only_generated DEFAULT VALUES;
INSERT INTO only_generated DEFAULT VALUES;
RESET search_path;
