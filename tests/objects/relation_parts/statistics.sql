-- Extended statistics: kinds, targets, a schema of their own.
CREATE SCHEMA relation_parts_statistics;
CREATE SCHEMA relation_parts_statistics_apart;
SET search_path = relation_parts_statistics;
CREATE TABLE t (a integer, b integer, c text);
INSERT INTO t SELECT n, n % 3, 'c' FROM generate_series(1, 30) n;
CREATE STATISTICS dependent (dependencies, ndistinct) ON a, b FROM t;
CREATE STATISTICS "Every" ON a, b, c FROM t;
CREATE STATISTICS relation_parts_statistics_apart.elsewhere (mcv) ON b, c FROM t;
ALTER STATISTICS dependent SET STATISTICS 42;
COMMENT ON STATISTICS dependent IS 'depends';
RESET search_path;
