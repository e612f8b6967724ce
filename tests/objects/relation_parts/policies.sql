-- Row-level security: commands, roles, restrictive policies, forced, enabled without policies, policies without it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dumpr_test_alice') THEN CREATE ROLE dumpr_test_alice; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dumpr_test_bob') THEN CREATE ROLE dumpr_test_bob; END IF;
END
$$;
CREATE SCHEMA relation_parts_policies;
SET search_path = relation_parts_policies;
CREATE TABLE t (a integer, who text);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY everyone ON t;
CREATE POLICY readers ON t FOR SELECT TO dumpr_test_bob, dumpr_test_alice USING (who = current_user);
CREATE POLICY writers ON t AS RESTRICTIVE FOR INSERT WITH CHECK (a > 0 AND who <> 'it''s');
CREATE POLICY "Up date" ON t FOR UPDATE TO CURRENT_USER USING (a < 5) WITH CHECK (true);
CREATE POLICY deleters ON t FOR DELETE USING (EXISTS (SELECT FROM relation_parts_policies.t AS other WHERE other.a = t.a));
COMMENT ON POLICY readers ON t IS 'reads';
CREATE TABLE enabled (a integer);
ALTER TABLE enabled ENABLE ROW LEVEL SECURITY;
CREATE TABLE disabled (a integer);
CREATE POLICY p ON disabled;
CREATE TABLE forced (a integer);
ALTER TABLE forced FORCE ROW LEVEL SECURITY;
INSERT INTO forced VALUES (1);
RESET search_path;
