-- Dependency loops that take along what hangs on their members: privileges, defaults, triggers, indexes, comments.
CREATE SCHEMA relations_loops;
SET search_path = relations_loops;
CREATE TABLE keyed (id integer PRIMARY KEY, label text, n integer);
INSERT INTO keyed VALUES (1, 'a', 1), (2, 'b', 2);
CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
-- a view that calls a function of its own row, with all that a view can have
CREATE VIEW full_of_things WITH (security_barrier = true, check_option = local) AS SELECT id, label FROM keyed;
CREATE FUNCTION is_fine(full_of_things) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OR REPLACE VIEW full_of_things WITH (security_barrier = true, check_option = local) AS
  SELECT id, label FROM keyed WHERE is_fine(ROW(id, label)::full_of_things);
ALTER VIEW full_of_things ALTER label SET DEFAULT 'none';
GRANT SELECT (id) ON full_of_things TO PUBLIC;
COMMENT ON COLUMN full_of_things.label IS 'of a view in a loop';
CREATE TRIGGER none_leaves INSTEAD OF DELETE ON full_of_things FOR EACH ROW EXECUTE FUNCTION nothing();
CREATE RULE passed_on AS ON INSERT TO full_of_things
  DO INSTEAD INSERT INTO keyed (id, label) VALUES (new.id, new.label) RETURNING keyed.id, keyed.label;
-- materialized views of a view that needs a primary key
CREATE VIEW grouped AS SELECT id, label, count(*) AS many FROM keyed GROUP BY id;
CREATE MATERIALIZED VIEW kept AS SELECT * FROM grouped;
CREATE UNIQUE INDEX kept_id ON kept (id);
CREATE INDEX kept_more ON kept ((many + 1));
CREATE STATISTICS kept_together ON id, many FROM kept;
COMMENT ON MATERIALIZED VIEW kept IS 'of grouped rows';
GRANT SELECT (id) ON kept TO PUBLIC;
CLUSTER kept USING kept_id;
CREATE VIEW through_kept AS SELECT * FROM kept;
CREATE MATERIALIZED VIEW kept_of_kept AS SELECT count(*) FROM through_kept;
-- a rule that reads a view of the view that it is on, and one on a table that reads a view in a loop
CREATE VIEW below AS SELECT 1 AS a;
CREATE VIEW above AS SELECT a FROM below;
CREATE RULE reads_above AS ON UPDATE TO below DO INSTEAD SELECT * FROM above;
CREATE RULE reads_grouped AS ON DELETE TO keyed DO ALSO UPDATE keyed SET n = (SELECT max(many) FROM grouped);
-- a check of a partitioned table, and the default of a parent, by functions of rows
CREATE TABLE parts (a integer) PARTITION BY RANGE (a);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (9);
CREATE FUNCTION about(parts) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
ALTER TABLE parts ADD CONSTRAINT by_row CHECK (about(NULL) > 0);
INSERT INTO parts VALUES (3);
CREATE TABLE parent (a integer);
CREATE TABLE child () INHERITS (parent);
CREATE FUNCTION of_child(child) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
ALTER TABLE parent ALTER a SET DEFAULT of_child(NULL);
-- a domain over a composite type whose check takes the domain
CREATE TYPE pair AS (a integer);
CREATE DOMAIN checked AS pair;
CREATE FUNCTION of_checked(checked) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
ALTER DOMAIN checked ADD CONSTRAINT by_itself CHECK (of_checked(VALUE));
ALTER TYPE pair ADD ATTRIBUTE b integer;
RESET search_path;
