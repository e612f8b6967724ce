-- Materialized views: filled and not, reading each other through views, with indexes and settings.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dumpr_test_alice') THEN CREATE ROLE dumpr_test_alice; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dumpr_test_bob') THEN CREATE ROLE dumpr_test_bob; END IF;
END
$$;
CREATE SCHEMA relations_materialized_views;
SET search_path = relations_materialized_views;
CREATE TABLE t (a integer, b text);
INSERT INTO t SELECT n, repeat('x', n) FROM generate_series(1, 20) n;
CREATE MATERIALIZED VIEW zz_base WITH (fillfactor = 60, autovacuum_enabled = false) AS SELECT a, b FROM t WHERE a > 5;
CREATE VIEW between_them AS SELECT a FROM zz_base;
CREATE MATERIALIZED VIEW aa_reader AS SELECT count(*) AS n FROM between_them;
CREATE MATERIALIZED VIEW empty AS SELECT a FROM t WITH NO DATA;
CREATE UNIQUE INDEX by_a ON zz_base (a);
ALTER TABLE zz_base CLUSTER ON by_a;
ALTER MATERIALIZED VIEW zz_base ALTER b SET STATISTICS 55, ALTER b SET STORAGE EXTERNAL;
ALTER MATERIALIZED VIEW zz_base OWNER TO dumpr_test_alice;
GRANT SELECT ON t TO dumpr_test_alice;
GRANT USAGE ON SCHEMA relations_materialized_views TO dumpr_test_alice;
COMMENT ON MATERIALIZED VIEW zz_base IS 'base';
COMMENT ON COLUMN zz_base.b IS 'b';
RESET search_path;
