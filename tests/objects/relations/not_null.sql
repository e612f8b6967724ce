-- servers: 18-
-- NOT NULL as constraints: names, NO INHERIT, NOT VALID, comments, children and partitions.
CREATE SCHEMA relations_not_null;
SET search_path = relations_not_null;
CREATE TABLE named (a integer CONSTRAINT "My Name" NOT NULL, b integer NOT NULL, c integer NOT NULL NO INHERIT, d integer PRIMARY KEY);
COMMENT ON CONSTRAINT "My Name" ON named IS 'named and explained';
COMMENT ON CONSTRAINT named_b_not_null ON named IS 'explained';
CREATE TABLE invalid (a integer, b integer);
INSERT INTO invalid VALUES (NULL, 1);
ALTER TABLE invalid ADD CONSTRAINT later NOT NULL a NOT VALID;
COMMENT ON CONSTRAINT later ON invalid IS 'some day';
CREATE TABLE parent (a integer NOT NULL, b integer CONSTRAINT pb NOT NULL, c integer);
CREATE TABLE child (CONSTRAINT cb NOT NULL b) INHERITS (parent);
CREATE TABLE child_own () INHERITS (parent);
ALTER TABLE child_own ALTER c SET NOT NULL, ALTER a SET NOT NULL;
COMMENT ON CONSTRAINT cb ON child IS 'of the child';
CREATE TABLE root (a integer NOT NULL, b integer CONSTRAINT rb NOT NULL) PARTITION BY RANGE (a);
CREATE TABLE leaf PARTITION OF root FOR VALUES FROM (0) TO (10);
CREATE TABLE leaf_named (b integer CONSTRAINT lb NOT NULL, a integer NOT NULL);
ALTER TABLE root ATTACH PARTITION leaf_named FOR VALUES FROM (10) TO (20);
-- the parent is not valid, the child is
CREATE TABLE half (a integer);
CREATE TABLE half_child () INHERITS (half);
ALTER TABLE half_child ADD CONSTRAINT hn NOT NULL a;
ALTER TABLE half ADD CONSTRAINT hn NOT NULL a NOT VALID;
-- checks that nobody enforces
CREATE TABLE relaxed (a integer, CONSTRAINT c CHECK (a > 0) NOT ENFORCED);
INSERT INTO relaxed VALUES (-1);
-- two parents, of which one is not valid: the child needs no word of its own
CREATE TABLE half_other (a integer NOT NULL);
CREATE TABLE half_both () INHERITS (half, half_other);
-- names that are taken by another constraint of the schema
CREATE TABLE taken_first (a integer CONSTRAINT taken_a_not_null NOT NULL, b integer CONSTRAINT taken_b_not_null CHECK (b > 0));
CREATE TABLE taken (a integer, b integer);
ALTER TABLE taken ADD CONSTRAINT taken_a_not_null NOT NULL a, ADD CONSTRAINT taken_b_not_null NOT NULL b;
RESET search_path;
