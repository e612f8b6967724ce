-- servers: 15-
-- Unique indexes and constraints that take NULLs as equal.
CREATE SCHEMA relation_parts_nulls_not_distinct;
SET search_path = relation_parts_nulls_not_distinct;
CREATE TABLE t (a integer, b integer, UNIQUE NULLS NOT DISTINCT (a, b) WITH (fillfactor = 60));
CREATE UNIQUE INDEX i ON t (b) NULLS NOT DISTINCT;
INSERT INTO t VALUES (1, NULL), (2, 3);
RESET search_path;
