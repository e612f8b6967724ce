-- servers: 14-
-- Extended statistics over expressions.
CREATE SCHEMA relation_parts_statistics_expressions;
SET search_path = relation_parts_statistics_expressions;
CREATE TABLE t (a integer, b text);
CREATE STATISTICS one ON (a + 1) FROM t;
CREATE STATISTICS more (mcv) ON (lower(b)), a, (a % 10) FROM t;
RESET search_path;
