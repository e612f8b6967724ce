-- servers: 18-
-- Virtual generated columns.
CREATE SCHEMA relations_generated_virtual;
SET search_path = relations_generated_virtual;
CREATE TABLE t (a integer, v integer GENERATED ALWAYS AS (a * 2) VIRTUAL, s integer GENERATED ALWAYS AS (a * 3) STORED, n integer GENERATED ALWAYS AS (a) NOT NULL);
INSERT INTO t VALUES (1), (2);
CREATE TABLE p (a integer, v integer GENERATED ALWAYS AS (a + 1)) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p2 PARTITION OF p (v GENERATED ALWAYS AS (a + 2)) FOR VALUES FROM (10) TO (20);
INSERT INTO p VALUES (1), (11);
RESET search_path;
