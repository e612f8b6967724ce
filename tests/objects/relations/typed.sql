-- Tables of a type: nothing of their own, defaults, NOT NULL, constraints.
CREATE SCHEMA relations_typed;
SET search_path = relations_typed;
CREATE TYPE point3 AS (x integer, y integer, "Z z" text);
CREATE TABLE bare OF point3;
CREATE TABLE dressed OF point3 (x WITH OPTIONS DEFAULT 1, y NOT NULL, CONSTRAINT c CHECK (x > 0), PRIMARY KEY (y));
CREATE SEQUENCE counter;
CREATE TABLE counted OF point3 (x DEFAULT nextval('counter'));
ALTER SEQUENCE counter OWNED BY counted.x;
INSERT INTO bare VALUES (1, 2, 'z');
INSERT INTO dressed VALUES (1, 2, NULL);
RESET search_path;
