-- Rules: on tables and views, several commands, firing states, odd names.
CREATE SCHEMA relation_parts_rules;
SET search_path = relation_parts_rules;
CREATE TABLE t (a integer, b text);
CREATE TABLE log (at timestamptz, what text);
CREATE RULE logged AS ON INSERT TO t WHERE NEW.a > 100 DO ALSO INSERT INTO log VALUES (now(), 'it''s ' || NEW.b);
CREATE RULE "Ignored ""rule""" AS ON DELETE TO t DO INSTEAD NOTHING;
CREATE RULE two AS ON UPDATE TO t WHERE OLD.a <> NEW.a DO ALSO (INSERT INTO log VALUES (now(), 'x'); DELETE FROM log WHERE what = 'y');
ALTER TABLE t DISABLE RULE two;
CREATE RULE always AS ON INSERT TO log DO ALSO NOTIFY relation_parts_rules;
ALTER TABLE log ENABLE ALWAYS RULE always;
CREATE VIEW v AS SELECT a, b FROM t;
CREATE RULE into_table AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (NEW.a, NEW.b) RETURNING a, b;
CREATE RULE replica AS ON DELETE TO log DO ALSO NOTIFY other;
ALTER TABLE log ENABLE REPLICA RULE replica;
COMMENT ON RULE logged ON t IS 'logs';
INSERT INTO t VALUES (1, 'x');
RESET search_path;
