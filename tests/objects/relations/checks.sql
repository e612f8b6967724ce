-- CHECK constraints: functions on the table's row type, NOT VALID with rows that break them, odd names, comments.
CREATE SCHEMA relations_checks;
SET search_path = relations_checks;
CREATE TABLE t (a integer, b text, CONSTRAINT "Odd ""name""" CHECK (a > 0 AND b <> 'it''s'), CHECK (a < 100));
COMMENT ON CONSTRAINT "Odd ""name""" ON t IS 'odd';
INSERT INTO t VALUES (1, 'x');
CREATE TABLE broken (a integer);
INSERT INTO broken VALUES (-1);
ALTER TABLE broken ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;
COMMENT ON CONSTRAINT positive ON broken IS 'not valid';
-- a loop: the check calls a function that takes the table's row
CREATE TABLE looped (a integer);
CREATE FUNCTION fine(looped) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a > 0';
ALTER TABLE looped ADD CONSTRAINT row_is_fine CHECK (fine(looped));
INSERT INTO looped VALUES (1);
-- a loop: the default calls a function that takes the table's row
CREATE TABLE looped_default (a integer, b integer);
CREATE FUNCTION next_b(looped_default) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 42';
ALTER TABLE looped_default ALTER b SET DEFAULT next_b(NULL);
INSERT INTO looped_default VALUES (1);
RESET search_path;
