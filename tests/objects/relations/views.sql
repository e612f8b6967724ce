-- Views: options, defaults, collations, no columns, views on views.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dumpr_test_alice') THEN CREATE ROLE dumpr_test_alice; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dumpr_test_bob') THEN CREATE ROLE dumpr_test_bob; END IF;
END
$$;
CREATE SCHEMA relations_views;
SET search_path = relations_views;
CREATE TABLE t (a integer, b text COLLATE "C");
INSERT INTO t VALUES (1, 'x'), (NULL, NULL);
CREATE VIEW simple AS SELECT a, b FROM t;
CREATE VIEW local_check WITH (check_option = local, security_barrier = true) AS SELECT a FROM t WHERE a > 0;
CREATE VIEW cascaded_check WITH (security_barrier) AS SELECT a FROM local_check WHERE a < 10 WITH CASCADED CHECK OPTION;
CREATE VIEW nothing AS SELECT;
CREATE VIEW "Odd ""view""" ("Col 1", "select") AS SELECT a, b FROM simple UNION ALL SELECT 1, 'a';
CREATE VIEW with_default AS SELECT a, b FROM t;
ALTER VIEW with_default ALTER a SET DEFAULT 42, ALTER b SET DEFAULT 'it''s';
CREATE VIEW row_typed AS SELECT t FROM t;
CREATE RECURSIVE VIEW counting (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM counting WHERE n < 10;
ALTER VIEW simple OWNER TO dumpr_test_alice;
GRANT SELECT (a) ON simple TO dumpr_test_bob;
COMMENT ON VIEW simple IS 'simple';
COMMENT ON COLUMN simple.a IS 'a';
RESET search_path;
