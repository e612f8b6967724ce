-- Privileges of every kind: revoked defaults, grant options, grants by others, columns, names that need quotes.
DO $$BEGIN
    CREATE ROLE "dumpr ""odd"" = /role";
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END$$;
CREATE SCHEMA access_acl;
GRANT USAGE ON SCHEMA access_acl TO PUBLIC;
SET search_path = access_acl;

CREATE TABLE plain (id integer, name text, "Odd, ""column""" text);
GRANT SELECT ON plain TO PUBLIC;
GRANT SELECT, INSERT ON plain TO dumpr_reader WITH GRANT OPTION;
GRANT ALL ON plain TO "dumpr ""odd"" = /role";
GRANT UPDATE (name), SELECT (id, "Odd, ""column""") ON plain TO dumpr_writer;
GRANT ALL (name) ON plain TO dumpr_reader WITH GRANT OPTION;
SET SESSION AUTHORIZATION dumpr_reader;
GRANT SELECT ON access_acl.plain TO dumpr_writer;
GRANT UPDATE (name) ON access_acl.plain TO "dumpr ""odd"" = /role";
RESET SESSION AUTHORIZATION;

CREATE TABLE owned (id integer);
ALTER TABLE owned OWNER TO dumpr_owner;
REVOKE ALL ON owned FROM dumpr_owner;
CREATE TABLE read_only (id integer);
ALTER TABLE read_only OWNER TO dumpr_owner;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON read_only FROM dumpr_owner;
GRANT ALL ON read_only TO dumpr_owner WITH GRANT OPTION;
CREATE TABLE revoked_column (id integer, name text);
GRANT SELECT (id) ON revoked_column TO dumpr_reader;
REVOKE SELECT (id) ON revoked_column FROM dumpr_reader;

CREATE VIEW v AS SELECT 1 AS one;
GRANT SELECT ON v TO dumpr_reader;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
GRANT SELECT ON m TO dumpr_reader;
CREATE SEQUENCE s;
GRANT USAGE, SELECT ON SEQUENCE s TO dumpr_reader;
GRANT ALL ON SEQUENCE s TO dumpr_writer;

CREATE FUNCTION f(a integer, VARIADIC b text[], OUT c integer) LANGUAGE sql AS 'SELECT 1';
REVOKE ALL ON FUNCTION f(integer, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION f(integer, text[]) TO dumpr_reader WITH GRANT OPTION;
CREATE PROCEDURE p(INOUT a integer) LANGUAGE sql AS 'SELECT a';
REVOKE ALL ON PROCEDURE p(integer) FROM PUBLIC;
CREATE AGGREGATE total(integer) (sfunc = pg_catalog.int4pl, stype = integer);
CREATE AGGREGATE nothing(*) (sfunc = pg_catalog.int8inc, stype = bigint, initcond = '0');
REVOKE ALL ON FUNCTION total(integer), nothing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION total(integer), nothing() TO dumpr_reader;

CREATE TYPE mood AS ENUM ('good', 'bad');
REVOKE ALL ON TYPE mood FROM PUBLIC;
GRANT USAGE ON TYPE mood TO dumpr_reader;
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
GRANT USAGE ON DOMAIN positive TO dumpr_writer WITH GRANT OPTION;
CREATE TYPE pair AS (a integer, b text);
REVOKE USAGE ON TYPE pair FROM PUBLIC;

-- what initdb made
REVOKE ALL ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_ls_dir(text) TO dumpr_reader;
GRANT SELECT ON pg_catalog.pg_authid TO dumpr_reader;
REVOKE SELECT ON pg_catalog.pg_stat_activity FROM PUBLIC;
GRANT SELECT (subconninfo) ON pg_catalog.pg_subscription TO dumpr_writer;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO dumpr_writer;
REVOKE USAGE ON TYPE pg_catalog.int4range FROM PUBLIC;
