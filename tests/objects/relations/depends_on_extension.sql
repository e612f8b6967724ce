-- What goes when an extension goes: DEPENDS ON EXTENSION of an index, a trigger, a materialized view.
CREATE SCHEMA relations_depends_on_extension;
SET search_path = relations_depends_on_extension;
CREATE TABLE t (a integer PRIMARY KEY, b integer);
CREATE INDEX i ON t (b);
ALTER INDEX i DEPENDS ON EXTENSION plpgsql;
ALTER INDEX t_pkey DEPENDS ON EXTENSION plpgsql;
CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION act();
ALTER TRIGGER g ON t DEPENDS ON EXTENSION plpgsql;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS a;
ALTER MATERIALIZED VIEW m DEPENDS ON EXTENSION plpgsql;
RESET search_path;
