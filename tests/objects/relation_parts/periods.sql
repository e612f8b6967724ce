-- servers: 18-
-- Keys WITHOUT OVERLAPS, foreign keys with PERIOD, foreign keys NOT ENFORCED.
CREATE SCHEMA relation_parts_periods;
SET search_path = relation_parts_periods;
CREATE TABLE "at" (id int4range, at int4range, CONSTRAINT k PRIMARY KEY (id, at WITHOUT OVERLAPS));
CREATE TABLE during (id int4range, at int4range, CONSTRAINT u UNIQUE (id, at WITHOUT OVERLAPS), CONSTRAINT f FOREIGN KEY (id, PERIOD at) REFERENCES "at" (id, PERIOD at));
INSERT INTO "at" VALUES ('[1,1]', '[1,10)');
INSERT INTO during VALUES ('[1,1]', '[2,5)');
CREATE TABLE plain (a integer PRIMARY KEY);
CREATE TABLE relaxed (a integer, CONSTRAINT f FOREIGN KEY (a) REFERENCES plain NOT ENFORCED);
INSERT INTO relaxed VALUES (1);
RESET search_path;
